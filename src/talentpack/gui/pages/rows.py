"""The questions of a page, or of one record, as a column of rows that follows the answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from talentpack.core.actions import Action
from talentpack.core.lines import Line
from talentpack.core.questions import Page, Question
from talentpack.gui.desk import Desk
from talentpack.gui.fields.editor import Place
from talentpack.gui.pages.extras import Told, extra_for
from talentpack.gui.pages.field import Field
from talentpack.gui.pages.row import Row
from talentpack.gui.style import Style
from talentpack.gui.widgets.laying import lay_out_now

_BETWEEN = 18


class Rows(QWidget):
    """``record`` is the id of the record the questions are about; empty on a page of single answers."""

    erred = Signal()

    def __init__(self, page: Page, record: str, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page, self._record, self._desk, self._style = page, record, desk, style
        base = f"{page.listing.id}/{record}/" if page.listing else ""
        places = [
            Place(question, base + question.id.replace(".", "/"), desk, style)
            for question in page.questions
            if not _told_elsewhere(question)
        ]
        self._rows: list[Row] = []
        self._extras: list[Told] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.px(_BETWEEN))
        for line in _lines(places):
            self._add(layout, line)
        self.fields = {field.place.question.id: field for row in self._rows for field in row.fields}
        for field in self.fields.values():
            field.erred.connect(self.erred)
        self.follow()

    def field(self, address: str) -> Field | None:
        """The field of an address; of one that has none, the field that answers for it."""
        found = next((field for field in self.fields.values() if field.address == address), None)
        if found is None and address.endswith("/not_listed"):
            return self.field(address.replace("/not_listed", "/awarded_by"))
        return found

    @property
    def shown(self) -> list[Field]:
        return [field for field in self.fields.values() if field.shown]

    def take(self, action: Action) -> None:
        """Follows what was done: answers of its own are read again, everything is shown or hidden anew."""
        addresses = {change.address for change in action.changes}
        for field in self.fields.values():
            if field.address in addresses:
                field.refresh()
        self.follow()

    def follow(self) -> None:
        """Shows what the answers ask for."""
        asked = {question.id for question in self._desk.standing.walk.questions(self._page, self._record)}
        for name, field in self.fields.items():
            field.shown = name in asked
            field.editor.follow()
        moved = [row.arrange() for row in self._rows] + [extra.follow() for extra in self._extras]
        if any(moved):
            lay_out_now(self)

    def settle(self) -> None:
        for field in self.fields.values():
            field.settle()

    def check(self) -> Iterator[tuple[str, Line]]:
        """Raises everything there is to say about the questions shown."""
        for field in self.shown:
            error = field.check()
            if error is not None:
                yield field.address, error

    def errors(self) -> Iterator[tuple[str, Line]]:
        """What is already raised."""
        yield from ((field.address, field.error) for field in self.shown if field.error is not None)

    def _add(self, layout: QVBoxLayout, places: Sequence[Place]) -> None:
        row = Row(places, self._style, self)
        self._rows.append(row)
        layout.addWidget(row)
        extra = extra_for(places, self)
        if extra is not None:
            self._extras.append(extra)
            layout.addWidget(extra)


def _lines(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Questions in lines: one that stands ``beside`` goes to the line before it."""
    line: list[Place] = []
    for place in places:
        if line and not place.question.beside:
            yield line
            line = []
        line.append(place)
    if line:
        yield line


def _told_elsewhere(question: Question) -> bool:
    """Whether a university is on the list is asked where its name is typed."""
    return question.kind == "university" and question.id.rpartition(".")[2] == "not_listed"
