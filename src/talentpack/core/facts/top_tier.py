"""Whether a stay and the tax paid in it make a top-tier extension (rules.md, 6, "top_tier")."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.facts.possible import missing
from talentpack.core.lines import Day, Item, Money, Number
from talentpack.core.results import Missing, OneOf
from talentpack.core.spans import Span, whole_months

TOP_TIER = ("top", "income_below", "stay_short", "open")


def standing(case: Case) -> OneOf:
    """Top tier; else what is short; ``open`` while an answer that decides it is missing."""
    values: dict[str, Item] = {
        "years": Number(value=case.amount("extension.top_tier_stay")),
        "income": Money(amount=case.amount("extension.top_tier_income"), currency="HKD"),
        "longest": Number(value=case.amount("extension.top_tier_years")),
    }
    granted, limit = case.date("extension.granted_on"), case.date("extension.limit_of_stay")
    if granted and limit:
        values |= {"granted": Day(date=granted.earliest), "limit": Day(date=limit.earliest)}
    return OneOf(words=(_word(case),), values=values)


def top_tier(case: Case) -> bool:
    """The same as a condition. Raises Missing for the answers that decide it."""
    word = _word(case)
    if word == "open":
        names = ("granted_on", "limit_of_stay", "assessable_income")
        raise Missing(*missing(case, *(f"extension.{name}" for name in names)))
    return word == "top"


def _word(case: Case) -> str:
    long_enough, much_enough = _long_enough(case), _much_enough(case)
    if long_enough is False:
        return "stay_short"
    if much_enough is False:
        return "income_below"
    return "top" if long_enough and much_enough else "open"


def _long_enough(case: Case) -> bool | None:
    """Both days count: from the 23rd to the 22nd is whole years."""
    granted, limit = case.date("extension.granted_on"), case.date("extension.limit_of_stay")
    if granted is None or limit is None:
        return None
    return Decimal(whole_months(Span(granted.earliest, limit.earliest))) >= case.amount("extension.top_tier_stay") * 12


def _much_enough(case: Case) -> bool | None:
    income = case.decimal("extension.assessable_income")
    return None if income is None else income >= case.amount("extension.top_tier_income")
