"""A line of text: kinds text and name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from talentpack.core.values import Plain
from talentpack.gui.fields.boxes import LineBox
from talentpack.gui.fields.editor import Editor, Place


class TextEditor(Editor):
    """One line, of any characters."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self.box = LineBox(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.box.textEdited.connect(self._edited)
        self.box.returnPressed.connect(self.chosen)
        self.watch(self.box)

    @property
    def boxes(self) -> Sequence[QWidget]:
        return (self.box,)

    def put(self, value: Plain | None) -> None:
        self.box.put(self.shown(value))

    def shown(self, value: Plain | None) -> str:
        """A canonical answer as it is read and typed."""
        return "" if value is None else str(value)

    def raw(self) -> object | None:
        return self.box.text() or None

    def _edited(self) -> None:
        self.typed.emit()
