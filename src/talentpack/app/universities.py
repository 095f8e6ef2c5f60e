"""Finding a university of the list while its name is typed, and what the list says of a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from talentpack.core.names import folded, folded_words, names_of
from talentpack.core.universities import University

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LIKENESS = 82  # of 100: below it, names of other universities begin to look alike
_TOO_COMMON = 4  # a word that this many universities share says nothing about which one is meant


class Hit(NamedTuple):
    """A university found. ``spans`` are the parts of its English name that were typed, as (start, length)."""

    university: University
    spans: tuple[tuple[int, int], ...]


class _Row(NamedTuple):
    university: University
    names: frozenset[str]
    words: frozenset[str]


class Search:
    """The rows of the list, folded once: accents, case, punctuation and the script of Chinese make no difference."""

    def __init__(self, universities: Iterable[University], day: date) -> None:
        self._day = day
        self._rows = [_row(each) for each in universities]
        self._common = _common(row.university.name for row in self._rows)
        self._near: dict[str, University | None] = {}

    def find(self, text: str, most: int = 50) -> tuple[Hit, ...]:
        """Those with every word typed: the whole name first, then by where the words stand; on the list before off it."""
        words = folded_words(text)
        if not words:
            return ()
        found = [row for row in self._rows if all(_has(row, word) for word in words)]
        found.sort(key=lambda row: self._rank(row, folded(text), words))
        return tuple(Hit(row.university, tuple(_spans(row.university.name, words))) for row in found[:most])

    def near(self, text: str) -> University | None:
        """The one name that looks like what was typed; None when none does or several do equally."""
        if text not in self._near:
            self._near[text] = self._nearest(text)
        return self._near[text]

    def _nearest(self, text: str) -> University | None:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - loaded only once somebody misspells

        telling = self._telling(text, fuzz.ratio)
        if not telling:
            return None
        owners = [row.university for row in self._rows for _ in names_of(row.university)]
        names = [self._telling(name, fuzz.ratio) for row in self._rows for name in names_of(row.university)]
        best = process.extract(telling, names, scorer=fuzz.token_sort_ratio, limit=9, score_cutoff=_LIKENESS)
        meant = {owners[place].name: owners[place] for _, score, place in best if score == best[0][1]}
        return next(iter(meant.values())) if len(meant) == 1 else None

    def _rank(self, row: _Row, whole: str, words: tuple[str, ...]) -> tuple[bool, bool, bool, str]:
        own = folded_words(row.university.name)
        starts = bool(own) and own[0].startswith(words[0])
        return (whole not in row.names, not row.university.on_list(self._day), not starts, row.university.name)

    def _telling(self, text: str, alike: Callable[[str, str], float]) -> str:
        """The words that tell universities apart: without *university*, *univercity*, *of* and the like."""
        words = (word for word in folded_words(text) if word not in self._common)
        return " ".join(word for word in words if all(alike(word, each) < _LIKENESS for each in self._common))


def _common(names: Iterable[str]) -> frozenset[str]:
    counted = Counter(word for name in names for word in set(folded_words(name)))
    return frozenset(word for word, times in counted.items() if times >= _TOO_COMMON)


def _row(university: University) -> _Row:
    names = (*names_of(university), *university.ambiguous)
    words = (word for name in (*names, university.city) for word in folded_words(name))
    return _Row(university, frozenset(folded(name) for name in names), frozenset(words))


def _has(row: _Row, typed: str) -> bool:
    """A word begins as typed; in Chinese, which parts no words, the characters stand anywhere in a name."""
    if _HAN.search(typed):
        return any(typed in name for name in row.names)
    return any(word.startswith(typed) for word in row.words)


def _spans(name: str, typed: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(name):
        own = folded(match[0])
        begun = max((len(word) for word in typed if own.startswith(word)), default=0)
        if begun:
            length = begun if len(own) == len(match[0]) else len(match[0])
            yield match.start(), length


@lru_cache(maxsize=1)
def search(universities: tuple[University, ...], day: date) -> Search:
    """The search of a list; kept, because folding some thousand names takes longer than a keystroke may."""
    return Search(universities, day)
