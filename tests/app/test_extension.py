"""An extension of stay from its answers to its plan: the letter, the title, what is cited."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.app.made import DAY, ready

from talentpack import assets
from talentpack.app.composing import claims_in
from talentpack.app.planning import plan_pack
from talentpack.app.session import Session
from talentpack.app.taking import files_named
from talentpack.app.words import words_for
from talentpack.app.world import load
from talentpack.content.answers_file import parse_answers
from talentpack.core.plan import PackPlan

EN = words_for("en", assets.resources())
EMPLOYED = """
scheme = "ttps"
purpose = "extension"
route = "A"
[applicant]
surname = "Lim"
given_names = "Wei Jie"
in_hong_kong = true
[extension]
category = "B"
approved_on = 2024-12-01
granted_on = 2025-02-22
limit_of_stay = 2027-02-22
basis = "employment"
degree_level_post = true
stable_income = true
market_pay = true
contract_until = 2028-12-31
assessable_income = "2150000"
verification_given = true
[[evidence]]
file = "contract.pdf"
proof = "contract"
[[evidence]]
file = "tax.pdf"
proof = "top_tier_tax"
[[evidence]]
file = "passport.pdf"
proof = "travel_document"
"""
BUSINESS = """
scheme = "ttps"
purpose = "extension"
[applicant]
surname = "Lim"
[extension]
category = "A"
limit_of_stay = 2027-02-22
basis = "business"
business_running = true
shareholding = "60"
"""


def planned(text: str) -> PackPlan:
    world = load("ttps", "extension")
    session = Session(world, lambda: datetime(2026, 11, 22, tzinfo=UTC))
    session.open(parse_answers(text, "case.toml", world.forms, world.rules, DAY))
    taken = {key: ready(2) for key, _ in files_named(session.answers)}
    return plan_pack(world, session.answers, DAY, taken, Path("cleaned"))


def letter(plan: PackPlan) -> str:
    return "\n".join(EN.say(paragraph.text) for paragraph in plan.letter.paragraphs).replace("\N{NO-BREAK SPACE}", " ")


def test_the_plan_is_that_of_an_extension_whatever_route_was_entered() -> None:
    plan = planned(EMPLOYED)
    assert (plan.purpose, plan.route) == ("extension", "extension")
    assert EN.say(plan.title) == "Extension of stay under the Top Talent Pass Scheme"
    assert EN.say(plan.letter.subject).endswith("extension of stay of LIM\N{NO-BREAK SPACE}Wei\N{NO-BREAK SPACE}Jie")


def test_the_letter_says_what_was_answered_and_cites_the_paper_that_shows_it() -> None:
    plan = planned(EMPLOYED)
    text = letter(plan)
    assert "approved under Category B on 1 December 2024" in text
    assert "permitted until 22 February 2027" in text
    assert "My contract runs until 31 December 2028" in text
    assert "business" not in text
    cited = {claim.address: [cite.exhibit for cite in claim.cites] for claim in claims_in(plan.letter)}
    numbers = {exhibit.paper.proof: exhibit.number for exhibit in plan.exhibits}
    assert cited["extension/contract_until"] == [numbers["contract"]]
    assert cited["extension/assessable_income"] == [numbers["top_tier_tax"]]
    assert cited["extension/limit_of_stay"] == [numbers["travel_document"]]
    assert cited["extension/approved_on"] == []


def test_the_papers_stand_in_the_sections_of_the_bundle() -> None:
    numbers = {exhibit.paper.proof: exhibit.number for exhibit in planned(EMPLOYED).exhibits}
    assert numbers == {"travel_document": "A1", "top_tier_tax": "B1", "contract": "D1"}


def test_a_letter_on_a_business_speaks_of_the_business_alone() -> None:
    text = letter(planned(BUSINESS))
    assert "on the basis of my business in Hong Kong. I hold 60 per cent of it. It is running" in text
    assert "contract" not in text
    assert "salaries tax" not in text


def test_a_warning_names_the_extension() -> None:
    said = [EN.say(warning.text) for warning in planned(BUSINESS).warnings if warning.code.startswith("verdict.")]
    assert said == ["Extension of stay: not known yet; answers are missing; see the worksheet."]
