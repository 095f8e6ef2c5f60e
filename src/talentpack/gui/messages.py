"""Telling and asking: the only place that opens a dialog. Tests pass a stand-in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem
from talentpack.core.words import Words

ANSWERS = ("*.toml", line(N_("Answers files")))
PAPERS = (
    "*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic *.heif *.avif *.webp *.gif",
    line(N_("Papers and pictures")),
)
Kind = tuple[str, Line]


class Messages(QObject):
    """What the person is told, and what files they choose. ``folder`` is where the next dialog opens."""

    told = Signal(object)
    """A tuple of Problems; the window shows them above the page."""
    noted = Signal(object)
    """A Line that is good to know and asks for nothing."""

    def __init__(self, words: Words, folder: Path, window: QWidget | None = None) -> None:
        super().__init__(window)
        self.words = words
        self.folder = folder
        self._window = window

    def tell(self, problems: Iterable[Problem]) -> None:
        self.told.emit(tuple(problems))

    def note(self, said: Line) -> None:
        self.noted.emit(said)

    def ask_open_file(self, title: Line, kind: Kind = ANSWERS) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self._window, *self._asked(title, kind))
        return self._remembered(chosen)

    def ask_open_files(self, title: Line, kind: Kind = PAPERS) -> tuple[Path, ...]:
        chosen, _ = QFileDialog.getOpenFileNames(self._window, *self._asked(title, kind))
        if chosen:
            self._remembered(chosen[0])
        return tuple(Path(each) for each in chosen)

    def ask_save_file(self, title: Line, name: str, kind: Kind = ANSWERS) -> Path | None:
        said, _, kinds = self._asked(title, kind)
        chosen, _ = QFileDialog.getSaveFileName(self._window, said, str(self.folder / name), kinds)
        return self._remembered(chosen)

    def ask_folder(self, title: Line) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.words.say(title), str(self.folder))
        if chosen:
            self.folder = Path(chosen).parent
        return Path(chosen) if chosen else None

    def ask_unsaved(self) -> Literal["save", "leave", "stay"]:
        """What is to become of a case that is kept nowhere yet."""
        say, button = self.words.text, QMessageBox.StandardButton
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, "Talentpack", say(N_("This case is not saved yet.")), parent=self._window
        )
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.button(button.Save).setText(say(N_("Save…")))
        box.button(button.Discard).setText(say(N_("Leave without saving")))
        box.button(button.Cancel).setText(say(N_("Stay here")))
        answers: dict[int, Literal["save", "leave", "stay"]] = {button.Save: "save", button.Discard: "leave"}
        return answers.get(box.exec(), "stay")

    def open(self, path: Path) -> None:
        """Opens a file or folder with the system's own program for it; says so when there is none."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.note(line(N_("No program opened {name}."), name=path.name))

    def _asked(self, title: Line, kind: Kind) -> tuple[str, str, str]:
        patterns, said = kind
        return self.words.say(title), str(self.folder), f"{self.words.say(said)} ({patterns})"

    def _remembered(self, chosen: str) -> Path | None:
        if not chosen:
            return None
        self.folder = Path(chosen).parent
        return Path(chosen)
