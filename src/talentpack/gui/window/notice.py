"""What the program has to tell, above the page until it is put away."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from talentpack.core.lines import N_, Line
from talentpack.core.problems import Problem
from talentpack.gui.messages import Messages
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Note
from talentpack.gui.widgets.buttons import ToolButton

MOST = 3
"""Problems told one by one; further ones are counted."""


class Notice(QWidget):
    """Shows what `Messages` is told, newest only."""

    def __init__(self, messages: Messages, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._words = style, messages.words
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(style.px(40), style.px(14), style.px(40), 0)
        self._row.setSpacing(style.px(8))
        self._notes = QVBoxLayout()
        self._notes.setSpacing(style.px(6))
        self._row.addLayout(self._notes, 1)
        self._close = ToolButton(style, "close", self._words.text(N_("Put away")))
        self._close.clicked.connect(self.clear)
        self._row.addWidget(self._close)
        messages.told.connect(self.tell)
        messages.noted.connect(self.note)
        self.clear()

    def tell(self, problems: tuple[Problem, ...]) -> None:
        say = self._words.say
        self.clear()
        for problem in problems[:MOST]:
            self._add(Note(self._style, say(problem.what), say(problem.remedy), tone="amber", icon="advice"))
        rest = len(problems) - MOST
        if rest > 0:
            more = Line(template=N_("and {n} more"), plural=N_("and {n} more"), values={"n": rest})
            self._add(Note(self._style, say(more), tone="amber", icon="advice"))

    def note(self, said: Line) -> None:
        self.clear()
        self._add(Note(self._style, "", self._words.say(said)))

    def clear(self) -> None:
        """Puts everything away."""
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.hide()

    def _add(self, note: Note) -> None:
        self._notes.addWidget(note)
        note.show()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, note.accessibleName()))
