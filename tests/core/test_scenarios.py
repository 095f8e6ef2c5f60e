"""Scenarios as data: an answers file of ``tests/scenarios`` whose ``[expect]`` section, at its end, says what is found.

``[expect.B]`` (a route, or ``"dependant[0]"``) holds ``verdict``, ``record`` (the degree used), ``absent`` (criteria),
and for each criterion its outcome, or a table of ``outcome``, ``needs``, ``source`` (its id), ``says`` (part of the
English reason), ``working`` (part of it) and plain figures such as ``days`` or dates such as ``opens``. ``[expect.proofs]`` lists what a person
is asked for, in order: ``?`` where an answer decides, ``~`` where it is only advised. What is not named is not compared.
"""

import tomllib
from datetime import date
from functools import cache

import pytest
from tests.house.source import ROOT

from talentpack import assets
from talentpack.app.words import words_for
from talentpack.content.answers_file import parse_answers, read_head
from talentpack.content.forms import read_forms
from talentpack.content.scheme import read_rules
from talentpack.core.answers import Answers, to_path
from talentpack.core.assess import assess
from talentpack.core.facts import FACTS, WORDS, YES_NO
from talentpack.core.findings import verdict_of
from talentpack.core.proofs import proofs_wanted

FILES = sorted((ROOT / "tests" / "scenarios").glob("*.toml"))
MARK = "\n[expect"


@cache
def rules():
    return read_rules(assets.resources() / "schemes" / "ttps", WORDS)


@cache
def forms(purpose):
    return read_forms(assets.forms(), "ttps", purpose)


@cache
def english():
    return words_for("en", assets.resources())


def read(path):
    """The answers, their assessment and what is expected of it."""
    text, mark, rest = path.read_text(encoding="utf-8").partition(MARK)
    assert mark, f"{path.name} expects nothing"
    values = parse_answers(text, path.name, forms(read_head(text, path.name).purpose), rules())
    answers = Answers(values)
    day = date.fromisoformat(answers.text("filing_date"))
    return answers, assess(answers, day, rules(), FACTS, YES_NO), tomllib.loads(mark + rest)["expect"]


def groups(answers, assessment):
    routes = {result.route: result for result in assessment.routes}
    return routes | {to_path(answers, person.ref): person for person in assessment.dependants}


def proofs(answers, assessment):
    """What each person is asked for."""
    asked = {}
    for row in proofs_wanted(answers, assessment, rules(), YES_NO, {}):
        mark = "?" if row.state == "maybe" else "" if row.required else "~"
        asked.setdefault(to_path(answers, row.person), []).append(row.rule.id + mark)
    return asked


def found(answers, result, wanted):
    """What the result says of everything that is wanted, in the same form."""
    findings = {finding.criterion: finding for finding in result.findings}
    said = {}
    for name, expected in wanted.items():
        if name == "verdict":
            said[name] = result.verdict
        elif name == "record":
            said[name] = to_path(answers, result.record)
        elif name == "absent":
            said[name] = [criterion for criterion in expected if criterion not in findings]
        elif name not in findings:
            said[name] = "absent"
        elif isinstance(expected, str):
            said[name] = findings[name].outcome
        else:
            said[name] = {key: detail(answers, findings[name], key, value) for key, value in expected.items()}
    return said


def detail(answers, finding, key, expected):
    if key == "outcome":
        return finding.outcome
    if key == "needs":
        return [to_path(answers, need) for need in finding.needs]
    if key == "source":
        return finding.source.id
    if key in ("says", "working"):
        lines = (finding.reason,) if key == "says" else finding.working
        text = "\n".join(english().say(each) for each in lines).replace("\N{NO-BREAK SPACE}", " ")
        return expected if expected in text else text
    return finding.numbers.get(key)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenario(path):
    answers, assessment, expected = read(path)
    results = groups(answers, assessment)
    assert expected, f"{path.name} expects nothing"
    asked = proofs(answers, assessment)
    said = {
        name: {person: asked.get(person, []) for person in wanted}
        if name == "proofs"
        else found(answers, results[name], wanted)
        for name, wanted in expected.items()
    }
    assert said == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_sentence_of_a_scenario_is_complete(path):
    """No place is left open, nothing is empty, nothing missing is named without an address."""
    answers, assessment, _ = read(path)
    for result in groups(answers, assessment).values():
        for finding in result.findings:
            for said in (finding.title, finding.reason, *finding.working):
                text = english().say(said)
                assert text.strip(), finding.criterion
                assert "{" not in text, (finding.criterion, text)
            assert bool(finding.needs) == (finding.outcome == "not_yet_known"), finding.criterion


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_verdict_is_the_worst_of_its_findings(path):
    answers, assessment, _ = read(path)
    worst = ("not_met", "not_yet_known", "advice")
    for result in groups(answers, assessment).values():
        outcomes = [finding.outcome for finding in result.findings]
        assert result.verdict == next((each for each in worst if each in outcomes), "met")
        assert result.verdict == verdict_of(tuple(f for f in result.findings if f.outcome != "noted"))
