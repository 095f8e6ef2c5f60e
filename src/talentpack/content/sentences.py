"""Texts of data files as Lines, and all Lines of what was read, for the catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from talentpack.content.toml import Raw
from talentpack.core.lines import Line

# A place in a sentence: {amount}, {claim:income.total}.
PLACE = re.compile(r"\{([a-zA-Z_][\w.:]*)\}")


class Plural(Raw, frozen=True, kw_only=True):
    """A sentence that counts ``{n}``."""

    one: str
    other: str


Text = str | Plural


def sentence(text: Text, context: str) -> Line:
    """The text with the place it comes from as the catalogue's context (``criteria.income.enough.met``)."""
    if isinstance(text, Plural):
        return Line(template=text.one, plural=text.other, context=context)
    return Line(template=text, context=context)


def optional(text: Text | None, context: str) -> Line | None:
    return None if text is None else sentence(text, context)


def places(said: Line) -> set[str]:
    """The names of the places of a sentence, plural included."""
    return set(PLACE.findall(said.template)) | set(PLACE.findall(said.plural))


def lines(value: Any) -> Iterator[Line]:
    """Every Line inside values that were read (Rules, Forms, letters), in reading order: what is to be translated."""
    if isinstance(value, Line):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from lines(getattr(value, name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from lines(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from lines(item)
