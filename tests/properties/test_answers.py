"""Answers left out of the scenarios: an answer more never unsettles what was met, and what is missing is never a no."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.test_scenarios import FILES, read, rules

from talentpack.core.answers import Answers
from talentpack.core.assess import assess
from talentpack.core.facts import FACTS, YES_NO

ENTRY = [path for path in FILES if not path.stem.startswith("extension_")]
# Left out, these say something: a job goes on, an income comes from the place of residence, an approval was used.
SAYS_ABSENT = {"to", "country", "ttps_not_entered"}
# Lists of records, and what a case is: not answers about it.
FIXED = {"scheme", "purpose", "filing_date", "route", "none", "income", "degree", "job", "dependant"}


@cache
def scenario(path):
    """The answers of a scenario, and its day."""
    answers, assessment, _ = read(path)
    return answers, assessment.on


def outcomes(answers, day):
    found = assess(answers, day, rules(), FACTS, YES_NO)
    groups = [(each.route, each.record, each.findings) for each in found.routes]
    groups += [(each.ref, "", each.findings) for each in found.dependants]
    return {
        (group, record, finding.criterion): finding.outcome
        for group, record, findings in groups
        for finding in findings
    }


@st.composite
def one_more(draw):
    """A scenario some of whose answers are left out, and the same with one of them given."""
    answers, day = scenario(draw(st.sampled_from(ENTRY)))
    leaves = sorted(each for each in set(answers) - FIXED if each.rpartition("/")[2] not in SAYS_ABSENT)
    gone = draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=6, unique=True))
    fewer = Answers({each: answers.get(each) for each in answers if each not in gone})
    given_now = draw(st.sampled_from(gone))
    more = Answers({each: answers.get(each) for each in answers if each not in gone or each == given_now})
    return fewer, more, given_now, day


@settings(max_examples=300)
@given(one_more())
def test_an_answer_more_in_a_record_never_unsettles_what_was_met(pair):
    fewer, more, _, day = pair
    before, after = outcomes(fewer, day), outcomes(more, day)
    lost = {key for key in before.keys() & after.keys() if before[key] == "met" and after[key] == "not_yet_known"}
    assert lost == set()


@settings(max_examples=300)
@given(one_more())
def test_what_is_missing_is_never_a_no(pair):
    fewer, more, added, day = pair
    before, after = outcomes(fewer, day), outcomes(more, day)
    failed = {key for key in before.keys() & after.keys() if before[key] == "not_met" and after[key] != "not_met"}
    assert failed == set(), added
