"""The list of eligible universities: its rows and which of them are in force on a day."""

from __future__ import annotations

from datetime import date

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

    def on_list(self, day: date) -> bool:
        return self.listed <= day and (self.delisted is None or self.delisted > day)
