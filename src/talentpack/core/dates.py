"""Days, dates known only in part, and the arithmetic of calendar months."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

from talentpack.core.values import Value


class PartialDate(Value, frozen=True, kw_only=True, tag="partial"):
    """A date known to the day, the month or the year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date:
        return date(self.year, _or(self.month, 1), _or(self.day, 1))

    @property
    def latest(self) -> date:
        month = _or(self.month, 12)
        return date(self.year, month, _or(self.day, last_day(self.year, month)))

    @property
    def exact(self) -> bool:
        return self.day is not None

    def __str__(self) -> str:
        """The canonical text: ``2026``, ``2026-11`` or ``2026-11-22``."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text


def _or(part: int | None, default: int) -> int:
    """A part that is given, also a wrong 0, so that it is refused."""
    return default if part is None else part


@lru_cache(maxsize=1024)
def partial(text: str) -> PartialDate:
    """Reads the canonical text. Raises ValueError for anything that is not a date of the calendar."""
    parts = text.split("-")
    widths = [len(part) for part in parts]
    if widths not in ([4], [4, 2], [4, 2, 2]) or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(text)
    year, *rest = (int(part) for part in parts)
    read = PartialDate(year=year, month=rest[0] if rest else None, day=rest[1] if len(rest) > 1 else None)
    if read.earliest > read.latest:
        raise ValueError(text)
    return read


_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2


def last_day(year: int, month: int) -> int:
    """The number of days of a month. Raises ValueError for a month that is none."""
    if not 1 <= month <= len(_LENGTHS):
        raise ValueError(month)
    return _LENGTHS[month - 1] + (month == _FEBRUARY and calendar.isleap(year))


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later (or earlier); the last day of a shorter month where that day does not exist."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    return day + timedelta(days=1)
