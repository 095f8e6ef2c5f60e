"""Reads a TOML file of ours strictly: every problem names file and key, what is wrong and what to write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem, Refused

T = TypeVar("T")

_UNKNOWN = re.compile(r"Object contains unknown field `(.+?)`")
_MISSING = re.compile(r"Object missing required field `(.+?)`")
_EXPECTED = re.compile(r"Expected `(.+?)`.*, got `?(.+?)`?(?: -|$)")
_PATH = re.compile(r" - at `\$(.*)`$")


class Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of tables as they stand in a file."""


class Complaints:
    """Collects problems so that a file is refused once, with all of them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, *problems: Problem) -> None:
        self.problems.extend(problems)

    @contextmanager
    def catching(self) -> Iterator[None]:
        """Keeps the problems of one entry and goes on with the next."""
        try:
            yield
        except Refused as refused:
            self.add(*refused.problems)

    def settle(self) -> None:
        """Raises Refused if anything was found."""
        if self.problems:
            raise Refused(self.problems)


def problem(file: str, key: str, what: Line, remedy: Line, code: str = "data.wrong") -> Problem:
    """A problem at a key of a file; both stand in its sentence and in ``ref``."""
    said = line(N_("{file}, {key}: {what}"), file=file, key=key, what=what)
    return Problem(code=code, what=said, remedy=remedy, ref=f"{file} {key}")


def parse(text: str, file: str) -> dict[str, Any]:
    """A TOML document without floats. Raises Refused: ``data.toml``, ``data.float``."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(_no_toml(str(error), file)) from error
    except RecursionError:
        raise Refused(_beyond_reading(N_("{file} is nested too deeply."), file)) from None
    except ValueError:  # Python reads whole numbers of at most some thousand digits
        raise Refused(_beyond_reading(N_("{file} holds a number that is too long."), file)) from None
    floats = [_float_problem(file, key, value) for key, value in _floats(raw, "")]
    if floats:
        raise Refused(floats)
    return raw


def _no_toml(reason: str, file: str) -> Problem:
    what = line(N_("{file} is not TOML: {reason}."), file=file, reason=reason)
    remedy = line(N_("Put texts in quotation marks, one key a line, and read the file again."))
    if "date" in reason:
        remedy = line(N_("Enter a date of the calendar there, for example 2026-11-22."))
    return Problem(code="data.toml", what=what, remedy=remedy, ref=file)


def _beyond_reading(template: str, file: str) -> Problem:
    what = Line(template=template, values={"file": file})
    return Problem(code="data.toml", what=what, remedy=line(N_("Write it as the README shows.")), ref=file)


def read(path: Path, file: str = "") -> dict[str, Any]:
    """The same from a file. Raises Refused: ``data.absent``, ``data.encoding`` too."""
    name = file or path.name
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        what = line(N_("{file} is not UTF-8."), file=name)
        remedy = line(N_("Save it with the encoding UTF-8."))
        raise Refused(Problem(code="data.encoding", what=what, remedy=remedy, ref=name)) from error
    except OSError as error:
        what = line(N_("{file} cannot be read: {reason}."), file=name, reason=error.strerror or "?")
        remedy = line(N_("Look whether the file is there and may be read."))
        raise Refused(Problem(code="data.absent", what=what, remedy=remedy, ref=name)) from error
    return parse(text, name)


def convert(raw: Any, kind: type[T], file: str, key: str) -> T:
    """One table as ``kind``. Raises Refused naming the key: ``data.unknown_key``, ``data.missing``, ``data.type``."""
    try:
        return msgspec.convert(raw, kind, strict=True)
    except msgspec.ValidationError as error:
        raise Refused(_explain(str(error), kind, file, key)) from error


def suggestion(word: str, known: Iterator[str] | tuple[str, ...] | list[str] | set[str]) -> Line:
    """What to write instead of an unknown word: the nearest known one, or the choice."""
    choice = sorted(known)
    near = get_close_matches(word, choice, n=1, cutoff=0.6)
    if near:
        return line(N_("Write {near}."), near=near[0])
    return line(N_("Write one of: {choice}."), choice=", ".join(choice))


def unknown(
    file: str, key: str, word: str, known: Mapping[str, Any] | tuple[str, ...] | list[str] | set[str]
) -> Problem:
    """The problem of a word that is not among the known ones."""
    what = line(N_("there is no {word}."), word=word)
    return problem(file, key, what, suggestion(word, list(known)), "data.unknown")


def _explain(message: str, kind: type, file: str, key: str) -> Problem:
    path = _PATH.search(message)
    place = key + (path.group(1) if path else "")
    if found := _UNKNOWN.search(message):
        name = found.group(1)
        fields = getattr(kind, "__struct_encode_fields__", ())
        remedy = suggestion(name, fields) if fields and not path else line(N_("Remove {key}."), key=name)
        return problem(file, place, line(N_("{key} is not a key here."), key=name), remedy, "data.unknown_key")
    if found := _MISSING.search(message):
        name = found.group(1)
        return problem(
            file, place, line(N_("{key} is missing."), key=name), line(N_("Add {key}."), key=name), "data.missing"
        )
    if found := _EXPECTED.search(message):
        wanted, got = found.groups()
        what = line(N_("{got} stands where {wanted} belongs."), got=got, wanted=wanted)
        return problem(file, place, what, line(N_("Write a value of type {wanted}."), wanted=wanted), "data.type")
    quoted = re.search(r"'(.*?)'", message)
    value = quoted.group(1) if quoted else "?"
    what = line(N_("{value} cannot stand here."), value=value)
    words = _words(kind, path.group(1) if path else "")
    remedy = suggestion(value, words) if words else line(N_("Write one of the words the other entries show."))
    return problem(file, place, what, remedy, "data.value")


def _words(kind: type, path: str) -> list[str]:
    """The words a field of a table may hold, from its type; ``path`` is msgspec's (``.formats[0]``)."""
    fields = getattr(kind, "__struct_fields__", ())
    names = dict(zip(getattr(kind, "__struct_encode_fields__", ()), fields, strict=True))
    name = names.get(path.lstrip(".").partition("[")[0], "")
    return sorted(_literals(get_type_hints(kind)[name])) if name else []


def _literals(hint: Any) -> set[str]:
    if isinstance(hint, str):
        return {hint} if hint else set()
    return {word for part in get_args(hint) for word in _literals(part)}


def _floats(value: Any, key: str) -> Iterator[tuple[str, float]]:
    if isinstance(value, float):
        yield key, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _floats(item, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _floats(item, f"{key}[{index}]")


def _float_problem(file: str, key: str, value: float) -> Problem:
    what = line(N_("a number with a point is not exact in TOML."))
    remedy = line(N_('Write it in quotation marks: "{value}".'), value=repr(value))
    return problem(file, key, what, remedy, "data.float")
