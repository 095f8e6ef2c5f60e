"""The list of steps as rows: heads of groups, and pages with how far they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from talentpack.core.lines import N_, Line, line
from talentpack.gui.desk import Desk
from talentpack.gui.standing import Status
from talentpack.gui.window.summary import step_name

Index = QModelIndex | QPersistentModelIndex

STATUSES: dict[Status, Line] = {
    "not_started": line(N_("Not started")),
    "in_progress": line(N_("In progress")),
    "completed": line(N_("Completed")),
    "problem": line(N_("There is a problem")),
}


class Role(IntEnum):
    ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Row:
    """A head has no page; ``shown``: it is the page on screen."""

    name: str
    page: str = ""
    status: Status = "not_started"
    said: str = ""
    shown: bool = False


class StepsModel(QAbstractListModel):
    """The rows as the desk stood at the last `refresh`. A row's name and state arrive at a screen reader as one sentence."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = ""
        self._rows = self._made()

    def show_page(self, page: str) -> None:
        self._shown = page
        self.refresh()

    def refresh(self) -> None:
        """Takes the rows anew; only what changed is drawn again."""
        rows = self._made()
        if [(row.name, row.page) for row in rows] != [(row.name, row.page) for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        old, self._rows = self._rows, rows
        for number, row in enumerate(rows):
            if row != old[number]:
                self.dataChanged.emit(self.index(number), self.index(number))

    def index_of(self, page: str) -> QModelIndex:
        """The row of a page; an invalid index for one not shown."""
        number = next((number for number, row in enumerate(self._rows) if page and row.page == page), -1)
        return self.index(number)

    def completed(self) -> tuple[int, int]:
        """How many pages are completed, and how many there are."""
        pages = [row for row in self._rows if row.page]
        return sum(row.status == "completed" for row in pages), len(pages)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said
        return row.name if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        whole = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return whole if self._rows[index.row()].page else Qt.ItemFlag.ItemNeverHasChildren

    def _made(self) -> list[Row]:
        words = self._desk.words
        rows: list[Row] = []
        group = ""
        for page in self._desk.pages:
            name = words.say(page.group) if page.group else group
            if name != group:
                rows.append(Row(name, said=name))
                group = name
            status = self._desk.status(page)
            step = words.say(step_name(page))
            said = words.say(line(N_("{step}: {status}"), step=step, status=STATUSES[status]))
            rows.append(Row(step, page.id, status, said, page.id == self._shown))
        return rows
