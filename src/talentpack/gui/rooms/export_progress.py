"""While the pack is made: how far it is, step by step."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from talentpack.core.lines import N_, Line, line
from talentpack.core.words import Words
from talentpack.gui import icons
from talentpack.gui.rooms.stages import STAGES, Stand, stand_at
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Card, Rule
from talentpack.gui.widgets.text import Elided, Text
from talentpack.worker.protocol import Step

FINE = 1000
"""Parts the bar is divided in."""
_SIGNS = {"done": ("met", "green"), "now": ("half", "accent"), "later": ("unknown", "muted")}


class StageRow(QWidget):
    """39 high: sign, name, and what it is doing."""

    def __init__(self, style: Style, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design = style
        self.state = ""
        self.setFixedHeight(style.px(38))
        self._sign = QLabel()
        self._name = Text(style, "body", name)
        self._detail = Elided(style, "hint", colour="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(12))
        row.addWidget(self._sign)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self._detail)
        self.put("later", "")

    def put(self, state: str, detail: str) -> None:
        self._detail.setText(detail)
        if state != self.state:
            self.state = state
            self._sign.setPixmap(icons.picture(self._design, *_SIGNS[state]))
            self._name.setFont(self._design.font("label" if state == "now" else "body"))
            self._name.paint_in("muted" if state == "later" else "text")


class Progress(QWidget):
    """Rows are made once, and changed in place as the steps come."""

    def __init__(self, words: Words, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._clock = QElapsedTimer()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._count)
        self.bar = QProgressBar()
        self.bar.setRange(0, FINE)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(style.px(6))
        self.bar.setAccessibleName(words.text(N_("How far the pack is")))
        self._step = Text(style, "label")
        self._seconds = Text(style, "hint", colour="muted")
        self.rows = [StageRow(style, words.text(name)) for name in STAGES.values()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(8))
        said = QHBoxLayout()
        said.addWidget(self._step)
        said.addStretch(1)
        said.addWidget(self._seconds)
        card = Card(style, (18, 8))
        card.column.setSpacing(0)
        for place, row in enumerate(self.rows):
            if place:
                card.column.addWidget(Rule())
            card.column.addWidget(row)
        hint = words.text(N_("Cancelling leaves the earlier pack as it was."))
        column.addWidget(self.bar)
        column.addLayout(said)
        column.addWidget(card)
        column.addWidget(Text(style, "hint", hint, colour="muted", wrap=True))
        column.addStretch(1)

    def begin(self) -> None:
        self._clock.start()
        self._tick.start()
        self._count()
        self.show_stand(Stand(0, 0.0, ""))

    def end(self) -> None:
        self._tick.stop()

    def take(self, step: Step) -> None:
        stand = stand_at(step)
        if stand is not None:
            self.show_stand(stand)

    def show_stand(self, stand: Stand) -> None:
        for place, row in enumerate(self.rows):
            state = "done" if place < stand.stage else "now" if place == stand.stage else "later"
            row.put(state, stand.detail if state == "now" else "")
        self.bar.setValue(round(stand.whole * FINE))
        said = line(N_("Step {n} of {all}"), n=stand.stage + 1, all=len(self.rows))
        self._step.setText(self._words.say(said))

    def _count(self) -> None:
        seconds = self._clock.elapsed() // 1000
        one, other = N_("{n} second so far"), N_("{n} seconds so far")
        self._seconds.setText(self._words.say(Line(template=one, plural=other, values={"n": seconds})))
