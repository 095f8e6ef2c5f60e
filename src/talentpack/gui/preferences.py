"""What a person chose about the window itself; what they left to the system follows the system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from talentpack.gui.style import Style

Theme = Literal["system", "light", "dark"]

SCALES = (1.0, 1.25, 1.5)


@dataclass(frozen=True)
class Preferences:
    """``language`` is ``en``, ``zh_Hant`` or ``zh_Hans``."""

    language: str
    theme: Theme = "system"
    scale: float = 1.0

    def style(self, app: QApplication) -> Style:
        """The Style for these preferences on this system as it is now."""
        hints = app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return Style(self.scale, language=self.language, system=app.style().standardPalette())
        dark = self.theme == "dark" or (self.theme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
        return Style(self.scale, dark, self.language)

    def scaled(self, step: int) -> float:
        """The next larger (1) or smaller (-1) scale, or the usual one (0)."""
        if step == 0:
            return SCALES[0]
        place = min(max(SCALES.index(self.scale) + step, 0), len(SCALES) - 1)
        return SCALES[place]
