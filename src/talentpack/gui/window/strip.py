"""The verdict in one line, above the page where there is no room for the panel; with the list of steps behind a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from talentpack.core.lines import N_
from talentpack.gui import icons
from talentpack.gui.desk import Desk
from talentpack.gui.style import Style
from talentpack.gui.widgets.buttons import LinkButton, ToolButton
from talentpack.gui.widgets.text import Elided
from talentpack.gui.window.panel import TINTS
from talentpack.gui.window.summary import VERDICTS, Summary


class Strip(QWidget):
    """``steps`` asks for the list, ``panel`` for everything the panel says."""

    steps = Signal()
    panel = Signal()

    def __init__(self, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._style = desk, style
        self.menu = ToolButton(style, "menu", desk.words.text(N_("Steps")))
        self.menu.clicked.connect(self.steps)
        self.box = QFrame()
        self.box.setProperty("kind", "note")
        self._sign = QLabel()
        self._word = Elided(style, "label")
        self._link = LinkButton(style, desk.words.text(N_("Eligibility so far")), icon="forward")
        self._link.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the words
        self._link.clicked.connect(self.panel)
        self._lay_out()

    def say(self, summary: Summary) -> None:
        words = self._desk.words
        name, colour = icons.OUTCOMES[summary.verdict]
        self.box.setProperty("tone", TINTS[summary.verdict])
        self.box.style().unpolish(self.box)
        self.box.style().polish(self.box)
        self._sign.setPixmap(icons.picture(self._style, name, colour))
        self._word.setText(f"{words.say(summary.category)} · {words.say(VERDICTS[summary.verdict])}")

    def _lay_out(self) -> None:
        px = self._style.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(40), px(14), px(40), 0)
        row.setSpacing(px(10))
        row.addWidget(self.menu)
        row.addWidget(self.box, 1)
        inside = QHBoxLayout(self.box)
        inside.setContentsMargins(px(14), px(9), px(14), px(9))
        inside.setSpacing(px(8))
        inside.addWidget(self._sign)
        inside.addWidget(self._word, 1)
        inside.addWidget(self._link)
