from __future__ import annotations

import pytest

from talentpack.core.answers import Answers, Change, to_address, to_path
from talentpack.core.problems import Refused

CASE = Answers(
    {
        "route": "A",
        "income": ["r1", "r3"],
        "income/r1/amount": "100",
        "income/r3/amount": "200",
        "dependant": ["r1"],
        "dependant/r1/travel_document/number": "X1",
        "none": ["job", "income"],
    }
)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("route", "route"),
        ("applicant/surname", "applicant.surname"),
        ("income", "income"),
        ("income/r3", "income[1]"),
        ("income/r3/amount", "income[1].amount"),
        ("dependant/r1/travel_document/number", "dependant[0].travel_document.number"),
    ],
)
def test_people_write_positions_and_the_case_keeps_ids(address: str, path: str) -> None:
    assert to_path(CASE, address) == path
    assert to_address(CASE, path) == address


@pytest.mark.parametrize(
    "path", ["income[2].amount", "job[0]", "", "Income[0]", "income[x].amount", "income[-1]", "a..b"]
)
def test_a_place_that_is_not_there_is_refused(path: str) -> None:
    with pytest.raises(Refused) as refused:
        to_address(CASE, path)
    assert refused.value.problems[0].code == "address.unknown"


def test_a_list_with_records_is_never_said_empty() -> None:
    assert CASE.said_empty("job")
    assert not CASE.said_empty("income")
    assert not CASE.said_empty("degree")


def test_changes_make_new_answers_and_leave_the_old() -> None:
    after = CASE.after([Change(address="route", before="A", after=None), Change(address="x", before=None, after=True)])
    assert after.get("route") is None
    assert after.get("x") is True
    assert CASE.get("route") == "A"


def test_below_gives_what_a_record_holds() -> None:
    assert CASE.below("dependant/r1") == {"travel_document/number": "X1"}
    assert CASE.below("income/r9") == {}
