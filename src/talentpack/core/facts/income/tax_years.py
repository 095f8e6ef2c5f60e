"""Tax years of persons, country by country, as the figure ``income.tax_years`` gives their first day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from talentpack.core.case import Case
from talentpack.core.dates import day_before


class Period(NamedTuple):
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def inside(self, other: Period) -> bool:
        return other.first <= self.first and self.last <= other.last


def start_of(case: Case, country: str) -> str:
    """``04-06``: month and day on which the country's tax year begins; empty for one we do not know."""
    return _starts(case).get(country, "")


def known_starts(case: Case) -> tuple[str, ...]:
    """Every first day in use, and empty for a country we do not know."""
    return (*sorted(set(_starts(case).values())), "")


def year_of(day: date, start: str) -> Period:
    """The tax year that holds ``day``."""
    month, first = (int(part) for part in start.split("-"))
    begins = date(day.year, month, first)
    year = day.year if begins <= day else day.year - 1
    return Period(date(year, month, first), day_before(date(year + 1, month, first)))


def last_closed(day: date, start: str) -> Period:
    """The latest tax year that ended before ``day``."""
    return year_before(year_of(day, start), start)


def year_before(year: Period, start: str) -> Period:
    return year_of(day_before(year.first), start)


def _starts(case: Case) -> dict[str, str]:
    value = case.figure("income.tax_years").value
    if not isinstance(value, dict):
        raise KeyError("income.tax_years")
    return value
