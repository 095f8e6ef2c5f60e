"""The main window: home or a case, files dropped anywhere, keys, and leaving without losing anything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from talentpack.gui.window.home import Home

if TYPE_CHECKING:  # a case is far more than the first paint needs
    from talentpack.gui.window.case import CaseView

SIZE, SMALLEST = (1280, 800), (480, 360)
_SCALE_KEYS = (("Ctrl+=", 1), ("Ctrl++", 1), ("Ctrl+-", -1), ("Ctrl+0", 0))
STEPS = 9
"""Steps that have a key of their own."""


class MainWindow(QMainWindow):
    """Shows what `put` is given. ``opened`` carries a dropped file; the other signals are keys."""

    opened = Signal(object)
    choose = Signal()
    start = Signal()
    scaled = Signal(int)
    help = Signal()
    closing = Signal()

    def __init__(self, allowed_to_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = allowed_to_close
        self.case: CaseView | None = None
        self._frame = DropFrame(self)
        self.setWindowTitle("Talentpack")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._add_keys()

    def put(self, view: Home | CaseView) -> None:
        """Shows a view in place of the one before."""
        old = self.takeCentralWidget()
        self.case = None if isinstance(view, Home) else view
        self.setCentralWidget(view)
        view.show()
        if old is not None:
            old.hide()
            old.deleteLater()

    def clear(self) -> None:
        """Lets go of a case's view at once: its many widgets need not be styled again before they are gone."""
        old = self.case
        if old is not None:
            self.takeCentralWidget()
            self.case = None
            old.deleteLater()
            QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)

    # Dropped files.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        path = _answers_file(event)
        if path is not None:
            self._hold(path.name)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hold("")

    def dropEvent(self, event: QDropEvent) -> None:
        self._hold("")
        path = _answers_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.opened.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            self.closing.emit()
            event.accept()
        else:
            event.ignore()

    def _hold(self, name: str) -> None:
        self._frame.setVisible(bool(name))
        self._frame.setGeometry(self.rect())
        self._frame.raise_()
        view = self.centralWidget()
        if isinstance(view, Home):
            view.say_dropping(name)

    # Keys.

    def _add_keys(self) -> None:
        standard = QKeySequence.StandardKey
        keys: list[tuple[QKeySequence.StandardKey | str, Callable[[], object]]] = [
            (standard.Open, self.choose.emit),
            (standard.New, self.start.emit),
            (standard.Save, self._save),
            (standard.Undo, self._undo),
            (standard.Redo, self._redo),
            (standard.HelpContents, self.help.emit),
            ("Ctrl+E", self._findings),
            ("Ctrl+Return", self._go_on),
            ("Ctrl+Enter", self._go_on),
            *((key, partial(self.scaled.emit, step)) for key, step in _SCALE_KEYS),
            *((f"Ctrl+{number}", partial(self._go_to, number)) for number in range(1, STEPS + 1)),
        ]
        for key, act in keys:
            for sequence in QKeySequence.keyBindings(key) if isinstance(key, standard) else [QKeySequence(key)]:
                QShortcut(sequence, self).activated.connect(act)

    def _save(self) -> None:
        if self.case is not None:
            self.case.save()

    def _undo(self) -> None:
        if self.case is not None:
            self.case.desk.undo()

    def _redo(self) -> None:
        if self.case is not None:
            self.case.desk.redo()

    def _findings(self) -> None:
        if self.case is not None:
            self.case.show_findings()

    def _go_on(self) -> None:
        if self.case is not None:
            self.case.bar.press()

    def _go_to(self, number: int) -> None:
        if self.case is not None:
            self.case.go_to(number)


class DropFrame(QWidget):
    """An accent frame inside the window's edges, while a file is held over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


def _answers_file(event: QDropEvent) -> Path | None:
    """The one answers file that is dropped; None for anything else, which is a page's own business."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() == ".toml" else None
