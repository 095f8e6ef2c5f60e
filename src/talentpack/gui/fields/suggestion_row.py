"""Draws a suggestion: what was typed in bold, the rest, what stands beside and under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from talentpack.gui.style import Style

if TYPE_CHECKING:
    from talentpack.gui.fields.suggestions import Suggestion

_ONE_LINE, _TWO_LINES, _INSET, _BESIDE, _RADIUS = 36, 54, 12, 10, 6


class SuggestionRow(QStyledItemDelegate):
    """Rows of one line or two; all rows of a list have the same height."""

    def __init__(self, style: Style, parent: QObject) -> None:
        super().__init__(parent)
        self._style = style

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        return QSize(0, self._style.px(_TWO_LINES if row.under else _ONE_LINE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            radius = self._style.px(_RADIUS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._style.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(option.rect), radius, radius)
        self._draw(painter, option.rect, row)
        painter.restore()

    def _draw(self, painter: QPainter, rect: QRect, row: Suggestion) -> None:
        px = self._style.px
        area = rect.adjusted(px(_INSET), 0, -px(_INSET), 0)
        line = QRect(area)
        if row.under:
            line.setBottom(area.center().y() + px(1))
            line.setTop(area.top() + px(5))
            under = QRect(area.left(), line.bottom(), area.width(), area.bottom() - line.bottom() - px(4))
            self._text(painter, under, row.under, "hint", "muted")
        x = line.left()
        for text, bold in _pieces(row):
            x += self._text(
                painter,
                QRect(x, line.top(), line.right() - x, line.height()),
                text,
                "label" if bold else "body",
                "text",
            )
        if row.beside:
            x += px(_BESIDE)
            self._text(painter, QRect(x, line.top(), line.right() - x, line.height()), row.beside, "body", "muted")

    def _text(self, painter: QPainter, rect: QRect, text: str, font: str, colour: str) -> int:
        """Draws as much as there is room for, and says how wide that was."""
        if rect.width() <= 0:
            return 0
        face: QFont = self._style.font(font)
        metrics = QFontMetrics(face)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(face)
        painter.setPen(self._style.colour(colour))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


def _pieces(row: Suggestion) -> Iterator[tuple[str, bool]]:
    """The title in pieces, each with whether it was typed."""
    done = 0
    for start, length in row.spans:
        if start > done:
            yield row.title[done:start], False
        yield row.title[start : start + length], True
        done = start + length
    if done < len(row.title):
        yield row.title[done:], False
