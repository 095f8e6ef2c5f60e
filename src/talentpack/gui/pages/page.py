"""A page of `forms/` on screen: title, lead, what is wrong, and its questions or records."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from talentpack.core.actions import Action
from talentpack.core.lines import Line
from talentpack.core.questions import Page
from talentpack.gui.desk import Desk
from talentpack.gui.pages.cards import Cards
from talentpack.gui.pages.problems import ProblemSummary
from talentpack.gui.pages.rows import Rows
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Gutter
from talentpack.gui.widgets.laying import lay_out_below
from talentpack.gui.widgets.text import Text

_COLUMN, _LEFT, _RIGHT, _TOP = 680, 40, 28, 32
_TITLE_LEAD, _LEAD_BODY, _SEEN_AROUND = 8, 20, 80


class PageView(Gutter):
    """The shell asks it for its ``problems`` on Continue, and to ``reveal`` an address."""

    wide = False

    def __init__(self, page: Page, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.page = page
        self._desk, self._style = desk, style
        self._asking = False
        column = self._column()  # from the outside in: what is moved into a parent later is styled once more
        self.summary = ProblemSummary(desk.words, style, column)
        self.body: Rows | Cards = (
            Cards(page, desk, style, column) if page.listing else Rows(page, "", desk, style, column)
        )
        self._lay_out(column)
        self.summary.jumping.connect(self.reveal)
        self.body.erred.connect(self._erred)
        desk.changed.connect(self._take)
        desk.settling.connect(self.body.settle)

    def problems(self) -> list[tuple[str, Line]]:
        """Raises everything there is to say; the summary lists it and takes the focus."""
        self._asking = True
        found = list(self.body.check())
        self._asking = False
        self.summary.show_problems(found)
        if found:
            self.verticalScrollBar().setValue(0)
            self.summary.announce()
        return found

    def reveal(self, address: str) -> None:
        """Brings a question on screen, with the focus; for a list itself, the way to add to it."""
        field = self.body.field(address)
        if field is not None and field.shown:
            field.focus()
            self._show(field.head)
        elif isinstance(self.body, Cards):
            card = self.body.cards.get(address.rpartition("/")[2])
            target = card.rows.shown[0].editor.buddy if card else self.body.first()
            target.setFocus()
            self._show(target)

    def first_field(self) -> QWidget | None:
        """What takes the focus when the page is opened."""
        rows = self.body.first_rows() if isinstance(self.body, Cards) else self.body
        if rows is None or not rows.shown:
            return self.body.first() if isinstance(self.body, Cards) else None
        return rows.shown[0].editor.buddy

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        lay_out_below(self._ground)

    def _show(self, widget: QWidget) -> None:
        """Once the layout has settled: the field may just have appeared."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, self._style.px(_SEEN_AROUND)))

    def _take(self, action: Action) -> None:
        self.body.take(action)
        self._erred()

    def _erred(self) -> None:
        """The summary loses what was put right, and is gone when nothing is left."""
        if self.summary.isVisible() and not self._asking:
            self.summary.show_problems(list(self.body.errors()))

    def _column(self) -> QWidget:
        px = self._style.px
        self._ground = QWidget()
        self.setWidget(self._ground)
        self._ground.setAutoFillBackground(False)
        column = QWidget(self._ground)
        column.setMaximumWidth(px(_COLUMN))
        outer = QVBoxLayout(self._ground)
        outer.setContentsMargins(px(_LEFT), px(_TOP), px(_RIGHT), px(_TOP))
        outer.addWidget(column)
        outer.addStretch(1)
        return column

    def _lay_out(self, column: QWidget) -> None:
        say = self._desk.words.say
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(self._style.px(_LEAD_BODY))
        inner.addLayout(self._heads(say(self.page.title), say(self.page.lead) if self.page.lead else ""))
        inner.addWidget(self.summary)
        inner.addWidget(self.body)

    def _heads(self, title: str, lead: str) -> QVBoxLayout:
        heads = QVBoxLayout()
        heads.setSpacing(self._style.px(_TITLE_LEAD))
        heads.addWidget(Text(self._style, "title", title, wrap=True))
        if lead:
            heads.addWidget(Text(self._style, "lead", lead, colour="muted", wrap=True))
        return heads
