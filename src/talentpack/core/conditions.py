"""Conditions of the data languages, and three-valued logic, written once.

Truth is True, False or None (not known). Every evaluation says which missing answers could still change it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from talentpack.core.values import Value


class Truth(NamedTuple):
    """A three-valued answer; ``needs`` are the addresses whose answers would settle it (empty unless not known)."""

    known: bool | None
    needs: tuple[str, ...] = ()


class Test(Value, frozen=True, kw_only=True, tag="test"):
    """One comparison. ``name`` is an id (a record's own first), or ``fact.<name>``.

    ``is``: equal · ``one_of``: in the list · ``at_least``: number or date · ``given``: answered (a list: has a
    record) · ``said``: answered yes; unanswered counts as no.
    """

    name: str
    by: Literal["is", "one_of", "at_least", "given", "said"]
    value: str | bool | tuple[str, ...]


class All(Value, frozen=True, kw_only=True, tag="all"):
    parts: tuple[Condition, ...]


class Any(Value, frozen=True, kw_only=True, tag="any"):
    parts: tuple[Condition, ...]


class Not(Value, frozen=True, kw_only=True, tag="not"):
    part: Condition


Condition = Test | All | Any | Not
Look = Callable[[Test], Truth]


def holds(condition: Condition | None, look: Look) -> Truth:
    """Evaluates a condition; ``look`` answers one Test. No condition always holds."""
    if condition is None:
        return Truth(True)
    if isinstance(condition, Test):
        return look(condition)
    if isinstance(condition, Not):
        truth = holds(condition.part, look)
        return Truth(None if truth.known is None else not truth.known, truth.needs)
    parts = [holds(part, look) for part in condition.parts]
    return both(parts) if isinstance(condition, All) else either(parts)


def both(parts: Iterable[Truth]) -> Truth:
    """False if any part is; else not known if any part is; else true."""
    return _join(list(parts), settles=False)


def either(parts: Iterable[Truth]) -> Truth:
    """True if any part is; else not known if any part is; else false."""
    return _join(list(parts), settles=True)


def _join(parts: list[Truth], *, settles: bool) -> Truth:
    if any(part.known is settles for part in parts):
        return Truth(settles)
    unknown = [part for part in parts if part.known is None]
    if not unknown:
        return Truth(not settles)
    return Truth(None, tuple(dict.fromkeys(need for part in unknown for need in part.needs)))
