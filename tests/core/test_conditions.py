from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.conditions import All, Any, Not, Truth, both, either, holds
from talentpack.core.conditions import Test as Compare
from talentpack.core.lines import Line
from talentpack.core.look import looker
from talentpack.core.rules import Rules, Scheme

WORD = Line(template="x")
SCHEME = Scheme(
    id="s", title=WORD, routes={"A": WORD}, sections={}, first_day=date(2022, 12, 28), lists=("income", "dependant")
)
RULES = Rules(scheme=SCHEME, sources={}, figures={}, criteria=(), proofs=(), slots={}, universities=())

YES, NO = Truth(True), Truth(False)


def unknown(*needs):
    return Truth(None, needs)


@pytest.mark.parametrize(
    ("parts", "all_of", "any_of"),
    [
        ([], YES, NO),
        ([YES, YES], YES, YES),
        ([YES, NO], NO, YES),
        ([NO, NO], NO, NO),
        ([YES, unknown("a")], unknown("a"), YES),
        ([NO, unknown("a")], NO, unknown("a")),
        ([unknown("a"), unknown("b", "a")], unknown("a", "b"), unknown("a", "b")),
        ([unknown("a"), NO, YES], NO, YES),
    ],
)
def test_three_values_are_joined(parts, all_of, any_of):
    assert both(parts) == all_of
    assert either(parts) == any_of


def compare(name, by="is", value="1"):
    return Compare(name=name, by=by, value=value)


names = st.sampled_from(["a", "b", "c"])
conditions = st.recursive(
    names.map(compare),
    lambda inner: (
        inner.map(lambda part: Not(part=part))
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(parts=tuple(parts)))
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: Any(parts=tuple(parts)))
    ),
    max_leaves=8,
)
worlds = st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in "abc"})


def look_in(world):
    return lambda test: Truth(world[test.name], () if world[test.name] is not None else (test.name,))


@given(conditions, worlds)
def test_what_is_known_stays_so_whatever_the_missing_answers_are(condition, world):
    truth = holds(condition, look_in(world))
    fillings = [
        {name: world[name] if world[name] is not None else given for name, given in zip("abc", row, strict=True)}
        for row in [(x, y, z) for x in (True, False) for y in (True, False) for z in (True, False)]
    ]
    outcomes = {holds(condition, look_in(filled)).known for filled in fillings}
    if truth.known is None:
        assert truth.needs
        assert all(world[need] is None for need in truth.needs)
    else:
        assert outcomes == {truth.known}
        assert truth.needs == ()


@given(conditions, worlds)
def test_not_turns_and_forgets_nothing(condition, world):
    truth, turned = holds(condition, look_in(world)), holds(Not(part=condition), look_in(world))
    assert turned.needs == truth.needs
    assert turned.known is (None if truth.known is None else not truth.known)


def test_no_condition_always_holds():
    assert holds(None, look_in({})) == YES


ANSWERS = Answers(
    {
        "route": "A",
        "income": ["r1", "r2"],
        "income/r1/kind": "salary",
        "income/r1/amount": "90000",
        "income/r2/kind": "bonus",
        "applicant/other_nationalities": ["GB", "MY"],
        "applicant/birth_date": "1985-05-14",
        "background/conviction": False,
        "dependant": ["r1"],
        "dependant/r1/travel_document/kind": "passport",
        "travel_document/kind": "other",
    }
)


def seen(test, own="", focus=None, route=""):
    case = Case(ANSWERS, date(2026, 11, 22), RULES, route, focus)
    return holds(test, looker(case, {"rich": lambda _: True, "poor": lambda _: None}, own))


@pytest.mark.parametrize(
    ("test", "truth"),
    [
        (compare("route", value="A"), YES),
        (compare("route", value="B"), NO),
        (compare("route", "one_of", ("B", "C")), NO),
        (compare("applicant.residence", value="CN"), unknown("applicant/residence")),
        (compare("applicant.other_nationalities", value="MY"), YES),
        (compare("applicant.other_nationalities", "one_of", ("CN", "GB")), YES),
        (compare("applicant.birth_date", "at_least", "1985-05-14"), YES),
        (compare("applicant.birth_date", "at_least", "1985-05-15"), NO),
        (compare("background.conviction", value=False), YES),
        (compare("background.conviction", "said", True), NO),
        (compare("background.security_matter", "said", True), NO),
        (compare("background.security_matter", "said", False), YES),
        (compare("income", "given", True), YES),
        (compare("degree", "given", True), NO),
        (compare("applicant.residence", "given", False), YES),
        (compare("fact.rich", value=True), YES),
        (compare("fact.poor", value=True), unknown()),
    ],
)
def test_an_answer_is_compared(test, truth):
    assert seen(test) == truth


def test_a_records_own_answers_are_meant_first():
    focus = {"income": "r1"}
    assert seen(compare("kind", value="salary"), "income", focus) == YES
    assert seen(compare("amount", "at_least", "100000"), "income", focus) == NO
    assert seen(compare("amount", "at_least", "9000"), "income", focus) == YES
    assert seen(compare("payer"), "income", focus) == unknown("income/r1/payer")
    assert seen(compare("travel_document.kind", value="other"), "income", focus) == YES
    assert seen(compare("travel_document.kind", value="passport"), "dependant", {"dependant": "r1"}) == YES


def test_the_route_assessed_beats_the_route_answered():
    assert seen(compare("route", value="B"), route="B") == YES
