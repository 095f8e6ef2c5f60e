"""What the degree in focus is: level, completion, kind of school, mode, how recent (rules.md, 2)."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.lines import Item, Number
from talentpack.core.results import Missing, OneOf

LEVELS = ("bachelor", "master", "doctor", "other", "none")
COMPLETED = ("completed", "later")
RECENT = ("within", "edge", "older")
MODES = ("full_time", "part_time", "distance")
YES_NO = ("yes", "no")
QUOTA = ("unknown",)


def need_degree(case: Case, name: str) -> str:
    """An answer about the degree in focus. Raises Missing for it, or for the list while no degree is entered."""
    if not case.focus("degree"):
        raise Missing("degree")
    return str(case.need(f"degree.{name}"))


def none_entered(case: Case) -> bool:
    """Whether the person said that there is no degree."""
    return case.answers.said_empty("degree")


def level(case: Case) -> OneOf:
    if none_entered(case):
        return OneOf(words=("none",))
    return OneOf(words=(need_degree(case, "level"),))


def completed(case: Case) -> OneOf:
    """Completed by the filing day, or later; both while the day is not known."""
    need_degree(case, "completed")
    on = case.date("degree.completed")
    if on is None:
        raise Missing(case.address("degree.completed"))
    values: dict[str, Item] = {"completed": on}
    if on.latest <= case.day:
        return OneOf(words=("completed",), values=values)
    if on.earliest > case.day:
        return OneOf(words=("later",), values=values)
    return OneOf(words=COMPLETED, values=values, vague=True)


def recent(case: Case) -> OneOf:
    """By year of graduation: within the years of the figure, exactly that many ago, or older."""
    year = int(need_degree(case, "completed")[:4])
    allowed = case.amount("degree.recent")
    ago = Decimal(case.day.year - year)
    word = "older" if ago > allowed else "edge" if ago == allowed else "within"
    return OneOf(words=(word,), values={"year": str(year), "filing_year": str(case.day.year)})


def mode(case: Case) -> OneOf:
    return OneOf(words=(need_degree(case, "mode"),))


def honorary(case: Case) -> OneOf:
    return _said(case, "honorary")


def extension(case: Case) -> OneOf:
    return _said(case, "extension_school")


def _said(case: Case, name: str) -> OneOf:
    need_degree(case, name)
    return OneOf(words=("yes" if case.yes_no(f"degree.{name}") else "no",))


def quota(case: Case) -> OneOf:
    """Whether places are left cannot be known here."""
    return OneOf(words=QUOTA, values={"places": Number(value=case.amount("quota.places"))})
