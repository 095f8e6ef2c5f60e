from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpack.core.dates import add_months, partial


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-11-22", date(2026, 11, 22), date(2026, 11, 22)),
    ],
)
def test_a_partial_date_lies_between_its_ends(text: str, earliest: date, latest: date) -> None:
    read = partial(text)
    assert (read.earliest, read.latest) == (earliest, latest)
    assert str(read) == text


@pytest.mark.parametrize(
    "text", ["", "26", "2026-2", "2026-13", "2026-02-30", "2026-00", "２０２６", "2026-11-22-01", "+202"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        partial(text)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 5, 31), -3, date(2026, 2, 28)),
        (date(2024, 5, 31), -3, date(2024, 2, 29)),
        (date(2027, 2, 22), -3, date(2026, 11, 22)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_months_end_on_the_last_day_of_a_shorter_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-600, 600))
def test_adding_months_moves_the_month_and_keeps_the_day_where_it_exists(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved.replace(day=28)).month == moved.month)
