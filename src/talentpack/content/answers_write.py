"""Writes answers as an answers file: what `parse_answers` reads back to the same answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from talentpack.content.answers_evidence import LIST as EVIDENCE
from talentpack.content.answers_evidence import NOT_APPLICABLE
from talentpack.core.answers import Answers, to_path
from talentpack.core.dates import partial
from talentpack.core.questions import Forms, Question
from talentpack.core.values import Plain

_HEAD = ("scheme", "purpose")
_BEFORE = ("file", "proof", "for")
_AFTER = ("translation", "pages", "rotate", "redact", "pins")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_DELETE = 0x7F


def write_answers(answers: Answers, forms: Forms) -> str:
    """The file's text: tables in the order of the pages. Answers that no page of ``forms`` asks are left out."""
    blocks = [list(_top(answers, forms)), *(list(block) for block in _blocks(answers, forms))]
    return "\n".join("".join(f"{each}\n" for each in block) for block in blocks if block)


def _top(answers: Answers, forms: Forms) -> Iterator[str]:
    """What stands before the first table."""
    yield from _texts(answers, "", _HEAD)
    for question in forms.asked():
        if "." not in question.id:
            yield from _answer(answers, question, question.id, question.id)
    none = answers.get("none")
    if none:
        yield f"none = {_toml(none)}"


def _blocks(answers: Answers, forms: Forms) -> Iterator[Iterable[str]]:
    for table, questions in _tables(forms).items():
        block = [line for question in questions for line in _answer(answers, question, *_names(question, table))]
        block += _texts(answers, "consultant/", ("logo",)) if table == "consultant" else []
        if block:
            yield [f"[{table}]", *block]
    for listed in forms.lists():
        if listed != EVIDENCE:
            for record in answers.ids(listed):
                yield _record(answers, listed, record, forms.asked(listed))
    yield from _papers(answers, forms)
    for record in answers.ids(NOT_APPLICABLE):
        base = f"{NOT_APPLICABLE}/{record}/"
        yield [f"[[{NOT_APPLICABLE}]]", f"id = {_text(record)}", *_texts(answers, base, ("proof", "for", "reason"))]


def _papers(answers: Answers, forms: Forms) -> Iterator[Iterable[str]]:
    asked = [page.questions for page in forms.pages if page.listing and page.listing.id == EVIDENCE]
    questions = [question for page in asked for question in page if question.id not in _BEFORE]
    for record in answers.ids(EVIDENCE):
        base = f"{EVIDENCE}/{record}/"
        yield [
            f"[[{EVIDENCE}]]",
            f"id = {_text(record)}",
            *_texts(answers, base, _BEFORE),
            *(line for question in questions for line in _answer(answers, question, question.id, base + question.id)),
            *_texts(answers, base, _AFTER),
        ]


def _record(answers: Answers, listed: str, record: str, questions: Iterable[Question]) -> Iterator[str]:
    yield f"[[{listed}]]"
    yield f"id = {_text(record)}"
    for question in questions:
        yield from _answer(answers, question, question.id, f"{listed}/{record}/{question.id.replace('.', '/')}")


def _tables(forms: Forms) -> dict[str, list[Question]]:
    """The tables of single answers with their questions."""
    tables: dict[str, list[Question]] = {}
    for question in forms.asked():
        table, _, key = question.id.partition(".")
        if key:
            tables.setdefault(table, []).append(question)
    return tables


def _names(question: Question, table: str) -> tuple[str, str]:
    """Key in the table, and address."""
    return question.id.removeprefix(f"{table}."), question.id.replace(".", "/")


def _answer(answers: Answers, question: Question, key: str, address: str) -> Iterator[str]:
    value = answers.get(address)
    if value is None:
        return
    dated = question.kind in ("date", "partial_date") and isinstance(value, str) and partial(value).exact
    yield f"{key} = {value if dated else _toml(value)}"


def _texts(answers: Answers, base: str, keys: Iterable[str]) -> list[str]:
    """Answers that no page asks. Addresses in them become positions."""
    lines = []
    for key in keys:
        value = answers.get(base + key)
        if key == "for" and isinstance(value, list):
            value = [to_path(answers, str(each)) for each in value if _there(answers, str(each))]
        if key == "pins" and isinstance(value, list):
            value = [_pin(answers, each) for each in value if isinstance(each, dict)]
        if value:
            lines.append(f"{key} = {_toml(value)}")
    return lines


def _there(answers: Answers, target: str) -> bool:
    listed, _, record = target.partition("/")
    return not record or record in answers.ids(listed)


def _pin(answers: Answers, pin: Mapping[str, Plain]) -> dict[str, Plain]:
    return {**pin, "says": to_path(answers, str(pin.get("says", "")))}


def _toml(value: Plain) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    return _text(value)


def _text(value: str) -> str:
    return '"' + "".join(_escaped(each) for each in value) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return f"\\u{ord(letter):04X}" if ord(letter) < ord(" ") or ord(letter) == _DELETE else letter
