"""Once the pack is there: that it was verified, what it holds, and what to know before it is used."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from talentpack.app.building import VerifyAnswer
from talentpack.app.final_check import worth_telling
from talentpack.app.making import BUNDLE, Made, Part
from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem
from talentpack.core.words import Words
from talentpack.gui import icons
from talentpack.gui.rooms.file_card import pages_line, size_line
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Note, Rule
from talentpack.gui.widgets.buttons import Button, ToolButton
from talentpack.gui.widgets.text import Elided, Text

_FEW = 6
"""Warnings told one by one; of more, the first ones and how many more there are."""

_WHAT = {
    BUNDLE: N_("Letter, checklist, worksheet, index, every exhibit"),
    "Portal": N_("The files for the online form"),
    "Evidence": N_("One PDF an exhibit"),
    "Cover letter.pdf": N_("The letter by itself"),
    "Cover letter.docx": N_("The letter to edit, the same words"),
    "Checklist.pdf": N_("The checklist by itself"),
    "manifest.json": N_("What the pack holds, for checking it again"),
}


class PartLine(QWidget):
    """A part of the pack, 50 high, and the button that opens it."""

    opened = Signal(str)

    def __init__(self, style: Style, words: Words, part: Part, pages: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = part.name
        self.setFixedHeight(style.px(50))
        sign = QLabel()
        sign.setPixmap(icons.picture(style, "folder" if part.folder else "file"))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(Text(style, "label", part.name))
        if part.name in _WHAT:
            said.addWidget(Elided(style, "hint", words.text(_WHAT[part.name]), colour="muted"))
        said.addStretch(1)
        facts = [words.say(pages_line(pages))] if part.name == BUNDLE else []
        facts += [words.say(_files(part.files))] if part.folder else []
        facts.append(words.say(size_line(part.size)))
        self.open = ToolButton(style, "open", words.say(line(N_("Open {name}"), name=part.name)))
        self.open.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(12))
        row.addWidget(sign)
        row.addLayout(said, 1)
        row.addWidget(Text(style, "hint", " · ".join(facts), colour="muted"))
        row.addWidget(self.open)

    def _open(self) -> None:
        self.opened.emit(self._name)


class Done(QWidget):
    """``opened`` asks for a part of the pack by name, or for its folder (empty)."""

    opened = Signal(str)
    verify = Signal()

    def __init__(self, words: Words, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._design = words, style
        self.bundle = Button(style, words.text(N_("Open bundle")), primary=True)
        self.folder = Button(style, words.text(N_("Open folder")))
        self.bundle.clicked.connect(self._open_bundle)
        self.folder.clicked.connect(self._open_folder)
        self.stale = Note(style, words.text(N_("The answers changed after this pack was made")), words.text(N_("Make it again to have them in it.")), tone="amber", icon="advice")  # fmt: skip
        self.stale.hide()
        self.verified = Note(style, " ", " ", tone="green", icon="shield", link=words.text(N_("Verify again")))
        self.verified.link.clicked.connect(self.verify)
        self.wrong = Note(style, " ", " ", tone="red", icon="problem")
        self.wrong.hide()
        self.parts: list[PartLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.know = Note(style, " ", " ", tone="amber", icon="advice")
        self._lay_out(style)

    def _lay_out(self, style: Style) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(18))
        for note in (self.stale, self.verified, self.wrong):
            column.addWidget(note)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.px(10))
        buttons.addWidget(self.bundle)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        column.addLayout(buttons)
        made = QVBoxLayout()
        made.setSpacing(style.px(6))
        made.addWidget(Text(style, "head", self._words.text(N_("What was made"))))
        made.addLayout(self._lines)
        column.addLayout(made)
        column.addWidget(self.know)
        column.addStretch(1)

    def show_made(self, made: Made) -> None:
        self.wrong.hide()
        self.verified.show()
        agree = N_("{pages}, {exhibits} and {files} agree with the plan.")
        counts = pages_line(made.pages), _exhibits(made.exhibits), _files(made.files)
        self._say_verified(line(agree, pages=counts[0], exhibits=counts[1], files=counts[2]))
        self._clear()
        self._lines.addWidget(Rule())
        for part in made.parts:
            row = PartLine(self._design, self._words, part, made.pages)
            row.opened.connect(self.opened)
            self.parts.append(row)
            self._lines.addWidget(row)
            self._lines.addWidget(Rule())
        self._warn(made)

    def show_again(self, answer: VerifyAnswer) -> None:
        """What a second verification found."""
        self.wrong.setVisible(bool(answer.differences))
        self.verified.setVisible(not answer.differences)
        if answer.differences:
            self._say_wrong([self._words.say(found.text) for found in answer.differences])
        else:
            self._say_verified(line(N_("Verified again just now: everything agrees with the manifest.")))

    def show_not_verified(self, problems: tuple[Problem, ...]) -> None:
        self.wrong.show()
        self.verified.hide()
        self._say_wrong([self._words.say(each.what) for each in problems])

    def _say_verified(self, said: Line) -> None:
        self.verified.title.setText(self._words.text(N_("Verified")))
        self.verified.text.setText(self._words.say(said))
        self.verified.setAccessibleName(f"{self.verified.title.text()}. {self.verified.text.text()}")

    def _say_wrong(self, lines: list[str]) -> None:
        self.wrong.title.setText(self._words.text(N_("The pack is no longer what was made")))
        self.wrong.text.setText("\n".join(lines))
        self.wrong.setAccessibleName(f"{self.wrong.title.text()}. {self.wrong.text.text()}")

    def _warn(self, made: Made) -> None:
        warnings = [each for each in made.warnings if worth_telling(each.code)]
        count = len(warnings)
        self.know.setVisible(bool(count))
        one, other = N_("{n} thing to know before you upload"), N_("{n} things to know before you upload")
        self.know.title.setText(self._words.say(Line(template=one, plural=other, values={"n": count})))
        lines = [self._words.say(each.text) for each in warnings[:_FEW]]
        if count > _FEW:
            more = Line(template=N_("… and {n} more"), plural=N_("… and {n} more"), values={"n": count - _FEW})
            lines.append(self._words.say(more))
        self.know.text.setText("\n".join(lines))
        self.know.setAccessibleName(f"{self.know.title.text()}. {self.know.text.text()}")

    def _clear(self) -> None:
        self.parts = []
        while self._lines.count():
            item = self._lines.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()

    def _open_bundle(self) -> None:
        self.opened.emit(str(Path(BUNDLE)))

    def _open_folder(self) -> None:
        self.opened.emit("")


def _files(n: int) -> Line:
    return Line(template=N_("{n} file"), plural=N_("{n} files"), values={"n": n})


def _exhibits(n: int) -> Line:
    return Line(template=N_("{n} exhibit"), plural=N_("{n} exhibits"), values={"n": n})
