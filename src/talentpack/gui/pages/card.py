"""One record as a card: its summary, the way to remove it, its questions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from talentpack.app.records import record_title
from talentpack.core.actions import Action
from talentpack.core.lines import N_
from talentpack.core.questions import Page
from talentpack.gui.desk import Desk
from talentpack.gui.pages.rows import Rows
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Card
from talentpack.gui.widgets.buttons import ToolButton
from talentpack.gui.widgets.text import Text

_PADDING = (20, 16)
_REMOVE = N_("Remove")


class RecordCard(Card):
    """``removing`` asks for the record to go: at once, undo brings it back."""

    removing = Signal(str)

    def __init__(self, page: Page, record: str, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, _PADDING, parent)
        self.record = record
        self._page, self._desk = page, desk
        self.title = Text(style, "head", wrap=True, parent=self)
        self.remove = ToolButton(style, "trash", desk.words.text(_REMOVE), parent=self)
        self.remove.clicked.connect(self._remove)
        self.rows = Rows(page, record, desk, style, self)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.rows)
        self.name()

    def take(self, action: Action) -> None:
        self.rows.take(action)
        self.name()

    def name(self) -> None:
        """The summary of what is in it now."""
        listing = self._page.listing
        if listing is None or self.record not in self._desk.answers.ids(listing.id):
            return
        said = self._desk.words.say(record_title(self._desk.forms, self._desk.answers, listing, self.record))
        said = said[:1].upper() + said[1:]
        self.title.setText(said)
        self.remove.say(f"{self._desk.words.text(_REMOVE)}: {said}")
        self.setAccessibleName(said)

    def _remove(self) -> None:
        self.removing.emit(self.record)
