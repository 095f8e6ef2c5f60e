"""The conditions of one who applies as an overseas Chinese national (rules.md, overseas.chinese)."""

from __future__ import annotations

from datetime import date
from itertools import product

from talentpack.core.case import Case
from talentpack.core.dates import PartialDate, add_months
from talentpack.core.facts.possible import in_order, missing, options, shown
from talentpack.core.lines import Day, Item
from talentpack.core.results import OneOf

OVERSEAS = ("permanent", "year", "not_there", "too_short")

_ANSWERS = ("overseas_permanent_resident", "overseas_since", "applying_from_overseas")


def overseas_chinese(case: Case) -> OneOf:
    """Permanent residence overseas; or a year overseas to the day, and an application from there."""
    since = case.date("background.overseas_since")
    words = {
        _word(permanent=permanent, year=year, there=there)
        for permanent, year, there in product(
            options(case.yes_no("background.overseas_permanent_resident")),
            _reached(case, since),
            options(case.yes_no("background.applying_from_overseas")),
        )
    }
    needs = missing(case, *(f"background.{name}" for name in _ANSWERS)) if len(words) > 1 else ()
    values: dict[str, Item] = {}
    if since is not None:
        values = {"since": shown(since), "reached": Day(date=_year_after(case, since.latest))}
    return OneOf(words=in_order(words, OVERSEAS), needs=needs, vague=bool(since and not since.exact), values=values)


def _reached(case: Case, since: PartialDate | None) -> set[bool]:
    """Whether the year is reached on the day, for every day since when it may be."""
    if since is None:
        return {True, False}
    return {_year_after(case, day) <= case.day for day in (since.earliest, since.latest)}


def _year_after(case: Case, day: date) -> date:
    return add_months(day, int(case.amount("overseas.year")) * 12)


def _word(*, permanent: bool, year: bool, there: bool) -> str:
    if permanent:
        return "permanent"
    if not year:
        return "too_short"
    return "year" if there else "not_there"
