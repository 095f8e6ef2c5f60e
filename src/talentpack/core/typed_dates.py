"""Dates typed into three boxes: ``3``, ``03``, ``3rd``, ``Mar``, ``March``, ``三月``, ``二〇二六年``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Refused, refuse
from talentpack.core.questions import Question
from talentpack.core.values import Value

_MONTHS = (
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)  # fmt: skip
_SHORTEST_MONTH = 3
_CHINESE = {sign: figure for figure, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?")
_YEAR = re.compile(r"[0-9]{4}")
# A date pasted whole into one box, the year first, so that nothing can be misread.
_WHOLE = re.compile(r"[0-9]{4}\s*[-/.年]\s*[0-9]{1,2}(\s*[-/.月]\s*[0-9]{1,2})?\s*[月日號号]?")
_LAST = {"month": 12, "day": 31}


class TypedDate(Value, frozen=True, kw_only=True):
    """What stands in the three boxes, as typed."""

    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def empty(self) -> bool:
        return not (self.year + self.month + self.day).strip()


def in_boxes(canonical: str) -> TypedDate:
    """A canonical date as the boxes show it: without leading zeros."""
    year, month, day = ([*canonical.split("-"), "", ""])[:3]
    return TypedDate(year=year, month=month.lstrip("0"), day=day.lstrip("0"))


def date_text(question: Question, typed: TypedDate) -> str:
    """The text for `kinds.canonical`: ``2026-03-05``, or for a partial date ``2026-03`` or ``2026``; empty for none.

    Raises Refused (``answer.date``) naming the part that is missing or not understood; whether the calendar has such a
    day is for `kinds` to say.
    """
    if typed.empty:
        return ""
    boxes = [text for text in (typed.year, typed.month, typed.day) if text.strip()]
    if len(boxes) == 1 and _WHOLE.fullmatch(_folded(boxes[0])):
        return boxes[0]
    year = _part(question, typed.year, _year, _NO_YEAR)
    month = _part(question, typed.month, _month, _NO_MONTH)
    day = _part(question, typed.day, _day, _NO_DAY)
    if year is None or (month is None and day is not None) or (question.kind == "date" and not (month and day)):
        raise _incomplete(question, year, month)
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)])


_NO_YEAR = line(N_("Enter the year with four figures, for example 2026."))
_NO_MONTH = line(N_("Enter the month as a number from 1 to 12 or by name, for example 3 or Mar."))
_NO_DAY = line(N_("Enter the day as a number from 1 to 31."))


def _part(question: Question, text: str, read: Callable[[str], int | None], remedy: Line) -> int | None:
    folded = _folded(text)
    if not folded:
        return None
    found = read(folded)
    if found is None:
        raise refuse("answer.date", line(N_("{label} must be a date."), label=question.label), remedy, question.id)
    return found


def _incomplete(question: Question, year: int | None, month: int | None) -> Refused:
    if year is None:
        what, remedy = N_("{label} must include a year."), _NO_YEAR
    elif month is None:
        what, remedy = N_("{label} must include a month."), _NO_MONTH
    else:
        what, remedy = N_("{label} must include a day."), _NO_DAY
    return refuse("answer.date", line(what, label=question.label), remedy, question.id)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _year(text: str) -> int | None:
    bare = "".join(str(_CHINESE.get(sign, sign)) for sign in text.removesuffix("年").strip())
    return int(bare) if _YEAR.fullmatch(bare) else None


def _month(text: str) -> int | None:
    named = [number for number, name in enumerate(_MONTHS, 1) if _means(text.rstrip("."), name)]
    return named[0] if named else _up_to(_LAST["month"], text.removesuffix("月").strip())


def _means(text: str, name: str) -> bool:
    return len(text) >= _SHORTEST_MONTH and (name.startswith(text) or (text, name) == ("sept", "september"))


def _day(text: str) -> int | None:
    return _up_to(_LAST["day"], re.sub("[日號号]$", "", text).strip())


def _up_to(last: int, text: str) -> int | None:
    match = _ORDINAL.fullmatch(text)
    number = int(match[1]) if match else _chinese(text)
    return number if number is not None and 1 <= number <= last else None


def _chinese(text: str) -> int | None:
    """三 · 十 · 十二 · 二十 · 三十一"""
    tens, ten, ones = text.partition("十")
    if not ten:
        tens, ones = "", text
    parts = [_CHINESE.get(each) if each else default for each, default in ((tens, 1 if ten else 0), (ones, 0))]
    if not text or parts[0] is None or parts[1] is None:
        return None
    return parts[0] * 10 + parts[1]
