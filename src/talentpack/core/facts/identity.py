"""Who the applicant is: nationality, and stays granted before (rules.md, 1)."""

from __future__ import annotations

from talentpack.core.case import Case
from talentpack.core.lines import Country, Item, Several
from talentpack.core.results import Missing, OneOf

NATIONALITY = ("admitted", "another", "stateless", "excluded")
STAY_FIRST = ("first", "not_entered", "granted")

STATELESS = "XX"


def nationality(case: Case) -> OneOf:
    """Whether the nationality is admitted on the day. Raises Missing.

    Other nationalities count when they are given; nobody can declare that there are none.
    """
    own = str(case.need("applicant.nationality"))
    excluded = case.codes("nationality.excluded")
    others = tuple(code for code in case.several("applicant.other_nationalities") if code in excluded and code != own)
    values: dict[str, Item] = {
        "nationality": Country(code=own),
        "others": Several(items=tuple(Country(code=code) for code in others)),
    }
    if own in excluded:
        return OneOf(words=("excluded",), values=values)
    if own == STATELESS:
        return OneOf(words=("stateless",), values=values)
    return OneOf(words=("another" if others else "admitted",), values=values)


def stay_first(case: Case) -> OneOf:
    """Whether a stay was granted before. Raises Missing.

    An approval never used to enter is its own matter, however the first question was answered.
    """
    not_entered = case.yes_no("background.ttps_not_entered")
    if not_entered:
        return OneOf(words=("not_entered",))
    before = case.yes_no("background.ttps_before")
    if before is None:
        raise Missing(case.address("background.ttps_before"))
    if before and not_entered is None:
        return OneOf(words=("granted", "not_entered"), needs=(case.address("background.ttps_not_entered"),))
    return OneOf(words=("granted" if before else "first",))
