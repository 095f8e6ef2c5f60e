"""When an extension of stay may be filed (rules.md, 6, "window")."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from talentpack.core.case import Case
from talentpack.core.dates import add_months, day_after
from talentpack.core.lines import N_, Day, Number, line
from talentpack.core.results import Missing, OneOf

WINDOW = ("open", "late", "early", "over")


class Window(NamedTuple):
    """Its first day, the first on which fewer than ``days`` are left, and its last, the limit of stay."""

    opens: date
    late: date
    limit: date
    days: Decimal


def window(case: Case) -> OneOf:
    """Inside the window, inside it with little time left, before it, or after the limit of stay. Raises Missing."""
    known = case.date("extension.limit_of_stay")
    if known is None:
        raise Missing(case.address("extension.limit_of_stay"))
    found = window_of(case, known.earliest)
    dates = {"opens": Day(date=found.opens), "late": Day(date=found.late), "limit": Day(date=found.limit)}
    days = Number(value=found.days)
    said = N_("The window opens on {opens}; from {late} on fewer than {days} days are left; it closes on {limit}.")
    return OneOf(
        words=(_word(case.day, found),),
        working=(line(said, **dates, days=days),),
        values={**dates, "days": days},
        numbers={
            "opens": found.opens.isoformat(),
            "late_from": found.late.isoformat(),
            "closes": found.limit.isoformat(),
        },
    )


def window_of(case: Case, limit: date) -> Window:
    """The window before a limit of stay, by the rules of the filing day: the figure not in force is 0."""
    days = case.amount("extension.late")
    before = add_months(limit, -int(case.amount("extension.window")))
    return Window(
        opens=before - timedelta(days=int(case.amount("extension.window_days"))),
        late=day_after(limit - timedelta(days=int(days))),
        limit=limit,
        days=days,
    )


def _word(day: date, found: Window) -> str:
    if day > found.limit:
        return "over"
    if day < found.opens:
        return "early"
    return "late" if day >= found.late else "open"
