"""The jobs of a case as spans of counted work, read with the least and the most their answers allow (rules.md, 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from talentpack.core.case import Case
from talentpack.core.dates import PartialDate, day_after, day_before
from talentpack.core.lines import N_, Line, line
from talentpack.core.spans import Span, clipped, days_in, union, whole_months
from talentpack.core.values import Value

COUNTING_MODES = ("full_time", "self_employed")


class Job(Value, frozen=True, kw_only=True):
    """One job. ``began`` None: not answered; ``ended`` None: still there. ``mode`` empty: not answered."""

    address: str
    label: str | Line
    mode: str
    began: PartialDate | None
    ended: PartialDate | None

    @property
    def missing(self) -> tuple[str, ...]:
        """The answers it takes to count this job; none where its kind never counts."""
        if not self.may_count:
            return ()
        mode = () if self.mode else (f"{self.address}/mode",)
        return mode if self.began else (*mode, f"{self.address}/from")

    @property
    def may_count(self) -> bool:
        return not self.mode or self.mode in COUNTING_MODES

    def span(self, *, most: bool) -> Span | None:
        """The days worked, with the ends that give most or least; a beginning not answered has no bound."""
        first, last = date.min, date.max
        if self.began is not None:
            first = self.began.earliest if most else self.began.latest
        if self.ended is not None:
            last = self.ended.latest if most else self.ended.earliest
        return Span(first, last) if first <= last else None


class Count(Value, frozen=True, kw_only=True):
    """Days and whole months, by the calendar, of merged spans."""

    days: int
    months: int


class History(Value, frozen=True, kw_only=True):
    """All jobs, and the graduation after which work counts. ``degree`` is the address that would tell it."""

    jobs: tuple[Job, ...]
    graduated: PartialDate | None
    degree: str

    def spans(self, frame: Span, *, most: bool, given: frozenset[str] = frozenset()) -> tuple[Span, ...]:
        """The merged spans of counted work inside a frame.

        ``given`` are the missing answers supposed to be such that most counts; any other is supposed to be the worst.
        """
        after = self._after(frame, most=most, given=given)
        if after is None:
            return ()
        worked = (job.span(most=most) for job in self.jobs if job.may_count and given.issuperset(job.missing))
        return union(part for span in worked if span and (part := clipped(span, after)))

    def count(self, frame: Span, *, most: bool, given: frozenset[str] = frozenset()) -> Count:
        spans = self.spans(frame, most=most, given=given)
        return Count(days=days_in(spans), months=sum(whole_months(span) for span in spans))

    def missing(self) -> frozenset[str]:
        """Every answer missing for a full count."""
        own = () if self.graduated else (self.degree,)
        return frozenset((*own, *(need for job in self.jobs for need in job.missing)))

    def needs(self, frame: Span) -> tuple[str, ...]:
        """The missing answers that change the count inside a frame, in the order of the jobs."""
        everything = self.missing()
        named = (self.degree, *(need for job in self.jobs for need in job.missing))
        order = [need for need in dict.fromkeys(named) if need in everything]
        none, full = self.count(frame, most=True), self.count(frame, most=True, given=everything)
        felt = [
            need
            for need in order
            if self.count(frame, most=True, given=frozenset({need})) != none
            or self.count(frame, most=True, given=everything - {need}) != full
        ]
        return tuple(felt or order)

    def going_on(self, day: date) -> History:
        """The same history if every job that runs on ``day`` goes on for good."""
        jobs = (
            Job(address=job.address, label=job.label, mode=job.mode, began=job.began, ended=None)
            if job.ended and job.ended.earliest >= day
            else job
            for job in self.jobs
        )
        return History(jobs=tuple(jobs), graduated=self.graduated, degree=self.degree)

    def runs(self, given: frozenset[str]) -> bool:
        """Whether a job that counts, and so its graduation, goes on without an end."""
        known = self.graduated is not None or self.degree in given
        return known and any(job.ended is None and job.may_count and given.issuperset(job.missing) for job in self.jobs)

    def _after(self, frame: Span, *, most: bool, given: frozenset[str]) -> Span | None:
        """The part of a frame after graduation."""
        if self.graduated is None:
            return frame if self.degree in given else None
        last = self.graduated.earliest if most else self.graduated.latest
        return Span(max(day_after(last), frame.first), frame.last) if last < frame.last else None


def history(case: Case) -> History:
    """The jobs of a case, after the degree in focus. A list never filled is one job of which nothing is known."""
    degree = case.address("degree.completed") if case.focus("degree") else "degree"
    jobs = tuple(_job(job, index) for index, job in enumerate(case.records("job"), start=1))
    if not jobs and not case.answers.said_empty("job"):
        jobs = (_Unanswered(address="job", label="", mode="", began=None, ended=None),)
    return History(jobs=jobs, graduated=case.date("degree.completed"), degree=degree)


class _Unanswered(Job, frozen=True, kw_only=True):
    """What the list of jobs may hold while it is not answered."""

    @property
    def missing(self) -> tuple[str, ...]:
        return (self.address,)


def _job(job: Case, number: int) -> Job:
    return Job(
        address=f"job/{job.focus('job')}",
        label=job.text("job.employer") or line(N_("Job {number}"), number=number),
        mode=job.text("job.mode"),
        began=job.date("job.from"),
        ended=job.date("job.to"),
    )


def until(day: date) -> Span:
    """All time to the day before filing."""
    return Span(date.min, day_before(day))


def named(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """The jobs that were entered."""
    return tuple(job for job in jobs if not isinstance(job, _Unanswered))
