"""What scenarios cannot show: which answers a paper waits for, and figures read as of another day."""

from datetime import date

import pytest
from msgspec.structs import replace
from tests.core.case_of import case_of, rules

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.facts import employer, extension, freshness, top_tier
from talentpack.core.lines import Day
from talentpack.core.results import Missing

DAY = date(2026, 11, 22)


def extended(on=DAY, **answers):
    return Case(Answers({f"extension/{name}": value for name, value in answers.items()}), on, rules(), "extension")


@pytest.mark.parametrize(
    ("answers", "needs"),
    [
        ({}, {"extension/employer_listed", "extension/employer_hired_non_local"}),
        ({"employer_listed": False}, {"extension/employer_hired_non_local"}),
        ({"employer_hired_non_local": False}, {"extension/employer_listed"}),
    ],
)
def test_an_exemption_waits_for_the_answers_that_decide_it(answers, needs):
    with pytest.raises(Missing) as missing:
        employer.exempt(extended(**answers))
    assert set(missing.value.addresses) == needs


@pytest.mark.parametrize("founded", [None, "2025", "2025-11"])
def test_the_age_of_an_employer_waits_for_the_day_it_turns_on(founded):
    with pytest.raises(Missing) as missing:
        employer.young(extended(employer_founded=founded) if founded else extended())
    assert missing.value.addresses == ("extension/employer_founded",)


@pytest.mark.parametrize(("founded", "young"), [("2024", False), ("2025-10", False), ("2025-12", True), ("2026", True)])
def test_a_month_or_a_year_is_enough_where_every_day_of_it_agrees(founded, young):
    assert employer.young(extended(employer_founded=founded)) is young


def test_top_tier_waits_for_what_is_missing_unless_something_falls_short():
    with pytest.raises(Missing) as missing:
        top_tier.top_tier(extended(granted_on="2024-01-01", assessable_income="2000000"))
    assert missing.value.addresses == ("extension/limit_of_stay",)
    assert top_tier.top_tier(extended(assessable_income="1999999.99")) is False
    assert top_tier.top_tier(extended(granted_on="2026-01-01", limit_of_stay="2027-01-01")) is False


def test_the_further_year_goes_by_the_day_of_approval_not_of_filing():
    answers = {"basis": "one_more_year", "category": "A", "approved_on": "2024-10-15"}
    for day in (date(2024, 10, 1), date(2026, 11, 22)):
        assert extension.basis(extended(day, **answers)).words == ("further_year",)


def test_a_report_is_that_of_the_degree_in_focus():
    case = case_of({"title": "BA"}, degrees=[{"title": "BSc", "verified_by": "CHSI"}], route="extension")
    assert [extension.report_at_hand(case.at("degree", each)) for each in ("r1", "r2")] == [False, True]


def test_the_oldest_source_decides_and_is_named():
    first, *others = rules().sources.values()
    older = replace(first, checked=date(2026, 1, 31))
    made = replace(rules(), sources={source.id: source for source in (older, *others)})
    case = Case(Answers(), date(2026, 2, 1), made)
    assert freshness.may_change(case) is True
    assert freshness.checked(case).values["checked"] == Day(date=date(2026, 1, 31))


def test_rules_may_change_after_the_oldest_source_was_read():
    oldest = min(source.checked for source in rules().sources.values())
    assert freshness.may_change(extended(oldest)) is False
    assert freshness.may_change(extended(date(oldest.year + 1, 1, 1))) is True
