"""Heads inside tables: a person or a section, and the same again where it goes on on the next page."""

from __future__ import annotations

from talentpack.core.lines import N_, line
from talentpack.core.plan import Person
from talentpack.documents.para import Para
from talentpack.documents.rows import THIN, WIDTH, Column, Padding, Row
from talentpack.documents.setting import Setting, person_name
from talentpack.documents.styles import PERSON, SIDE_IN_TABLE

_COLUMNS = (Column(0, 66), Column(72, WIDTH - 72))


def person_heads(person: Person, setting: Setting) -> tuple[Row, Row]:
    """The role in the margin column and the name; and the same "(continued)"."""
    role = setting.say(person.role, SIDE_IN_TABLE)
    name = person_name(person, setting)
    return (
        head_row(role, setting.cell(name, PERSON), Padding(18, 3)),
        head_row(role, setting.cell(continued(name, setting), PERSON), Padding(18, 3)),
    )


def head_row(margin: tuple[Para, ...], text: tuple[Para, ...], padding: Padding, rule: float = THIN) -> Row:
    """A row with something in the margin column and something in all of the text column."""
    return Row((margin, text), padding, rule=rule, columns=_COLUMNS)


def continued(name: str, setting: Setting) -> str:
    """The name with "(continued)" / 「（續）」."""
    return setting.words.say(line(N_("{name} (continued)"), name=name))
