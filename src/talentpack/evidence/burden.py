"""What it costs to draw a page, told without drawing it: by the pictures it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object, Stream

MAX_DOTS = 300_000_000
"""Unpacked for one purpose: some three seconds of a reader's twenty."""
_PAGE_DOTS = 1_000_000  # what drawing a page without pictures counts for


@dataclass(frozen=True)
class Burden:
    """A page (by number from 0): bits a dot of the picture that has most, dots of all pictures. 0 without any."""

    number: int
    bits: float
    dots: int


def burden(number: int, page: Object) -> Burden:
    """Of a page of a cleaned copy: qpdf wrote the lengths of its streams, so they are true."""
    resources = page.get(Name.Resources)
    known = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    pictures = [thing for thing in known.values() if isinstance(thing, Stream)] if isinstance(known, Dictionary) else []
    dots = [max(0, thing.get_int("/Width", 0) * thing.get_int("/Height", 0)) for thing in pictures]
    bits = [8 * thing.get_int("/Length", 0) / size for thing, size in zip(pictures, dots, strict=True) if size]
    return Burden(number, max(bits, default=0.0), sum(dots))


def affordable(burdens: Iterable[Burden]) -> Iterator[Burden]:
    """The first of them, as many as there is time to draw; one always."""
    dots = 0
    for one in burdens:
        if dots and dots + one.dots > MAX_DOTS:
            return
        dots += one.dots + _PAGE_DOTS
        yield one
