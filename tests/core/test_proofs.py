from __future__ import annotations

from typing import Any

import pytest
from tests.core.made import DAY, criterion, proof, rules

from talentpack.core.answers import Answers
from talentpack.core.assess import assess
from talentpack.core.conditions import Test as Compare
from talentpack.core.lines import Line
from talentpack.core.proofs import ProofRow, is_foreign, proofs_wanted

STAY = criterion(id="stay", answer="background.before", by="is", value=False)
IN_HK = Compare(name="applicant.in_hong_kong", by="is", value=True)
ON_A = Compare(name="route", by="is", value="A")
SALARY = Compare(name="kind", by="is", value="salary")
PHOTO = proof("photo")
HKID = proof("hkid", when=IN_HK)
TAX = proof("tax", per="income", section="B", when=SALARY, title=Line(template="tax {payer}"))
WORK = proof("work", required="advised", when=ON_A)
DEGREE = proof("degree", parts=("certificate", "transcript"))
SPOUSE = proof("spouse", per="dependant", section="F")


def wanted(answers: dict[str, Any], *proofs: Any, unusable: dict[str, Line] | None = None) -> list[ProofRow]:
    made = rules(STAY, proofs=proofs)
    case = Answers({"background/before": False, **answers})
    return list(proofs_wanted(case, assess(case, DAY, made, {}, {}), made, {}, unusable or {}))


def evidence(*items: dict[str, Any]) -> dict[str, Any]:
    ids = [f"e{index}" for index, _ in enumerate(items, 1)]
    fields = {
        f"evidence/{each}/{key}": value for each, item in zip(ids, items, strict=True) for key, value in item.items()
    }
    return {"evidence": ids, **fields}


def state(row: ProofRow) -> str:
    return row.state


def test_a_proof_whose_condition_is_not_known_is_a_maybe_with_what_decides_it() -> None:
    (row,) = wanted({}, HKID)
    assert (row.state, row.needs, row.required) == ("maybe", ("applicant/in_hong_kong",), False)
    assert wanted({"applicant/in_hong_kong": False}, HKID) == []
    assert wanted({"applicant/in_hong_kong": True}, HKID)[0].state == "missing"


def test_one_row_for_each_record_with_the_records_own_words() -> None:
    answers = {"income": ["r1", "r2"], "income/r1/kind": "salary", "income/r1/payer": "Acme", "income/r2/kind": "bonus"}
    (row,) = wanted(answers, TAX)
    assert row.target == "income/r1"
    assert row.title.values["payer"] == "Acme"


def test_a_proof_that_only_some_routes_want_names_them_and_is_required_when_all_open_ones_do() -> None:
    (row,) = wanted({}, WORK)
    assert (row.routes, row.required) == (("A",), False)
    (photo,) = wanted({}, PHOTO)
    assert (photo.routes, photo.required) == (("A", "B"), True)
    only_a = proof("only_a", when=ON_A)
    assert wanted({}, only_a)[0].required is False
    assert wanted({"route": "A"}, only_a)[0].required is True


def test_evidence_makes_a_proof_attached() -> None:
    (row,) = wanted(evidence({"proof": "photo"}), PHOTO)
    assert (row.state, row.evidence) == ("attached", ("e1",))


def test_one_notice_may_prove_two_incomes() -> None:
    answers = {"income": ["r1", "r2"], "income/r1/kind": "salary", "income/r2/kind": "salary"}
    rows = wanted({**answers, **evidence({"proof": "tax", "for": ["income/r1", "income/r2"]})}, TAX)
    assert [row.state for row in rows] == ["attached", "attached"]
    rows = wanted({**answers, **evidence({"proof": "tax", "for": ["income/r2"]})}, TAX)
    assert [row.state for row in rows] == ["missing", "attached"]


def test_evidence_that_names_no_record_serves_the_only_one() -> None:
    one = {"income": ["r1"], "income/r1/kind": "salary"}
    assert state(wanted({**one, **evidence({"proof": "tax"})}, TAX)[0]) == "attached"
    two = {"income": ["r1", "r2"], "income/r1/kind": "salary", "income/r2/kind": "salary"}
    assert {state(row) for row in wanted({**two, **evidence({"proof": "tax"})}, TAX)} == {"missing"}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([{"part": "certificate"}], "incomplete"),
        ([{"part": "transcript"}], "incomplete"),
        ([{}], "incomplete"),
        ([{"part": "certificate"}, {"part": "transcript"}], "attached"),
    ],
)
def test_a_degree_wants_certificate_and_transcript(items: list[dict[str, Any]], expected: str) -> None:
    (row,) = wanted(evidence(*({"proof": "degree", **item} for item in items)), DEGREE)
    assert row.state == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"language": "zh-Hant"}, "attached"),
        ({"language": "en"}, "attached"),
        ({"language": "de"}, "needs_translation"),
        ({"language": "de", "translation": "t.pdf"}, "needs_certificate"),
        ({"language": "de", "translation": "t.pdf", "certified_by": "none"}, "needs_certificate"),
        ({"language": "de", "translation": "t.pdf", "certified_by": "sworn"}, "attached"),
    ],
)
def test_papers_in_other_languages_want_a_certified_translation(item: dict[str, Any], expected: str) -> None:
    (row,) = wanted(evidence({"proof": "photo", **item}), PHOTO)
    assert row.state == expected


def test_a_file_that_cannot_be_used_says_why() -> None:
    reason = Line(template="not there")
    (row,) = wanted(evidence({"proof": "photo"}), PHOTO, unusable={"e1": reason})
    assert (row.state, row.why) == ("unusable", reason)


def test_a_proof_can_be_marked_not_applicable_with_a_reason() -> None:
    answers = {"not_applicable": ["n1"], "not_applicable/n1/proof": "photo", "not_applicable/n1/reason": "on file"}
    (row,) = wanted(answers, PHOTO)
    assert row.state == "not_applicable"
    assert row.why is not None
    assert row.why.values["reason"] == "on file"


def test_dependants_come_after_the_applicant_each_with_their_own_rows() -> None:
    rows = wanted({"dependant": ["r1", "r2"]}, SPOUSE, PHOTO)
    assert [(row.person, row.rule.id) for row in rows] == [
        ("applicant", "photo"),
        ("dependant/r1", "spouse"),
        ("dependant/r2", "spouse"),
    ]


def test_only_latin_and_chinese_are_read_by_the_department() -> None:
    assert not is_foreign("zh_Hans")
    assert not is_foreign("EN-gb")
    assert not is_foreign("")
    assert is_foreign("de")


def test_a_paper_asked_for_twice_in_the_file_stands_where_the_rule_that_asks_it_stands() -> None:
    early = proof("ownership", when=Compare(name="applicant.in_hong_kong", by="is", value=False))
    late = proof("ownership", when=IN_HK)
    rows = wanted({"applicant/in_hong_kong": True}, early, HKID, late)
    assert [row.rule.id for row in rows] == ["hkid", "ownership"]
