"""Tables of an answers file against the questions: names, types, canonical values, ids of records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from talentpack.content.toml import Complaints, problem, suggestion
from talentpack.core.kinds import canonical
from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem, Refused
from talentpack.core.questions import Forms, Kind, Question
from talentpack.core.rules import Rules
from talentpack.core.values import Plain

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")

# What TOML may give for a kind: texts are not numbers, and yes or no is true or false.
_TYPES: Mapping[Kind, tuple[tuple[type, ...], str]] = {
    "yes_no": ((bool,), N_("true or false")),
    "date": ((date, str), N_("a date, for example 2026-11-22")),
    "partial_date": ((date, str), N_('a date, or a text such as "2026-11"')),
    "number": ((int, str), N_('a whole number, or a decimal in quotation marks such as "1.5"')),
    "money": ((int, str), N_('an amount in quotation marks, for example "2400000"')),
}
_TEXT: tuple[tuple[type, ...], str] = ((str,), N_("a text in quotation marks"))


class Reading:
    """What is being read from one file, against which forms and rules: the values and the problems so far."""

    def __init__(self, file: str, forms: Forms, rules: Rules) -> None:
        self.file = file
        self.forms = forms
        self.rules = rules
        self.values: dict[str, Plain] = {}
        self.complaints = Complaints()

    def add(self, code: str, path: str, what: Line, remedy: Line) -> None:
        self.complaints.add(problem(self.file, path, what, remedy, code))

    def wrong_type(self, path: str, wanted: str) -> None:
        """The problem of a value of another type; ``wanted`` is a marked literal."""
        what = line(N_("the value has another type."))
        self.add("answers.type", path, what, line(N_("Write {wanted}."), wanted=line(wanted)))


def read_questions(
    reading: Reading,
    table: Mapping[str, Any],
    known: Mapping[str, Question],
    path: str,
    address: str,
    also: tuple[str, ...] = (),
) -> None:
    """Reads a table whose keys, tables within it included, are the questions in ``known``.

    ``path`` and ``address`` are what stands before a key, with its separator; ``also`` are further keys to suggest.
    """
    names = {question.was: question.id for question in known.values() if question.was} | {name: name for name in known}
    for name, value in _leaves(table, "", names):
        place = path + name
        if name in names:
            question = known[names[name]]
            _read(reading, question, value, place, address + question.id.replace(".", "/"))
        elif any(each.startswith(f"{name}.") for each in names):
            what = line(N_("a table belongs here."))
            reading.add("answers.type", place, what, line(N_("Write [{name}] and its keys below."), name=place))
        else:
            what = line(N_("{name} is not a key here."), name=name)
            remedy = suggestion(name, sorted({*names, *also} | {each.split(".")[0] for each in names}))
            reading.add("answers.unknown_key", place, what, remedy)


def _leaves(table: Mapping[str, Any], before: str, names: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Every key that is no table of known keys, with its dotted name."""
    for key, value in table.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and name not in names and any(each.startswith(f"{name}.") for each in names):
            yield from _leaves(value, f"{name}.", names)
        else:
            yield name, value


def _read(reading: Reading, question: Question, value: Any, place: str, address: str) -> None:
    if not _fits(reading, question, value, place):
        return
    try:
        read = canonical(question, value)
    except Refused as refused:
        reading.complaints.add(*(_placed(each, reading.file, place) for each in refused.problems))
        return
    if read is not None:
        reading.values[address] = read


def _fits(reading: Reading, question: Question, value: Any, place: str) -> bool:
    types, wanted = _TYPES.get(question.kind, _TEXT)
    items = value if question.many else [value]
    if not isinstance(items, list):
        reading.wrong_type(place, N_('a list such as ["…", "…"]'))
        return False
    # By exact type: True is no number, a time of day no date.
    if all(type(item) in types for item in items):
        return True
    reading.wrong_type(place, wanted)
    return False


def _placed(found: Problem, file: str, place: str) -> Problem:
    return problem(file, place, found.what, found.remedy, found.code)


def records(
    reading: Reading, raw: Mapping[str, Any], listed: str, prefix: str = "r"
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each record of a list: its address, its path in the file, its table without the id."""
    tables = raw.get(listed, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        reading.wrong_type(listed, N_("[[tables]]"))
        return
    ids = _ids(reading, tables, listed, prefix)
    if ids:
        reading.values[listed] = list(ids)
    for index, (record, table) in enumerate(zip(ids, tables, strict=True)):
        yield f"{listed}/{record}", f"{listed}[{index}]", {key: value for key, value in table.items() if key != "id"}


def _ids(reading: Reading, tables: list[dict[str, Any]], listed: str, prefix: str) -> tuple[str, ...]:
    """The ids of records: their own, else ``r1``, ``r2`` … as far as free."""
    own = [table.get("id", "") for table in tables]
    for index, each in enumerate(own):
        if "id" in tables[index] and not (isinstance(each, str) and _ID.fullmatch(each)):
            reading.wrong_type(f"{listed}[{index}].id", N_('small letters and figures, for example "r1"'))
    given = [each for each in own if isinstance(each, str) and each]
    for each in sorted({each for each in given if given.count(each) > 1}):
        what = line(N_("two records are called {name}."), name=each)
        reading.add("answers.same_id", f"{listed}.id", what, line(N_("Give each its own id, or none.")))
    free = (name for number in range(1, 2 * len(tables) + 1) if (name := f"{prefix}{number}") not in given)
    return tuple(each if isinstance(each, str) and each else next(free) for each in own)
