from __future__ import annotations

import pytest

from talentpack.documents.marks import Box, Mark
from talentpack.documents.strips import Frame, Strip, joined, padded, paginate, spaced

FRAME = Frame(first=20.0, later=10.0, bottom=60.0)


def _strip(name: float, height: float = 10.0, *, before: float = 0.0, keep: bool = False, carry: float = 0) -> Strip:
    """A strip with one mark that is known by its width."""
    carried = (_strip(carry),) if carry else ()
    return Strip(height, (Box(0, 0, name, 1, (0, 0, 0)),), before=before, keep=keep, carry=carried)


def _places(pages: tuple[tuple[Mark, ...], ...]) -> list[list[tuple[float, float]]]:
    return [[(mark.width, mark.y) for mark in page if isinstance(mark, Box)] for page in pages]


def test_strips_fill_pages_from_their_tops() -> None:
    pages = paginate([_strip(n) for n in range(1, 8)], FRAME)
    assert _places(pages) == [[(1, 20), (2, 30), (3, 40), (4, 50)], [(5, 10), (6, 20), (7, 30)]]


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    pages = paginate([_strip(1, before=7), _strip(2, 30), _strip(3, before=7), _strip(4, before=7)], FRAME)
    assert _places(pages) == [[(1, 20), (2, 30)], [(3, 10), (4, 27)]]


def test_what_is_kept_moves_together() -> None:
    pages = paginate([_strip(1, 20), _strip(2), _strip(3, keep=True), _strip(4, keep=True)], FRAME)
    assert _places(pages) == [[(1, 20)], [(2, 10), (3, 20), (4, 30)]]


def test_what_is_carried_is_repeated_only_where_a_page_begins() -> None:
    pages = paginate([_strip(n, carry=9 if n > 1 else 0) for n in range(1, 8)], FRAME)
    assert _places(pages) == [[(1, 20), (2, 30), (3, 40), (4, 50)], [(9, 10), (5, 20), (6, 30), (7, 40)]]


def test_a_group_longer_than_a_page_is_cut_after_all() -> None:
    pages = paginate(joined(_strip(n) for n in range(1, 12)), FRAME)
    assert [len(page) for page in pages] == [4, 5, 2]


def test_no_strips_are_one_empty_page() -> None:
    assert paginate([], FRAME) == ((),)


def test_padded_rounds_up_to_the_grid() -> None:
    assert sum(strip.height for strip in padded([_strip(1, 18), _strip(2, 18)], 7.5)) == pytest.approx(37.5)
    assert padded([_strip(1, 15)], 7.5)[0].height == 15
    assert padded([], 7.5) == []


def test_spaced_is_above_the_first() -> None:
    assert [strip.before for strip in spaced([_strip(1), _strip(2)], 7.5)] == [7.5, 0]
    assert spaced([], 7.5) == []
