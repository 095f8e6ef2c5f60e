"""Home: start a case, open one, open the example; what the programme is; how the window looks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from talentpack.core.lines import N_, Day, line
from talentpack.core.words import Words
from talentpack.gui import icons
from talentpack.gui.messages import Messages
from talentpack.gui.preferences import Preferences
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Gutter, Note, Rule
from talentpack.gui.widgets.buttons import Button, LinkButton
from talentpack.gui.widgets.text import Elided, Text
from talentpack.gui.window.home_side import HomeSide
from talentpack.gui.window.notice import Notice
from talentpack.gui.window.sizes import BAR, NO_LIST

_NOT = N_(
    "Not the Immigration Department, and not legal advice. It sends nothing, decides nothing and never writes evidence. "
    "The Department decides each case, and may refuse even where every criterion is met."
)


class Home(QWidget):
    """``start``, ``example`` and ``choose`` are the three ways into a case; ``preferred`` carries new Preferences."""

    start = Signal()
    example = Signal()
    choose = Signal()
    preferred = Signal(object)

    def __init__(self, words: Words, style: Style, messages: Messages, preferences: Preferences) -> None:
        super().__init__()
        self._words, self._style = words, style
        # In the order of Tab: content, then the side.
        self._notice = Notice(messages, style, self)
        self._column = QVBoxLayout()
        self._dropping = Elided(style, "body", colour="muted")
        self._facts = Text(style, "hint", colour="muted")
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self._notice)
        centre.addWidget(self._page(), 1)
        centre.addWidget(self._bar())
        self._side = HomeSide(words, style, preferences)
        self._side.preferred.connect(self.preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._side)
        self._row.addLayout(centre, 1)
        self.say_dropping("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the page, the side stands at its end."""
        super().resizeEvent(event)
        beside = self.width() >= self._style.px(NO_LIST)
        if beside and self._row.indexOf(self._side) < 0:
            self._row.insertWidget(0, self._side)
        elif not beside and self._column.indexOf(self._side) < 0:
            self._column.addWidget(self._side)

    def show_programme(self, card: QWidget, checked: date) -> None:
        """Adds the card of the programme, whose oldest source was read on ``checked``; it comes after the first paint."""
        self._column.insertWidget(0, card)
        card.show()
        checked_on = line(N_("Facts as of {day}"), day=Day(date=checked))
        self._facts.setText(self._words.say(checked_on))

    def say_dropping(self, name: str) -> None:
        """What happens to the file held over the window; without one, that it may be dropped."""
        dropped = line(N_("Drop to open {name}"), name=name)
        self._dropping.setText(
            self._words.say(dropped) if name else self._words.text(N_("Drop an answers file anywhere in this window"))
        )

    def _page(self) -> Gutter:
        px = self._style.px
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(px(40), px(32), px(28), px(24))
        outer.setSpacing(px(12))
        self._column.setSpacing(px(12))
        outer.addLayout(self._heads())
        outer.addLayout(self._column)
        self._column.addSpacing(px(4))
        say = self._words.text
        self._column.addWidget(Note(self._style, say(N_("What this program is not")), say(_NOT)))
        outer.addStretch(1)
        area = Gutter(self._style)
        area.setWidget(inside)
        area.setAccessibleName(say(N_("Home")))
        return area

    def _heads(self) -> QVBoxLayout:
        px, say = self._style.px, self._words.text
        heads = QVBoxLayout()
        heads.setSpacing(px(8))
        heads.addWidget(Text(self._style, "title", say(N_("Prepare a Top Talent Pass application")), wrap=True))
        lead = say(
            N_("Talentpack asks, checks your answers against dated rules, collects the papers and makes the pack.")
        )
        heads.addWidget(Text(self._style, "lead", lead, colour="muted", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, px(12), 0, 0)
        row.setSpacing(px(10))
        start = Button(self._style, say(N_("Start a case")), primary=True)
        example = Button(self._style, say(N_("Open the example")))
        choose = LinkButton(self._style, say(N_("Open a file…")))
        self.first = start
        start.clicked.connect(self.start)
        example.clicked.connect(self.example)
        choose.clicked.connect(self.choose)
        ways: tuple[QWidget, ...] = (start, example, choose)
        for widget in ways:
            row.addWidget(widget)
        row.addStretch(1)
        heads.addLayout(row)
        return heads

    def _bar(self) -> QFrame:
        px = self._style.px
        bar = QFrame()
        bar.setFixedHeight(px(BAR))
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(px(40), 0, px(40), 0)
        row.setSpacing(px(10))
        sign = QLabel()
        sign.setPixmap(icons.picture(self._style, "drop"))
        row.addWidget(sign)
        row.addWidget(self._dropping, 1)
        row.addWidget(self._facts)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return bar
