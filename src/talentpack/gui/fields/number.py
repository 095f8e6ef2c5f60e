"""Figures: ``2400000``, ``2,400,000``, ``２４０萬``; grouped once they are left."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from talentpack.core.values import Plain
from talentpack.gui.fields.editor import Place
from talentpack.gui.fields.text import TextEditor


class NumberEditor(TextEditor):
    """A number, right-aligned as in a table."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def shown(self, value: Plain | None) -> str:
        return "" if value is None else self.place.words.number(Decimal(str(value)))
