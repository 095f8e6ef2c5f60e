"""What the degree in focus is."""

from datetime import date

import pytest
from tests.core.case_of import case_of

from talentpack.core.facts import degrees
from talentpack.core.results import Missing


@pytest.mark.parametrize("level", ["bachelor", "master", "doctor", "other"])
def test_the_level_is_the_word(level):
    assert degrees.level(case_of({"level": level})).words == (level,)


def test_no_degree_entered_is_asked_for_and_said_to_be_none_is_none():
    with pytest.raises(Missing) as missing:
        degrees.level(case_of())
    assert missing.value.addresses == ("degree",)
    assert degrees.level(case_of(none=["degree"])).words == ("none",)
    assert degrees.none_entered(case_of(none=["degree"])) is True
    assert degrees.none_entered(case_of()) is False


@pytest.mark.parametrize("fact", [degrees.level, degrees.completed, degrees.recent, degrees.mode, degrees.honorary])
def test_a_missing_answer_is_named_by_its_address(fact):
    names = {"level": "level", "completed": "completed", "recent": "completed", "mode": "mode", "honorary": "honorary"}
    with pytest.raises(Missing) as missing:
        fact(case_of({"title": "BSc"}))
    assert missing.value.addresses == (f"degree/r1/{names[fact.__name__]}",)


@pytest.mark.parametrize(
    ("completed", "words", "vague"),
    [
        ("2026-11-21", ("completed",), False),
        ("2026-11-22", ("completed",), False),  # on the filing day is not after it
        ("2026-11-23", ("later",), False),
        ("2026-10", ("completed",), False),
        ("2026-11", ("completed", "later"), True),
        ("2026", ("completed", "later"), True),
        ("2027", ("later",), False),
    ],
)
def test_completed_by_the_filing_day(completed, words, vague):
    result = degrees.completed(case_of({"completed": completed}))
    assert (result.words, result.vague) == (words, vague)


@pytest.mark.parametrize(
    ("completed", "on", "word"),
    [
        ("2022-01-01", date(2026, 11, 22), "within"),
        ("2021-12-31", date(2026, 11, 22), "edge"),
        ("2021", date(2026, 1, 1), "edge"),
        ("2020-12-31", date(2026, 1, 1), "older"),
        ("2021-12-31", date(2027, 1, 1), "older"),
        ("2026-11-30", date(2026, 11, 22), "within"),
    ],
)
def test_recent_is_counted_by_year_of_graduation(completed, on, word):
    assert degrees.recent(case_of({"completed": completed}, on=on)).words == (word,)


@pytest.mark.parametrize(("fact", "name"), [(degrees.honorary, "honorary"), (degrees.extension, "extension_school")])
def test_yes_and_no(fact, name):
    assert fact(case_of({name: True})).words == ("yes",)
    assert fact(case_of({name: False})).words == ("no",)


def test_the_quota_says_how_many_places_and_no_more():
    result = degrees.quota(case_of())
    assert result.words == ("unknown",)
    assert str(result.values["places"].value) == "10000"
