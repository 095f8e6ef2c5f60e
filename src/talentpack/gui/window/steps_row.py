"""Draws one row of the list of steps."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from talentpack.gui import icons
from talentpack.gui.style import Style
from talentpack.gui.window.steps_model import Index, Role, Row

HEAD, ROW = 40, 38
_EDGE, _ICON, _TEXT = 16, 26, 55  # from the left: box, icon, words


class StepRow(QStyledItemDelegate):
    """State by shape and colour; the page on screen in a box with an accent bar; the focus as a ring."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(Role.ROW)
        return QSize(self._style.px(200), self._style.px(ROW if row.page else HEAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Role.ROW)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.page:
            self._box(painter, area, row, state)
            self._step(painter, area, row)
        else:
            self._head(painter, area, row)
        painter.restore()

    def _head(self, painter: QPainter, area: QRect, row: Row) -> None:
        px = self._style.px
        painter.setFont(self._style.font("group"))
        painter.setPen(self._style.colour("muted"))
        place = area.adjusted(px(_ICON), px(12), -px(_EDGE), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.name.upper())

    def _box(self, painter: QPainter, area: QRect, row: Row, state: QStyle.StateFlag) -> None:
        px, colour = self._style.px, self._style.colour
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (row.shown or focused or hovered):
            return
        edge = QRectF(area.adjusted(px(_EDGE), 1, -px(_EDGE), -1)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour("line"), 1) if row.shown else Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if row.shown else "hover"))
        painter.drawRoundedRect(edge, px(7), px(7))
        if row.shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            bar = QRectF(px(_EDGE), area.center().y() - px(12) + 1, px(3), px(24))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if focused:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(edge.adjusted(0.5, 0.5, -0.5, -0.5), px(7), px(7))

    def _step(self, painter: QPainter, area: QRect, row: Row) -> None:
        px = self._style.px
        name, tone = icons.STATUSES[row.status]
        sign = icons.picture(self._style, name, tone, on="list")
        painter.drawPixmap(px(_ICON), area.center().y() - px(icons.SIDE // 2) + 1, sign)
        font = self._style.font("label" if row.shown else "body")
        painter.setFont(font)
        painter.setPen(self._style.colour("text"))
        place = area.adjusted(px(_TEXT), 0, -px(_EDGE + 8), 0)
        shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
