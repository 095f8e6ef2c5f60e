"""Dependants on entry (filing 22 November 2026)."""

from datetime import date

import pytest
from tests.core.case_of import DAY, rules

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.facts.dependants import macao, nationality, overseas_chinese, relation
from talentpack.core.lines import Day
from talentpack.core.results import Missing


def person(**answers):
    """A dependant's answers by name; those of others with ``__`` for the slash."""
    given = {name: answer for name, answer in answers.items() if answer is not None}
    values = {name.replace("__", "/") if "__" in name else f"dependant/r1/{name}": each for name, each in given.items()}
    return Case(Answers({"dependant": ["r1"], **values}), DAY, rules(), "A").at("dependant", "r1")


@pytest.mark.parametrize(
    ("said", "recognised", "word"),
    [
        ("spouse", None, "spouse"),
        ("child", None, "child"),
        ("partner", True, "partner"),
        ("partner", False, "not_recognised"),
        ("parent", None, "not_admitted"),
        ("other", None, "not_admitted"),
    ],
)
def test_who_may_come(said, recognised, word):
    assert relation(person(relation=said, recognised_where_celebrated=recognised)).words == (word,)


def test_recognition_is_asked_of_partners():
    with pytest.raises(Missing) as missing:
        relation(person(relation="partner"))
    assert missing.value.addresses == ("dependant/r1/recognised_where_celebrated",)


@pytest.mark.parametrize(
    ("code", "word"), [("AF", "excluded"), ("KP", "excluded"), ("CU", "admitted"), ("FR", "admitted")]
)
def test_nationalities_of_dependants(code, word):
    assert nationality(person(nationality=code)).words == (word,)


@pytest.mark.parametrize(
    ("years", "permit", "word"),
    [("7", None, "settled"), ("6.9", False, "refused"), ("0", True, "permit"), (None, True, "permit")],
)
def test_former_mainland_residents_in_macao(years, permit, word):
    assert macao(person(macao_id_years=years, one_way_permit=permit)).words == (word,)


@pytest.mark.parametrize(
    ("years", "permit", "needs"), [("6", None, ("one_way_permit",)), (None, False, ("macao_id_years",))]
)
def test_what_is_missing_of_them(years, permit, needs):
    with pytest.raises(Missing) as missing:
        macao(person(macao_id_years=years, one_way_permit=permit))
    assert missing.value.addresses == tuple(f"dependant/r1/{name}" for name in needs)


SPONSOR = {
    "applicant__nationality": "CN",
    "applicant__residence": "JP",
    "background__overseas_chinese": True,
    "background__overseas_since": "2020-01-01",
}


@pytest.mark.parametrize(
    ("permanent", "since", "sponsor", "words"),
    [
        (True, None, {}, ("permanent",)),
        (False, "2025-11-22", SPONSOR, ("year",)),
        (False, "2025-11-23", SPONSOR, ("too_short",)),
        (False, "2025-11-22", SPONSOR | {"background__overseas_since": "2025-11-23"}, ("sponsor",)),
        (False, "2025-11-22", {"applicant__nationality": "GB"}, ("sponsor",)),
        (False, "2025-11-22", {"applicant__nationality": "CN", "applicant__residence": "CN"}, ("sponsor",)),
        (False, "2025-11-22", SPONSOR | {"background__overseas_chinese": False}, ("sponsor",)),
        (False, "2025-11-22", SPONSOR | {"background__overseas_since": None}, ("year", "sponsor")),
        (None, "2025-11-23", SPONSOR, ("permanent", "too_short")),
    ],
)
def test_overseas_chinese_dependants(permanent, since, sponsor, words):
    case = person(overseas_permanent_resident=permanent, overseas_since=since, **sponsor)
    assert overseas_chinese(case).words == words


def test_what_is_missing_of_dependant_and_sponsor_is_named():
    found = overseas_chinese(person(**SPONSOR | {"background__overseas_since": None}))
    assert found.needs == (
        "dependant/r1/overseas_permanent_resident",
        "dependant/r1/overseas_since",
        "background/overseas_since",
    )


def test_the_day_a_dependants_year_is_reached():
    found = overseas_chinese(person(overseas_permanent_resident=False, overseas_since="2026-01-31", **SPONSOR))
    assert found.values["reached"] == Day(date=date(2027, 1, 31))
