from datetime import date
from decimal import Decimal

import pytest
from tests.content.shipped import rules

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.outlook import fees, milestones

DAY = date(2026, 11, 22)


def of(answers, day=DAY, route="A", purpose="entry"):
    return Case(Answers({"purpose": purpose, **answers}), day, rules(), route)


def dates(case, arrival=None):
    return {each.id: each.date.isoformat() for each in milestones(case, arrival)}


@pytest.mark.parametrize(
    ("day", "application", "issue"), [(date(2025, 2, 25), "0", "230"), (date(2025, 2, 26), "600", "1300")]
)
def test_fees_are_those_of_the_day_for_all_who_apply_together(day, application, issue):
    family = {"dependant": ["r1", "r2", "r3"], "dependant/r2/together": False, "dependant/r3/together": True}
    found = fees(of(family, day))
    assert (found.people, found.application, found.issue) == (3, Decimal(application), Decimal(issue))
    assert found.total == 3 * (Decimal(application) + Decimal(issue))
    assert fees(of({}, day)).people == 1


def test_the_fees_of_an_extension_are_not_known():
    assert fees(of({}, purpose="extension")) is None


def test_an_entry_before_arrival_knows_its_decision_and_its_document():
    case = of({"travel_document/expires": "2031-08-08"})
    assert dates(case) == {"decision": "2026-12-20", "travel_document": "2031-08-08"}
    assert dates(of({})) == {"decision": "2026-12-20"}


@pytest.mark.parametrize(
    ("route", "limit", "opens"), [("A", "2030-01-31", "2029-10-31"), ("B", "2029-01-31", "2028-10-31")]
)
def test_from_the_arrival_the_stay_is_reckoned(route, limit, opens):
    found = dates(of({}, route=route), date(2027, 1, 31))
    assert (found["identity_card"], found["limit_of_stay"], found["window_opens"]) == ("2027-03-02", limit, opens)


def test_a_document_that_expires_sooner_ends_the_stay():
    assert dates(of({"travel_document/expires": "2028-06-30"}), DAY)["limit_of_stay"] == "2028-06-30"


def test_without_a_route_no_stay_is_reckoned():
    assert set(dates(of({}, route=""), DAY)) == {"decision", "identity_card"}


def test_an_extension_goes_by_its_answers():
    answers = {"extension/granted_on": "2025-02-22", "extension/limit_of_stay": "2027-02-22"}
    assert dates(of(answers, purpose="extension", route="extension")) == {
        "identity_card": "2025-03-24",
        "window_opens": "2026-11-22",
        "window_late": "2027-01-12",
        "limit_of_stay": "2027-02-22",
    }
    assert dates(of({}, purpose="extension", route="extension")) == {}


def test_milestones_stand_in_order():
    case = of({"travel_document/expires": "2026-12-01"})
    assert [each.id for each in milestones(case)] == ["travel_document", "decision"]
