"""The list of eligible universities: its rows and which of them are in force on a day."""

from __future__ import annotations

from datetime import date

from talentpack.core.lines import Line, Title
from talentpack.core.values import Value


class University(Value, frozen=True, kw_only=True):
    """A row of the list. ``aliases`` are unique; ``ambiguous`` ones always need a choice."""

    name: str
    name_zh_hant: str
    name_zh_hans: str
    country: str
    city: str
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    listed: date
    delisted: date | None
    notes: str = ""

    @property
    def title(self) -> Title:
        """Its name in the reader's language."""
        return Title(name=self.name, zh_hant=self.name_zh_hant, zh_hans=self.name_zh_hans)

    @property
    def note(self) -> Line:
        """Its note, to be translated."""
        return Line(template=self.notes, context="universities.notes")

    def on_list(self, day: date) -> bool:
        return self.listed <= day and (self.delisted is None or self.delisted > day)
