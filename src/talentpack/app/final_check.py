"""What is still open before a pack is made: what to fix and what to look at, each with the place where that is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from talentpack.app.planning import plan_pack
from talentpack.app.world import World
from talentpack.core.answers import Answers
from talentpack.core.findings import Assessment, Finding
from talentpack.core.lines import N_, Line, line
from talentpack.core.papers import FlagCode, Intake
from talentpack.core.plan import ProofState, Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.problems import Refused
from talentpack.core.proofs import ProofRow
from talentpack.core.questions import Page
from talentpack.core.values import Value
from talentpack.core.walk import Walk

Weight = Literal["fix", "look"]

WORTH_A_LOOK: frozenset[FlagCode] = frozenset(
    {"blank_page", "comment", "differs", "first_only", "low_dpi", "not_compared", "readers_disagree", "repaired", "signature", "xfa"}
)  # fmt: skip
"""Flags a person should look at; the others say what was done, or what every scan has."""

_EACH = 3
"""So many lines of one kind stand by themselves; more are told as one."""


class OpenLine(Value, frozen=True, kw_only=True):
    """One line of the final check. ``address`` is where it is settled: an answer's, a list, or a proof's (`proof_address`)."""

    weight: Weight
    text: Line
    address: str
    page: str


class Reviewed(NamedTuple):
    """A case as it stands. ``notes`` are those of its plan, empty while papers are still unread (see `notes_of`)."""

    world: World
    answers: Answers
    walk: Walk
    assessment: Assessment
    rows: tuple[ProofRow, ...]
    notes: tuple[Warning, ...] = ()


def proof_address(row: ProofRow) -> str:
    """``proof/income_proof/income/r1``"""
    return f"proof/{row.rule.id}/{row.target}"


def final_check(reviewed: Reviewed) -> tuple[OpenLine, ...]:
    """Everything open: what to fix first, then what to look at, each in the order of the pages."""
    order = [page.id for page in reviewed.walk.pages()]
    found = [*_answers(reviewed), *_proofs(reviewed), *_verdicts(reviewed), *_notes(reviewed)]
    return tuple(sorted(found, key=lambda each: (each.weight != "fix", order.index(each.page))))


def notes_of(world: World, answers: Answers, day: date, taken: Mapping[str, Intake]) -> tuple[Warning, ...]:
    """What the plan of a pack would warn of beyond verdicts and proofs; ``taken`` must hold every paper, ready to use."""
    try:
        plan = plan_pack(world, answers, day, taken, Path())
    except Refused as refused:
        return tuple(Warning(code=each.code, ref=each.ref, text=each.what) for each in refused.problems)
    return tuple(each for each in plan.warnings if _worth_a_line(each.code))


def worth_telling(code: str) -> bool:
    """Whether a warning of this code is one to act on; of papers it is also told what was merely cleaned away."""
    subject, _, what = code.partition(".")
    return subject != "paper" or what in WORTH_A_LOOK


def _worth_a_line(code: str) -> bool:
    return code.partition(".")[0] not in ("verdict", "proof") and worth_telling(code)


def _answers(reviewed: Reviewed) -> Iterator[OpenLine]:
    needed = _needed(reviewed.assessment)
    for page in reviewed.walk.pages():
        missing = () if page.room == "evidence" else reviewed.walk.unanswered(page)
        asked = [need for need in needed if _asks(reviewed, page, need) and need not in missing]
        wanted = [*missing, *(need for need in asked if reviewed.answers.get(need) is None)]
        weight: Weight = "fix" if any(each in needed for each in wanted) else "look"
        if len(wanted) > _EACH:
            first = next((each for each in wanted if each in needed), wanted[0])
            yield OpenLine(weight=weight, text=_several(page, len(wanted)), address=first, page=page.id)
            continue
        for each in wanted:
            weight = "fix" if each in needed else "look"
            yield OpenLine(weight=weight, text=_unanswered(reviewed, page, each), address=each, page=page.id)


def _needed(assessment: Assessment) -> frozenset[str]:
    findings = [*(each for result in assessment.routes for each in result.findings)]
    findings += [each for person in assessment.dependants for each in person.findings]
    return frozenset(need for finding in findings for need in finding.needs)


def _asks(reviewed: Reviewed, page: Page, address: str) -> bool:
    return reviewed.world.forms.page_of(address) == page


def _several(page: Page, n: int) -> Line:
    one, other = N_("{step}: {n} question is not answered yet"), N_("{step}: {n} questions are not answered yet")
    return Line(template=one, plural=other, values={"step": page.step or page.title, "n": n})


def _unanswered(reviewed: Reviewed, page: Page, address: str) -> Line:
    question = reviewed.world.forms.question(address)
    if question is None:
        return line(N_("{step}: nothing is entered yet"), step=page.step or page.title)
    return line(N_("{question}: not answered yet"), question=question.label)


_STATES: Mapping[ProofState, tuple[Weight, str]] = {
    "missing": ("fix", N_("{proof} is missing")),
    "unusable": ("fix", N_("{proof} cannot be used")),
    "incomplete": ("fix", N_("{proof} is incomplete")),
    "needs_translation": ("fix", N_("{proof}: the translation is missing")),
    "needs_certificate": ("look", N_("{proof}: the translation is not certified")),
}


def _proofs(reviewed: Reviewed) -> Iterator[OpenLine]:
    room = _room(reviewed)
    for row in reviewed.rows:
        if room is None or row.state not in _STATES or (row.state == "missing" and not row.required):
            continue
        weight, template = _STATES[row.state]
        text = line(template, proof=_of_person(reviewed, row))
        yield OpenLine(weight=weight, text=text, address=proof_address(row), page=room.id)


def _of_person(reviewed: Reviewed, row: ProofRow) -> Line:
    """A dependant's proof with the name."""
    name = reviewed.answers.text(f"{row.person}/given_names") or reviewed.answers.text(f"{row.person}/surname")
    if row.person == "applicant" or not name:
        return row.title
    return line(N_("{proof} of {name}"), proof=row.title, name=name)


def _room(reviewed: Reviewed) -> Page | None:
    return next((page for page in reviewed.walk.pages() if page.room == "evidence"), None)


_OUTCOMES = {
    "not_met": N_("{criterion}: not met as it stands"),
    "advice": N_("{criterion}: a point to settle"),
}


def _verdicts(reviewed: Reviewed) -> Iterator[OpenLine]:
    """Criteria not met or to be settled, of the category chosen and of dependants: reasons, nothing to fix."""
    pages = {page.id for page in reviewed.walk.pages()}
    for about, finding in _found(reviewed):
        address = _place_of(reviewed, about, finding)
        page = reviewed.world.forms.page_of(address)
        if finding.outcome in _OUTCOMES and page is not None and page.id in pages:
            text = line(_OUTCOMES[finding.outcome], criterion=finding.title)
            yield OpenLine(weight="look", text=text, address=address, page=page.id)


def _found(reviewed: Reviewed) -> Iterator[tuple[str, Finding]]:
    chosen = reviewed.answers.text("route")
    for result in reviewed.assessment.routes:
        if chosen or len(reviewed.assessment.routes) == 1:
            yield from ((result.record, finding) for finding in result.findings)
    for person in reviewed.assessment.dependants:
        yield from ((person.ref, finding) for finding in person.findings)


# Where the answers of a criterion are asked that rests on a fact rather than on one answer.
_ASKED_IN = {
    "age": "applicant/birth_date",
    "degree": "degree",
    "extension": "extension",
    "income": "income",
    "nationality": "applicant/nationality",
    "overseas": "background/overseas_chinese",
    "passport": "travel_document/expires",
    "quota": "degree",
    "recent": "background/talent_scheme_recent",
    "rules": "filing_date",
    "stay": "background/ttps_before",
    "work": "job",
}


def _place_of(reviewed: Reviewed, about: str, finding: Finding) -> str:
    rule = next((each for each in reviewed.world.rules.criteria if each.id == finding.criterion), None)
    if about.startswith("dependant/"):
        own = rule.answer.removeprefix("dependant.") if rule else ""
        return f"{about}/{own}" if own else about
    if rule is not None and rule.answer:
        return rule.answer.replace(".", "/")
    return _ASKED_IN.get(finding.criterion.partition(".")[0], finding.criterion.partition(".")[0])


def _notes(reviewed: Reviewed) -> Iterator[OpenLine]:
    room = _room(reviewed)
    by_code: dict[str, list[Warning]] = {}
    for note in reviewed.notes if room else ():
        by_code.setdefault(note.code, []).append(note)
    for code, notes in by_code.items():
        if room is not None and len(notes) > _EACH and code in _MANY:
            one, other = _MANY[code]
            text = Line(template=one, plural=other, values={"n": len(notes)})
            yield OpenLine(weight="look", text=text, address=room.id, page=room.id)
        elif room is not None:
            weight: Weight = "fix" if code.startswith("evidence.") else "look"
            places = [(note, _paper(reviewed.answers, note.ref) or room.id) for note in notes]
            yield from (OpenLine(weight=weight, text=note.text, address=at, page=room.id) for note, at in places)


_MANY = {
    "claim.unshown": (N_("{n} claim of the letter is shown by no paper"), N_("{n} claims of the letter are shown by no paper")),
    "claim.unpinned": (N_("{n} claim names no page that shows it"), N_("{n} claims name no page that shows them")),
    "exhibit.uncited": (N_("{n} paper is cited nowhere"), N_("{n} papers are cited nowhere")),
}  # fmt: skip


def _paper(answers: Answers, file: str) -> str:
    """The address of the paper a file belongs to; empty when none does."""
    of = (each for each in answers.ids("evidence") if file in _files(answers, each))
    return next((f"evidence/{each}" for each in of), "")


def _files(answers: Answers, each: str) -> tuple[str, str]:
    return answers.text(f"evidence/{each}/file"), answers.text(f"evidence/{each}/translation")
