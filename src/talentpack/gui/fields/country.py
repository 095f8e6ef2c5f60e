"""A country or region, found by its name in the window's language or by its code."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from talentpack.core.countries import COUNTRIES
from talentpack.core.lines import N_, line
from talentpack.core.names import folded, folded_words
from talentpack.core.problems import refuse
from talentpack.core.values import Plain
from talentpack.core.words import Words
from talentpack.gui import icons
from talentpack.gui.fields.editor import Editor, Place
from talentpack.gui.fields.suggesting import SuggestingBox
from talentpack.gui.fields.suggestions import Suggestion, Suggestions

_FIRST = ("HK", "CN", "MO", "TW")  # most people who apply live in or come from one of these


class _Named(NamedTuple):
    code: str
    name: str
    folded: str
    words: tuple[str, ...]


class CountryEditor(Editor):
    """A box with suggestions. What stands there is a country once its name or code is whole."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self._countries = _countries(place.words)  # type: ignore[arg-type]  # Words are hashed by identity
        self.box = SuggestingBox(self)
        self.box.suggestions = Suggestions(self.box, place.style)
        self._add_arrow()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.box.textEdited.connect(self._edited)
        self.box.asked.connect(self._open)
        self.box.returnPressed.connect(self.chosen)
        self.box.suggestions.taken.connect(self._taken)
        self.watch(self.box)

    @property
    def boxes(self) -> Sequence[QWidget]:
        return (self.box,)

    def put(self, value: Plain | None) -> None:
        self.box.put("" if value is None else self.place.words.country(str(value)))

    def raw(self) -> object | None:
        """The code. Raises Refused for a name that is none, or begins several."""
        typed = folded(self.box.text())
        if not self.box.text().strip():
            return None
        whole = [each for each in self._countries if typed in (each.folded, each.code.lower())]
        begun = [each for each in self._countries if typed and each.folded.startswith(typed)]
        if whole:
            return whole[0].code
        if len(begun) == 1:
            return begun[0].code
        what = line(N_("{label} must be a country or region of the list."), label=self.place.question.label)
        remedy = line(N_("Enter the beginning of its name and choose it below."))
        raise refuse("answer.country", what, remedy, self.place.question.id)

    def _add_arrow(self) -> None:
        arrow = QAction(icons.icon(self.place.style, "down", size=16), self.place.words.text(N_("Show all")), self.box)
        arrow.triggered.connect(self._open)
        self.box.addAction(arrow, QLineEdit.ActionPosition.TrailingPosition)

    def _edited(self) -> None:
        self._offer(self.box.text())
        self.typed.emit()

    def _open(self) -> None:
        self.box.setFocus()
        self._offer("")

    def _offer(self, text: str) -> None:
        """Those with every word begun as typed; in Chinese the characters stand anywhere."""
        words = folded_words(text)
        found = [each for each in self._countries if all(_has(each, word) for word in words)]
        found.sort(key=lambda each: not each.folded.startswith("".join(words)))
        nothing = self.place.words.text(N_("No country or region has this name"))
        if self.box.suggestions is not None:
            rows = [Suggestion(each.code, each.name, beside=each.code) for each in found]
            self.box.suggestions.offer(rows, nothing if words else "")

    def _taken(self, code: str) -> None:
        self.put(code)
        self.box.end(False)
        self.chosen.emit()


@lru_cache(maxsize=1)
def _countries(words: Words) -> tuple[_Named, ...]:
    """Hong Kong and its neighbours first, the others by name. Kept: a page has many such fields."""
    named = []
    for code in COUNTRIES:
        name = words.country(code)
        named.append(_Named(code, name, folded(name), folded_words(name)))
    first = {code: place for place, code in enumerate(_FIRST)}
    return tuple(sorted(named, key=lambda each: (first.get(each.code, len(first)), each.folded)))


def _has(each: _Named, typed: str) -> bool:
    if any(word.startswith(typed) for word in each.words) or each.code.lower() == typed:
        return True
    return not typed.isascii() and typed in each.folded
