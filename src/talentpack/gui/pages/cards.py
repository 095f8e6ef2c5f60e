"""The records of a page: a card each, one more on request, or the word that there is none."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from talentpack.core.actions import Action
from talentpack.core.lines import N_, Line, line
from talentpack.core.questions import Page
from talentpack.gui.desk import Desk
from talentpack.gui.pages.card import RecordCard
from talentpack.gui.pages.field import Field
from talentpack.gui.pages.rows import Rows
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Note
from talentpack.gui.widgets.buttons import LinkButton

_BETWEEN = 12


class Cards(QWidget):
    """Follows the list: a record that came or went, by this page or by undo, has its card or loses it."""

    erred = Signal()

    def __init__(self, page: Page, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._desk, self._style = page, desk, style
        self._listed = page.listing.id if page.listing else ""
        self._one = page.listing.one if page.listing else page.title
        self._error: Line | None = None
        self.cards: dict[str, RecordCard] = {}
        self.removed = Note(
            style, desk.words.text(N_("Removed")), link=desk.words.text(N_("Undo")), icon="trash", parent=self
        )
        self.removed.link.clicked.connect(desk.undo)
        self.more = LinkButton(style, "", icon="plus", parent=self)
        self.more.clicked.connect(self._add)
        self.none = QCheckBox(self)
        self.none.clicked.connect(self._said_none)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.px(_BETWEEN))
        for part in (self.removed, self.more, self.none):
            self._column.addWidget(
                part, 0, Qt.AlignmentFlag.AlignLeft if part is not self.removed else Qt.AlignmentFlag(0)
            )
        self.removed.hide()
        self._follow()

    def field(self, address: str) -> Field | None:
        return next((found for card in self.cards.values() if (found := card.rows.field(address))), None)

    def first_rows(self) -> Rows | None:
        """The questions of the first record."""
        return next((card.rows for card in self.cards.values()), None)

    def first(self) -> QWidget:
        """What takes the focus on an otherwise empty page."""
        return self.more

    def take(self, action: Action) -> None:
        addresses = {change.address for change in action.changes}
        if self._listed in addresses or "none" in addresses:
            self._error = None
            self._follow()
            self.removed.setVisible(action.kind == "remove")
        elif action.kind in ("undo", "redo", "answer"):
            self.removed.hide()
        for card in self.cards.values():
            card.take(action)

    def settle(self) -> None:
        for card in self.cards.values():
            card.rows.settle()

    def check(self) -> Iterator[tuple[str, Line]]:
        if not self.cards and not self._desk.answers.said_empty(self._listed):
            self._error = line(N_("Add one {one}, or say that there is none."), one=self._one)
        for card in self.cards.values():
            list(card.rows.check())
        return self.errors()

    def errors(self) -> Iterator[tuple[str, Line]]:
        if self._error is not None:
            yield self._listed, self._error
        for card in self.cards.values():
            yield from card.rows.errors()

    def _follow(self) -> None:
        """Makes and drops cards until they are those of the list, in its order."""
        records = self._desk.answers.ids(self._listed)
        for record in [each for each in self.cards if each not in records]:
            card = self.cards.pop(record)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, record in enumerate(records):
            if record not in self.cards:
                self.cards[record] = self._made(record)
            self._column.removeWidget(self.cards[record])
            self._column.insertWidget(place, self.cards[record])
            self.cards[record].show()
            self.cards[record].name()
        self._say(len(records))

    def _made(self, record: str) -> RecordCard:
        card = RecordCard(self._page, record, self._desk, self._style, self)
        card.removing.connect(self._remove)
        card.rows.erred.connect(self.erred)
        return card

    def _say(self, count: int) -> None:
        words, one = self._desk.words, self._one
        again = line(N_("Add another {one}"), one=one) if count else line(N_("Add one {one}"), one=one)
        self.more.say(words.say(again))
        self.none.setText(words.say(line(N_("I have no {one} to enter"), one=one)))
        self.none.setChecked(self._desk.answers.said_empty(self._listed))
        self.none.setVisible(not count)

    def _add(self) -> None:
        record = self._desk.add(self._listed)
        shown = self.cards[record].rows.shown
        if shown:
            shown[0].focus()

    def _remove(self, record: str) -> None:
        self._desk.remove(self._listed, record)
        self.more.setFocus()

    def _said_none(self) -> None:
        self._desk.say_empty(self._listed, self.none.isChecked())
