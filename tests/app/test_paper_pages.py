from __future__ import annotations

import pytest

from talentpack.app.paper_pages import figures, kept, left_out, pinned, pins_of, taken_in, turn_of, turned, unpinned
from talentpack.app.world import load
from talentpack.core.answers import Answers
from talentpack.core.claims import Pin


def paper(**fields: object) -> Answers:
    values = {f"evidence/e1/{name}": value for name, value in fields.items()}
    return Answers({"evidence": ["e1"], **values})  # type: ignore[dict-item]  # the tests give plain values


@pytest.mark.parametrize(
    ("before", "page", "after"),
    [("", 3, "1-2,4-5"), ("", 1, "2-5"), ("1-3,5", 5, "1-3"), ("3,1-2", 1, "3,2"), ("4", 4, "unchanged")],
)
def test_a_page_is_left_out(before: str, page: int, after: str) -> None:
    fields = left_out(paper(**({"pages": before} if before else {})), "e1", 5, page)
    assert fields.get("pages", "unchanged") == after


@pytest.mark.parametrize(("before", "page", "after"), [("1-3,5", 4, None), ("3,1", 2, "2-3,1"), ("2", 1, "1-2")])
def test_a_page_is_taken_in_where_it_stood(before: str, page: int, after: str | None) -> None:
    assert taken_in(paper(pages=before), "e1", 5, page) == {"pages": after}


def test_pages_that_do_not_fit_the_file_are_told_elsewhere() -> None:
    assert kept(paper(pages="7"), "e1", 2) == (1, 2)


def test_four_turns_are_none() -> None:
    answers = paper(rotate={"2": 90})
    assert turn_of(answers, "e1", 2) == 90
    assert turned(answers, "e1", 2, 90) == {"rotate": {"2": 180}}
    assert turned(answers, "e1", 2, -90) == {"rotate": None}
    assert turned(answers, "e1", 1, -90) == {"rotate": {"2": 90, "1": 270}}


def test_pins_come_and_go() -> None:
    answers = paper(pins=[{"page": 1, "says": "income/r1/amount"}])
    (pin,) = pins_of(answers, "e1")
    assert pinned(answers, "e1", 2, "income/r1/from")["pins"] == [
        {"page": 1, "says": "income/r1/amount"},
        {"page": 2, "says": "income/r1/from"},
    ]
    assert pin == Pin("e1", 1, "income/r1/amount")
    assert unpinned(answers, pin) == {"pins": None}


def test_a_paper_can_show_what_was_answered_of_its_record_or_person() -> None:
    forms = load().forms
    answers = Answers(
        {
            "income": ["r1"],
            "income/r1/amount": "1",
            "income/r1/taxable": True,
            "applicant/birth_date": "1990-01-01",
            "travel_document/expires": "2030-01-01",
        }
    )
    assert figures(answers, forms, "income/r1") == ("income/r1/amount",)
    assert figures(answers, forms, "applicant") == ("applicant/birth_date", "travel_document/expires")
