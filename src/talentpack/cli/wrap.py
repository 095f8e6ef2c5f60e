"""Text in the cells of a terminal: Chinese characters take two, and a line may break between them."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterator

WIDEST = 120
"""Cells. Longer lines are hard to read, however wide the window is."""

# A run that stays together with what follows it: a word, or one wide character with the punctuation that clings to it.
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_CLINGS = "、。，；：？！）」』》〉】”’％"
_OPENS = "（「『《〈【“‘"
_RUN = re.compile(rf"[{_OPENS}]*[{_WIDE}][{_CLINGS}]*\s*|(?:[^\s{_WIDE}])+[{_CLINGS}]*\s*|\s+")


def cells(text: str) -> int:
    """How many cells a text takes."""
    return sum(_cells(character) for character in text)


def padded(text: str, width: int) -> str:
    """The text, filled with spaces up to ``width`` cells."""
    return text + " " * max(0, width - cells(text))


def terminal_width() -> int | None:
    """Cells a line may take on the terminal, at most WIDEST; None when standard output is no terminal."""
    if not sys.stdout.isatty():
        return None
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return None
    return min(columns, WIDEST) if columns else None


def wrapped(text: str, width: int | None, hang: int = 0) -> Iterator[str]:
    """The text in lines of at most ``width`` cells, all but the first moved in by ``hang``; whole without a width.

    What cannot be broken (an address, a path) stands alone and may be longer.
    """
    if width is None or cells(text) <= width:
        yield text
        return
    indent, now = " " * hang, ""
    for run in _RUN.findall(text):
        if now.strip() and cells(now + run.rstrip()) > width:
            yield now.rstrip()
            now = indent
        now += run
    yield now.rstrip()


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
