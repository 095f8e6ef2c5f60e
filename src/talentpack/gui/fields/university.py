"""A university: its name as on the certificate, found on the list while it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from talentpack.app.universities import Hit, Search, search
from talentpack.core.lines import N_, Country, Day, Line, line
from talentpack.core.values import Plain
from talentpack.gui.fields.editor import Editor, Place
from talentpack.gui.fields.standing import StandingBox
from talentpack.gui.fields.suggesting import SuggestingBox
from talentpack.gui.fields.suggestions import Suggestion, Suggestions
from talentpack.gui.fields.university_foot import Foot

_UNDER = 10
_NONE = N_("No name of the list matches")


class UniversityEditor(Editor):
    """A box with suggestions, and under it what the list says of the name that stands there."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self.box = SuggestingBox(self)
        self.foot = Foot(place.words, place.style)
        self.box.suggestions = Suggestions(self.box, place.style, self.foot)
        self.standing = StandingBox(place, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(place.style.px(_UNDER))
        layout.addWidget(self.box)
        layout.addWidget(self.standing)
        self._connect()
        self.watch(self.box)

    @property
    def boxes(self) -> Sequence[QWidget]:
        return (self.box,)

    def put(self, value: Plain | None) -> None:
        self.box.put("" if value is None else str(value))
        self.standing.say(self.box.text())

    def follow(self) -> None:
        if self.standing.isVisibleTo(self):
            self.standing.say(self.box.text())

    def raw(self) -> object | None:
        return self.box.text() or None

    def _connect(self) -> None:
        self.box.textEdited.connect(self._edited)
        self.box.asked.connect(self._offer)
        self.box.returnPressed.connect(self.chosen)
        if self.box.suggestions is not None:
            self.box.suggestions.taken.connect(self._taken)
        self.foot.not_there.connect(self._not_there)
        self.standing.meant.connect(self._taken)

    def _edited(self) -> None:
        self.standing.hide()
        self._offer()
        self.typed.emit()

    def _offer(self) -> None:
        text = self.box.text()
        words, suggestions = self.place.words, self.box.suggestions
        if suggestions is not None:
            hits = _search(self.place).find(text)
            rows = [self._row(hit) for hit in hits]
            suggestions.offer(rows, words.text(_NONE) if text.strip() else "")

    def _row(self, hit: Hit) -> Suggestion:
        words, university = self.place.words, hit.university
        beside = university.name_zh_hans if words.language == "zh_Hans" else university.name_zh_hant
        where = line(N_("{city}, {country}"), city=university.city, country=Country(code=university.country))
        under = line(N_("{where} · {since}"), where=where, since=_since(hit))
        return Suggestion(university.name, university.name, hit.spans, beside, words.say(under))

    def _taken(self, name: str) -> None:
        self.put(name)
        self.box.end(False)
        self.chosen.emit()

    def _not_there(self) -> None:
        """The name as typed, and the word that it is not on the list."""
        if self.box.suggestions is not None:
            self.box.suggestions.hide()
        self.chosen.emit()
        self.standing.confirm(self.box.text(), confirmed=True)


def _since(hit: Hit) -> Line:
    if hit.university.delisted is not None:
        return line(N_("Left the list on {day}"), day=Day(date=hit.university.delisted))
    return line(N_("On the list since {day}"), day=Day(date=hit.university.listed))


def _search(place: Place) -> Search:
    return search(place.desk.session.world.rules.universities, place.desk.day)
