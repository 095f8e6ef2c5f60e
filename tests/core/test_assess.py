from __future__ import annotations

from datetime import date
from typing import Any

from tests.core.made import DAY, criterion, rules

from talentpack.core.answers import Answers
from talentpack.core.assess import assess
from talentpack.core.conditions import Test as Compare
from talentpack.core.lines import Line
from talentpack.core.results import OneOf
from talentpack.core.rules import Said

WORDS = {
    "good": Said(outcome="met", reason=Line(template="good")),
    "bad": Said(outcome="not_met", reason=Line(template="bad")),
    "hm": Said(outcome="advice", reason=Line(template="hm"), source="n"),
}
FACTS: dict[str, Any] = {"level": lambda case: OneOf(words=(str(case.need("degree.level")),))}
LEVEL = criterion(id="level", fact="level", words=WORDS, routes=("B",))
STAY = criterion(id="stay", answer="background.before", by="is", value=False)


def outcome(answers: dict[str, Any], *criteria: Any) -> dict[str, str]:
    found = assess(Answers(answers), DAY, rules(*criteria), FACTS, {})
    return {f"{result.route}{result.record}": result.verdict for result in found.routes}


def test_without_a_route_all_are_assessed_and_with_one_only_that() -> None:
    assert outcome({"background/before": False}, STAY) == {"A": "met", "B": "met"}
    assert outcome({"background/before": True, "route": "A"}, STAY) == {"A": "not_met"}


def test_the_best_degree_is_used_whole() -> None:
    degrees = {"degree": ["r1", "r2", "r3"], "degree/r1/level": "bad", "degree/r2/level": "hm", "degree/r3/level": "hm"}
    assert outcome({**degrees, "route": "B"}, LEVEL) == {"Bdegree/r2": "advice"}
    assert outcome({**degrees, "route": "B", "degree/r3/level": "good"}, LEVEL) == {"Bdegree/r3": "met"}


def test_no_degree_entered_is_not_yet_known_and_asks_for_the_list() -> None:
    found = assess(Answers({"route": "B"}), DAY, rules(LEVEL), FACTS, {})
    assert found.routes[0].verdict == "not_yet_known"
    assert found.routes[0].findings[0].needs == ("degree",)


def test_a_criterion_that_does_not_concern_the_case_is_absent_and_one_that_may_asks() -> None:
    concerns = Compare(name="applicant.nationality", by="is", value="CN")
    rule = criterion(id="x", answer="y", by="is", value=True, concerns=concerns)
    base = {"route": "A", "y": True, "background/before": False}

    def findings(**given: str) -> list[tuple[str, str]]:
        answers = Answers({**base, **{key.replace("__", "/"): value for key, value in given.items()}})
        found = assess(answers, DAY, rules(STAY, rule), FACTS, {})
        return [(finding.criterion, finding.outcome) for finding in found.routes[0].findings]

    assert findings(applicant__nationality="DE") == [("stay", "met")]
    assert findings(applicant__nationality="CN") == [("stay", "met"), ("x", "met")]
    assert findings() == [("stay", "met"), ("x", "not_yet_known")]


def test_criteria_stand_only_in_their_days() -> None:
    early = criterion(id="early", answer="y", by="is", value=True, until=date(2026, 1, 1))
    late = criterion(id="late", answer="y", by="is", value=True, since=DAY)
    found = assess(Answers({"route": "A", "y": True}), DAY, rules(early, late), FACTS, {})
    assert [finding.criterion for finding in found.routes[0].findings] == ["late"]


def test_a_dependant_never_changes_the_applicants_verdict() -> None:
    rule = criterion(id="d", answer="dependant.relation", by="one_of", value=("spouse",), dependants=True)
    answers = {"route": "A", "background/before": False, "dependant": ["r1"], "dependant/r1/relation": "parent"}
    found = assess(Answers(answers), DAY, rules(STAY, rule), FACTS, {})
    assert found.routes[0].verdict == "met"
    assert [(person.ref, person.verdict) for person in found.dependants] == [("dependant/r1", "not_met")]


def test_a_purpose_that_criteria_name_as_a_route_is_assessed_as_that_one() -> None:
    rule = criterion(id="window", answer="y", by="is", value=True, routes=("extension",))
    entry = criterion(id="income", answer="y", by="is", value=True, routes=("A",))
    answers = {"purpose": "extension", "route": "A", "y": True}
    found = assess(Answers(answers), DAY, rules(rule, entry), FACTS, {})
    assert [(result.route, [each.criterion for each in result.findings]) for result in found.routes] == [
        ("extension", ["window"])
    ]
    assert found.purpose == "extension"
    assert list(outcome({"y": True}, rule, entry, STAY)) == ["A", "B"]
