"""What is known of the employer, and which papers that makes needless or needful (rules.md, 6, "Employed")."""

from __future__ import annotations

from talentpack.core.case import Case
from talentpack.core.dates import add_months
from talentpack.core.facts.possible import missing
from talentpack.core.results import Missing


def exempt(case: Case) -> bool:
    """Listed, or lately granted visas for staff from outside: registration and finances are not asked. Raises Missing."""
    names = ("extension.employer_listed", "extension.employer_hired_non_local")
    if any(case.yes_no(name) for name in names):
        return True
    if open_ := missing(case, *names):
        raise Missing(*open_)
    return False


def young(case: Case) -> bool:
    """Under twelve months old on the day: a plan of the business is asked. Raises Missing, also for a vague date."""
    founded = case.date("extension.employer_founded")
    months = int(case.amount("extension.employer_young"))
    ages = {add_months(day, months) > case.day for day in (founded.earliest, founded.latest)} if founded else set()
    if len(ages) != 1:
        raise Missing(case.address("extension.employer_founded"))
    return ages.pop()
