"""When a dependant's extension may be filed, with a limit of stay on 22 February 2027."""

from datetime import date

import pytest
from tests.core.case_of import rules

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.facts.dependant_window import window
from talentpack.core.lines import Day
from talentpack.core.results import Missing


def found(on, limit="2027-02-22"):
    return window(Case(Answers({"extension/limit_of_stay": limit}), on, rules(), "extension").at("dependant", "r1"))


@pytest.mark.parametrize(
    ("on", "word"),
    [
        (date(2026, 11, 21), "early"),
        (date(2026, 11, 22), "reported"),
        (date(2027, 1, 24), "reported"),
        (date(2027, 1, 25), "open"),
        (date(2027, 2, 22), "open"),
        (date(2027, 2, 23), "over"),
    ],
)
def test_the_window_of_two_pages(on, word):
    assert found(on).words == (word,)


def test_before_march_2026_only_four_weeks_were_known():
    assert found(date(2026, 2, 1), limit="2026-03-22").words == ("early",)
    assert found(date(2026, 2, 22), limit="2026-03-22").words == ("open",)


def test_the_days_on_which_the_windows_open():
    values = found(date(2026, 10, 1)).values
    assert (values["opens"], values["sure"]) == (Day(date=date(2026, 11, 22)), Day(date=date(2027, 1, 25)))


def test_a_limit_known_to_the_month_turns_on_the_day():
    vague = found(date(2027, 2, 10), limit="2027-02")
    assert vague.words == ("open", "over")
    assert vague.vague


def test_the_limit_of_stay_is_wanted():
    with pytest.raises(Missing) as missing:
        window(Case(Answers(), date(2026, 11, 22), rules(), "extension"))
    assert missing.value.addresses == ("extension/limit_of_stay",)
