"""What the list says of one name, for the person who typed it."""

from datetime import date

import pytest
from tests.core.case_of import rules

from talentpack.app.standings import told_of

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "day", "word", "title"),
    [
        ("ETH Zürich", TODAY, "listed", "On the list since {day}"),
        ("ETH Zürich", date(2027, 2, 1), "stale", "On the list since {day}"),
        ("Wuhan University", date(2023, 2, 1), "later", "On the list only from {day}"),
        ("TU Eindhoven", TODAY, "delisted", "Left the list on {day}"),
        ("Universiti Contoh", TODAY, "unknown", "No name of the list matches"),
        ("Univercity of Melborne", TODAY, "unknown", "Did you mean {name}?"),
    ],
)
def test_a_name_is_told_by_how_it_stands(name, day, word, title):
    told = told_of(name, rules(), day, ())
    assert (told.word, told.title.template) == (word, title)


def test_an_ambiguous_name_asks_with_every_choice():
    told = told_of("NTU", rules(), TODAY, ())
    assert (told.word, len(told.choice)) == ("ambiguous", 2)
    assert told.title.values == {"name": "NTU", "n": 2}


@pytest.mark.parametrize("name", ["Universiti Contoh", "NTU"])
def test_what_the_applicant_denies_is_not_asked_again(name):
    told = told_of(name, rules(), TODAY, [name.upper()])
    assert (told.word, told.choice, told.near) == ("not_listed", (), "")
