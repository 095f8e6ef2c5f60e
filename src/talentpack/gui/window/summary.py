"""What the findings panel says of a case, as a value: verdict, the figure that decides, findings, next step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from talentpack.app.people import people_of
from talentpack.core.findings import Finding, Outcome, RouteResult, Verdict
from talentpack.core.lines import N_, Day, Line, Money, line
from talentpack.core.proofs import ProofRow
from talentpack.core.questions import Page
from talentpack.core.saying import route_name
from talentpack.gui.desk import Desk

VERDICTS: dict[Verdict, Line] = {
    "met": line(N_("Meets the published criteria")),
    "advice": line(N_("Meets them, with a point to settle")),
    "not_yet_known": line(N_("Not known yet")),
    "not_met": line(N_("Does not meet them today")),
}
OUTCOMES: dict[Outcome, Line] = {
    "met": line(N_("Met")),
    "advice": line(N_("Advice")),
    "not_yet_known": line(N_("Not yet known")),
    "not_met": line(N_("Not met")),
    "noted": line(N_("Noted")),
}
_BEST_FIRST: tuple[Verdict, ...] = ("met", "advice", "not_yet_known", "not_met")
_GRAVEST_FIRST: tuple[Outcome, ...] = ("not_met", "not_yet_known", "advice", "met", "noted")
_TO_DO = ("missing", "incomplete", "needs_translation", "needs_certificate", "unusable")


@dataclass(frozen=True)
class Point:
    """One line of the panel. ``needs`` are the addresses that would settle it."""

    outcome: Outcome
    title: Line
    reason: Line
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """What to do next, and where: a page and, if it is a question, its address."""

    text: Line
    link: Line
    page: str
    address: str = ""


@dataclass(frozen=True)
class Summary:
    """``fact`` says which category and what decides; ``figure`` and its ``label`` stand large, where there is one."""

    verdict: Verdict
    category: Line
    fact: Line
    label: Line | None
    figure: Line | None
    points: tuple[Point, ...]
    step: Step | None
    day: Line


def summary_of(desk: Desk) -> Summary:
    """The route chosen, or the one that stands best while none is."""
    results = desk.assessment.routes
    shown = min(results, key=lambda result: _BEST_FIRST.index(result.verdict))
    label, figure = _figure(shown)
    return Summary(
        verdict=shown.verdict,
        category=route_name(shown.route),
        fact=_fact(shown),
        label=label,
        figure=figure,
        points=(*_points(shown), *_dependants(desk)),
        step=next_step(desk, shown),
        day=line(N_("Rules as of {day}"), day=Day(date=desk.assessment.on)),
    )


def _fact(shown: RouteResult) -> Line:
    """The gravest finding's title; when nothing is against it, how many criteria are met."""
    gravest = min(shown.findings, key=_gravity, default=None)
    if gravest is None or gravest.outcome in ("met", "noted"):
        count = sum(finding.outcome == "met" for finding in shown.findings)
        return Line(template=N_("{n} criterion is met"), plural=N_("All {n} criteria are met"), values={"n": count})
    return gravest.title


def _figure(shown: RouteResult) -> tuple[Line | None, Line | None]:
    for finding in shown.findings:
        total, months = finding.numbers.get("total_hkd"), finding.numbers.get("months")
        if total is not None:
            money = Money(amount=Decimal(str(total)), currency="HKD")
            return line(N_("Income counted so far")), line(N_("{sum}"), sum=money)
        if isinstance(months, int):
            counted = Line(template=N_("{n} month"), plural=N_("{n} months"), values={"n": months})
            return line(N_("Full-time work counted so far")), counted
    return None, None


def _gravity(finding: Finding) -> int:
    return _GRAVEST_FIRST.index(finding.outcome)


def _points(shown: RouteResult) -> Iterator[Point]:
    for finding in sorted(shown.findings, key=_gravity):
        yield Point(finding.outcome, finding.title, finding.reason, finding.needs)


def _dependants(desk: Desk) -> Iterator[Point]:
    people = {person.ref: person for person in people_of(desk.answers, desk.forms)}
    for result in desk.assessment.dependants:
        person = people[result.ref]
        named = line(N_("{role} {name}"), role=person.role, name=person.name) if person.name else person.role
        gravest = min(result.findings, key=_gravity, default=None)
        open_point = gravest is not None and gravest.outcome not in ("met", "noted")
        reason = gravest.reason if open_point and gravest is not None else VERDICTS[result.verdict]
        yield Point(result.verdict, named, reason, gravest.needs if open_point and gravest else ())


def next_step(desk: Desk, shown: RouteResult) -> Step | None:
    """What settles the verdict first, then what a page still misses, then the proofs, then the pack."""
    needs = [need for finding in shown.findings if finding.outcome == "not_yet_known" for need in finding.needs]
    missing = [need for page in desk.pages for need in desk.standing.walk.unanswered(page)]
    for address in (*needs, *missing):
        page = page_of(desk, address)
        if page is not None:
            return _answer(desk, page, address)
    return _attach(desk) or _finish(desk)


def page_of(desk: Desk, address: str) -> Page | None:
    """The page shown that asks an address, or keeps a list."""
    head = address.split("/", maxsplit=1)[0]
    for page in desk.pages:
        if page.listing is not None:
            if page.listing.id == head:
                return page
        elif any(question.id.replace(".", "/") == address for question in page.questions):
            return page
    return None


def step_name(page: Page) -> Line:
    """A page's short name."""
    return page.step or page.title


def _answer(desk: Desk, page: Page, address: str) -> Step:
    question = desk.forms.question(address)
    link = line(N_("Go to {page}"), page=step_name(page))
    if question is None:
        text = line(N_("Fill in {page}, or say that there is nothing to enter."), page=step_name(page))
    else:
        text = line(N_("Answer: {question}"), question=question.label)
    return Step(text=text, link=link, page=page.id, address=address)


def _attach(desk: Desk) -> Step | None:
    row = next((row for row in desk.rows if row.required and row.state in _TO_DO), None)
    page = next((page for page in desk.pages if page.room == "evidence"), None)
    if row is None or page is None:
        return None
    return Step(text=_wanted(row), link=line(N_("Go to {page}"), page=step_name(page)), page=page.id)


def _wanted(row: ProofRow) -> Line:
    if row.state == "missing":
        return line(N_("Attach the paper: {title}"), title=row.title)
    return line(N_("Look at the paper again: {title}"), title=row.title)


def _finish(desk: Desk) -> Step | None:
    page = next((page for page in desk.pages if page.room == "check"), None)
    if page is None:
        return None
    text = line(N_("Nothing is open. Read once more, then make the pack."))
    return Step(text=text, link=line(N_("Go to {page}"), page=step_name(page)), page=page.id)
