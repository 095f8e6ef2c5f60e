"""Answers as they are read once more: groups between rules, each answer with its way back to the question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from talentpack.app.summary import AnswerGroup, AnswerRow
from talentpack.core.lines import N_, line
from talentpack.core.words import Words
from talentpack.gui import icons
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Rule
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.text import Text

LABEL, GAP, DOWN, LINE, ABOVE, SIGN = 196, 12, 8, 24, 26, 16

_SAID = {
    "not_provided": (N_("Not provided"), "muted"),
    "not_answered": (N_("Not answered yet"), "amber"),
}


class AnswerLine(QWidget):
    """Label, value with notes under it, Change."""

    asked = Signal(str)

    def __init__(self, style: Style, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design, self._words = style, words
        self.address = ""
        self._label = Text(style, "body", colour="muted", wrap=True)
        self._label.setFixedWidth(style.px(LABEL))
        self._sign = QLabel()
        self._sign.setPixmap(icons.picture(style, "unknown", "amber", SIGN))
        self._value = Text(style, "body", wrap=True)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes = Text(style, "hint", colour="muted", wrap=True)
        self.change = LinkButton(style, words.text(N_("Change")))
        self.change.clicked.connect(self._ask)
        self._lay_out(style)

    def put(self, row: AnswerRow, *, reachable: bool) -> None:
        """Shows an answer; ``reachable``: a page asks it, so it can be changed."""
        label = self._words.say(row.label)
        self.address = row.address
        self._label.setText(label)
        said, colour = self._value_of(row)
        self._value.setText(said)
        self._value.paint_in(colour)
        self._sign.setVisible(row.state == "not_answered")
        self._notes.setText("\n".join(self._words.say(note) for note in row.notes))
        self._notes.setVisible(bool(row.notes))
        self.change.setVisible(reachable)
        self.change.setAccessibleName(self._words.say(line(N_("Change {label}"), label=row.label)))

    def _value_of(self, row: AnswerRow) -> tuple[str, str]:
        if row.state in _SAID:
            template, colour = _SAID[row.state]
            return self._words.text(template), colour
        if row.state == "not_used" and row.value is not None:
            return self._words.say(line(N_("Kept, not used: {answer}"), answer=row.value)), "muted"
        return (self._words.say(row.value) if row.value else ""), "text"

    def _lay_out(self, style: Style) -> None:
        px = style.px
        across = QHBoxLayout(self)
        across.setContentsMargins(0, px(DOWN), 0, px(DOWN))
        across.setSpacing(px(GAP))
        for text in (self._label, self._value):
            text.setMinimumHeight(px(LINE))
            text.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        value = QHBoxLayout()
        value.setSpacing(px(8))
        value.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        value.addWidget(self._value, 1)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addLayout(value)
        below.addWidget(self._notes)
        top = Qt.AlignmentFlag.AlignTop
        across.addWidget(self._label, 0, top)
        across.addLayout(below, 1)
        across.addWidget(self.change, 0, top)

    def _ask(self) -> None:
        self.asked.emit(self.address)


class GroupBox(QWidget):
    """A page's or record's answers under its name."""

    asked = Signal(str)

    def __init__(self, style: Style, words: Words, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.px(ABOVE), 0, 0)
        column.setSpacing(0)
        self._title = Text(style, "head", wrap=True)
        column.addWidget(self._title)
        column.addSpacing(style.px(6))
        column.addWidget(Rule())
        self.lines = [AnswerLine(style, words) for _ in range(rows)]
        for each in self.lines:
            each.asked.connect(self.asked)
            column.addWidget(each)
            column.addWidget(Rule())

    def put(self, group: AnswerGroup) -> None:
        """Shows a group of as many rows as this box was made for."""
        self._title.setText(self._words.say(group.title))
        for each, row in zip(self.lines, group.rows, strict=True):
            each.put(row, reachable=group.shown and row.state != "not_used")
