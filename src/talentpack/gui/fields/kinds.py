"""Which editor a kind of question has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from talentpack.core.questions import Kind
from talentpack.gui.fields.choice import choice_editor
from talentpack.gui.fields.country import CountryEditor
from talentpack.gui.fields.date import DateEditor
from talentpack.gui.fields.editor import Editor, Place
from talentpack.gui.fields.long_text import LongTextEditor
from talentpack.gui.fields.many import Make, ManyEditor
from talentpack.gui.fields.number import NumberEditor
from talentpack.gui.fields.text import TextEditor
from talentpack.gui.fields.university import UniversityEditor
from talentpack.gui.fields.yes_no import YesNoEditor

EDITORS: Mapping[Kind, Make] = MappingProxyType(
    {
        "text": TextEditor,
        "long_text": LongTextEditor,
        "name": TextEditor,
        "choice": choice_editor,
        "yes_no": YesNoEditor,
        "date": DateEditor,
        "partial_date": DateEditor,
        "number": NumberEditor,
        "money": NumberEditor,
        "country": CountryEditor,
        "university": UniversityEditor,
    }
)


def editor_for(place: Place, parent: QWidget) -> Editor:
    """An editor for one answer, or for as many as the question takes."""
    make = EDITORS[place.question.kind]
    return ManyEditor(place, make, parent) if place.question.many else make(place, parent)
