"""The shipped pages, walked with the shipped samples."""

from datetime import date

import pytest
from tests.content.shipped import forms, rules

from talentpack import assets
from talentpack.content.answers_file import parse_answers
from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.facts import YES_NO
from talentpack.core.walk import Walk

DAY = date(2026, 11, 22)


def walk(sample, **changes):
    text = (assets.resources() / "samples" / sample / "answers.toml").read_text(encoding="utf-8")
    values = parse_answers(text, "answers.toml", forms(), rules(), DAY) | {
        address.replace("__", "/"): value for address, value in changes.items()
    }
    return Walk(forms(), Case(Answers(values), DAY, rules()), YES_NO)


def page(page_id):
    return next(each for each in forms().pages if each.id == page_id)


@pytest.mark.parametrize(("sample", "left_out"), [("a-income", "degrees"), ("b-degree", "income")])
def test_the_pages_of_the_category_are_shown(sample, left_out):
    shown = [each.id for each in walk(sample).pages()]
    assert shown == [each.id for each in forms().pages if each.id != left_out]


@pytest.mark.parametrize(
    ("sample", "done"),
    [
        ("a-income", ["you", "travel_document", "income", "work", "family", "background"]),
        ("b-degree", ["you", "travel_document", "degrees", "work", "family", "background"]),
    ],
)
def test_a_sample_leaves_nothing_open(sample, done):
    there = walk(sample)
    assert {name: there.unanswered(page(name)) for name in done} == dict.fromkeys(done, ())
    assert {there.status(page(name)) for name in done} == {"completed"}
    # Said, though not asked here: the form of an extension asks it, and who lives in the Mainland is not overseas.
    assert set(there.hidden()) <= {"dependant/r2/born_in_hong_kong", "background/overseas_chinese"}


def test_only_chinese_nationals_abroad_are_asked_about_living_overseas():
    def asked(there):
        return {each.id.rpartition(".")[2] for each in there.questions(page("background")) if "overseas" in each.id}

    assert asked(walk("a-income")) == set()
    assert asked(walk("b-degree")) == set()
    abroad = walk("b-degree", applicant__residence="GB", background__overseas_chinese=True)
    assert len(asked(abroad)) == 4
    assert asked(walk("b-degree", applicant__residence="GB")) == {"overseas_chinese"}


def test_a_share_is_asked_of_ones_own_company_only():
    there = walk("a-income")
    asked = [{each.id for each in there.questions(page("income"), record)} for record in there.answers.ids("income")]
    assert ["share_percent" in each for each in asked] == [False, False, False, True]
    assert ["rate" in each for each in asked] == [True, True, True, True]
    changed = walk("a-income", income__r4__kind="salary")
    assert set(changed.hidden()) - set(there.hidden()) == {
        "income/r4/share_percent",
        "income/r4/shares_held_whole_year",
    }


def test_a_document_without_an_end_has_no_expiry():
    there = walk("a-income", travel_document__no_expiry=True)
    assert set(there.hidden()) - set(walk("a-income").hidden()) == {"travel_document/expires"}
