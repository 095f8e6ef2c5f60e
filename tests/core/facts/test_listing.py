"""Whether the institutions of a certificate are on the list."""

from datetime import date

import pytest
from tests.core.case_of import case_of, rules

from talentpack.core.facts import listing
from talentpack.core.lines import Day
from talentpack.core.results import Missing


def listed(*names, on=date(2026, 11, 22), **more):
    return listing.listed(case_of({"awarded_by": list(names), **more}, on=on))


def joint(*names, on=date(2026, 11, 22), **more):
    return listing.joint(case_of({"awarded_by": list(names), **more}, on=on))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("MIT", "listed"),
        ("香港科技大學", "listed"),
        ("NTU", "ambiguous"),
        ("清華大學", "ambiguous"),
        ("Nanyang Technological University", "listed"),
        ("University of Nowhere", "unknown"),
        ("École Polytechnique", "delisted"),
        ("Radboud University", "delisted"),
    ],
)
def test_one_awarding_name(name, word):
    assert listed(name).words == (word,)


@pytest.mark.parametrize(
    ("name", "on", "word"),
    [
        ("University of Vienna", date(2025, 12, 31), "later"),
        ("University of Vienna", date(2026, 1, 1), "listed"),
        ("University of Freiburg", date(2025, 12, 31), "listed"),
        ("University of Freiburg", date(2026, 1, 1), "delisted"),
        ("Wuhan University", date(2023, 10, 31), "later"),
        ("MIT", date(2022, 12, 28), "listed"),
    ],
)
def test_the_list_is_read_as_of_the_filing_day(name, on, word):
    assert listed(name, on=on).words == (word,)


def test_both_dates_are_named_for_a_name_that_left_the_list():
    values = listed("University of Freiburg").values
    assert (values["listed"], values["delisted"]) == (Day(date=date(2022, 12, 28)), Day(date=date(2026, 1, 1)))


def test_a_name_is_not_listed_only_once_the_applicant_confirms_it():
    unknown = listed("University of Nowhere")
    assert (unknown.words, unknown.needs) == (("unknown",), ("degree/r1/awarded_by", "degree/r1/not_listed"))
    confirmed = listed("University of Nowhere", not_listed=["THE UNIVERSITY OF NOWHERE"])
    assert (confirmed.words, confirmed.needs) == (("not_listed",), ())
    assert listed("University of Nowhere", not_listed=["Another"]).words == ("unknown",)


def test_an_ambiguous_name_may_be_none_of_the_choice():
    assert listed("清華大學", not_listed=["清華大學"]).words == ("not_listed",)
    assert [item.name for item in listed("NTU").values["choice"].items] == [
        "Nanyang Technological University, Singapore",
        "National Taiwan University (NTU)",
    ]


def test_what_the_list_holds_is_listed_whatever_was_confirmed():
    assert listed("MIT", not_listed=["MIT"]).words == ("listed",)


def test_a_new_list_is_expected_from_the_new_year_after_the_last_look():
    assert rules().sources[listing.LIST_SOURCE].checked.year == 2026
    assert listed("MIT", on=date(2026, 12, 31)).words == ("listed",)
    assert listed("MIT", on=date(2027, 1, 1)).words == ("stale",)
    assert joint("MIT", "ETH", on=date(2027, 1, 1)).words == ("stale",)
    assert listed("University of Freiburg", on=date(2027, 1, 1)).words == ("delisted",)


def test_no_name_is_not_answered():
    with pytest.raises(Missing) as missing:
        listing.listed(case_of({"level": "bachelor"}))
    assert missing.value.addresses == ("degree/r1/awarded_by",)


@pytest.mark.parametrize(
    ("names", "denied", "first", "others"),
    [
        (["MIT", "ETH"], [], "listed", "listed"),
        (["MIT", "Nowhere"], [], "listed", "unknown"),
        (["Nowhere", "MIT"], [], "listed", "unknown"),  # the first that is listed, not the first
        (["Nowhere", "MIT"], ["Nowhere"], "listed", "not_listed"),
        (["MIT", "NTU", "Nowhere"], ["Nowhere"], "listed", "not_listed"),  # the worst of the others
        (["MIT", "NTU", "ETH"], [], "listed", "ambiguous"),
        (["Nowhere", "NTU"], ["Nowhere"], "ambiguous", "not_listed"),  # it may still turn out to be listed
        (["University of Freiburg", "Nowhere"], [], "unknown", "delisted"),
        (["Nowhere", "Elsewhere"], ["Nowhere", "Elsewhere"], "not_listed", "not_listed"),
        (["MIT", "University of Freiburg"], [], "listed", "delisted"),
        (["University of Vienna", "University of Freiburg"], [], "listed", "delisted"),
    ],
)
def test_a_joint_degree_is_judged_by_its_best_name_and_then_by_all_others(names, denied, first, others):
    more = {"not_listed": denied} if denied else {}
    assert listed(*names, **more).words == (first,)
    assert joint(*names, **more).words == (others,)


def test_a_degree_is_joint_with_more_than_one_name():
    assert listing.is_joint(case_of({"awarded_by": ["MIT", "ETH"]})) is True
    assert listing.is_joint(case_of({"awarded_by": ["MIT"]})) is False
    assert listing.is_joint(case_of({"level": "bachelor"})) is False


def test_the_working_says_since_when_and_what_to_watch_for():
    working = listed("Pennsylvania State University").working
    assert [said.template for said in working] == ["{name}: on the list since {since}.", "On this name: {note}"]
    assert "campus" in str(working[1].values["note"])


def test_the_figure_is_the_number_of_names_in_force():
    figure = rules().figures["list.names"]
    counted = [sum(row.on_list(entry.since) for row in rules().universities) for entry in figure.entries]
    assert [int(str(entry.value)) for entry in figure.entries] == counted
    changes = {row.listed for row in rules().universities} | {row.delisted for row in rules().universities}
    assert changes - {None} == {entry.since for entry in figure.entries}
