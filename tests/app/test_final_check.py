from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talentpack import assets
from talentpack.app.final_check import OpenLine, Reviewed, final_check, proof_address
from talentpack.app.opening import Opened, check, open_file
from talentpack.app.words import words_for
from talentpack.core.case import Case
from talentpack.core.lines import line
from talentpack.core.plan import Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.walk import Walk

WORDS = words_for("en", assets.resources())


def now() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def example() -> Opened:
    return open_file(assets.resources() / "samples" / "a-income" / "answers.toml", now)


def reviewed(opened: Opened, *notes: Warning) -> Reviewed:
    assessment, rows = check(opened)
    case = Case(opened.answers, opened.day, opened.world.rules, opened.answers.text("route"))
    walk = Walk(opened.world.forms, case, opened.world.yes_no)
    return Reviewed(opened.world, opened.answers, walk, assessment, rows, notes)


def said(lines: tuple[OpenLine, ...]) -> list[tuple[str, str, str]]:
    return [(each.weight, WORDS.say(each.text), each.address) for each in lines]


def test_nothing_is_open_in_a_finished_case(example: Opened) -> None:
    assert said(final_check(reviewed(example))) == []


def test_an_answer_a_finding_needs_is_to_be_fixed_where_it_is_asked(example: Opened) -> None:
    example.session.answer("applicant/birth_date", None)
    lines = final_check(reviewed(example))
    assert ("fix", "Date of birth: not answered yet", "applicant/birth_date") in said(lines)


def test_fixes_come_before_looks_and_many_of_a_page_are_one(example: Opened) -> None:
    for name in ("birth_date", "nationality", "sex", "birth_place", "marital_status"):
        example.session.answer(f"applicant/{name}", None)
    example.session.answer("travel_document/issuer", None)
    lines = final_check(reviewed(example))
    weights = [each.weight for each in lines]
    assert weights == sorted(weights)
    (you,) = (each for each in said(lines) if each[1].startswith("You: "))
    assert you == ("fix", "You: 5 questions are not answered yet", "applicant/birth_date")
    assert ("look", "Issued by: not answered yet", "travel_document/issuer") in said(lines)


def test_a_proof_leads_to_itself_and_names_the_dependant(example: Opened) -> None:
    example.session.remove("evidence", "e12")
    lines = said(final_check(reviewed(example)))
    assert lines == [("fix", "Photograph of Lena is missing", "proof/photo/dependant/r2")]
    row = next(row for row in check(example)[1] if row.target == "dependant/r2" and row.rule.id == "photo")
    assert proof_address(row) == "proof/photo/dependant/r2"


def test_a_translation_nobody_certified_is_to_be_looked_at(example: Opened) -> None:
    example.session.edit_evidence("e11", {"certified_by": "none"})
    ((weight, text, _),) = said(final_check(reviewed(example)))
    assert (weight, text.endswith("of Erika: the translation is not certified")) == ("look", True)


def test_what_is_not_met_is_a_reason_with_its_place(example: Opened) -> None:
    example.session.answer("background/conviction", True)
    example.session.answer("background/conviction_details", "A fine, long ago.")
    lines = said(final_check(reviewed(example)))
    assert [(weight, address) for weight, _, address in lines] == [("look", "background/conviction")]


def test_notes_of_a_plan_are_told_one_by_one_while_they_are_few(example: Opened) -> None:
    few = [Warning(code="claim.unpinned", ref=str(n), text=line(str(n))) for n in range(3)]
    assert [text for _, text, _ in said(final_check(reviewed(example, *few)))] == ["0", "1", "2"]
    many = [Warning(code="claim.unpinned", ref=str(n), text=line(str(n))) for n in range(4)]
    ((weight, text, _),) = said(final_check(reviewed(example, *many)))
    assert (weight, text) == ("look", "4 claims name no page that shows them")


def test_a_note_on_a_paper_leads_to_that_paper(example: Opened) -> None:
    note = Warning(code="paper.low_dpi", ref="evidence/employer-letter.pdf", text=line("Hard to read"))
    assert said(final_check(reviewed(example, note))) == [("look", "Hard to read", "evidence/e8")]
