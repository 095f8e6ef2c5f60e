"""An assessment for people reading a terminal: one screen a route."""

from __future__ import annotations

from collections.abc import Iterator

from talentpack.core.answers import Answers, to_path
from talentpack.core.findings import Assessment, Finding
from talentpack.core.lines import N_, Day, Line, line
from talentpack.core.proofs import ProofRow
from talentpack.core.words import Words

VERDICTS = {
    "met": N_("Meets the published criteria"),
    "advice": N_("Meets them, with a point to settle"),
    "not_yet_known": N_("Not known yet"),
    "not_met": N_("Does not meet them today"),
}
OUTCOMES = {
    "met": N_("Met"),
    "advice": N_("Advice"),
    "not_yet_known": N_("Not yet known"),
    "not_met": N_("Not met"),
    "noted": N_("Noted"),
}
STATES = {
    "missing": N_("Missing"),
    "maybe": N_("To be decided"),
    "attached": N_("Attached"),
    "needs_translation": N_("Needs a translation"),
    "needs_certificate": N_("Needs a certificate"),
    "incomplete": N_("Incomplete"),
    "unusable": N_("Cannot be used"),
    "not_applicable": N_("Not applicable"),
}
GRADES = {
    "O": N_("official page"),
    "G": N_("government release"),
    "Q": N_("to be confirmed on the Department's FAQ page"),
    "P": N_("programme card, not official: advises only"),
    "L": N_("law firm or consultant: advises only"),
    "N": N_("news: advises only"),
    "S": N_("restatement, not official: advises only"),
    "own": N_("our own caution: advises only"),
}
_WIDTH = 14


def told(assessment: Assessment, rows: tuple[ProofRow, ...], answers: Answers, words: Words) -> Iterator[str]:
    """The lines of the report, without line ends."""
    yield words.say(line(N_("Rules as of {day}; sources last checked {checked}."), **_days(assessment)))
    for result in assessment.routes:
        head = line(
            N_("Category {route}: {verdict}"), route=result.route, verdict=Line(template=VERDICTS[result.verdict])
        )
        yield from ("", words.say(head))
        if result.record:
            yield "  " + words.say(line(N_("assessed with {record}"), record=to_path(answers, result.record)))
        for finding in result.findings:
            yield from _finding(finding, answers, words)
    for person in assessment.dependants:
        verdict = Line(template=VERDICTS[person.verdict])
        yield from (
            "",
            words.say(line(N_("{person}: {verdict}"), person=to_path(answers, person.ref), verdict=verdict)),
        )
        for finding in person.findings:
            yield from _finding(finding, answers, words)
    yield from ("", words.say(line(N_("Proofs"))))
    for row in rows:
        yield from _proof(row, answers, words)
    yield from ("", words.say(line(N_("This is guidance: the Immigration Department decides."))))


def _days(assessment: Assessment) -> dict[str, Day]:
    return {"day": Day(date=assessment.on), "checked": Day(date=assessment.rules_checked)}


def _finding(finding: Finding, answers: Answers, words: Words) -> Iterator[str]:
    indent = " " * (_WIDTH + 4)
    yield f"  {words.text(OUTCOMES[finding.outcome]):<{_WIDTH}}  {words.say(finding.title)}"
    yield indent + words.say(finding.reason)
    for step in finding.working:
        yield f"{indent}· {words.say(step)}"
    if finding.needs:
        needs = ", ".join(to_path(answers, need) for need in finding.needs)
        yield indent + words.say(line(N_("To be answered: {needs}"), needs=needs))
    source = finding.source
    title, grade = words.text(source.title, f"source.{source.id}.title"), Line(template=GRADES[source.grade])
    yield indent + words.say(line(N_("Source: {title} ({grade})"), title=title, grade=grade))


def _proof(row: ProofRow, answers: Answers, words: Words) -> Iterator[str]:
    required = "" if row.required else " " + words.text(N_("(advised)"))
    where = "" if row.target == "applicant" else f" [{to_path(answers, row.target)}]"
    yield f"  {words.text(STATES[row.state]):<{_WIDTH}}  {words.say(row.title)}{where}{required}"
    if row.why:
        yield " " * (_WIDTH + 4) + words.say(row.why)
