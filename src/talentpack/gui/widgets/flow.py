"""Small widgets one after another, in as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """``gap`` apart, across and down. Its height follows its width."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, items: Sequence[QWidget]) -> None:
        """Takes the place of what was there."""
        for old in self._items:
            old.hide()
            old.deleteLater()
        self._items = list(items)
        for new in self._items:
            new.setParent(self)
            new.show()
        self._arrange()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _arrange(self) -> None:
        for item, at in zip(self._items, self._places(self.width())[0], strict=True):
            size = _wanted(item)
            item.setGeometry(at.x(), at.y(), min(size.width(), max(self.width(), 1)), size.height())

    def _places(self, width: int) -> tuple[list[QPoint], int]:
        """Where each item stands, and how high all are."""
        places: list[QPoint] = []
        across = down = row = 0
        for item in self._items:
            size = _wanted(item)
            if across and across + size.width() > width:
                across, down, row = 0, down + row + self._gap, 0
            places.append(QPoint(across, down))
            across += size.width() + self._gap
            row = max(row, size.height())
        return places, down + row


def _wanted(item: QWidget) -> QSize:
    """Its own wish, within what it was fixed to."""
    return item.sizeHint().expandedTo(item.minimumSize())
