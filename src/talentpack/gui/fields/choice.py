"""A choice: up to four as rows of radio buttons, more in a combo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from talentpack.core.lines import N_
from talentpack.core.values import Plain
from talentpack.gui.fields.boxes import Combo
from talentpack.gui.fields.editor import Editor, Place
from talentpack.gui.fields.radios import Option, RadiosEditor

FEW = 4
_ROWS_SHOWN = 12


class ComboEditor(Editor):
    """A combo. Nothing chosen shows a placeholder; its first row takes the answer away again."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        words = place.words
        self.box = Combo(self)
        self.box.setPlaceholderText(words.text(N_("Choose")))
        self.box.setMaxVisibleItems(_ROWS_SHOWN)
        self.box.addItem(words.text(N_("Don't know yet")), None)
        for choice in place.question.choices:
            self.box.addItem(words.say(choice.label), choice.id)
        self.box.setCurrentIndex(-1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.box.activated.connect(self.chosen)
        self.watch(self.box)

    @property
    def boxes(self) -> Sequence[QWidget]:
        return (self.box,)

    def put(self, value: Plain | None) -> None:
        """None leaves the first row alone: the arrow keys pass over it."""
        if value is not None or self.box.currentIndex() > 0:
            self.box.setCurrentIndex(-1 if value is None else self.box.findData(value))

    def raw(self) -> object | None:
        return self.box.currentData() if self.box.currentIndex() > 0 else None


def choice_editor(place: Place, parent: QWidget | None = None) -> Editor:
    """Radio rows for few choices, a combo for many."""
    choices = place.question.choices
    if len(choices) > FEW:
        return ComboEditor(place, parent)
    options = [Option(choice.id, place.words.say(choice.label)) for choice in choices]
    return RadiosEditor(place, options, parent)
