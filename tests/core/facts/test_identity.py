"""Nationality, stays granted before, the travel document, overseas Chinese nationals (filing 22 November 2026)."""

from datetime import date

import pytest
from tests.core.case_of import case_of

from talentpack.core.facts.identity import nationality, stay_first
from talentpack.core.facts.overseas import overseas_chinese
from talentpack.core.facts.passport import passport
from talentpack.core.lines import Country, Day
from talentpack.core.results import Missing


@pytest.mark.parametrize(
    ("code", "on", "word"),
    [
        ("MY", date(2026, 11, 22), "admitted"),
        ("AF", date(2026, 11, 22), "excluded"),
        ("CU", date(2026, 11, 22), "excluded"),
        ("KP", date(2026, 11, 22), "excluded"),
        ("XX", date(2026, 11, 22), "stateless"),
        ("VN", date(2026, 11, 22), "admitted"),
        ("VN", date(2023, 10, 24), "excluded"),
        ("LA", date(2023, 10, 24), "excluded"),
        ("NP", date(2023, 10, 25), "admitted"),
    ],
)
def test_nationality_by_the_list_of_the_day(code, on, word):
    assert nationality(case_of(applicant__nationality=code, on=on)).words == (word,)


def test_another_nationality_on_the_list_is_named():
    case = case_of(applicant__nationality="GB", applicant__other_nationalities=["CU", "IE"])
    found = nationality(case)
    assert found.words == ("another",)
    assert found.values["others"].items == (Country(code="CU"),)
    excluded = case_of(applicant__nationality="CU", applicant__other_nationalities=["GB"])
    assert nationality(excluded).words == ("excluded",)


def test_nationality_not_answered():
    with pytest.raises(Missing) as missing:
        nationality(case_of())
    assert missing.value.addresses == ("applicant/nationality",)


@pytest.mark.parametrize(
    ("before", "not_entered", "words"),
    [
        (False, None, ("first",)),
        (True, None, ("granted", "not_entered")),
        (True, False, ("granted",)),
        (True, True, ("not_entered",)),
        (None, True, ("not_entered",)),
    ],
)
def test_a_stay_granted_before(before, not_entered, words):
    answers = {"background__ttps_before": before, "background__ttps_not_entered": not_entered}
    given = {name: answer for name, answer in answers.items() if answer is not None}
    assert stay_first(case_of(**given)).words == words


def test_a_stay_before_not_answered():
    with pytest.raises(Missing):
        stay_first(case_of(background__ttps_not_entered=False))


def document(kind="passport", expires=None, route="A", **answers):
    given = {"travel_document__kind": kind, "travel_document__expires": expires, **answers}
    return passport(case_of(route=route, **{name: answer for name, answer in given.items() if answer is not None}))


@pytest.mark.parametrize(
    ("expires", "route", "word"),
    [
        ("2026-11-21", "A", "expired"),
        ("2026-11-22", "A", "within"),
        ("2029-11-22", "A", "within"),
        ("2029-11-23", "A", "beyond"),
        ("2028-11-22", "B", "within"),
        ("2028-11-23", "B", "beyond"),
        ("2028-11-23", "C", "beyond"),
    ],
)
def test_a_passport_and_the_first_stay(expires, route, word):
    assert document(expires=expires, route=route).words == (word,)


def test_before_october_2024_the_first_stay_of_a_was_two_years():
    answers = {"travel_document__kind": "passport", "travel_document__expires": "2026-11-01"}
    assert passport(case_of(route="A", on=date(2024, 10, 15), **answers)).words == ("beyond",)
    assert passport(case_of(route="A", on=date(2024, 10, 16), **answers)).words == ("within",)


@pytest.mark.parametrize("kind", ["passport", "eep", "taiwan_document", "macao_permit", "prc_identity_card", "other"])
def test_expiry_not_answered(kind):
    found = document(kind, applicant__residence="CN")
    assert "expired" in found.words
    assert len(found.words) > 1
    assert found.needs == ("travel_document/expires",)


def test_a_document_that_does_not_expire():
    assert document("passport", travel_document__no_expiry=True).words == ("open_ended",)
    assert document("prc_identity_card", travel_document__no_expiry=True, applicant__residence="CN").words == (
        "identity_card",
    )


def test_the_identity_card_is_for_residents_of_the_mainland():
    card = "prc_identity_card"
    assert document(card, "2026-11-22", applicant__residence="CN").words == ("identity_card",)
    assert document(card, "2027-11-22", applicant__residence="SG").words == ("not_mainland",)
    assert document(card, applicant__residence="SG").words == ("not_mainland",)
    unknown = document(card, "2027-11-22")
    assert unknown.words == ("identity_card", "not_mainland")
    assert unknown.needs == ("applicant/residence",)


def test_another_kind_of_document_asks_about_returnability():
    assert document("other", "2040-01-01").words == ("returnability",)
    assert document("other", "2026-11-21").words == ("expired",)


def test_a_kind_not_answered_is_wanted_unless_the_document_has_expired():
    found = document(None, "2040-01-01")
    assert set(found.words) == {"beyond", "identity_card", "returnability", "not_mainland"}
    assert found.needs == ("travel_document/kind", "applicant/residence")
    assert document(None, "2026-11-21").words[0] == "expired"


def overseas(permanent=None, since=None, there=None, on=date(2026, 11, 22)):
    answers = {
        "background__overseas_permanent_resident": permanent,
        "background__overseas_since": since,
        "background__applying_from_overseas": there,
    }
    return overseas_chinese(case_of(on=on, **{name: each for name, each in answers.items() if each is not None}))


@pytest.mark.parametrize(
    ("permanent", "since", "there", "words"),
    [
        (True, None, None, ("permanent",)),
        (False, "2025-11-22", True, ("year",)),  # a year to the day
        (False, "2025-11-23", True, ("too_short",)),
        (False, "2025-11-22", False, ("not_there",)),
        (None, "2025-11-22", True, ("permanent", "year")),
        (None, "2025-11-23", True, ("permanent", "too_short")),
        (False, None, True, ("year", "too_short")),
        (False, "2025-11-22", None, ("year", "not_there")),
    ],
)
def test_overseas_chinese_nationals(permanent, since, there, words):
    assert overseas(permanent, since, there).words == words


def test_a_year_overseas_known_to_the_month():
    vague = overseas(False, "2025-11", there=True)
    assert vague.words == ("year", "too_short")
    assert vague.vague
    assert vague.needs == ()
    assert overseas(False, "2025-10", there=True).words == ("year",)


def test_the_day_on_which_the_year_overseas_is_reached():
    assert overseas(False, "2025-12-01", there=True).values["reached"] == Day(date=date(2026, 12, 1))
    assert overseas(False, "2024-02-29", there=True, on=date(2025, 2, 28)).words == ("year",)


def test_what_is_missing_of_an_overseas_chinese_national_is_named():
    assert overseas().needs == (
        "background/overseas_permanent_resident",
        "background/overseas_since",
        "background/applying_from_overseas",
    )
