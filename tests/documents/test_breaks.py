from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from talentpack.documents.breaks import Fit, Joint, Measure, Piece, breaks, cost, share

_WIDTHS = st.lists(st.sampled_from([4.0, 9.0, 14.0, 21.0]), min_size=1, max_size=9)
_JOINT = st.builds(
    Joint, st.sampled_from([0.0, 2.5, -4.0]), st.sampled_from([0.0, 1.0]), st.sampled_from([0.0, 50.0, math.inf])
)
_MEASURE = st.builds(
    Measure, st.sampled_from([20.0, 33.0, 47.0]), st.just(10.0), st.sampled_from([0.0, 8.0]), st.booleans()
)


def _pieces(widths: Sequence[float]) -> list[Piece]:
    return [
        Piece(place, place + 1, width, pull=0.0, hang=3.0 if width == 9 else 0.0) for place, width in enumerate(widths)
    ]


def _price(pieces: Sequence[Piece], joints: Sequence[Joint], measure: Measure, ends: Sequence[int]) -> float:
    """What a way of breaking costs, counted line by line without any table."""
    price, start = 0.0, 0
    for end in ends:
        inner = joints[start : end - 1]
        width = sum(piece.width for piece in pieces[start:end]) + sum(joint.gap for joint in inner)
        last = end == len(pieces)
        fit = Fit(width, sum(each.stretch for each in inner), pieces[end - 1].hang, end - start, last, first=start == 0)
        price += cost(fit, measure) + (0.0 if last else joints[end - 1].penalty)
        start = end
    return price


def _all_ways(count: int) -> Iterator[tuple[int, ...]]:
    for lines in range(count):
        for inner in combinations(range(1, count), lines):
            yield (*inner, count)


@given(_WIDTHS, st.data(), _MEASURE)
def test_no_other_way_is_cheaper(widths: list[float], data: st.DataObject, measure: Measure) -> None:
    pieces = _pieces(widths)
    joints = [data.draw(_JOINT) for _ in pieces[1:]]
    best = min(_price(pieces, joints, measure, ends) for ends in _all_ways(len(pieces)))
    found = breaks(pieces, joints, measure)
    if found is None:
        assert best == math.inf
    else:
        assert math.isclose(_price(pieces, joints, measure, found), best)


def test_a_greedy_way_is_not_the_best() -> None:
    """Greedily: three words, then one alone on a torn line; evenly is better."""
    pieces = _pieces([14, 14, 14, 21, 21])
    joints = [Joint(2.5, 0.0, 0.0)] * 4
    assert breaks(pieces, joints, Measure(47.0, 10.0)) == (3, 5)
    assert breaks(_pieces([14, 14, 14, 47, 4]), joints, Measure(48.0, 10.0)) == (3, 4, 5)


def test_nothing_is_set_against_a_prohibition() -> None:
    pieces = _pieces([30, 30])
    assert breaks(pieces, [Joint(0.0, 0.0, math.inf)], Measure(40.0, 10.0)) is None


def test_a_piece_wider_than_the_line_stands_alone() -> None:
    pieces = _pieces([4, 60, 4])
    assert breaks(pieces, [Joint(2.0, 0.0, 0.0)] * 2, Measure(40.0, 10.0)) == (1, 2, 3)


def test_closing_punctuation_may_hang() -> None:
    pieces = [Piece(0, 1, 38.0), Piece(1, 2, 4.0, hang=2.5), Piece(2, 3, 10.0)]
    joints = [Joint(0.0, 0.0, math.inf), Joint(0.0, 0.0, 0.0)]
    assert breaks(pieces, joints, Measure(40.0, 10.0)) == (2, 3)


def test_no_text_is_no_line() -> None:
    assert breaks([], [], Measure(40.0, 10.0)) == ()


def test_a_line_is_stretched_to_the_measure_but_not_torn() -> None:
    measure = Measure(100.0, 10.0, justified=True)
    assert share(Fit(95.0, 5.0, 0.0, 4, last=False, first=False), measure) == 1.0
    assert share(Fit(80.0, 5.0, 0.0, 4, last=False, first=False), measure) == 0.0
    assert share(Fit(95.0, 5.0, 0.0, 4, last=True, first=False), measure) == 0.0
    assert share(Fit(95.0, 5.0, 0.0, 4, last=False, first=False), Measure(100.0, 10.0)) == 0.0
