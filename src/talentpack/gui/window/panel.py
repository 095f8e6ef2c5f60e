"""Eligibility so far: the verdict, the figure that decides, every finding with its reason, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from talentpack.core.lines import N_
from talentpack.core.words import Words
from talentpack.gui import icons
from talentpack.gui.desk import Desk
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Card, Gutter
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.text import Text
from talentpack.gui.window.summary import OUTCOMES, VERDICTS, Point, Summary

WIDTH = 312
_SIDE, _PAGE_SIDE, _COLUMN = 24, 40, 680
TINTS = {"met": "green", "advice": "amber", "not_yet_known": "", "not_met": ""}


class VerdictBox(QFrame):
    """The verdict in its tint, with the category and what decides below."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self.setProperty("kind", "note")
        self._sign = QLabel()
        self._word = Text(style, "head", wrap=True)
        self._fact = Text(style, "hint", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.px(13), style.px(12), style.px(12), style.px(12))
        row.setSpacing(style.px(8))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(style.px(3))
        words.addWidget(self._word)
        words.addWidget(self._fact)
        row.addLayout(words, 1)

    def say(self, summary: Summary, words: Words) -> None:
        name, colour = icons.OUTCOMES[summary.verdict]
        self.setProperty("tone", TINTS[summary.verdict])
        self.style().unpolish(self)
        self.style().polish(self)
        self._sign.setPixmap(icons.picture(self._style, name, colour))
        self._word.setText(words.say(VERDICTS[summary.verdict]))
        self._word.paint_in("green" if summary.verdict == "met" else "text")
        self._fact.setText(f"{words.say(summary.category)} · {words.say(summary.fact)}")


class FindingRow(QWidget):
    """One finding: its shape, title and reason."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._sign = QLabel()
        self._title = Text(style, "body", wrap=True)
        self._reason = Text(style, "hint", colour="muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, style.px(12))
        row.setSpacing(style.px(10))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(style.px(1))
        words.addWidget(self._title)
        words.addWidget(self._reason)
        row.addLayout(words, 1)

    def say(self, point: Point, words: Words) -> None:
        name, colour = icons.OUTCOMES[point.outcome]
        self._sign.setPixmap(icons.picture(self._style, name, colour, on="panel"))
        self._title.setText(words.say(point.title))
        self._reason.setText(words.say(point.reason))
        self.setAccessibleName(f"{words.say(OUTCOMES[point.outcome])}: {self._title.text()}")
        self.setAccessibleDescription(self._reason.text())


class FindingsPanel(QFrame):
    """Shows a summary. ``wanted`` carries a page and an address where the next step is."""

    wanted = Signal(str, str)

    def __init__(self, desk: Desk, style: Style, *, narrow: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._style = desk, style
        self._verdict = ""
        self._step: tuple[str, str] = ("", "")
        if narrow:
            self.setFixedWidth(style.px(WIDTH))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), style.colour("panel" if narrow else "page"))
        self.setPalette(palette)
        say = desk.words.text
        self._head = Text(style, "head" if narrow else "title", say(N_("Eligibility so far")))
        self._box = VerdictBox(style)
        self._label = Text(style, "hint", colour="muted")
        self._figure = Text(style, "figure")
        self._rows: list[FindingRow] = []
        self._points = QVBoxLayout()
        self._next = Card(style, (16, 12))
        self._next_text = Text(style, "body", wrap=True)
        self._next_link = LinkButton(style, "")
        self._next_link.clicked.connect(self._go)
        self._day = Text(style, "hint", colour="muted", wrap=True)
        self._column = None if narrow else style.px(_COLUMN)
        self._lay_out(_SIDE if narrow else _PAGE_SIDE)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def say(self, summary: Summary) -> None:
        """Says everything anew, in place; a verdict that changed is announced once."""
        words = self._desk.words
        self._box.say(summary, words)
        self._label.setText(words.say(summary.label) if summary.label else "")
        self._figure.setText(words.say(summary.figure) if summary.figure else "")
        self._label.setVisible(summary.label is not None)
        self._figure.setVisible(summary.figure is not None)
        self._show(summary.points)
        self._next.setVisible(summary.step is not None)
        if summary.step is not None:
            self._step = (summary.step.page, summary.step.address)
            self._next_text.setText(words.say(summary.step.text))
            self._next_link.say(words.say(summary.step.link))
        self._day.setText(words.say(summary.day))
        self._announce(words.say(VERDICTS[summary.verdict]))

    def _show(self, points: tuple[Point, ...]) -> None:
        while len(self._rows) < len(points):
            self._rows.append(FindingRow(self._style))
            self._points.addWidget(self._rows[-1])
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(points))
            if number < len(points):
                row.say(points[number], self._desk.words)

    def _announce(self, verdict: str) -> None:
        if self._verdict and verdict != self._verdict:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, verdict))
        self._verdict = verdict

    def _go(self) -> None:
        self.wanted.emit(*self._step)

    def _lay_out(self, side: int) -> None:
        px = self._style.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(side), px(28 if side == _SIDE else 32), px(_SIDE - 12), px(20))
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(px(11))
        column.addWidget(self._scrolled(), 1)
        say = self._desk.words.text
        foot = QVBoxLayout()
        foot.setContentsMargins(0, px(12), px(12), 0)
        foot.setSpacing(px(4))
        foot.addWidget(self._day)
        text = say(N_("This is guidance, not a decision. The Immigration Department decides each case."))
        foot.addWidget(Text(self._style, "hint", text, colour="muted", wrap=True))
        column.addLayout(foot)

    def _scrolled(self) -> Gutter:
        px = self._style.px
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        if self._column is not None:
            inside.setMaximumWidth(self._column)
        column.setSpacing(0)
        column.addWidget(self._box)
        column.addSpacing(px(18))
        column.addWidget(self._label)
        column.addWidget(self._figure)
        column.addSpacing(px(14))
        column.addWidget(self._next_card())
        column.addSpacing(px(16))
        self._points.setSpacing(0)
        column.addLayout(self._points)
        column.addStretch(1)
        area = Gutter(self._style)
        area.setWidget(inside)
        area.setAccessibleName(self._head.text())
        return area

    def _next_card(self) -> Card:
        self._next.column.setSpacing(self._style.px(3))
        label = Text(self._style, "hint", self._desk.words.text(N_("Next step")), colour="muted")
        for widget in (label, self._next_text, self._next_link):
            self._next.column.addWidget(widget)
        return self._next
