"""How many saves and restores a page's contents leave open: what is drawn after them must not inherit their state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pikepdf import Array, Name, Object, Page, PdfError, parse_content_stream

_TOKEN = re.compile(rb"(?<!\S)[qQ](?!\S)")
_PARSED_LARGEST = 8_000_000
"""Bytes. Larger contents, a map or a drawing, are believed as the quick look has it."""


class Balance(NamedTuple):
    """``saves`` to put before the contents so that no restore is in vain, ``restores`` to put after them."""

    saves: int
    restores: int


def balance(page: Page) -> Balance:
    """Wraps the contents in at least one save and restore.

    A quick look at the words q and Q settles nearly every page. Only when they do not pair are the contents parsed,
    since the words may have stood inside a text or a picture.
    """
    try:
        data = b"\n".join(stream.read_bytes() for stream in contents(page))
        found = _balance(match[0] == b"q" for match in _TOKEN.finditer(data))
        if found == Balance(1, 1) or len(data) > _PARSED_LARGEST:
            return found
        return _balance(str(each.operator) == "q" for each in parse_content_stream(page, "q Q"))
    except PdfError:
        return Balance(1, 1)  # contents that cannot be read draw nothing


def contents(page: Page) -> list[Object]:
    """The page's content streams."""
    found = page.obj.get(Name.Contents)
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def _balance(saves: Iterable[bool]) -> Balance:
    depth = lowest = 0
    for save in saves:
        depth += 1 if save else -1
        lowest = min(lowest, depth)
    return Balance(saves=1 - lowest, restores=1 - lowest + depth)
