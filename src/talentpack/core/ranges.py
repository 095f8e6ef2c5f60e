"""Page ranges as people write them: ``3,1-2`` is that order, the rest left out."""

from __future__ import annotations

import re
from itertools import pairwise

_RANGE = re.compile(r"(\d{1,6})(?:\s*[-\N{EN DASH}]\s*(\d{1,6}))?")


def read_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges, first and last page of each, 1-based. Raises ValueError for anything else, or a page twice."""
    ranges = []
    for piece in text.split(","):
        match = _RANGE.fullmatch(piece.strip())
        if match is None:
            raise ValueError(text)
        first = int(match[1])
        last = int(match[2] or match[1])
        if not 1 <= first <= last:
            raise ValueError(text)
        ranges.append((first, last))
    ordered = sorted(ranges)
    if any(after[0] <= before[1] for before, after in pairwise(ordered)):
        raise ValueError(text)
    return tuple(ranges)


def pages_of(text: str, count: int) -> tuple[int, ...]:
    """The pages meant, in their order; without a text all ``count``. Raises ValueError for a page that is not there."""
    if not text:
        return tuple(range(1, count + 1))
    ranges = read_ranges(text)
    if max(last for _, last in ranges) > count:
        raise ValueError(text)
    return tuple(page for first, last in ranges for page in range(first, last + 1))
