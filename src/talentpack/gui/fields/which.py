"""The question back when a name stands for several universities."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from talentpack.core.lines import N_
from talentpack.core.universities import University
from talentpack.gui.fields.editor import Place
from talentpack.gui.widgets.boxes import Note
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.radio import Radio
from talentpack.gui.widgets.text import Text

_BESIDE = 10


class Which(Note):
    """A radio row a university and one for none of them; nothing is chosen beforehand."""

    meant = Signal(str)
    denied = Signal()

    def __init__(self, place: Place, question: str, choice: tuple[University, ...]) -> None:
        super().__init__(place.style, question, tone="accent")
        self._place, self._choice = place, choice
        self._group = QButtonGroup(self)
        chinese = place.words.language == "zh_Hans"
        for number, university in enumerate(choice):
            zh = university.name_zh_hans if chinese else university.name_zh_hant
            self.words.addLayout(self._row(number, university.name, zh))
        self.words.addLayout(self._row(len(choice), place.words.text(N_("Another one, or I do not know yet")), ""))
        link = LinkButton(place.style, place.words.text(N_("It is not on the list")))
        link.clicked.connect(self.denied)
        self.words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._group.idClicked.connect(self._clicked)

    def _row(self, number: int, name: str, beside: str) -> QHBoxLayout:
        button = Radio(self._place.style, name)
        button.setAccessibleName(" ".join(part for part in (name, beside) if part))
        self._group.addButton(button, number)
        row = QHBoxLayout()
        row.setSpacing(self._place.style.px(_BESIDE))
        row.addWidget(button)
        row.addWidget(Text(self._place.style, "body", beside, colour="muted"))
        row.addStretch(1)
        return row

    def _clicked(self, number: int) -> None:
        if number < len(self._choice):
            self.meant.emit(self._choice[number].name)
