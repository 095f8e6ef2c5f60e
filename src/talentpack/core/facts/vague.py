"""Which day it takes where dates of jobs or graduation are known only to the month or year (rules.md, 3)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from talentpack.core.dates import PartialDate
from talentpack.core.facts.history import History
from talentpack.core.lines import N_, Day, Line, Several, line
from talentpack.core.spans import Span
from talentpack.core.values import Value


class _Vague(Value, frozen=True, kw_only=True):
    """A date known in part; ``job`` None: the graduation."""

    known: PartialDate
    said: Line
    job: int | None = None
    ends: bool = False

    def settled(self, work: History, day: date) -> History:
        """The history if the date was this day."""
        exact = PartialDate(year=day.year, month=day.month, day=day.day)
        if self.job is None:
            return replace(work, graduated=exact)
        job = work.jobs[self.job]
        changed = replace(job, ended=exact) if self.ends else replace(job, began=exact)
        return replace(work, jobs=(*work.jobs[: self.job], changed, *work.jobs[self.job + 1 :]))


def needed(work: History, frame: Span, word: Callable[[History], str]) -> Line:
    """What to find out: the dates that matter inside a frame; for a single one, the day on which ``word`` changes."""
    felt = [vague for vague in _vague(work) if _matters(work, frame, vague)]
    if len(felt) == 1:
        turns = _turning_day(work, felt[0], word)
        if turns is not None:
            day = Day(date=turns - timedelta(days=1))
            return line(N_("It turns on whether {date} was on or before {day}."), date=felt[0].said, day=day)
    return line(N_("Enter the day of {dates}."), dates=Several(items=tuple(vague.said for vague in felt)))


def _vague(work: History) -> list[_Vague]:
    found = []
    if work.graduated is not None and not work.graduated.exact:
        said = line(N_("graduation ({date})"), date=work.graduated)
        found.append(_Vague(known=work.graduated, said=said))
    for index, job in enumerate(work.jobs):
        if job.began is not None and not job.began.exact:
            said = line(N_("the first day at {job} ({date})"), job=job.label, date=job.began)
            found.append(_Vague(known=job.began, said=said, job=index))
        if job.ended is not None and not job.ended.exact:
            said = line(N_("the last day at {job} ({date})"), job=job.label, date=job.ended)
            found.append(_Vague(known=job.ended, said=said, job=index, ends=True))
    return found


def _matters(work: History, frame: Span, vague: _Vague) -> bool:
    early, late = vague.settled(work, vague.known.earliest), vague.settled(work, vague.known.latest)
    return any(early.count(frame, most=most) != late.count(frame, most=most) for most in (False, True))


def _turning_day(work: History, vague: _Vague, word: Callable[[History], str]) -> date | None:
    """The first day on which the word is that of the last day; None where it changes more than once."""
    first, last = vague.known.earliest, vague.known.latest
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    before, after = word(vague.settled(work, first)), word(vague.settled(work, last))
    index = bisect_left(days, True, key=lambda day: word(vague.settled(work, day)) != before)
    if index == len(days) or word(vague.settled(work, days[index])) != after:
        return None
    return days[index]
