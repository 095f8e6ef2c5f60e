"""Several lines of text, as an address has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from talentpack.core.values import Plain
from talentpack.gui.fields.boxes import TextBox
from talentpack.gui.fields.editor import Editor, Place

_HEIGHT = 104  # four lines


class LongTextEditor(Editor):
    """A box of four lines that scrolls beyond."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self.box = TextBox(self)
        self.box.setFixedHeight(place.style.px(_HEIGHT))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self._putting = False
        self.box.textChanged.connect(self._changed)
        self.watch(self.box)

    @property
    def boxes(self) -> Sequence[QWidget]:
        return (self.box,)

    def put(self, value: Plain | None) -> None:
        self._putting = True
        self.box.put("" if value is None else str(value))
        self._putting = False

    def raw(self) -> object | None:
        return self.box.toPlainText() or None

    def _changed(self) -> None:
        if not self._putting:
            self.typed.emit()
