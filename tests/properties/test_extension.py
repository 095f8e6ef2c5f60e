"""An extension of stay under any answers: the worst finding decides, and what is missing never reads as an answer."""

from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.content.shipped import rules

from talentpack.core.answers import Answers
from talentpack.core.assess import assess
from talentpack.core.facts import FACTS, YES_NO
from talentpack.core.findings import WORST_FIRST

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
YES = st.booleans()
ANSWERS = {
    "applicant/in_hong_kong": YES,
    "extension/category": st.sampled_from(["A", "B", "C"]),
    "extension/approved_on": DAYS.map(date.isoformat),
    "extension/granted_on": DAYS.map(date.isoformat),
    "extension/limit_of_stay": DAYS.map(date.isoformat),
    "extension/basis": st.sampled_from(["employment", "business", "one_more_year", "none"]),
    "extension/degree_level_post": YES,
    "extension/stable_income": YES,
    "extension/market_pay": YES,
    "extension/contract_until": DAYS.map(date.isoformat),
    "extension/business_running": YES,
    "extension/verification_given": YES,
    "extension/assessable_income": st.sampled_from(["0", "1999999", "2000000"]),
    "extension/stay_cut_by_passport": YES,
    "degree/r1/verified_by": st.just("CHSI"),
}
# Left out, these say something: a stay is not cut, a contract has no end.
SAYS_ABSENT = {"extension/stay_cut_by_passport", "extension/contract_until"}
CASES = st.fixed_dictionaries({}, optional=ANSWERS)


@cache
def fixed():
    return {"purpose": "extension", "degree": ["r1"]}


def result(answers, day):
    (only,) = assess(Answers(fixed() | answers), day, rules(), FACTS, YES_NO).routes
    return only


@given(CASES, DAYS)
def test_the_worst_finding_decides(answers, day):
    found = result(answers, day)
    outcomes = {finding.outcome for finding in found.findings}
    assert found.route == "extension"
    assert found.verdict == next((each for each in WORST_FIRST if each in outcomes), "met")


@settings(max_examples=200)
@given(CASES, DAYS, st.data())
def test_an_answer_more_never_changes_what_was_settled(answers, day, data):
    absent = sorted(ANSWERS.keys() - answers.keys() - SAYS_ABSENT)
    if not absent:
        return
    address = data.draw(st.sampled_from(absent))
    before = {each.criterion: each.outcome for each in result(answers, day).findings}
    more = answers | {address: data.draw(ANSWERS[address])}
    after = {each.criterion: each.outcome for each in result(more, day).findings}
    settled = {name for name, outcome in before.items() if outcome in ("met", "not_met", "advice")}
    assert {name: after[name] for name in settled & after.keys()} == {
        name: before[name] for name in settled & after.keys()
    }


@given(CASES, DAYS)
def test_what_is_not_known_names_what_would_settle_it(answers, day):
    for finding in result(answers, day).findings:
        assert bool(finding.needs) == (finding.outcome == "not_yet_known")
        assert not set(finding.needs) & answers.keys()
