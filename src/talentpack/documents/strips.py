"""Strips of a page, one below the other, and how they are dealt out to pages.

A strip is never cut: a line of text or a row of a table. What may not stand alone says so: ``keep`` forbids a page
break before a strip, ``carry`` is what a table repeats when a page begins with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from talentpack.documents.marks import Mark, lowered


@dataclass(frozen=True, slots=True)
class Strip:
    """``height`` and ``before`` (space above, dropped at the top of a page) in points; marks count from its top."""

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0.0
    keep: bool = False
    carry: tuple[Strip, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text may stand: from ``first`` on the first page, ``later`` on others, to ``bottom``, down from the edge."""

    first: float
    later: float
    bottom: float


Page = tuple[Mark, ...]


def paginate(strips: Sequence[Strip], frame: Frame) -> tuple[Page, ...]:
    """The strips on as many pages as they take, marks counted from the top edge of the page."""
    pages: list[list[Mark]] = [[]]
    y = frame.first
    for group in _groups(strips):
        top = frame.first if len(pages) == 1 else frame.later
        if y > top and y + _height(group) > frame.bottom:
            pages.append([])
            y = frame.later
        for strip in group:
            top = frame.first if len(pages) == 1 else frame.later
            if y > top and y + strip.before + strip.height > frame.bottom:  # a group longer than a page
                pages.append([])
                y = frame.later
            y = _place(pages[-1], strip, y, fresh=y == (frame.first if len(pages) == 1 else frame.later))
    return tuple(tuple(page) for page in pages)


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        if group and not strip.keep:
            yield group
            group = []
        group.append(strip)
    if group:
        yield group


def _height(group: list[Strip]) -> float:
    return sum(strip.before + strip.height for strip in group)


def _place(page: list[Mark], strip: Strip, y: float, *, fresh: bool) -> float:
    """Puts a strip on the page and returns where the next one begins."""
    for piece in (*strip.carry, replace(strip, before=0.0)) if fresh else (strip,):
        y += piece.before
        page.extend(lowered(piece.marks, y))
        y += piece.height
    return y


def joined(strips: Iterable[Strip]) -> list[Strip]:
    """The strips with no page break between them."""
    return [replace(strip, keep=True) if place else strip for place, strip in enumerate(strips)]


def spaced(strips: Sequence[Strip], before: float) -> list[Strip]:
    """The strips with ``before`` above the first."""
    return [replace(strips[0], before=before), *strips[1:]] if strips else []


def padded(strips: Sequence[Strip], unit: float) -> list[Strip]:
    """The strips with the last one lengthened until all together are a multiple of ``unit``."""
    height = _height(list(strips))
    rest = -height % unit
    return [*strips[:-1], replace(strips[-1], height=strips[-1].height + rest)] if strips else []
