"""Verification of the degree in focus, and whether it closes category C to a former non-local student (rules.md, 1, 2)."""

from __future__ import annotations

import re

from talentpack.core.case import Case
from talentpack.core.conditions import Truth, both, either
from talentpack.core.facts.degrees import none_entered
from talentpack.core.lines import N_, Item, Line, line
from talentpack.core.names import folded, folded_words, names, names_of
from talentpack.core.results import Missing, OneOf
from talentpack.core.universities import University

VERIFIED = ("arranged", "expired", "other_university", "chsi", "cscse", "none")
HK_NON_LOCAL = ("no", "yes", "other_level", "open")

# Words that name no institution: "the awarding university" is the awarding one.
_GENERIC = frozenset(
    (
        *("the", "my", "own", "awarding", "issuing", "of", "office", "registry", "registrar"),
        *("university", "college", "school", "institution"),
    )
)
# How a body that awards degrees calls itself in the languages of the list; matched against folded text.
_ACADEMIC = re.compile(r"universit|universidad|universiteit|universitas|uniwersytet|college|大學|大学|學院|学院")


def verified(case: Case) -> OneOf:
    """Who verifies the degree; ``chsi`` and ``cscse`` are the usual bodies where nobody is named yet."""
    if not case.focus("degree"):
        raise Missing("degree")
    verifier = case.text("degree.verified_by")
    if not verifier:
        return OneOf(words=(_usual(case),), needs=(case.address("degree.verified_by"),))
    until = case.date("degree.verification_valid_until")
    values: dict[str, Item] = {"verifier": verifier}
    if until is not None:
        values["until"] = until
    working = _working(case)
    if until is not None and until.latest < case.day:
        return OneOf(words=("expired",), values=values, working=working)
    word = "other_university" if _is_other_university(case, verifier) else "arranged"
    return OneOf(words=(word,), values=values, working=working)


def _usual(case: Case) -> str:
    country = _country(case)
    if country == "CN":
        return "chsi"
    return "cscse" if country and case.text("applicant.residence") == "CN" else "none"


def _working(case: Case) -> tuple[Line, ...]:
    since = line(N_("Asked of filings since September 2024; the exact day is not known and taken to be the 1st."))
    if case.text("degree.verification_reference"):
        return (since,)
    return (since, line(N_("No reference is entered: ImmD needs what lets it authenticate the proof online.")))


def _is_other_university(case: Case, verifier: str) -> bool:
    """Whether the verifier is a university that is not one of those that awarded the degree."""
    awarding = case.several("degree.awarded_by")
    known = names(case.rules.universities)
    own = {match.university for match in map(known.match, awarding) if match.university is not None}
    spellings = (*awarding, *(name for university in own for name in names_of(university)))
    generic = _GENERIC.issuperset(folded_words(verifier))
    if not awarding or generic or any(_mentions(verifier, name) for name in spellings):
        return False
    return known.match(verifier).university is not None or bool(_ACADEMIC.search(folded(verifier)))


def _mentions(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words; Chinese is written without spaces, so there any place will do."""
    if not name.isascii() and folded(name) and folded(name) in folded(text):
        return True
    words, wanted = folded_words(text), folded_words(name)
    starts = range(len(words) - len(wanted) + 1)
    return bool(wanted) and any(words[start : start + len(wanted)] == wanted for start in starts)


def hk_non_local(case: Case) -> OneOf:
    """Whether any full-time Hong Kong bachelor's degree of the person was taken as a non-local student.

    About the person, whichever degree is used; ``other_level`` is the same with an integrated or first professional
    degree. Not asked of degrees from elsewhere.
    """
    degrees = case.records("degree")
    if not degrees and not none_entered(case):
        raise Missing("degree")
    truth = either(_taken_as_non_local(degree, "bachelor") for degree in degrees)
    if truth.known is None:
        return OneOf(words=("open",), needs=truth.needs)
    if truth.known:
        return OneOf(words=("yes",))
    other = any(_taken_as_non_local(degree, "other").known for degree in degrees)
    return OneOf(words=("other_level" if other else "no",))


def _taken_as_non_local(degree: Case, level: str) -> Truth:
    non_local = degree.yes_no("degree.hk_non_local_student")
    said = Truth(non_local) if non_local is not None else Truth(None, (degree.address("degree.hk_non_local_student"),))
    place = _country(degree)
    country = Truth(place == "HK") if place else Truth(None, (degree.address("degree.country"),))
    return both([said, country, _is(degree, "degree.level", level), _is(degree, "degree.mode", "full_time")])


def _is(degree: Case, name: str, wanted: str) -> Truth:
    answer = degree.get(name)
    return Truth(None, (degree.address(name),)) if answer is None else Truth(answer == wanted)


def _country(degree: Case) -> str:
    """Where the degree was taken; not answered, the place of the listed university that awarded it."""
    answered = degree.text("degree.country")
    if answered:
        return answered
    known = names(degree.rules.universities)
    awarding: list[University] = [
        match.university for match in map(known.match, degree.several("degree.awarded_by")) if match.university
    ]
    return awarding[0].country if awarding else ""
