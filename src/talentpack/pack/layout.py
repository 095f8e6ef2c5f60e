"""Where everything stands in the bundle: the front pages are set, counted, numbered and set again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from talentpack.core.exhibits import Exhibit
from talentpack.core.plan import Numbers

LETTER, CHECKLIST, WORKSHEET, INDEX, DIVIDER, EXHIBIT = (
    "letter",
    "checklist",
    "worksheet",
    "index",
    "divider",
    "exhibit",
)
FRONT = (LETTER, CHECKLIST, WORKSHEET, INDEX)
"""The front pages in their order; then each section's divider and exhibits."""


class Leaf(Protocol):
    """A page of the front: what it is part of, and of a divider its section."""

    @property
    def kind(self) -> str: ...

    @property
    def section(self) -> str: ...


class Area(Protocol):
    """A place on a leaf (counted from 0) that links to an exhibit, a page of it counted from 1, or a section."""

    @property
    def leaf(self) -> int: ...

    @property
    def rect(self) -> tuple[float, float, float, float]: ...

    @property
    def exhibit(self) -> str: ...

    @property
    def page(self) -> int | None: ...

    @property
    def section(self) -> str: ...


class Front(Protocol):
    """Our own pages as documents sets them, all in one PDF."""

    @property
    def pdf(self) -> bytes: ...

    @property
    def leaves(self) -> Sequence[Leaf]: ...

    @property
    def areas(self) -> Sequence[Area]: ...


class Part(NamedTuple):
    """A run of bundle pages from ``first`` (1-based): leaves of the front (counted from 0), or an exhibit."""

    kind: str
    first: int
    section: str = ""
    leaves: tuple[int, ...] = ()
    exhibit: Exhibit | None = None

    @property
    def length(self) -> int:
        return self.exhibit.page_count if self.exhibit else len(self.leaves)

    @property
    def last(self) -> int:
        return self.first + self.length - 1


class Layout(NamedTuple):
    """The front as it will be bound, the numbers it was set with, and the order of the bundle."""

    front: Front
    numbers: Numbers
    order: tuple[Part, ...]

    @property
    def leaf_pages(self) -> dict[int, int]:
        """The bundle page of each leaf; a leaf that is not bound is absent."""
        return {leaf: part.first + position for part in self.order for position, leaf in enumerate(part.leaves)}


def lay_out(exhibits: Sequence[Exhibit], set_front: Callable[[Numbers], Front]) -> Layout:
    """Sets the front without numbers, counts its leaves, and sets it again with the numbers that follow.

    Raises RuntimeError when the second setting has other leaves than the first: its numbers would be wrong.
    """
    order = arranged(set_front(Numbers()).leaves, exhibits)
    numbers = numbered(order)
    front = set_front(numbers)
    if arranged(front.leaves, exhibits) != order:
        raise RuntimeError("the front pages changed their count when they were numbered")
    return Layout(front=front, numbers=numbers, order=order)


def arranged(leaves: Sequence[Leaf], exhibits: Sequence[Exhibit]) -> tuple[Part, ...]:
    """The parts in order. A document without leaves and a section without a divider are left out."""
    parts: list[Part] = []
    first = 1
    for part in _parts(leaves, exhibits):
        if part.length:
            parts.append(part._replace(first=first))
            first += part.length
    return tuple(parts)


def _parts(leaves: Sequence[Leaf], exhibits: Sequence[Exhibit]) -> Iterable[Part]:
    for kind in FRONT:
        yield Part(kind, 0, leaves=_of(leaves, kind, ""))
    for section in dict.fromkeys(exhibit.section for exhibit in exhibits):
        yield Part(DIVIDER, 0, section, _of(leaves, DIVIDER, section))
        yield from (Part(EXHIBIT, 0, section, exhibit=exhibit) for exhibit in exhibits if exhibit.section == section)


def _of(leaves: Sequence[Leaf], kind: str, section: str) -> tuple[int, ...]:
    return tuple(
        number
        for number, leaf in enumerate(leaves)
        if leaf.kind == kind and (kind != DIVIDER or leaf.section == section)
    )


def numbered(order: Sequence[Part]) -> Numbers:
    """The numbers that follow from an order."""
    return Numbers(
        total=order[-1].last if order else 0,
        index=next((part.first for part in order if part.kind == INDEX), 0),
        exhibits={part.exhibit.number: part.first for part in order if part.exhibit},
        dividers={part.section: part.first for part in order if part.kind == DIVIDER},
    )
