"""What a person does to a stored case by words: set, unset, attach. Paths are as in an answers file."""

from __future__ import annotations

import tomllib
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any

from talentpack.app.files import ID, shown_name
from talentpack.app.kept import KeptCase
from talentpack.app.session import Session
from talentpack.app.taking import FILE_FIELDS, take_in, unusable
from talentpack.content.answers_evidence import LIST as EVIDENCE
from talentpack.content.one_paper import read_paper
from talentpack.core.answers import to_address
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused, refuse
from talentpack.worker.protocol import Step

# Kinds whose TOML form says more than the words: all others are the words as they were typed.
_TYPED = ("yes_no", "number", "money", "date", "partial_date")
# What a paper has beyond what its page asks.
_SPECIAL = ("for", "pages", "rotate", "redact", "pins")


def set_answer(case: KeptCase, path: str, text: str) -> str:
    """Sets what ``path`` names to a TOML value, or to the bare words; its address. Raises Refused.

    The place after a list's last record is a new record. What is so already makes no action.
    """
    session = case.session
    if path.strip() == "none":
        return _set_none(case, _value(text))
    address, listed = _place(session, path)
    field = address.rpartition("/")[2]
    if address.startswith(f"{EVIDENCE}/") and field in (*_SPECIAL, *FILE_FIELDS):
        return _set_paper(case, address, field, text)
    question = session.world.forms.question(address)
    value = _value(text)
    if question and question.kind not in _TYPED and not isinstance(value, str | list):
        value = text
    wanted = session.canonical(address, value)
    if listed and wanted is not None:
        session.add(listed)
    if wanted != session.answers.get(address):
        session.answer(address, wanted)
    return address


def unset_answer(case: KeptCase, path: str) -> str:
    """Takes an answer away, or a whole record; its address. Raises Refused for what is not there."""
    session = case.session
    address = to_address(session.answers, path)
    listed, _, rest = address.partition("/")
    if rest in session.answers.ids(listed):
        session.remove(listed, rest)
    elif listed == EVIDENCE and address.rpartition("/")[2] in (*_SPECIAL, "translation"):
        record, field = rest.split("/")
        session.edit_evidence(record, {field: None, **({field + ID: None} if field in FILE_FIELDS else {})})
    elif session.world.forms.question(address) is None:
        raise _not_asked(path)
    elif session.answers.get(address) is not None:
        session.answer(address, None)
    return address


def attach(case: KeptCase, file: Path, table: Mapping[str, Any]) -> Generator[Step, None, str]:
    """Takes a file in as a paper; the id of the paper. ``table`` is as an ``[[evidence]]`` table of an answers file,
    without ``file``; its ``translation`` is a file too.

    The case has not changed when this is closed or raises Refused.
    """
    translation = table.get("translation")
    said = {**table, "file": shown_name(file)}
    if translation is not None:
        said["translation"] = shown_name(Path(translation))
    world, label = case.session.world, shown_name(file)
    fields = read_paper(said, case.session.answers, world.forms, world.rules, label)
    for field, path in (("file", file), ("translation", translation)):
        if path is not None:
            fields[field + ID] = yield from _taken(case, Path(path))
    action = case.session.attach(fields)
    return action.changes[-1].address.split("/")[1]


def detach(case: KeptCase, path: str) -> None:
    """Removes a paper, named as ``evidence[0]``, ``0`` or by its id. Its file stays until the case is erased: an undo may
    want it back.
    """
    written = path.strip()
    ids = case.session.answers.ids(EVIDENCE)
    if written in ids:
        case.session.remove(EVIDENCE, written)
        return
    address = to_address(case.session.answers, f"{EVIDENCE}[{written}]" if written.isdecimal() else written)
    listed, _, record = address.partition("/")
    if listed != EVIDENCE or record not in ids:
        raise _not_asked(path)
    case.session.remove(EVIDENCE, record)


def _taken(case: KeptCase, path: Path) -> Generator[Step, None, str]:
    """The id of a file that a reader found usable, its contents those the reader saw."""
    intake = yield from take_in(path)
    if problem := unusable(intake, shown_name(path)):
        raise Refused(problem)
    stored = yield from case.take_in(path)
    if stored.sha256 != intake.sha256:
        raise refuse(
            "evidence.changing",
            line(N_("The file changed while it was read.")),
            line(N_("Wait until the other program has finished with it, then attach it again.")),
            shown_name(path),
        )
    return stored.id


def _place(session: Session, path: str) -> tuple[str, str]:
    """The address a path names, and the list that needs a new record for it, if one does."""
    head, *rest = path.strip().split(".")
    listed, _, position = head.partition("[")
    if rest and listed != EVIDENCE and position == f"{len(session.answers.ids(listed))}]":
        return "/".join([listed, session.fresh_id(listed), *rest]), listed
    return to_address(session.answers, path), ""


def _set_paper(case: KeptCase, address: str, field: str, text: str) -> str:
    if field in FILE_FIELDS:
        raise refuse(
            "case.attach",
            line(N_("A paper's file is not set: it is taken in.")),
            line(N_("Attach the other file as a paper of its own, then detach this one.")),
            address,
        )
    record = address.split("/")[1]
    world, answers = case.session.world, case.session.answers
    label = answers.text(f"{EVIDENCE}/{record}/file")
    value = _value(text)
    said = value if isinstance(value, str | list | dict) else text
    fields = read_paper({"file": label, field: said}, answers, world.forms, world.rules, label)
    if fields.get(field) != answers.get(address):
        case.session.edit_evidence(record, {field: fields.get(field)})
    return address


def _set_none(case: KeptCase, value: Any) -> str:
    """``none = ["job"]``: each list that is said, or no longer said, to be empty."""
    wanted = value if isinstance(value, list) else [value]
    lists = [each for each in case.session.world.forms.lists() if each != EVIDENCE]
    for each in wanted:
        if each not in lists or case.session.answers.ids(each):
            raise _not_empty(str(each))
    for listed in lists:
        said = listed in wanted
        if said is not case.session.answers.said_empty(listed) and not case.session.answers.ids(listed):
            case.session.say_empty(listed, said)
    return "none"


def _value(text: str) -> Any:
    """A TOML value, its decimals as the text they are; the words themselves when they are none."""
    try:
        read = tomllib.loads(f"value = {text}", parse_float=str)
    except tomllib.TOMLDecodeError:
        return text
    return read["value"] if len(read) == 1 and "\n" not in text else text


def _not_asked(path: str) -> Refused:
    return refuse(
        "address.unknown",
        line(N_("There is no {path} in this case."), path=path),
        line(N_("Write it as in an answers file, for example income[0].amount; the first record is 0.")),
        path,
    )


def _not_empty(listed: str) -> Refused:
    return refuse(
        "answers.contradiction",
        line(N_("{name} is no list, or has records."), name=listed),
        line(N_("Remove its records first, or name one of the lists income, degree, job, dependant.")),
        listed,
    )
