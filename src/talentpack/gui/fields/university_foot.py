"""What stands under the universities found: the way out for one that is not on the list, and the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from talentpack.core.lines import N_
from talentpack.core.words import Words
from talentpack.gui.style import Style
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.text import Text

_MARGIN = 8


class Foot(QWidget):
    not_there = Signal()
    """The person says that the university is not on the list."""

    def __init__(self, words: Words, style: Style) -> None:
        super().__init__()
        link = LinkButton(style, words.text(N_("My university is not on the list")), parent=self)
        link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        link.clicked.connect(self.not_there)
        keys = Text(style, "hint", words.text(N_("↑ ↓ choose · Enter takes · Esc closes")), colour="muted")
        layout = QHBoxLayout(self)
        margin = style.px(_MARGIN)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.addWidget(link)
        layout.addStretch(1)
        layout.addWidget(keys)
