"""Counted work in sentences: durations, and why each job counts or not."""

from __future__ import annotations

from collections.abc import Callable

from talentpack.core.facts.history import Count, History, Job, named
from talentpack.core.lines import N_, Day, Item, Line, line
from talentpack.core.spans import Span, clipped, days_in, whole_months

_NEVER = {
    "part_time": N_("{job}: part-time work does not count."),
    "internship": N_("{job}: an internship does not count."),
}


def counted(least: Count, most: Count) -> Line:
    """Months with days, as in 37 months (1132 days); days alone under a month; from least to most where they differ."""
    days = _range(least.days, most.days, _days)
    if most.months == 0:
        return days
    return line(N_("{months} ({days})"), months=_range(least.months, most.months, _months), days=days)


def months_short(wanted: int, least: Count, most: Count) -> Line:
    """The months missing to ``wanted``: a number, or from fewest to most."""
    return _range(max(0, wanted - most.months), max(0, wanted - least.months), _months)


def job_lines(work: History, window: Span) -> tuple[Line, ...]:
    """Each job entered: what of it counts inside the window, or why it does not."""
    return tuple(_job_line(work, job, window) for job in named(work.jobs))


def _job_line(work: History, job: Job, window: Span) -> Line:
    if not job.may_count:
        return line(_NEVER[job.mode], job=job.label)
    alone = History(jobs=(job,), graduated=work.graduated, degree=work.degree)
    if not alone.spans(window, most=True, given=alone.missing()):
        return line(_outside(job, window), job=job.label)
    if job.missing:
        return line(N_("{job}: not counted until its answers are complete."), job=job.label)
    if work.graduated is None:
        return line(N_("{job}: not counted until the graduation is known."), job=job.label)
    least, most = alone.spans(window, most=False), alone.spans(window, most=True)
    said = counted(_count(least), _count(most))
    if least != most:
        return line(N_("{job}: {counted}, depending on days not given."), job=job.label, counted=said)
    ends: dict[str, Item] = {"first": Day(date=least[0].first), "last": Day(date=least[0].last)}
    return line(N_("{job}: {first} to {last}, {counted}."), job=job.label, counted=said, **ends)


def _outside(job: Job, window: Span) -> str:
    span = job.span(most=True)
    if span is None:
        return N_("{job}: ends before it begins, so nothing of it counts.")
    if clipped(span, window) is not None:
        return N_("{job}: not after graduation, so it does not count.")
    if span.first > window.last:
        return N_("{job}: begins on or after the filing day, so it does not count.")
    return N_("{job}: ended before the five years began, so it does not count.")


def _count(spans: tuple[Span, ...]) -> Count:
    return Count(days=days_in(spans), months=sum(whole_months(span) for span in spans))


def _range(fewest: int, most: int, unit: Callable[[int], Line]) -> Line:
    if fewest == most:
        return unit(most)
    return line(N_("{fewest} to {most}"), fewest=fewest, most=unit(most))


def _days(number: int) -> Line:
    return Line(template=N_("{n} day"), plural=N_("{n} days"), values={"n": number})


def _months(number: int) -> Line:
    return Line(template=N_("{n} month"), plural=N_("{n} months"), values={"n": number})
