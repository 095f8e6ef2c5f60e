"""Three years of full-time work after graduation: reached (B), or not (C) (rules.md, 3).

Three years are 36 whole months or 1,096 days of merged spans; either is enough. Every count is made four times: with
the ends of vague dates that give least and most, and with missing answers against and for the applicant.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from talentpack.core.case import Case
from talentpack.core.facts.history import Count, History, history, until
from talentpack.core.facts.vague import needed
from talentpack.core.facts.work_lines import counted, job_lines, months_short
from talentpack.core.lines import N_, Day, Item, Line, line
from talentpack.core.results import OneOf
from talentpack.core.spans import Span, years_before
from talentpack.core.values import Value

THREE_YEARS = ("reached", "short", "short_running")
UNDER_THREE_YEARS = ("under", "under_running", "over_in_all", "over")

# A whole month has at least 28 days; nobody reaches 36 of them sooner than that.
_SHORTEST_MONTH = 28
_MORE_IN_ALL = N_("{counted} in the five years before filing, {in_all} in all")
# No search goes further than this many days ahead: a job that goes on has filled three years long before.
_HORIZON = 4 * 366

# The word of a history whose vague dates give the most (or the least), with the missing answers supposed as given.
_Reading = Callable[[History, bool, frozenset[str]], str]


class Measure(Value, frozen=True, kw_only=True):
    """The figures of the law: what counts as reached, and in how many years before filing."""

    months: int
    days: int
    years: int

    def reached(self, count: Count) -> bool:
        return count.months >= self.months or count.days >= self.days

    def window(self, day: date) -> Span:
        return years_before(day, self.years)


def three_years(case: Case) -> OneOf:
    """B: three years inside the window."""
    work, measure = history(case), _measure(case)
    window = measure.window(case.day)
    reading = _reading_b(measure, case.day)
    words, needs = _possible(work, reading, window)
    values = _values(work, measure, case.day)
    day = None if words == ("reached",) else _reached_on(work, measure, case.day)
    if day is not None:
        values["reached"] = Day(date=day)
        words = tuple("short_running" if word == "short" else word for word in words)
    return _result(case, words, needs, work, _with_needed(values, words, needs, work, window, reading))


def under_three_years(case: Case) -> OneOf:
    """C: under three years inside the window; three or more in all ask for advice."""
    work, measure = history(case), _measure(case)
    reading = _reading_c(measure, case.day)
    words, needs = _possible(work, reading, until(case.day))
    values = _values(work, measure, case.day)
    last = _last_under(work, measure, case.day) if words == ("under",) else None
    if last is not None:
        values["last"] = Day(date=last)
        words = ("under_running",)
    return _result(case, words, needs, work, _with_needed(values, words, needs, work, until(case.day), reading))


def _measure(case: Case) -> Measure:
    return Measure(
        months=int(case.amount("work.months")),
        days=int(case.amount("work.days")),
        years=int(case.amount("work.window")),
    )


def _reading_b(measure: Measure, day: date) -> _Reading:
    window = measure.window(day)

    def reading(work: History, most: bool, given: frozenset[str]) -> str:
        return "reached" if measure.reached(work.count(window, most=most, given=given)) else "short"

    return reading


def _reading_c(measure: Measure, day: date) -> _Reading:
    window, ever = measure.window(day), until(day)

    def reading(work: History, most: bool, given: frozenset[str]) -> str:
        if measure.reached(work.count(window, most=most, given=given)):
            return "over"
        return "over_in_all" if measure.reached(work.count(ever, most=most, given=given)) else "under"

    return reading


def _possible(work: History, reading: _Reading, frame: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words still possible, and the missing answers where those could change them."""
    against = _both(work, reading, frozenset())
    in_favour = _both(work, reading, work.missing())
    needs = () if against == in_favour else work.needs(frame)
    return tuple(dict.fromkeys((*against, *in_favour))), needs


def _both(work: History, reading: _Reading, given: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading(work, most, given) for most in (False, True)))


def _values(work: History, measure: Measure, day: date) -> dict[str, Item]:
    window = measure.window(day)
    (least, most), ever = _ends(work, window), _ends(work, until(day))
    inside, in_all = counted(least, most), counted(*ever)
    return {
        "start": Day(date=window.first),
        "end": Day(date=window.last),
        "counted": inside,
        "in_all": in_all,
        "worked": inside if ever == (least, most) else line(_MORE_IN_ALL, counted=inside, in_all=in_all),
        "least": counted(least, least),
        "least_in_all": counted(ever[0], ever[0]),
        "short": months_short(measure.months, least, most),
    }


def _with_needed(
    values: dict[str, Item],
    words: tuple[str, ...],
    needs: tuple[str, ...],
    work: History,
    frame: Span,
    reading: _Reading,
) -> dict[str, Item]:
    """The values with the day to find out, where only vague dates leave the outcome open."""
    if len(words) == 1 or needs:
        return values
    return {**values, "needed": needed(work, frame, lambda settled: reading(settled, False, frozenset()))}


def _ends(work: History, frame: Span) -> tuple[Count, Count]:
    """The smaller and the larger count. Merged spans may hold a whole month less than their parts, never two."""
    least = work.count(frame, most=False)
    most = work.count(frame, most=True, given=work.missing())
    return least, Count(days=most.days, months=max(least.months, most.months))


def _result(
    case: Case, words: tuple[str, ...], needs: tuple[str, ...], work: History, values: dict[str, Item]
) -> OneOf:
    window = _measure(case).window(case.day)
    least, most = _ends(work, window)
    return OneOf(
        words=words,
        needs=needs,
        vague=len(words) > 1 and not needs,
        values=values,
        working=(*_frame_lines(work, values), *job_lines(work, window), *_total(case, values)),
        numbers={
            "days": least.days,
            "months": least.months,
            "days_at_most": most.days,
            "months_at_most": most.months,
        },
    )


def _frame_lines(work: History, values: dict[str, Item]) -> tuple[Line, ...]:
    frame = line(N_("The five years before filing: {start} to {end}."), start=values["start"], end=values["end"])
    if work.graduated is None:
        return (frame, line(N_("Work counts after graduation; when that was is not answered.")))
    return (frame, line(N_("Work counts after graduation: {completed}."), completed=work.graduated))


def _total(case: Case, values: dict[str, Item]) -> tuple[Line, ...]:
    inside = line(N_("Together, overlaps counted once: {counted}."), counted=values["counted"])
    if case.route == "C":
        return (inside, line(N_("In all since graduation: {in_all}."), in_all=values["in_all"]))
    if "reached" not in values:
        return (inside,)
    said = N_("Reached on any reading for a filing on {reached}, if the job goes on.")
    return (inside, line(said, reached=values["reached"]))


def _reached_on(work: History, measure: Measure, day: date) -> date | None:
    """The first later filing day on which three years are certainly reached, if the jobs of today go on."""
    later = work.going_on(day)
    if not later.runs(frozenset()):
        return None
    done = later.count(measure.window(day), most=False).days
    days = _days_after(day, measure, done)
    return next((on for on in days if measure.reached(later.count(measure.window(on), most=False))), None)


def _last_under(work: History, measure: Measure, day: date) -> date | None:
    """The last filing day on which three years are certainly not reached, if the jobs of today go on."""
    later, given = work.going_on(day), work.missing()
    if not later.runs(given):
        return None
    done = later.count(until(day), most=True, given=given).days
    days = _days_after(day, measure, done)
    first = next((on for on in days if _reading_c(measure, on)(later, True, given) != "under"), None)
    return None if first is None else first - timedelta(days=1)


def _days_after(day: date, measure: Measure, done: int) -> list[date]:
    """The days after ``day`` on which the measure can be reached at one more day of work a day."""
    ahead = max(1, measure.months * _SHORTEST_MONTH - done)
    return [day + timedelta(days=ahead + step) for step in range(_HORIZON)]
