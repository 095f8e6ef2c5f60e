"""The scheme on one card: its categories, its way step by step, and what it costs and takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from talentpack.app.programme import Programme
from talentpack.core.lines import Line
from talentpack.core.words import Words
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Card, Rule
from talentpack.gui.widgets.text import Text

FACTS = ("time", "fee_application", "fee_issue", "first_stay", "family", "decision")
"""What stands on the card, three beside each other."""
_COLUMNS = 3
_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_CIRCLE, _NAME, _NARROWEST = 28, 36, 116


class Path(QWidget):
    """The stages beside each other, in as many rows as they need: a number in a circle, a line to the next, the words."""

    def __init__(self, style: Style, stages: list[tuple[str, str]]) -> None:
        super().__init__()
        self._style, self._stages = style, stages
        self.setAccessibleName("; ".join(f"{number}. {name}: {note}" for number, (name, note) in enumerate(stages, 1)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._style.px(_NAME))

    def paintEvent(self, event: QPaintEvent) -> None:
        across = self._across(self.width())
        width = self.width() / across
        top = 0
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row, height in enumerate(self._heights(self.width())):
                for column in range(min(across, len(self._stages) - row * across)):
                    number = row * across + column
                    self._circle(painter, QPointF(column * width, top), number, width)
                    self._words(painter, QPointF(column * width, top), number, width)
                top += height

    def _across(self, width: int) -> int:
        return max(1, min(len(self._stages), width // self._style.px(_NARROWEST)))

    def _heights(self, width: int) -> list[int]:
        across = self._across(width)
        rows = [self._stages[first : first + across] for first in range(0, len(self._stages), across)]
        return [max(self._height(stage, width / across) for stage in row) + self._style.px(12) for row in rows]

    def _height(self, stage: tuple[str, str], width: float) -> int:
        name, note = stage
        return self._style.px(_NAME) + self._tall(name, 600, width) + self._style.px(2) + self._tall(note, 400, width)

    def _tall(self, text: str, weight: int, width: float) -> int:
        room = QRect(0, 0, self._words_wide(width), 10_000)
        return QFontMetrics(self._style.font("hint", weight)).boundingRect(room, _WRAPPED, text).height()

    def _words_wide(self, width: float) -> int:
        return round(width) - self._style.px(12)

    def _circle(self, painter: QPainter, at: QPointF, number: int, width: float) -> None:
        px, side = self._style.px, self._style.px(_CIRCLE)
        circle = QRectF(at.x() + 0.5, at.y() + 0.5, side - 1, side - 1)
        painter.setPen(QPen(self._style.colour("border"), 1))
        painter.drawEllipse(circle)
        painter.setPen(self._style.colour("text"))
        painter.setFont(self._style.font("hint", 600))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        if number < len(self._stages) - 1:
            painter.setPen(QPen(self._style.colour("line"), 1))
            middle = at.y() + side / 2
            painter.drawLine(QPointF(at.x() + side + px(6), middle), QPointF(at.x() + width - px(6), middle))

    def _words(self, painter: QPainter, at: QPointF, number: int, width: float) -> None:
        px = self._style.px
        name, note = self._stages[number]
        wide, named = self._words_wide(width), self._tall(name, 600, width)
        area = QRect(round(at.x()), round(at.y()) + px(_NAME), wide, 10_000)
        painter.setPen(self._style.colour("text"))
        painter.setFont(self._style.font("hint", 600))
        painter.drawText(area, _WRAPPED, name)
        painter.setPen(self._style.colour("muted"))
        painter.setFont(self._style.font("hint"))
        painter.drawText(area.translated(0, named + px(2)), _WRAPPED, note)


class ProgrammeCard(Card):
    """All of it in words from the data files."""

    def __init__(self, programme: Programme, words: Words, style: Style) -> None:
        super().__init__(style, (24, 20))
        self._style, self._words = style, words
        self.column.addWidget(Text(style, "head", words.say(programme.title)))
        self.column.addLayout(self._columns([(None, route) for route in programme.routes]))
        self.column.addWidget(Rule())
        stages = [(words.say(each.title), words.say(each.note)) for each in programme.stages]
        self.column.addWidget(Path(style, stages))
        self.column.addWidget(Rule())
        facts = [programme.facts[each] for each in FACTS if each in programme.facts]
        for first in range(0, len(facts), _COLUMNS):
            self.column.addLayout(self._columns(facts[first : first + _COLUMNS]))

    def _columns(self, cells: Sequence[tuple[Line | None, Line]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._style.px(24))
        for label, text in cells:
            column = QVBoxLayout()
            column.setSpacing(self._style.px(2))
            if label is not None:
                column.addWidget(Text(self._style, "label", self._words.say(label), wrap=True))
            column.addWidget(Text(self._style, "hint", self._words.say(text), wrap=True))
            column.addStretch(1)
            row.addLayout(column, 1)
        return row
