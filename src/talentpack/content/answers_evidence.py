"""The evidence of an answers file, and the proofs somebody said do not apply."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from talentpack.content.answers_pages import read_pages, read_pins, read_redactions, read_turns
from talentpack.content.answers_tables import Reading, read_questions, records
from talentpack.content.toml import suggestion
from talentpack.core.answers import Answers, to_address
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused

LIST, NOT_APPLICABLE = "evidence", "not_applicable"
APPLICANT = "applicant"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


def read_evidence(reading: Reading, raw: Mapping[str, Any]) -> None:
    """``[[evidence]]``, once everything it may point to has been read."""
    pages = (page for page in reading.forms.pages if page.listing and page.listing.id == LIST)
    questions = {question.id: question for page in pages for question in page.questions}
    for address, path, table in records(reading, raw, LIST, "e"):
        _read_specials(reading, table, path, address, _EVIDENCE)
        rest = {key: value for key, value in table.items() if key not in _EVIDENCE}
        read_questions(reading, rest, questions, f"{path}.", f"{address}/", ("id", *_EVIDENCE))
        if "file" not in table:
            remedy = line(N_('Add file = "…", relative to this file.'))
            reading.add("answers.no_file", path, line(N_("a paper needs its file.")), remedy)
        _check_proof(reading, path, address)
        _check_language(reading, path, address)


def read_not_applicable(reading: Reading, raw: Mapping[str, Any]) -> None:
    """``[[not_applicable]] proof for reason``."""
    for address, path, table in records(reading, raw, NOT_APPLICABLE, "n"):
        _read_specials(reading, table, path, address, _NOT_APPLICABLE)
        for key in table:
            if key not in _NOT_APPLICABLE:
                what = line(N_("{name} is not a key here."), name=key)
                remedy = suggestion(key, ["id", *_NOT_APPLICABLE])
                reading.add("answers.unknown_key", f"{path}.{key}", what, remedy)
        for key in ("proof", "reason"):
            if key not in table:
                what = line(N_("{name} is missing."), name=key)
                reading.add("answers.missing", path, what, line(N_("Say which proof does not apply, and why.")))
        _check_proof(reading, path, address)


def read_file(reading: Reading, value: Any, path: str, address: str) -> None:
    """A file's name, kept as it is written: it means a file, so nothing in it is folded."""
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        reading.wrong_type(path, N_("a file's name, relative to this file"))
    else:
        reading.values[address] = value


def _read_text(reading: Reading, value: Any, path: str, address: str) -> None:
    if not isinstance(value, str) or not value.strip():
        reading.wrong_type(path, N_("a text in quotation marks"))
    else:
        reading.values[address] = value.strip()


def _read_targets(reading: Reading, value: Any, path: str, address: str) -> None:
    """``"income[0]"`` or a list of such → addresses of records that are there."""
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) for each in items):
        reading.wrong_type(path, N_('a text such as "income[0]", or a list of such'))
        return
    known = Answers(reading.values)
    targets = [target for each in items if (target := _target(reading, known, each, path))]
    if targets:
        reading.values[address] = list(dict.fromkeys(targets))


def _target(reading: Reading, known: Answers, written: str, path: str) -> str:
    """The address of a record of the case; empty, and a problem, for anything else."""
    text = written.strip()
    if text == APPLICANT:
        return text
    try:
        target = to_address(known, text)
    except Refused:
        target = ""
    listed, _, record = target.partition("/")
    if listed in reading.forms.lists() and listed != LIST and record in known.ids(listed):
        return target
    what = line(N_("{target} points nowhere."), target=text)
    remedy = line(N_('Write "applicant", or a record of this file such as "income[0]"; the first is 0.'))
    reading.add("answers.nowhere", path, what, remedy)
    return ""


def _check_proof(reading: Reading, path: str, address: str) -> None:
    proof = reading.values.get(f"{address}/proof")
    known = {rule.id for rule in reading.rules.proofs}
    if isinstance(proof, str) and proof not in known:
        what = line(N_("there is no proof {name}."), name=proof)
        reading.add("answers.unknown_proof", f"{path}.proof", what, suggestion(proof, known))


def _check_language(reading: Reading, path: str, address: str) -> None:
    language = reading.values.get(f"{address}/language")
    if isinstance(language, str) and not _LANGUAGE.fullmatch(language):
        remedy = line(N_("Write its code, for example en, zh-Hant or ms."))
        reading.add("answers.language", f"{path}.language", line(N_("it is not a language's code.")), remedy)


def _read_specials(
    reading: Reading, table: Mapping[str, Any], path: str, address: str, readers: Mapping[str, _Reader]
) -> None:
    for key, read in readers.items():
        if key in table:
            read(reading, table[key], f"{path}.{key}", f"{address}/{key}")


_Reader = Callable[[Reading, Any, str, str], None]

# The keys that no page asks.
_EVIDENCE: Mapping[str, _Reader] = {
    "file": read_file,
    "translation": read_file,
    "for": _read_targets,
    "pages": read_pages,
    "rotate": read_turns,
    "redact": read_redactions,
    "pins": read_pins,
}
_NOT_APPLICABLE: Mapping[str, _Reader] = {"proof": _read_text, "for": _read_targets, "reason": _read_text}
