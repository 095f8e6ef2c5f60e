"""The shipped list of proofs against the official table (rules.md, section 4)."""

from datetime import date

import pytest
from tests.content.shipped import forms, rules

from talentpack.content.answers_file import parse_answers
from talentpack.core.answers import Answers
from talentpack.core.assess import assess
from talentpack.core.facts import FACTS, YES_NO
from talentpack.core.proofs import proofs_wanted

DAY = date(2026, 11, 22)
ALWAYS = ["photo", "travel_document"]


def rows(text, day=DAY):
    answers = Answers(parse_answers(text, "case.toml", forms(), rules()))
    assessment = assess(answers, day, rules(), FACTS, YES_NO)
    return proofs_wanted(answers, assessment, rules(), YES_NO, {})


def person(text, who="applicant"):
    """Proof and target of what one person needs: ``?`` where an answer decides, ``~`` where it is only advised."""
    return [
        row.rule.id + ("?" if row.state == "maybe" else "" if row.required else "~")
        for row in rows(text)
        if row.person == who
    ]


def applicant(nationality, residence, more=""):
    return (
        f'route = "A"\n[applicant]\nnationality = "{nationality}"\nresidence = "{residence}"\n'
        f'hk_identity_card = "none"\n[background]\n{more}\n'
    )


MALAYSIAN = applicant("MY", "MY")


@pytest.mark.parametrize(
    ("route", "wanted"),
    [
        ("A", [*ALWAYS, "work_proof~", "income_proof"]),
        ("B", [*ALWAYS, "degree_certificate", "degree_verification", "work_proof"]),
        ("C", [*ALWAYS, "degree_certificate", "degree_verification", "work_proof"]),
    ],
)
def test_each_category_wants_its_own(route, wanted):
    text = (
        MALAYSIAN.replace('"A"', f'"{route}"')
        + '[[income]]\nkind = "salary"\n[[degree]]\nlevel = "bachelor"\n[[job]]\n'
    )
    assert person(text) == wanted


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("salary", ["income_proof"]),
        ("allowance", ["income_proof"]),
        ("bonus", ["income_proof"]),
        ("stock_option", ["income_proof"]),
        ("business_profit", ["income_proof", "ownership"]),
        ("investment", []),
    ],
)
def test_income_is_proved_by_its_kind(kind, wanted):
    assert person(f'{MALAYSIAN}[[income]]\nkind = "{kind}"')[2:] == wanted


def test_income_of_an_unknown_kind_may_want_any():
    assert person(f"{MALAYSIAN}[[income]]\npayer = 'X'")[2:] == ["income_proof?", "ownership?"]


@pytest.mark.parametrize(
    ("nationality", "residence", "background", "wanted"),
    [
        ("CN", "CN", "", ["consent_letter"]),
        ("MY", "CN", "", []),
        ("CN", "HK", "", []),
        ("CN", "MO", "", ["macao_id"]),
        ("MY", "MO", "", ["macao_id"]),
        ("CN", "TW", "", ["taiwan_papers"]),
        ("CN", "GB", "", ["consent_letter?", "overseas_residence?"]),
        ("CN", "GB", "overseas_chinese = true", ["overseas_residence"]),
        ("CN", "GB", "overseas_chinese = false", ["consent_letter"]),
        ("GB", "GB", "overseas_chinese = true", []),
    ],
)
def test_residence_papers_follow_nationality_and_residence(nationality, residence, background, wanted):
    assert person(applicant(nationality, residence, background))[2:] == wanted


@pytest.mark.parametrize(
    ("card", "wanted"),
    [('hk_identity_card = "A123456(7)"', ["hkid"]), ('hk_identity_card = "None"', []), ("", ["hkid?"])],
)
def test_an_identity_card_is_copied_by_whoever_has_one(card, wanted):
    assert person(MALAYSIAN.replace('hk_identity_card = "none"', card))[2:] == wanted


@pytest.mark.parametrize(("day", "wanted"), [(date(2024, 8, 31), False), (date(2024, 9, 1), True)])
def test_verification_is_wanted_since_september_2024(day, wanted):
    found = rows(MALAYSIAN.replace('"A"', '"B"') + '[[degree]]\nlevel = "bachelor"', day)
    assert ("degree_verification" in [row.rule.id for row in found]) is wanted


FAMILY = ["photo", "travel_document", "relationship"]
LATER = ["sponsor_finances", "sponsor_accommodation", "sponsor_travel_document", "sponsor_hkid", "hkid~"]


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        ('relation = "spouse"\nnationality = "MY"\nresidence = "MY"', FAMILY),
        ('relation = "child"\nnationality = "MY"\nresidence = "MY"\ntogether = true', FAMILY),
        ('relation = "child"\nnationality = "MY"\nresidence = "MY"\ntogether = false', [*FAMILY, *LATER]),
        (
            'relation = "spouse"\nnationality = "CN"\nresidence = "MO"\ntogether = false',
            [*FAMILY, "macao_id", *LATER, "macao_visit_permit"],
        ),
        ('relation = "spouse"\nnationality = "CN"\nresidence = "TW"', [*FAMILY, "taiwan_papers"]),
        ('relation = "spouse"\nnationality = "CN"\nresidence = "CN"', FAMILY),
        (
            'relation = "spouse"\nnationality = "CN"\nresidence = "GB"\noverseas_chinese = true',
            [*FAMILY, "overseas_residence"],
        ),
    ],
)
def test_each_dependant_wants_their_own(answers, wanted):
    found = person(f"{MALAYSIAN}[[dependant]]\n{answers}", "dependant/r1")
    assert sorted(found) == sorted(wanted)
    assert person(f"{MALAYSIAN}[[dependant]]\n{answers}") == ALWAYS


def test_a_relationship_is_one_row_named_by_what_it_is():
    titles = {
        relation: [
            row.title.template
            for row in rows(f'{MALAYSIAN}[[dependant]]\nrelation = "{relation}"')
            if row.rule.id == "relationship"
        ]
        for relation in ("spouse", "child")
    }
    assert [len(each) for each in titles.values()] == [1, 1]
    assert titles["spouse"][0].startswith("Marriage")
    assert titles["child"][0].startswith("Birth")


def test_the_travel_document_is_the_first_exhibit_and_the_photograph_the_second():
    orders = {(proof.id, proof.per): proof.order for proof in rules().proofs}
    for per in ("applicant", "dependant"):
        assert orders["travel_document", per] < orders["photo", per]
        others = [order for (name, of), order in orders.items() if of == per and name not in ALWAYS]
        assert orders["photo", per] < min(others)


def test_a_file_fits_either_meaning_of_five_megabytes():
    assert {slot.max_bytes for slot in rules().slots.values()} == {5_000_000}
    assert {slot.id for slot in rules().slots.values() if slot.max_files == 1} == {
        "photo",
        "hkid",
        "consent_letter",
        "relationship",
    }
