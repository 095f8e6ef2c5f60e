from __future__ import annotations

import pytest

from talentpack.core.ranges import pages_of


@pytest.mark.parametrize(
    ("text", "count", "pages"),
    [("", 3, (1, 2, 3)), ("3,1-2", 5, (3, 1, 2)), (" 2 - 3 , 1", 3, (2, 3, 1)), ("1–2", 2, (1, 2)), ("5", 5, (5,))],
)
def test_ranges_keep_their_order_and_leave_the_rest_out(text: str, count: int, pages: tuple[int, ...]) -> None:
    assert pages_of(text, count) == pages


@pytest.mark.parametrize("text", ["0", "2-1", "1,1", "1-3,2", "a", "1-", ",", "4", "1-999999999"])
def test_what_is_no_range_of_the_file_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        pages_of(text, 3)
