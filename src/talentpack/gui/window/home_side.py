"""The left side of Home: the program's name, and how the window looks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from talentpack.core.lines import N_
from talentpack.core.words import Words
from talentpack.gui.fields.boxes import Combo
from talentpack.gui.preferences import SCALES, Preferences
from talentpack.gui.style import Style
from talentpack.gui.widgets.text import Text
from talentpack.gui.window.sizes import SIDE

# Each language by its own name: who cannot read this one finds theirs.
_LANGUAGES = {"en": "English", "zh_Hant": "繁體中文", "zh_Hans": "简体中文"}
_THEMES = {"system": N_("As the system has it"), "light": N_("Light"), "dark": N_("Dark")}


class HomeSide(QFrame):
    """``preferred`` carries the new Preferences."""

    preferred = Signal(object)

    def __init__(self, words: Words, style: Style, preferences: Preferences) -> None:
        super().__init__()
        self._words, self._style, self._preferences = words, style, preferences
        self.setFixedWidth(style.px(SIDE))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), style.colour("list"))
        self.setPalette(palette)
        px, say = style.px, words.text
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(26), px(22), px(20), px(14))
        self._column.setSpacing(px(4))
        self._column.addWidget(Text(style, "case", "Talentpack"))
        self._column.addWidget(Text(style, "hint", say(N_("Cases are files of yours")), colour="muted", wrap=True))
        self._column.addSpacing(px(18))
        self._choice(N_("Language"), "language", _LANGUAGES)
        self._choice(N_("Appearance"), "theme", {theme: say(name) for theme, name in _THEMES.items()})
        self._choice(N_("Size of text"), "scale", {scale: f"{scale:.0%}" for scale in SCALES})
        self._column.addStretch(1)
        offline = say(N_("Works offline. Nothing leaves this computer."))
        self._column.addWidget(Text(style, "hint", offline, colour="muted", wrap=True))

    def _choice(self, name: str, field: str, choices: dict[Any, str]) -> None:
        label = Text(self._style, "label", self._words.text(name))
        combo = Combo()
        for value, text in choices.items():
            combo.addItem(text, value)
        combo.setCurrentIndex(list(choices).index(getattr(self._preferences, field)))
        combo.setObjectName(field)
        combo.setAccessibleName(label.text())
        label.setBuddy(combo)
        combo.activated.connect(self._chosen)
        self._column.addWidget(label)
        self._column.addWidget(combo)
        self._column.addSpacing(self._style.px(10))

    def _chosen(self) -> None:
        combo = self.sender()
        if isinstance(combo, Combo):
            self.preferred.emit(replace(self._preferences, **{combo.objectName(): combo.currentData()}))
