"""Pages as small pictures in rows. Pictures come later, one by one; until then a plain sheet in the right shape."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from talentpack.gui import icons
from talentpack.gui.style import Style

WIDE, HIGH, APART, NUMBER = 104, 147, 14, 26
ROWS_SHOWN = 3
FADED = 0.35
PAGE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
Ask = Callable[[int, int, Callable[[QImage], None]], None]


class Thumb(NamedTuple):
    """A page: ``turn`` clockwise, ``badge`` an icon and its colour, ``said`` under it, ``sentence`` for a reader."""

    page: int
    turn: int
    left_out: bool
    badge: tuple[str, str]
    said: str
    sentence: str


class ThumbModel(QAbstractListModel):
    """``ask(page, width, then)`` has a page drawn; each is asked for once, when it is first seen."""

    def __init__(self, ask: Ask, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._width = width
        self._asked: set[int] = set()
        self._images: dict[int, QImage] = {}
        self.thumbs: tuple[Thumb, ...] = ()

    def put(self, thumbs: tuple[Thumb, ...]) -> None:
        if len(thumbs) != len(self.thumbs):
            self.beginResetModel()
            self.thumbs = thumbs
            self.endResetModel()
        elif thumbs != self.thumbs:
            self.thumbs = thumbs
            self.dataChanged.emit(self.index(0), self.index(len(thumbs) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.thumbs)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        thumb = self.thumbs[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return thumb.sentence
        return thumb if role == PAGE else None

    def image(self, page: int) -> QImage | None:
        """The picture of a page; None while it is not there."""
        if page not in self._asked:
            self._asked.add(page)
            self._ask(page, self._width, partial(self._drawn, page))
        return self._images.get(page)

    def _drawn(self, page: int, image: QImage) -> None:
        self._images[page] = image
        row = next((row for row, each in enumerate(self.thumbs) if each.page == page), -1)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))


class ThumbDelegate(QStyledItemDelegate):
    def __init__(self, style: Style, pages: ThumbModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._design = style
        self._pages = pages

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        px = self._design.px
        return QSize(px(WIDE + APART), px(HIGH + NUMBER))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        thumb: Thumb = index.data(PAGE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px = self._design.px
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        sheet = QRect(rect.left() + px(4), rect.top() + px(4), px(WIDE), px(HIGH - 8))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(FADED if thumb.left_out else 1.0)
        paper = self._paint_sheet(painter, sheet, thumb)
        painter.setOpacity(1.0)
        if chosen:
            painter.setPen(QPen(self._design.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(paper.adjusted(-3, -3, 3, 3), px(4), px(4))
        if thumb.badge[0]:
            self._paint_badge(painter, paper, thumb)
        painter.setFont(self._design.font("hint", 600 if chosen else 400))
        painter.setPen(self._design.colour("text" if chosen else "muted"))
        below = QRect(rect.left() - px(2), sheet.bottom() + px(6), px(WIDE + APART - 2), px(20))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, thumb.said)
        painter.restore()

    def _paint_sheet(self, painter: QPainter, sheet: QRect, thumb: Thumb) -> QRect:
        """The page in the middle of its place; returns where."""
        image = self._pages.image(thumb.page)
        if image is not None and not image.isNull():
            turned = image.transformed(QTransform().rotate(thumb.turn)) if thumb.turn else image
            size = turned.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
            paper = QRect(sheet.topLeft(), size)
            paper.moveCenter(sheet.center())
            painter.drawImage(paper, turned)
        else:
            paper = sheet
            painter.fillRect(paper, self._design.colour("hover"))
        painter.setPen(QPen(self._design.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper)
        return paper

    def _paint_badge(self, painter: QPainter, paper: QRect, thumb: Thumb) -> None:
        px = self._design.px
        icon, colour = thumb.badge
        disc = QRect(paper.right() - px(23), paper.top() + px(4), px(20), px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self._design.colour(colour)))
        painter.drawEllipse(disc)
        sign = icons.picture(self._design, icon, "on_accent" if colour == "accent" else "page", 14)
        painter.drawPixmap(disc.left() + px(3), disc.top() + px(3), sign)


class Thumbs(QListView):
    """As high as its rows, up to three; then it scrolls."""

    chosen = Signal(int)
    """The page now current, from 1."""

    def __init__(self, style: Style, ask: Ask, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design = style
        ratio = self.devicePixelRatioF()
        self.pages = ThumbModel(ask, round(style.px(WIDE) * ratio), self)
        self.setModel(self.pages)
        self.setItemDelegate(ThumbDelegate(style, self.pages, self))
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWrapping(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def put(self, thumbs: tuple[Thumb, ...]) -> None:
        self.pages.put(thumbs)
        if thumbs and not self.currentIndex().isValid():
            self.setCurrentIndex(self.pages.index(0))
        self._fit()

    @property
    def page(self) -> int:
        """The page chosen, 0 for none."""
        index = self.currentIndex()
        return self.pages.thumbs[index.row()].page if index.isValid() else 0

    def choose(self, page: int) -> None:
        row = next((row for row, each in enumerate(self.pages.thumbs) if each.page == page), -1)
        if row >= 0:
            self.setCurrentIndex(self.pages.index(row))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._design.px
        across = max(1, self.viewport().width() // px(WIDE + APART))
        rows = -(-len(self.pages.thumbs) // across)
        self.setFixedHeight(px(HIGH + NUMBER) * max(1, min(rows, ROWS_SHOWN)) + px(4))
