"""Whether the rules may have changed by the filing day: they are known as of the day their sources were read."""

from __future__ import annotations

from datetime import date

from talentpack.core.case import Case
from talentpack.core.lines import Day
from talentpack.core.results import OneOf

CHECKED = ("later",)


def checked(case: Case) -> OneOf:
    """That the filing day is later than the oldest reading."""
    return OneOf(words=CHECKED, values={"checked": Day(date=_oldest(case))})


def may_change(case: Case) -> bool:
    """Whether the filing day is later than the oldest reading of a source."""
    return case.day > _oldest(case)


def _oldest(case: Case) -> date:
    return min(source.checked for source in case.rules.sources.values())
