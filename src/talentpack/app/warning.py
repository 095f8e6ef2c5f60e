"""What a person should know about a pack: nothing here stops it from being built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from talentpack.app.composing import category
from talentpack.app.people import passport_name
from talentpack.core.answers import Answers, to_path
from talentpack.core.claims import page_in_exhibit, pins
from talentpack.core.exhibits import Exhibit
from talentpack.core.findings import Assessment
from talentpack.core.lines import N_, Item, Line, line
from talentpack.core.papers import Intake, flag_line
from talentpack.core.plan import ClaimCited, Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.proofs import APPLICANT, ProofRow


def warnings_of(
    assessment: Assessment,
    rows: tuple[ProofRow, ...],
    answers: Answers,
    exhibits: tuple[Exhibit, ...],
    claims: tuple[ClaimCited, ...],
    taken: Mapping[str, Intake],
) -> Iterator[Warning]:
    """Everything worth knowing: verdicts, proofs, claims without their page, evidence nobody cites, flags of papers."""
    yield from _verdicts(assessment, answers)
    yield from _proofs(rows, answers)
    for cited in claims:
        if not cited.claim.cites:
            yield Warning(code="claim.unshown", ref=cited.claim.address, text=_of(cited, _UNSHOWN))
        elif not cited.pinned:
            yield Warning(code="claim.unpinned", ref=cited.claim.address, text=_of(cited, _UNPINNED))
    yield from _lost_pins(answers, exhibits)
    yield from _uncited(exhibits, claims)
    for key, intake in taken.items():
        for flag in (flag for flag in intake.flags if flag.code not in _ORDINARY):
            name = answers.text(f"evidence/{key}")
            text = line(N_("{file}: {what}"), file=Path(name).name, what=flag_line(flag))
            yield Warning(code=f"paper.{flag.code}", ref=name, text=text)


# What every scan or photograph has; `probe` and the evidence room tell it.
_ORDINARY = frozenset({"picture", "rotated", "no_text"})

_UNSHOWN = N_("{claim}: no evidence shows it.")
_UNPINNED = N_("{claim}: no page is named that shows it; the exhibit as a whole is cited.")


def _of(cited: ClaimCited, template: str) -> Line:
    return Line(template=template, values={"claim": cited.label})


_VERDICTS = {
    "not_met": N_("{route}: a published criterion is not met; see the worksheet."),
    "not_yet_known": N_("{route}: not known yet; answers are missing; see the worksheet."),
    "advice": N_("{route}: a point is to be settled; see the worksheet."),
}


def _verdicts(assessment: Assessment, answers: Answers) -> Iterator[Warning]:
    for result in assessment.routes:
        if result.verdict in _VERDICTS:
            text = Line(template=_VERDICTS[result.verdict], values={"route": category(result.route)})
            yield Warning(code=f"verdict.{result.verdict}", ref=result.route, text=text)
    for person in assessment.dependants:
        if person.verdict in _VERDICTS:
            path = to_path(answers, person.ref)
            named = passport_name(answers, person.ref) or path
            text = Line(template=_VERDICTS[person.verdict], values={"route": named})
            yield Warning(code=f"verdict.{person.verdict}", ref=path, text=text)


_STATES = {
    "missing": N_("{proof} is missing."),
    "maybe": N_("{proof}: an answer decides whether it is wanted."),
    "needs_translation": N_("{proof}: a certified translation is wanted."),
    "needs_certificate": N_("{proof}: the translation names no certified translator."),
    "incomplete": N_("{proof} is incomplete: {why}"),
}


def _proofs(rows: tuple[ProofRow, ...], answers: Answers) -> Iterator[Warning]:
    for row in rows:
        if row.state in _STATES and (row.required or row.state != "missing"):
            values: dict[str, Item] = {"proof": _whose(row, answers), "why": row.why or line("")}
            ref = f"{row.rule.id} {to_path(answers, row.target)}"
            yield Warning(code=f"proof.{row.state}", ref=ref, text=Line(template=_STATES[row.state], values=values))


def _whose(row: ProofRow, answers: Answers) -> Line:
    """The proof; a dependant's with the name, for each of them has a photograph and a travel document."""
    if row.person == APPLICANT:
        return row.title
    name = passport_name(answers, row.person) or to_path(answers, row.person)
    return line(N_("{proof} ({person})"), proof=row.title, person=name)


def _lost_pins(answers: Answers, exhibits: tuple[Exhibit, ...]) -> Iterator[Warning]:
    """Pins on pages that were left out: the claim cites the exhibit only."""
    by_evidence = {exhibit.paper.evidence: exhibit for exhibit in exhibits}
    for pin in pins(answers):
        exhibit = by_evidence.get(pin.evidence)
        if exhibit is not None and page_in_exhibit(exhibit, pin.page) is None:
            template = N_("{number}: page {page}, named for {path}, is left out; the exhibit as a whole is cited.")
            path = to_path(answers, pin.says)
            text = line(template, number=exhibit.number, page=pin.page, path=path)
            yield Warning(code="pin.left_out", ref=exhibit.number, text=text)


def _uncited(exhibits: tuple[Exhibit, ...], claims: tuple[ClaimCited, ...]) -> Iterator[Warning]:
    """Exhibits that nothing cites, of the sections whose papers are there to show a claim."""
    cited = {cite.exhibit for claim in claims for cite in claim.claim.cites}
    for exhibit in exhibits:
        if exhibit.section in _SHOWING and exhibit.number not in cited:
            template = N_("{number} {title}: nothing in the letter or worksheet cites it.")
            text = line(template, number=exhibit.number, title=exhibit.paper.title)
            yield Warning(code="exhibit.uncited", ref=exhibit.number, text=text)


_SHOWING = ("B", "C", "D")
