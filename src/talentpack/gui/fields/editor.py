"""What every editor is: a control for one answer that says when it was changed and when it was left."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from talentpack.core.questions import Question
from talentpack.core.values import Plain
from talentpack.core.words import Words
from talentpack.gui.desk import Desk
from talentpack.gui.style import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

# The focus comes back after these: a menu or another window is no other field.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Place(NamedTuple):
    """Which question an editor stands for, and where its answer is kept."""

    question: Question
    address: str
    desk: Desk
    style: Style

    @property
    def words(self) -> Words:
        return self.desk.words

    @property
    def label(self) -> str:
        return self.words.say(self.question.label)

    def beside(self, name: str) -> str:
        """The address of another question of the same record or table."""
        return f"{self.address.rpartition('/')[0]}/{name}"


class Editor(QWidget):
    """A control for one answer. ``put`` shows an answer and tells nobody; ``raw`` is what stands there now."""

    typed = Signal()
    """Something was typed; more may come."""
    chosen = Signal()
    """A whole answer was given at once, or Enter pressed."""
    left = Signal()
    """The focus went to another field."""
    paused = Signal()
    """The focus went to a menu, another window, or another part of the editor."""

    whole = False
    """Whether each choice is an act of its own; otherwise all until the field is left are one."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place

    @property
    @abstractmethod
    def boxes(self) -> Sequence[QWidget]:
        """What takes the focus, in order."""

    @abstractmethod
    def put(self, value: Plain | None) -> None:
        """Shows a canonical answer, or none."""

    @abstractmethod
    def raw(self) -> object | None:
        """What stands there, for `kinds.canonical`; None for nothing. Raises Refused where only the editor can tell."""

    def follow(self) -> None:
        """Another answer has changed: what is told beside this one may be told otherwise."""

    @property
    def composing(self) -> bool:
        """Whether an input method is at work: its text must not be replaced."""
        return any(getattr(box, "composing", False) for box in self.boxes)

    @property
    def buddy(self) -> QWidget:
        """What the label stands for."""
        return self.boxes[0]

    def named(self, label: str, description: str) -> None:
        """The accessible name and description of every box."""
        for box in self.boxes:
            box.setAccessibleName(label)
            box.setAccessibleDescription(description)

    def mark(self, wrong: bool) -> None:
        """Draws the boxes as wrong, or no longer."""
        for box in self.boxes:
            if bool(box.property("wrong")) != wrong:
                box.setProperty("wrong", wrong)
                box.style().unpolish(box)
                box.style().polish(box)

    def watch(self, *boxes: QWidget) -> None:
        """Follows the focus out of these boxes."""
        for box in boxes:
            box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self._focus_out(event.reason())
        return super().eventFilter(watched, event)

    def _focus_out(self, reason: Qt.FocusReason) -> None:
        if reason in _PASSING:
            self.paused.emit()
            return
        now = QApplication.focusWidget()
        inside = now is not None and self.isAncestorOf(now)
        (self.paused if inside else self.left).emit()
