"""When a dependant's extension of stay may be filed: two pages differ (rules.md, 6, "Dependants")."""

from __future__ import annotations

from datetime import date, timedelta

from talentpack.core.case import Case
from talentpack.core.dates import add_months
from talentpack.core.lines import Day
from talentpack.core.results import Missing, OneOf

WINDOW = ("open", "reported", "early", "over")


def window(case: Case) -> OneOf:
    """Inside both windows, only inside the longer one that is reported, before both, or after the limit of stay.

    The limit is the sponsor's: a dependant's stay follows it. Raises Missing.
    """
    known = case.date("extension.limit_of_stay")
    if known is None:
        raise Missing(case.address("extension.limit_of_stay"))
    limit = known.latest
    words = {_word(case, day) for day in (known.earliest, limit)}
    return OneOf(
        words=tuple(word for word in WINDOW if word in words),
        vague=len(words) > 1,
        values={
            "opens": Day(date=_opens(case, limit)),
            "sure": Day(date=_surely(case, limit)),
            "limit": Day(date=limit),
        },
    )


def _word(case: Case, limit: date) -> str:
    if limit < case.day:
        return "over"
    if _surely(case, limit) <= case.day:
        return "open"
    return "reported" if _opens(case, limit) <= case.day else "early"


def _surely(case: Case, limit: date) -> date:
    return limit - timedelta(weeks=int(case.amount("dependant.window")))


def _opens(case: Case, limit: date) -> date:
    """The first day of the longer window; that of the shorter one while no longer one is reported."""
    return min(_surely(case, limit), add_months(limit, -int(case.amount("dependant.window_reported"))))
