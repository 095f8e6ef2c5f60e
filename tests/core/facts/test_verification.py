"""Verification of the degree, and the non-local student of a Hong Kong programme."""

import pytest
from tests.core.case_of import case_of

from talentpack.core.facts.verification import hk_non_local, verified
from talentpack.core.results import Missing

MIT = {"awarded_by": ["MIT"], "country": "US"}
HK = {"level": "bachelor", "country": "HK", "mode": "full_time"}


@pytest.mark.parametrize(
    ("degree", "residence", "word"),
    [
        (MIT, "US", "none"),
        (MIT, "CN", "cscse"),
        ({"awarded_by": ["Tsinghua University"], "country": "CN"}, "SG", "chsi"),
        ({"awarded_by": ["Tsinghua University"]}, "SG", "chsi"),  # the place of the listed university
        ({"awarded_by": ["University of Nowhere"]}, "CN", "none"),
    ],
)
def test_while_nobody_is_named_the_usual_body_is(degree, residence, word):
    result = verified(case_of(degree, applicant__residence=residence))
    assert (result.words, result.needs) == ((word,), ("degree/r1/verified_by",))


@pytest.mark.parametrize(
    ("verifier", "word"),
    [
        ("CSCSE", "arranged"),
        ("National Student Clearinghouse", "arranged"),
        ("MIT", "arranged"),
        ("Massachusetts Institute of Technology, Registrar's Office", "arranged"),
        ("麻省理工学院", "arranged"),
        ("The awarding university", "arranged"),
        ("Harvard University", "other_university"),
        ("ETH", "other_university"),
        ("University of Nowhere", "other_university"),
        ("某某大學", "other_university"),
        ("Smith College", "other_university"),
    ],
)
def test_the_verifier_is_the_awarding_institution_or_no_university(verifier, word):
    assert verified(case_of(MIT | {"verified_by": verifier})).words == (word,)


def test_a_name_inside_another_word_is_not_that_name():
    assert verified(case_of(MIT | {"verified_by": "Smith University"})).words == ("other_university",)


@pytest.mark.parametrize(
    ("until", "word"), [("2026-11-21", "expired"), ("2026-11-22", "arranged"), ("2027-01-01", "arranged")]
)
def test_a_verification_is_valid_on_the_filing_day(until, word):
    result = verified(case_of(MIT | {"verified_by": "CHSI", "verification_valid_until": until}))
    assert result.words == (word,)


def test_a_reference_not_given_is_said_in_the_working():
    without = verified(case_of(MIT | {"verified_by": "CHSI"}))
    with_one = verified(case_of(MIT | {"verified_by": "CHSI", "verification_reference": "A1B2"}))
    assert len(without.working) == len(with_one.working) + 1


def test_no_degree_entered_is_asked_for():
    for fact in (verified, hk_non_local):
        with pytest.raises(Missing) as missing:
            fact(case_of())
        assert missing.value.addresses == ("degree",)


@pytest.mark.parametrize(
    ("degree", "word", "needs"),
    [
        (HK | {"hk_non_local_student": True}, "yes", ()),
        (HK | {"hk_non_local_student": False}, "no", ()),
        (HK, "open", ("hk_non_local_student",)),
        (HK | {"level": "master", "hk_non_local_student": True}, "no", ()),
        (HK | {"level": "master"}, "no", ()),
        (HK | {"mode": "part_time", "hk_non_local_student": True}, "no", ()),
        ({"level": "bachelor", "country": "HK", "hk_non_local_student": True}, "open", ("mode",)),
        (HK | {"country": "GB", "hk_non_local_student": True}, "no", ()),
        ({"level": "bachelor", "mode": "full_time", "awarded_by": ["HKU"]}, "open", ("hk_non_local_student",)),
        ({"level": "bachelor", "mode": "full_time", "awarded_by": ["MIT"]}, "no", ()),
        ({"level": "bachelor", "mode": "full_time"}, "open", ("hk_non_local_student", "country")),
        (HK | {"level": "other", "hk_non_local_student": True}, "other_level", ()),
        (HK | {"level": "other"}, "no", ()),
    ],
)
def test_a_non_local_student_of_a_hong_kong_bachelors_degree(degree, word, needs):
    result = hk_non_local(case_of(degree))
    assert result.words == (word,)
    assert result.needs == tuple(f"degree/r1/{name}" for name in needs)


def test_it_is_about_the_person_whichever_degree_is_used():
    abroad = {"level": "bachelor", "country": "GB", "mode": "full_time"}
    assert hk_non_local(case_of(abroad, degrees=[HK | {"hk_non_local_student": True}])).words == ("yes",)
    both = hk_non_local(case_of(HK, degrees=[HK | {"hk_non_local_student": True}]))
    assert both.words == ("yes",)  # one is enough, whatever the other answer will be
    open_ = hk_non_local(case_of(abroad, degrees=[HK]))
    assert (open_.words, open_.needs) == (("open",), ("degree/r2/hk_non_local_student",))


def test_no_degree_at_all_is_no_hong_kong_degree():
    assert hk_non_local(case_of(none=["degree"])).words == ("no",)
