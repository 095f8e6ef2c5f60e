"""Figures of the law, each dated and sourced, read as of a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

from talentpack.core.values import Value

Grade = Literal["O", "G", "Q", "P", "L", "N", "S", "own"]
Unit = Literal["HKD", "percent", "days", "weeks", "months", "years", "places", "names", "codes", "tax_years"]

# Sources of these grades may fail an applicant; all others only advise (rules.md, "Grades").
DECIDING: frozenset[Grade] = frozenset({"O", "G", "Q"})


class Source(Value, frozen=True, kw_only=True):
    """Where a rule or figure was read: ``short`` for tables, ``title`` and ``address`` for the list of sources."""

    id: str
    title: str
    short: str
    address: str
    grade: Grade
    checked: date

    @property
    def decides(self) -> bool:
        return self.grade in DECIDING


class Entry(Value, frozen=True, kw_only=True):
    """A figure's value from a day on: a text, a list of texts, or a table of texts by route or country."""

    since: date
    value: str | tuple[str, ...] | dict[str, str]
    source: str


class Figure(Value, frozen=True, kw_only=True):
    """All dated entries of one figure, oldest first."""

    id: str
    unit: Unit
    entries: tuple[Entry, ...]

    def on(self, day: date) -> Entry | None:
        """The entry in force on ``day``; None before the first."""
        return next((entry for entry in reversed(self.entries) if entry.since <= day), None)


class FigureUsed(Value, frozen=True, kw_only=True):
    """The figure a finding was compared with: its value as one text and the day it has been in force since."""

    id: str
    value: str
    unit: Unit
    since: date
