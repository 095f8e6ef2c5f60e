"""The list of proofs: heads and rows in one flat model; every row takes files dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from talentpack.gui import icons
from talentpack.gui.rooms.proof_lines import ProofLine
from talentpack.gui.style import Style
from talentpack.gui.widgets.drop_zone import dropped_files

HEAD, ROW, TALL = 30, 36, 52
LINE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ProofModel(QAbstractListModel):
    """One `ProofLine` a row. Rows that stay in their places are only told to have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ProofLine, ...] = ()

    def put(self, lines: tuple[ProofLine, ...]) -> None:
        if [(each.kind, each.key) for each in lines] == [(each.kind, each.key) for each in self.lines]:
            self.lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.lines[index.row()]
        said = found.sentence or f"{found.number} {found.first}".strip()
        shown = {
            Qt.ItemDataRole.DisplayRole: found.first,
            Qt.ItemDataRole.ToolTipRole: "\n".join(each for each in (found.first, found.second) if each),
            Qt.ItemDataRole.AccessibleTextRole: said,
            Qt.ItemDataRole.AccessibleDescriptionRole: found.second,
            LINE: found,
        }
        return shown.get(Qt.ItemDataRole(role) if role < LINE else LINE)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].kind == "head":
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def row_of(self, key: str) -> int:
        """-1 for a key that is not there."""
        return next((row for row, each in enumerate(self.lines) if key and each.key == key), -1)


class ProofDelegate(QStyledItemDelegate):
    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._design = style

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        found: ProofLine = index.data(LINE)
        height = HEAD if found.kind == "head" else TALL if found.second else ROW
        return QSize(0, self._design.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        found: ProofLine = index.data(LINE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if found.kind == "head":
            self._paint_head(painter, rect, found)
        else:
            self._paint_row(painter, rect, found, state)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, found: ProofLine) -> None:
        px, font = self._design.px, self._design.font("group")
        painter.setFont(font)
        painter.setPen(self._design.colour("muted"))
        said = f"{found.number}  {found.first}".strip()
        room = rect.adjusted(px(12), px(4), -px(12), 0)
        painter.drawText(room, _MIDDLE, _cut(said if self._design.han else said.upper(), font, room.width()))

    def _paint_row(self, painter: QPainter, rect: QRect, found: ProofLine, state: QStyle.StateFlag) -> None:
        px = self._design.px
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_box(painter, rect.adjusted(0, 1, -1, -1), chosen=chosen, state=state)
        sign = icons.picture(self._design, found.state.icon, found.state.colour, on="panel" if chosen else "page")
        top = rect.top() + (px(8) if found.second else (rect.height() - px(20)) // 2)
        painter.drawPixmap(rect.left() + px(10), top, sign)
        first = QRect(rect.left() + px(40), top, rect.width() - px(52), px(20))
        self._paint_words(painter, first, found, chosen=chosen)

    def _paint_words(self, painter: QPainter, first: QRect, found: ProofLine, *, chosen: bool) -> None:
        hint, body = self._design.font("hint"), self._design.font("label" if chosen else "body")
        right = QFontMetrics(hint).horizontalAdvance(found.right)
        painter.setFont(hint)
        painter.setPen(self._design.colour("muted"))
        painter.drawText(first, _MIDDLE | Qt.AlignmentFlag.AlignRight, found.right)
        if found.second:
            below = first.translated(0, first.height())
            painter.drawText(below, _MIDDLE, _cut(found.second, hint, below.width()))
        painter.setFont(body)
        painter.setPen(self._design.colour("text"))
        room = first.width() - (right + self._design.px(10) if right else 0)
        painter.drawText(first, _MIDDLE, _cut(found.first, body, room))

    def _paint_box(self, painter: QPainter, box: QRect, *, chosen: bool, state: QStyle.StateFlag) -> None:
        px, colour = self._design.px, self._design.colour
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(colour("accent"), 2) if focused else QPen(colour("line"), 1))
            painter.setBrush(QBrush(colour("panel" if chosen else "hover")))
            painter.drawRoundedRect(box.adjusted(1, 0, 0, 0), px(7), px(7))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(colour("accent")))
            bar = QRect(box.left(), box.center().y() - px(8), px(3), px(17))
            painter.drawRoundedRect(bar, 1.5, 1.5)


def _cut(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


class ProofList(QListView):
    """One stop for Tab; the arrows choose. Enter goes on into the detail."""

    chosen = Signal(str)
    """The key of the row now current."""
    entered = Signal()
    dropped = Signal(str, object)
    """A row's key (empty beside the rows) and the paths dropped there."""

    def __init__(self, style: Style, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proofs = ProofModel(self)
        self.setModel(self.proofs)
        self.setItemDelegate(ProofDelegate(style, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self._activated)

    def put(self, lines: tuple[ProofLine, ...]) -> None:
        """Shows the lines; what was chosen stays so, or else the first proof with something to do is."""
        key = self.key
        self.proofs.put(lines)
        if self.proofs.row_of(key) < 0:
            key = next((each.key for each in lines if each.right and each.key), "")
            key = key or next((each.key for each in lines if each.key), "")
        self.choose(key)

    @property
    def key(self) -> str:
        index = self.currentIndex()
        return self.proofs.lines[index.row()].key if 0 <= index.row() < len(self.proofs.lines) else ""

    def choose(self, key: str) -> None:
        row = self.proofs.row_of(key)
        if row >= 0 and key != self.key:
            self.setCurrentIndex(self.proofs.index(row))
            self.scrollTo(self.proofs.index(row))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files: tuple[Path, ...] = dropped_files(event.mimeData())
        index = self.indexAt(event.position().toPoint())
        key = self.proofs.lines[index.row()].key if index.isValid() else ""
        if files:
            event.acceptProposedAction()
            self.dropped.emit(key, files)

    def _activated(self) -> None:
        self.entered.emit()
