"""Reads an answers file (vocabulary.md) into answers by permanent address, strictly and all problems at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from talentpack.content.answers_checks import check_dates, check_filing
from talentpack.content.answers_evidence import LIST as EVIDENCE
from talentpack.content.answers_evidence import NOT_APPLICABLE, read_evidence, read_file, read_not_applicable
from talentpack.content.answers_tables import Reading, read_questions, records
from talentpack.content.toml import parse, problem, suggestion
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused
from talentpack.core.questions import Forms, Question
from talentpack.core.rules import Rules
from talentpack.core.values import Plain


class Head(NamedTuple):
    """Which rules and forms a file is for; what it does not say is the usual."""

    scheme: str = "ttps"
    purpose: str = "entry"


def read_head(text: str, file: str) -> Head:
    """What has to be known before the rest can be read. Raises Refused for what is no TOML, or no text."""
    raw = parse(text, file)
    said = {name: raw[name] for name in Head._fields if name in raw}
    wrong = [
        problem(file, name, line(N_("the value has another type.")), line(N_("Write a text.")), "answers.type")
        for name, value in said.items()
        if not isinstance(value, str)
    ]
    if wrong:
        raise Refused(wrong)
    return Head(**said)


def parse_answers(text: str, file: str, forms: Forms, rules: Rules, today: date | None = None) -> dict[str, Plain]:
    """The answers of a file by address, canonical; ``file`` names it in problems.

    ``today`` bounds the filing date (a year ahead); without it only the scheme's first day does. Whether evidence
    files are there is not looked at. Raises Refused with every problem of the file.
    """
    head = read_head(text, file)
    raw = parse(text, file)
    reading = Reading(file, forms, rules)
    reading.values.update({"scheme": head.scheme, "purpose": head.purpose})
    _read_none(reading, raw)
    _read_singles(reading, raw)
    for listed in forms.lists():
        if listed != EVIDENCE:
            _read_records(reading, raw, listed, forms.asked(listed))
    read_evidence(reading, raw)
    read_not_applicable(reading, raw)
    reading.complaints.add(*check_dates(file, reading.values), *check_filing(file, reading.values, rules, today))
    reading.complaints.settle()
    return reading.values


def _read_none(reading: Reading, raw: Mapping[str, Any]) -> None:
    """The lists said to be empty. One that has records after all is a contradiction."""
    value = raw.get("none", [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        reading.wrong_type("none", N_('a list such as ["job", "dependant"]'))
        return
    known = [each for each in reading.forms.lists() if each != EVIDENCE]
    for each in value:
        if each not in known:
            what = line(N_("there is no list {name}."), name=each)
            reading.add("answers.unknown_list", "none", what, suggestion(each, known))
        elif raw.get(each):
            what = line(N_("{name} is said to be empty and has records."), name=each)
            reading.add("answers.contradiction", "none", what, line(N_("Keep one of the two.")))
    if value:
        reading.values["none"] = list(dict.fromkeys(value))


def _read_singles(reading: Reading, raw: Mapping[str, Any]) -> None:
    """Everything outside lists. A logo is a file, not an answer."""
    elsewhere = (*Head._fields, "none", *reading.forms.lists(), NOT_APPLICABLE)
    table = {key: value for key, value in raw.items() if key not in elsewhere}
    consultant = table.get("consultant")
    if isinstance(consultant, dict) and "logo" in consultant:
        table["consultant"] = {key: value for key, value in consultant.items() if key != "logo"}
        read_file(reading, consultant["logo"], "consultant.logo", "consultant/logo")
    read_questions(reading, table, {each.id: each for each in reading.forms.asked()}, "", "", elsewhere)


def _read_records(reading: Reading, raw: Mapping[str, Any], listed: str, questions: tuple[Question, ...]) -> None:
    known = {question.id: question for question in questions}
    for address, path, table in records(reading, raw, listed):
        read_questions(reading, table, known, f"{path}.", f"{address}/", ("id",))
