"""Under a university's name: what the list says of it, and the way out where it says nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from talentpack.app.standings import NameTold, told_of
from talentpack.core.lines import N_
from talentpack.core.names import folded
from talentpack.gui.fields.editor import Place
from talentpack.gui.fields.which import Which
from talentpack.gui.widgets.boxes import Note
from talentpack.gui.widgets.buttons import LinkButton

_ICONS = {"listed": ("met", "green"), "stale": ("met", "green")}
_BETWEEN = 14


class StandingBox(QWidget):
    """Not there while nothing is entered, or somebody types."""

    meant = Signal(str)
    """The name of the list that is meant instead."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._name = place, ""
        self._told: NameTold | None = None
        self._shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def say(self, name: str) -> None:
        """Shows what the list says of a name; nothing for none."""
        desk = self._place.desk
        told = told_of(name, desk.session.world.rules, desk.day, self._denied) if name.strip() else None
        if (name, told) != (self._name, self._told):
            self._name, self._told = name, told
            self._put(None if told is None else self._made(told))
        self.setVisible(told is not None)

    def confirm(self, name: str, *, confirmed: bool) -> None:
        """Keeps, or takes back, the word that a name is not on the list."""
        others = [each for each in self._denied if folded(each) != folded(name)]
        self._place.desk.answer(self._place.beside("not_listed"), [*others, name] if confirmed else others or None)
        self.say(name)

    @property
    def _denied(self) -> list[str]:
        kept = self._place.desk.answers.get(self._place.beside("not_listed"))
        return [str(each) for each in kept] if isinstance(kept, list) else []

    def _made(self, told: NameTold) -> QWidget:
        words = self._place.words
        if told.choice:
            which = Which(self._place, words.say(told.title), told.choice)
            which.meant.connect(self.meant)
            which.denied.connect(self._deny)
            return which
        icon, _ = _ICONS.get(told.word, ("not_met", "muted"))
        text = words.say(told.text) if told.text is not None else ""
        note = Note(self._place.style, words.say(told.title), text, icon=icon)
        note.words.addLayout(self._links(told))
        return note

    def _links(self, told: NameTold) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._place.style.px(_BETWEEN))
        for text, slot in self._ways_out(told):
            link = LinkButton(self._place.style, self._place.words.text(text))
            link.clicked.connect(slot)
            row.addWidget(link)
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return row

    def _ways_out(self, told: NameTold) -> Iterator[tuple[str, Callable[[], None]]]:
        if told.near:
            yield N_("Use this name"), self._use
            yield N_("Keep mine: it is not on the list"), self._deny
        elif told.word == "unknown":
            yield N_("It is not on the list"), self._deny
        elif told.word == "not_listed":
            yield N_("Take this back"), self._allow

    def _use(self) -> None:
        if self._told is not None:
            self.meant.emit(self._told.near)

    def _deny(self) -> None:
        self.confirm(self._name, confirmed=True)

    def _allow(self) -> None:
        self.confirm(self._name, confirmed=False)

    def _put(self, widget: QWidget | None) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        if widget is not None:
            self._column.addWidget(widget)
            widget.show()
