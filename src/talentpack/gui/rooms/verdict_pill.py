"""How the case stands, in one line: for rooms that have no panel beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from talentpack.core.lines import N_, line
from talentpack.gui import icons
from talentpack.gui.desk import Desk
from talentpack.gui.style import Style
from talentpack.gui.widgets.text import Elided
from talentpack.gui.window.summary import VERDICTS, summary_of


class VerdictPill(QFrame):
    """36 high: sign, category and verdict."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design = style
        self.setProperty("kind", "note")
        self.setFixedHeight(style.px(36))
        row = QHBoxLayout(self)
        row.setContentsMargins(style.px(14), 0, style.px(14), 0)
        row.setSpacing(style.px(8))
        self._sign = QLabel()
        self._said = Elided(style, "label")
        row.addWidget(self._sign)
        row.addWidget(self._said)

    def put(self, desk: Desk) -> None:
        summary = summary_of(desk)
        sign, colour = icons.OUTCOMES[summary.verdict]
        tone = {"met": "green", "advice": "amber"}.get(summary.verdict, "")
        self._sign.setPixmap(icons.picture(self._design, sign, colour))
        said = line(N_("{category} · {verdict}"), category=summary.category, verdict=VERDICTS[summary.verdict])
        self._said.setText(desk.words.say(said))
        self.setAccessibleName(self._said.text())
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)
