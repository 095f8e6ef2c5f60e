from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.core.made import case, criterion, figure, rules

from talentpack.core.case import Case
from talentpack.core.criteria import age, evaluate
from talentpack.core.dates import partial
from talentpack.core.findings import Finding
from talentpack.core.lines import Line
from talentpack.core.results import Between, Known, Missing, OneOf, Result
from talentpack.core.rules import Said

YEARS = (figure("adult", "18"),)
BORN = {"answer": "applicant.birth_date", "by": "age_at_least", "figure": "adult"}


def by_fact(result: Result | Missing, **given: Any) -> Finding:
    def fact(_: Case) -> Result:
        if isinstance(result, Missing):
            raise result
        return result

    rule = criterion(fact="f", **given)
    made = rules(rule, figures=(figure("bound", "36", unit="months"),))
    return evaluate(rule, case({}, made), {"f": fact})


@pytest.mark.parametrize(
    ("born", "outcome"),
    [
        ("2008-11-22", "met"),
        ("2008-11-23", "not_met"),
        ("2008-11", "advice"),
        ("2008", "advice"),
        ("2007", "met"),
        ("2009", "not_met"),
        (None, "not_yet_known"),
    ],
)
def test_an_age_known_in_part_stands_only_when_both_ends_agree(born: str | None, outcome: str) -> None:
    rule = criterion(**BORN)
    answers = {"applicant/birth_date": born} if born else {}
    finding = evaluate(rule, case(answers, rules(rule, figures=YEARS)), {})
    assert finding.outcome == outcome
    assert finding.needs == (("applicant/birth_date",) if born is None else ())


def test_someone_born_on_29_february_comes_of_age_on_the_last_day_of_february() -> None:
    assert age(partial("2008-02-29"), date(2026, 2, 28)) == 18
    assert age(partial("2008-02-29"), date(2026, 2, 27)) == 17


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        (Known(value=Decimal(36)), "met"),
        (Known(value=Decimal(35)), "not_met"),
        (Between(low=Decimal(36), high=None, needs=("x",)), "met"),
        (Between(low=Decimal(0), high=Decimal(35), needs=("x",)), "not_met"),
        (Between(low=Decimal(0), high=Decimal(36), needs=("x",)), "not_yet_known"),
        (Between(low=Decimal(0), high=None, needs=("x",)), "not_yet_known"),
        (Between(low=Decimal(35), high=Decimal(36), vague=True), "advice"),
        (Between(low=Decimal(35), high=Decimal(36), needs=("x",), vague=True), "not_yet_known"),
        (Missing("x"), "not_yet_known"),
    ],
)
def test_a_bounded_fact_is_met_on_its_low_end_and_failed_on_its_high_end(result: Result, outcome: str) -> None:
    finding = by_fact(result, by="at_least", figure="bound")
    assert finding.outcome == outcome
    assert (finding.needs == ("x",)) is (outcome == "not_yet_known")


WORDS = {
    "yes": Said(outcome="met", reason=Line(template="yes")),
    "also": Said(outcome="met", reason=Line(template="also")),
    "no": Said(outcome="not_met", reason=Line(template="no")),
    "hm": Said(outcome="advice", reason=Line(template="hm"), source="n"),
}


@pytest.mark.parametrize(
    ("words", "needs", "outcome"),
    [
        (("yes",), (), "met"),
        (("yes", "also"), ("x",), "met"),
        (("yes", "no"), ("x",), "not_yet_known"),
        (("yes", "no"), (), "advice"),
        (("hm",), (), "advice"),
    ],
)
def test_words_stand_when_every_word_still_possible_agrees(
    words: tuple[str, ...], needs: tuple[str, ...], outcome: str
) -> None:
    assert by_fact(OneOf(words=words, needs=needs, vague=not needs), words=WORDS).outcome == outcome


def test_the_source_is_that_of_the_word_reached_and_the_criterions_own_is_also_named() -> None:
    finding = by_fact(OneOf(words=("hm",)), words=WORDS)
    assert finding.source.id == "n"
    assert [source.id for source in finding.also] == ["o"]


def test_a_failure_that_may_only_advise_advises() -> None:
    rule = criterion(answer="x", by="is", value=False, fails_as="advice")
    made = rules(rule)
    assert evaluate(rule, case({"x": True}, made), {}).outcome == "advice"
    assert evaluate(rule, case({"x": False}, made), {}).outcome == "met"
    assert evaluate(rule, case({}, made), {}).outcome == "not_yet_known"


@pytest.mark.parametrize(("code", "outcome"), [("AF", "not_met"), ("CN", "met")])
def test_codes_are_compared_with_the_figure_of_the_day(code: str, outcome: str) -> None:
    rule = criterion(answer="n", by="none_of", figure="excluded")
    made = rules(rule, figures=(figure("excluded", ("AF", "CU"), unit="codes"),))
    finding = evaluate(rule, case({"n": code}, made), {})
    assert finding.outcome == outcome
    assert finding.figure is not None
    assert finding.figure.value == "AF,CU"
