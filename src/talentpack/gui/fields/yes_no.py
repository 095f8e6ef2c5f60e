"""Yes or no: two radio buttons side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from talentpack.core.lines import N_
from talentpack.gui.fields.editor import Place
from talentpack.gui.fields.radios import Option, RadiosEditor


class YesNoEditor(RadiosEditor):
    """Neither is chosen until one is; a missing answer is never a no."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        words = place.words
        options = [Option(True, words.text(N_("Yes"))), Option(False, words.text(N_("No")))]
        super().__init__(place, options, parent, across=True)
