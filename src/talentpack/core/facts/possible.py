"""What may still be true of an answer that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from talentpack.core.case import Case
from talentpack.core.dates import PartialDate
from talentpack.core.lines import Day


def options(answer: bool | None) -> tuple[bool, ...]:
    """The answer, or both where it is missing."""
    return (True, False) if answer is None else (answer,)


def missing(case: Case, *names: str) -> tuple[str, ...]:
    """The addresses of those names that are not answered."""
    return tuple(case.address(name) for name in names if case.get(name) is None)


def in_order(words: Iterable[str], order: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are possible, in the order in which they are declared."""
    found = set(words)
    return tuple(word for word in order if word in found)


def settled(words: tuple[str, ...], alike: tuple[str, ...], common: str) -> tuple[str, ...]:
    """``common``, which is true of them all, where several of the words that mean the same outcome are possible."""
    return (common,) if len(words) > 1 and set(words) <= set(alike) else words


def shown(day: PartialDate) -> Day | PartialDate:
    """A date as it is known: a day in full, else its month or year."""
    return Day(date=day.earliest) if day.exact else day
