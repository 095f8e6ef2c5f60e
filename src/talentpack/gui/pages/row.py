"""Questions that stand side by side: labels on one line, boxes on one line, as many in a line as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from talentpack.gui.fields.editor import Place
from talentpack.gui.fields.radios import RadiosEditor
from talentpack.gui.pages.field import Field
from talentpack.gui.style import Style

_GAP, _NARROWEST, _BETWEEN = 16, 180, 18
# Alone in its row, an answer of these kinds has half of it: it is never long.
_SHORT = ("choice", "country", "number", "money", "name")


class Row(QWidget):
    """One question or several. Hidden ones leave no gap, and a row of hidden ones is hidden."""

    def __init__(self, places: Sequence[Place], style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields = [Field(place, self) for place in places]
        self._style = style
        self._lines: tuple[int, tuple[Field, ...]] = (0, ())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.px(_GAP))
        self._grid.setVerticalSpacing(0)
        self.arrange()

    def arrange(self) -> bool:
        """Lays the shown questions out anew, if which they are or how many fit has changed; says whether."""
        shown = tuple(field for field in self.fields if field.shown)
        columns = max(1, min(len(shown), self._fit()))
        self.setVisible(bool(shown))
        if (columns, shown) == self._lines:
            return False
        self._lines = (columns, shown)
        for field in self.fields:
            self._grid.removeWidget(field.head)  # not takeAt: an item left to Python would keep its old height
            self._grid.removeWidget(field.editor)
            field.head.setVisible(field.shown)
            field.editor.setVisible(field.shown)
        for line in range(len(self.fields)):
            self._grid.setRowMinimumHeight(line * 3 + 2, 0)
        side = Qt.AlignmentFlag.AlignBottom if columns > 1 else Qt.AlignmentFlag.AlignTop
        half = len(shown) == 1 and self._is_short(shown[0])
        for number, field in enumerate(shown):
            line, column = divmod(number, columns)
            self._put(field, line, column, wide=half)
            self._grid.setAlignment(field.editor, side)
        for column in range(max(len(self.fields), 2)):
            self._grid.setColumnStretch(column, 1 if column < columns or half else 0)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _put(self, field: Field, line: int, column: int, *, wide: bool) -> None:
        """Heads hang from one line, boxes stand on another."""
        self._grid.addWidget(field.head, line * 3, column, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field.editor, line * 3 + 1, column)
        if line:
            self._grid.setRowMinimumHeight(line * 3 - 1, self._style.px(_BETWEEN))

    @staticmethod
    def _is_short(field: Field) -> bool:
        return field.place.question.kind in _SHORT and not isinstance(field.editor, RadiosEditor)

    def _fit(self) -> int:
        gap = self._style.px(_GAP)
        return (self.width() + gap) // (self._style.px(_NARROWEST) + gap)
