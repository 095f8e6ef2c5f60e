"""Spans of calendar days and their whole months."""

from datetime import date, timedelta

import pytest

from talentpack.core.spans import Span, clipped, days_in, union, whole_months, years_before


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2026-01-05", "2026-02-04", 1),  # from the 5th to the 4th
        ("2026-01-05", "2026-02-03", 0),
        ("2026-03-01", "2026-08-31", 6),
        ("2026-03-01", "2026-08-30", 5),
        ("2026-01-31", "2026-02-27", 1),  # a shorter month ends on its last day
        ("2026-01-31", "2026-02-26", 0),
        ("2024-02-29", "2025-02-27", 12),
        ("2026-05-05", "2026-05-05", 0),
        ("2023-11-22", "2026-11-21", 36),
    ],
)
def test_whole_months_go_by_the_calendar(first, last, months):
    assert whole_months(span(first, last)) == months


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2026-11-22", "2021-11-22", "2026-11-21"),
        ("2028-02-29", "2023-03-01", "2028-02-28"),
        ("2028-03-01", "2023-03-01", "2028-02-29"),
        ("2029-03-01", "2024-03-01", "2029-02-28"),
        ("2029-02-28", "2024-02-28", "2029-02-27"),
    ],
)
def test_five_years_end_on_the_day_before(day, first, last):
    assert years_before(date.fromisoformat(day), 5) == span(first, last)


def test_overlapping_and_touching_spans_become_one_and_gaps_stay():
    spans = [
        span("2024-06-01", "2024-06-30"),
        span("2024-01-01", "2024-03-31"),
        span("2024-02-01", "2024-02-10"),
        span("2024-04-01", "2024-04-30"),
    ]
    assert union(spans) == (span("2024-01-01", "2024-04-30"), span("2024-06-01", "2024-06-30"))
    assert days_in(union(spans)) == 121 + 30


def test_the_last_day_there_is_can_be_merged():
    assert union([Span(date(2024, 1, 1), date.max - timedelta(days=1))]) == (
        Span(date(2024, 1, 1), date.max - timedelta(days=1)),
    )


def test_a_span_outside_its_frame_or_turned_round_is_none():
    frame = span("2024-01-01", "2024-12-31")
    assert clipped(span("2023-01-01", "2023-12-31"), frame) is None
    assert clipped(span("2024-06-02", "2024-06-01"), frame) is None
    assert clipped(span("2023-06-01", "2024-01-01"), frame) == span("2024-01-01", "2024-01-01")
