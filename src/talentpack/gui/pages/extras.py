"""What is told under a row without being asked: how a name reads in the passport's zone, what money is worth in HKD."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from talentpack.app.records import worth_in_hkd
from talentpack.core.lines import N_, Money, line
from talentpack.core.machine_readable import zone
from talentpack.gui.fields.editor import Place
from talentpack.gui.widgets.text import Text

_MARGINS, _BETWEEN = (14, 8), 10


class Told(QFrame):
    """A quiet box: what it is about, muted, and what it is."""

    def __init__(self, place: Place, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self.place = place
        style = place.style
        self._about = Text(style, "hint", about, colour="muted")
        self._value = Text(style, "label", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(style.px(each) for each in (*_MARGINS, *_MARGINS)))
        layout.setSpacing(style.px(_BETWEEN))
        layout.addWidget(self._about)
        layout.addWidget(self._value, 1)

    def follow(self) -> bool:
        """Reads the answers again; with nothing to tell it is not there. Says whether that has changed."""
        value = self.value()
        changed = value != self._value.text()
        self._value.setText(value)
        self.setVisible(bool(value))
        return changed

    def value(self) -> str:
        return ""


class Reading(Told):
    """A name in the machine-readable zone."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(place, place.words.text(N_("In the machine-readable zone this reads")), parent)

    def value(self) -> str:
        answers = self.place.desk.answers
        return zone(answers.text(self.place.beside("surname")), answers.text(self.place.beside("given_names")))


class Worth(Told):
    """An amount in Hong Kong dollars, once its rate is known."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(place, place.words.text(N_("In Hong Kong dollars")), parent)

    def value(self) -> str:
        desk = self.place.desk
        foreign, worth = worth_in_hkd(desk.answers, desk.day, desk.session.world.rules, self.place.address)
        if worth is not None:
            return desk.words.say(line("{sum}", sum=Money(amount=worth, currency="HKD")))
        return desk.words.text(N_("Enter rate, day and source below")) if foreign else ""


def extra_for(places: Sequence[Place], parent: QWidget) -> Told | None:
    """What is told under a row of questions; None for most."""
    for place in places:
        question = place.question
        if question.kind == "money":
            return Worth(place, parent)
        if question.kind == "name" and question.id.rpartition(".")[2] == "given_names":
            return Reading(place, parent)
    return None
