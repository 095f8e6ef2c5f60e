"""Where the lines of a paragraph end: total fit, the cheapest of all ways.

After Knuth and Plass, Breaking Paragraphs into Lines (1981), by dynamic programming. Pure figures: no text, no fonts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

LIMIT = 2.6  # a line stretched further is left short
_TORN = 4000.0
_LONE = 600.0
_LONE_EM = 2.2
_STUB = 60.0  # a ragged paragraph that ends with one short word
_SHORT = 0.12
_HANGING = 20.0
_RAG = 0.15
_OVERFULL = 1e6
_LINE = 10.0
_SLIP = 1e-6


class Piece(NamedTuple):
    """The glyphs ``first`` to ``last`` (exclusive), never parted.

    ``width`` in points; ``pull`` is how far an opening bracket goes out at the start of a line, ``hang`` how far
    closing punctuation may stand out at its end.
    """

    first: int
    last: int
    width: float
    pull: float = 0.0
    hang: float = 0.0


class Joint(NamedTuple):
    """Between two pieces: ``gap`` and ``stretch``, and ``penalty``, the price of ending a line here (100 is a bad line).

    An infinite penalty forbids it.
    """

    gap: float
    stretch: float
    penalty: float


@dataclass(frozen=True, slots=True)
class Measure:
    """The width to fill in points, less ``indent`` on the first line; ``em`` is the size of the text."""

    width: float
    em: float
    indent: float = 0.0
    justified: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """A line's natural width and elasticity, and how far its last mark may hang out."""

    width: float
    stretch: float
    hang: float
    pieces: int
    last: bool
    first: bool


def breaks(pieces: Sequence[Piece], joints: Sequence[Joint], measure: Measure) -> tuple[int, ...] | None:
    """The end (exclusive) of each line; None if the prohibitions leave no way at all."""
    total = len(pieces)
    if not total:
        return ()
    best = [math.inf] * (total + 1)
    best[0] = 0.0
    came = [0] * (total + 1)
    for start in range(total):
        if best[start] < math.inf:
            _extend(pieces, joints, measure, start, best, came)
    if best[total] == math.inf:
        return None
    ends = [total]
    while came[ends[-1]]:
        ends.append(came[ends[-1]])
    return tuple(reversed(ends))


def _extend(
    pieces: Sequence[Piece],
    joints: Sequence[Joint],
    measure: Measure,
    start: int,
    best: list[float],
    came: list[int],
) -> None:
    width = -pieces[start].pull
    stretch = 0.0
    room = measure.width - (measure.indent if not start else 0.0)
    for end in range(start + 1, len(pieces) + 1):
        if end > start + 1:
            width += joints[end - 2].gap
            stretch += joints[end - 2].stretch
        width += pieces[end - 1].width
        if width > room + measure.em and end > start + 1:
            return
        last = end == len(pieces)
        penalty = 0.0 if last else joints[end - 1].penalty
        if penalty == math.inf:
            continue
        fit = Fit(width, stretch, pieces[end - 1].hang, end - start, last, first=not start)
        price = best[start] + cost(fit, measure) + penalty
        if price < best[end]:
            best[end], came[end] = price, start


def cost(fit: Fit, measure: Measure) -> float:
    """The price of one line; infinite if it does not fit, except a single piece wider than the measure."""
    slack = measure.width - (measure.indent if fit.first else 0.0) - fit.width
    if slack < -_SLIP:
        if slack >= -fit.hang - _SLIP:
            return _LINE + _HANGING
        return _OVERFULL - slack if fit.pieces == 1 else math.inf
    if fit.last:
        lone = not fit.first and fit.width < _LONE_EM * measure.em
        short = not fit.first and not measure.justified and fit.width < _SHORT * measure.width
        return _LINE + (_LONE if lone else _STUB if short else 0.0)
    if not measure.justified:
        return _LINE + 100 * (slack / (_RAG * measure.width)) ** 2
    if slack <= LIMIT * fit.stretch:
        return _LINE + (100 * (slack / fit.stretch) ** 3 if fit.stretch else 0.0)
    return _TORN + 10 * (slack / measure.em) ** 2


def share(fit: Fit, measure: Measure) -> float:
    """By how much of its stretch each gap of a line grows; 0 for a line that is left as it is."""
    slack = measure.width - (measure.indent if fit.first else 0.0) - fit.width
    if not measure.justified or fit.last or slack <= 0 or not fit.stretch:
        return 0.0
    ratio = slack / fit.stretch
    return ratio if ratio <= LIMIT else 0.0
