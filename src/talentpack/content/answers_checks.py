"""Impossible values of an answers file (rules.md, "Reading answers")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from talentpack.content.toml import problem
from talentpack.core.answers import Answers, to_path
from talentpack.core.dates import add_months, partial
from talentpack.core.lines import N_, Day, line
from talentpack.core.problems import Problem
from talentpack.core.rules import Rules
from talentpack.core.values import Plain

# What comes first, and what it must not come after, in one record or table.
_ORDERED = {
    "from": ("to", N_("from must not be after to.")),
    "issued": ("expires", N_("issued must not be after expires.")),
    "granted_on": ("limit_of_stay", N_("granted_on must not be after limit_of_stay.")),
}


def check_dates(file: str, values: Mapping[str, Plain]) -> Iterator[Problem]:
    """Periods that end before they begin, even where a date is known only in part."""
    answers = Answers(values)
    for address in values:
        before, _, name = address.rpartition("/")
        if name not in _ORDERED:
            continue
        last, said = _ORDERED[name]
        start, end = answers.text(address), answers.text(f"{before}/{last}")
        if start and end and partial(start).earliest > partial(end).latest:
            remedy = line(N_("Enter the two dates in their order."))
            yield problem(file, to_path(answers, address), line(said), remedy, "answers.order")


def check_filing(file: str, values: Mapping[str, Plain], rules: Rules, today: date | None) -> Iterator[Problem]:
    """A filing date before the scheme, or more than a year after ``today``."""
    text = Answers(values).text("filing_date")
    if not text:
        return
    day, first = date.fromisoformat(text), rules.scheme.first_day
    if day < first:
        what = line(N_("filing_date must be {first} or later, the day the scheme began."), first=Day(date=first))
        yield problem(file, "filing_date", what, line(N_("Enter the day you plan to file.")), "answers.filing_date")
    elif today and day > add_months(today, 12):
        what = line(N_("filing_date must be within a year from today."))
        yield problem(file, "filing_date", what, line(N_("Enter the day you plan to file.")), "answers.filing_date")
