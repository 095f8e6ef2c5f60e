"""Spans of calendar days: their union, their days and their whole months (rules.md, 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from talentpack.core.dates import add_months, day_after, day_before


class Span(NamedTuple):
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date


def clipped(span: Span, frame: Span) -> Span | None:
    """The part of a span inside a frame; None when there is none, or when the span ends before it begins."""
    part = Span(max(span.first, frame.first), min(span.last, frame.last))
    return part if part.first <= part.last else None


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days in separate spans, in order; spans that overlap or touch become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.first <= day_after(merged[-1].last):
            merged[-1] = Span(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return tuple(merged)


def days_in(spans: Iterable[Span]) -> int:
    """The days of separate spans."""
    return sum((span.last - span.first).days + 1 for span in spans)


def whole_months(span: Span) -> int:
    """Whole months by the calendar: from the 5th to the 4th is one; a shorter month ends on its last day."""
    end = day_after(span.last)
    months = (end.year - span.first.year) * 12 + end.month - span.first.month
    return months if add_months(span.first, months) <= end else months - 1


def years_before(day: date, years: int) -> Span:
    """The years that end on the day before ``day``; those before a 29 February begin on a 1 March."""
    first = add_months(day, -12 * years)
    return Span(first if first.day == day.day else day_after(first), day_before(day))
