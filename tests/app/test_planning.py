from __future__ import annotations

import pytest
from tests.app.made import opened, planned, sample

from talentpack import assets
from talentpack.app.composing import claims_in
from talentpack.app.words import words_for
from talentpack.core.lines import Cite
from talentpack.core.papers import Flag
from talentpack.core.plan import PackPlan
from talentpack.core.problems import Refused

EN = words_for("en", assets.resources())


@pytest.fixture(scope="module")
def plan() -> PackPlan:
    return planned(opened(sample("a-income")))


def codes(plan: PackPlan) -> set[str]:
    return {warning.code for warning in plan.warnings}


def letter(plan: PackPlan) -> str:
    return "\n".join(EN.say(paragraph.text) for paragraph in plan.letter.paragraphs).replace("\N{NO-BREAK SPACE}", " ")


def test_exhibits_stand_in_the_official_order_and_name_their_person(plan: PackPlan) -> None:
    numbers = {exhibit.number: exhibit.paper.proof for exhibit in plan.exhibits}
    assert list(numbers)[:4] == ["A1", "A2", "B1", "B2"]
    assert numbers["A1"] == "travel_document"
    assert numbers["F1.1"] == "travel_document"
    assert [numbers[each] for each in ("F1.3", "F2.3")] == ["relationship", "relationship"]


def test_a_translation_follows_its_paper(plan: PackPlan) -> None:
    marriage = next(exhibit for exhibit in plan.exhibits if exhibit.number == "F1.3")
    assert [sheaf.name for sheaf in marriage.paper.sheaves] == [
        "marriage-certificate-de.pdf",
        "marriage-certificate-en.pdf",
    ]
    assert EN.say(marriage.paper.title) == "Marriage certificate with apostille, with translation"


def test_pages_left_out_are_left_out(plan: PackPlan) -> None:
    tax = next(exhibit for exhibit in plan.exhibits if exhibit.number == "B1")
    assert tax.paper.sheaves[0].pages == (1, 2, 3, 4, 5)


def test_the_letter_says_what_was_answered_and_cites_it(plan: PackPlan) -> None:
    text = letter(plan)
    assert "came to HK$3,706,312.50. The Scheme asks for HK$2,500,000 or more." in text
    assert "valid until 8 October 2030 (A1)" in text
    assert "My spouse, MUSTERMANN Erika, was born on 12 August 1986 (F1.1)." in text
    assert "CNY 1.0950, USD 7.7850 and MYR 1.8500 (Specimen Bank" in text
    assert "{" not in text
    sides = [EN.say(paragraph.side) for paragraph in plan.letter.paragraphs if paragraph.side]
    assert sides == ["Identity", "Income", "Work", "Family", "Enquiries"]


def test_every_claim_of_the_example_is_pinned_to_its_page(plan: PackPlan) -> None:
    cites = {cited.claim.address: cited.claim.cites for cited in plan.claims}
    assert cites["income/r1/amount"] == (Cite(exhibit="B1", page=2),)
    assert all(cited.pinned for cited in plan.claims)
    assert not codes(plan) & {"claim.unpinned", "claim.unshown", "proof.missing"}


def test_without_pins_the_exhibit_is_cited_and_without_evidence_the_claim_is_listed() -> None:
    text = sample("a-income").replace('pins = [{ page = 2, says = "income[2].amount" }]', "")
    plan = planned(opened(text))
    cites = {cited.claim.address: cited.claim.cites for cited in plan.claims}
    assert cites["income/r3/amount"] == (Cite(exhibit="B3"),)
    assert [warning.ref for warning in plan.warnings if warning.code == "claim.unpinned"] == ["income/r3/amount"]
    bare = planned(opened(sample("a-income").split("[[evidence]]")[0]))
    assert bare.exhibits == ()
    assert {"claim.unshown", "proof.missing"} <= codes(bare)
    assert [EN.say(each) for each in bare.letter.enclosures] == [
        "Checklist",
        "Eligibility worksheet",
        "Index of exhibits",
    ]


def test_a_pin_on_a_page_that_was_left_out_cites_the_exhibit_only_and_says_so() -> None:
    text = sample("a-income").replace('pages = "1-5"', 'pages = "1,3-5"')
    plan = planned(opened(text))
    cites = {cited.claim.address: cited.claim.cites for cited in plan.claims}
    assert cites["income/r1/amount"] == (Cite(exhibit="B1"),)
    assert cites["income/r2/amount"] == (Cite(exhibit="B1", page=2),)
    assert "pin.left_out" in codes(plan)


def test_pages_that_are_not_there_are_refused() -> None:
    with pytest.raises(Refused, match=r"evidence\.pages"):
        planned(opened(sample("a-income")), pages=2)


def test_an_answer_that_another_hides_is_not_used() -> None:
    session = opened(sample("a-income"))
    session.answer("income/r4/kind", "investment")
    plan = planned(session)
    assert plan.income is not None
    assert [row.counts for row in plan.income.rows][3] == "no"
    assert "ownership" not in {row.proof for row in plan.checklist}


def test_what_stands_out_in_a_paper_is_said_and_what_every_scan_has_is_not() -> None:
    plan = planned(opened(sample("a-income")), 12, Flag(code="script", count=2), Flag(code="no_text", pages=(1,)))
    assert "paper.script" in codes(plan)
    assert "paper.no_text" not in codes(plan)


def test_the_degree_letter_speaks_of_degree_and_work_in_the_languages_asked_for() -> None:
    plan = planned(opened(sample("b-degree")))
    assert plan.letter_language == "zh_Hant"
    sides = [paragraph.side.template for paragraph in plan.letter.paragraphs if paragraph.side]
    assert sides[:3] == ["Identity", "Degree", "Work"]
    addresses = [claim.address for claim in claims_in(plan.letter)]
    assert {"degree/r1/completed", "job/r1/from", "job/r2/from"} <= set(addresses)


def test_slots_hold_the_exhibits_of_each_person(plan: PackPlan) -> None:
    slots = {(slot.person, slot.id): slot.exhibits for slot in plan.slots}
    assert slots["applicant", "photo"] == ("A2",)
    assert slots["dependant/r2", "photo"] == ("F2.2",)
    assert slots["applicant", "income_proof"] == ("B1", "B2", "B3", "B4", "B5")


def test_a_consultants_letterhead_and_logo_stand_in_the_letter() -> None:
    text = (
        sample("a-income") + '\n[consultant]\nname = "Specimen & Co"\naddress = "1 Example Road"\nreference = "T-1"\n'
    )
    head = planned(opened(text)).letter.letterhead
    assert head is not None
    assert (head.name, head.reference) == ("Specimen & Co", "T-1")
