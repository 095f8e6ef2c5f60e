"""When an extension of stay may be filed (rules.md, 6, "window")."""

from __future__ import annotations

from datetime import date, timedelta

from talentpack.core.case import Case
from talentpack.core.dates import add_months, day_after
from talentpack.core.lines import N_, Day, Number, line
from talentpack.core.results import Missing, OneOf

WINDOW = ("open", "late", "early", "over")


def limit_of_stay(case: Case) -> date:
    """The last day of the present stay. Raises Missing."""
    known = case.date("extension.limit_of_stay")
    if known is None:
        raise Missing(case.address("extension.limit_of_stay"))
    return known.earliest


def window(case: Case) -> OneOf:
    """Inside the window, inside it with little time left, before it, or after the limit of stay. Raises Missing."""
    limit = limit_of_stay(case)
    opens = _opens(case, limit)
    days = case.amount("extension.late")
    late = day_after(limit - timedelta(days=int(days)))
    dates = {"opens": Day(date=opens), "late": Day(date=late), "limit": Day(date=limit)}
    said = N_("The window opens on {opens}; from {late} on fewer than {days} days are left; it closes on {limit}.")
    return OneOf(
        words=(_word(case.day, opens, late, limit),),
        working=(line(said, **dates, days=Number(value=days)),),
        values={**dates, "days": Number(value=days)},
        numbers={"opens": opens.isoformat(), "late_from": late.isoformat(), "closes": limit.isoformat()},
    )


def _word(day: date, opens: date, late: date, limit: date) -> str:
    if day > limit:
        return "over"
    if day < opens:
        return "early"
    return "late" if day >= late else "open"


def _opens(case: Case, limit: date) -> date:
    """By the rules of the filing day: whole months, or days, before the limit; the figure not in force is 0."""
    before = add_months(limit, -int(case.amount("extension.window")))
    return before - timedelta(days=int(case.amount("extension.window_days")))
