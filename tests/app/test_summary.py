from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talentpack import assets
from talentpack.app.opening import Opened, open_file
from talentpack.app.summary import AnswerGroup, AnswerRow, Told, summary
from talentpack.app.words import words_for
from talentpack.core.case import Case
from talentpack.core.walk import Walk

WORDS = words_for("en", assets.resources())


def now() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def example() -> Opened:
    return open_file(assets.resources() / "samples" / "a-income" / "answers.toml", now)


def told(opened: Opened) -> tuple[AnswerGroup, ...]:
    case = Case(opened.answers, opened.day, opened.world.rules, opened.answers.text("route"))
    return summary(Told(Walk(opened.world.forms, case, opened.world.yes_no), case, {"e2": "A1", "e3": "B1"}))


def row(opened: Opened, address: str) -> AnswerRow:
    return next(row for group in told(opened) for row in group.rows if row.address == address)


def value(opened: Opened, address: str) -> tuple[str, str]:
    found = row(opened, address)
    return found.state, WORDS.say(found.value) if found.value else ""


def test_pages_and_records_are_groups_in_their_order(example: Opened) -> None:
    titles = [WORDS.say(group.title) for group in told(example)]
    assert titles[:3] == ["Category", "You", "Travel document"]
    assert [group.address for group in told(example) if group.page.endswith("income")] == [
        f"income/r{n}" for n in range(1, 5)
    ]
    assert any(title.startswith("Salary, Shenzhen") for title in titles)


def test_answers_stand_as_they_are_read(example: Opened) -> None:
    assert value(example, "applicant/birth_date") == ("given", "11 February 1984")
    assert value(example, "applicant/in_hong_kong") == ("given", "No")
    assert value(example, "applicant/former_names") == ("not_provided", "")
    example.session.answer("applicant/birth_place", None)
    assert value(example, "applicant/birth_place") == ("not_answered", "")


def test_a_list_said_to_be_empty_and_one_never_filled(example: Opened) -> None:
    example.session.remove("job", "r1")
    assert value(example, "job") == ("not_answered", "")
    example.session.say_empty("job", said=True)
    assert value(example, "job") == ("given", "There is none")


def test_an_answer_another_hides_is_kept_and_not_used(example: Opened) -> None:
    example.session.answer("background/conviction", True)
    example.session.answer("background/conviction_details", "A fine")
    example.session.answer("background/conviction", False)
    assert value(example, "background/conviction_details") == ("not_used", "A fine")


def test_a_hidden_page_keeps_its_answers_without_a_way_there(example: Opened) -> None:
    example.session.answer("route", "B")
    hidden = [group for group in told(example) if group.address == "income/r1"]
    assert [group.shown for group in hidden] == [False]
    assert {each.state for each in hidden[0].rows} == {"not_used"}


def test_the_notes_say_zone_worth_and_page(example: Opened) -> None:
    assert [WORDS.say(note) for note in row(example, "applicant/given_names").notes] == [
        "In the machine-readable zone: CHAN<<SIU<MING"
    ]
    worth, proof = (WORDS.say(note) for note in row(example, "income/r1/amount").notes)
    assert worth == "HK$1,629,360 at 1.0950 on 20 November 2026"
    assert proof == "Proof B1, page 2"
