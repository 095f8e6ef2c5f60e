"""An assessment for people reading a terminal: a summary, then one screen a route."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from talentpack.cli.wrap import cells, padded, wrapped
from talentpack.core.answers import Answers, to_path
from talentpack.core.figures import Source
from talentpack.core.findings import Assessment, Finding, Verdict
from talentpack.core.lines import N_, Day, Line, Money, line
from talentpack.core.outlook import Fees, Milestone
from talentpack.core.plan import Person
from talentpack.core.proofs import ProofRow
from talentpack.core.saying import route_name
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


class Told(NamedTuple):
    """What a report is made from. ``people`` are the applicant, then the dependants."""

    assessment: Assessment
    rows: tuple[ProofRow, ...]
    answers: Answers
    people: tuple[Person, ...]
    words: Words
    fees: Fees | None = None
    dates: tuple[Milestone, ...] = ()

    def person(self, ref: str) -> str:
        person = next(person for person in self.people if person.ref == ref)
        said = (self.words.say(person.role), person.name, person.name_zh)
        return " ".join(part for part in said if part)

    def paths(self, addresses: Iterable[str]) -> str:
        return ", ".join(dict.fromkeys(to_path(self.answers, address) for address in addresses))

    def row(self, text: str, label: str = "") -> Row:
        """A line below a heading, with an outcome or state before it."""
        column = self.column()
        start = padded(f"  {self.words.text(label)}  " if label else "", column)
        return Row(start + text, column + (2 if text.startswith("· ") else 0))

    def column(self) -> int:
        """Where texts stand: right of the longest outcome."""
        return max(cells(self.words.text(label)) for label in OUTCOMES.values()) + 4

    def findings(self) -> Iterator[Finding]:
        for result in self.assessment.routes:
            yield from result.findings
        for person in self.assessment.dependants:
            yield from person.findings


def told(report: Told, width: int | None = None) -> Iterator[str]:
    """The lines of the report, without line ends; ``width`` is that of the terminal, in cells."""
    parts = (_summary, _routes, _dependants, _proofs, _outlook, _sources)
    for row in (row for part in parts for row in part(report)):
        yield from wrapped(row.text, width, row.hang)
    yield ""
    yield report.words.say(line(N_("This is guidance: the Immigration Department decides.")))


class Row(NamedTuple):
    """A line, and how far it is moved in where it has to go on."""

    text: str = ""
    hang: int = 2


def _summary(report: Told) -> Iterator[Row]:
    words, assessment = report.words, report.assessment
    days = {"day": Day(date=assessment.on), "checked": Day(date=assessment.rules_checked)}
    yield Row(report.person("applicant"))
    yield Row(words.say(line(N_("Rules as of {day}; sources last checked {checked}."), **days)))
    yield Row()
    standing = [
        *((words.say(route_name(each.route)), each.verdict) for each in assessment.routes),
        *((report.person(each.ref), each.verdict) for each in assessment.dependants),
    ]
    proofs = words.text(N_("Proofs"))
    column = max(cells(text) for text in (proofs, *(who for who, _ in standing))) + 4
    for who, verdict in standing:
        yield Row(padded("  " + who, column) + words.text(VERDICTS[verdict]), column)
    yield Row(padded("  " + proofs, column) + _counted(report), column)
    needs = report.paths(need for finding in report.findings() for need in finding.needs)
    if needs:
        yield from (Row(), Row("  " + words.say(line(N_("To be answered: {needs}"), needs=needs)), 4))


def _counted(report: Told) -> str:
    """Attached 12, Missing 2: what is only advised and not there is left out."""
    states = [row.state for row in report.rows if row.required or row.state not in {"missing", "maybe"}]
    return ", ".join(f"{report.words.text(STATES[each])} {states.count(each)}" for each in STATES if each in states)


def _routes(report: Told) -> Iterator[Row]:
    words = report.words
    for result in report.assessment.routes:
        yield from (Row(), Row(words.say(_head(words.say(route_name(result.route)), result.verdict))))
        if result.record:
            record = to_path(report.answers, result.record)
            yield Row("  " + words.say(line(N_("assessed with {record}"), record=record)))
        for finding in result.findings:
            yield from _finding(finding, report)


def _dependants(report: Told) -> Iterator[Row]:
    for person in report.assessment.dependants:
        yield from (Row(), Row(report.words.say(_head(report.person(person.ref), person.verdict))))
        for finding in person.findings:
            yield from _finding(finding, report)


def _head(who: str, verdict: Verdict) -> Line:
    return line(N_("{person}: {verdict}"), person=who, verdict=Line(template=VERDICTS[verdict]))


def _finding(finding: Finding, report: Told) -> Iterator[Row]:
    words = report.words
    number = list(_cited(report.findings())).index(finding.source) + 1
    yield report.row(f"{words.say(finding.title)} [{number}]", OUTCOMES[finding.outcome])
    yield report.row(words.say(finding.reason))
    for step in finding.working:
        yield report.row(f"· {words.say(step)}")
    yield from _needs(finding.needs, report)


def _needs(needs: Iterable[str], report: Told) -> Iterator[Row]:
    if paths := report.paths(needs):
        yield report.row(report.words.say(line(N_("To be answered: {needs}"), needs=paths)))


def _proofs(report: Told) -> Iterator[Row]:
    """Person by person, as the rows come."""
    for ref in dict.fromkeys(row.person for row in report.rows):
        yield from (Row(), Row(report.words.say(line(N_("Proofs: {person}"), person=report.person(ref)))))
        for row in report.rows:
            if row.person == ref:
                yield from _proof(row, report)


def _proof(row: ProofRow, report: Told) -> Iterator[Row]:
    words = report.words
    required = "" if row.required else words.text(N_("(advised)"))
    where = "" if row.target == row.person else f"[{to_path(report.answers, row.target)}]"
    yield report.row(" ".join(part for part in (words.say(row.title), where, required) if part), STATES[row.state])
    if row.state not in {"attached", "missing", "maybe"}:
        yield from (report.row(report.answers.text(f"evidence/{each}/file")) for each in row.evidence)
    if row.why:
        yield report.row(words.say(row.why))
    yield from _needs(row.needs, report)


def _outlook(report: Told) -> Iterator[Row]:
    """What filing costs, and the dates to know of."""
    words = report.words
    if report.fees:
        yield from (Row(), Row("  " + words.say(_fees(report.fees)), 4))
    if report.dates:
        yield from (Row(), Row(words.text(N_("Dates"))))
        column = max(cells(words.date(each.date)) for each in report.dates) + 4
        for each in report.dates:
            yield Row(padded("  " + words.date(each.date), column) + words.say(each.label), column)


def _fees(fees: Fees) -> Line:
    amounts = {name: Money(amount=amount, currency="HKD") for name, amount in _amounts(fees).items()}
    if fees.people == 1:
        return line(N_("Fees: {total}, {application} on filing and {issue} on issue."), **amounts)
    said = N_("Fees of {people} people: {total}, each {application} on filing and {issue} on issue.")
    return line(said, people=fees.people, **amounts)


def _amounts(fees: Fees) -> dict[str, Decimal]:
    return {"total": fees.total, "application": fees.application, "issue": fees.issue}


def _sources(report: Told) -> Iterator[Row]:
    words = report.words
    yield from (Row(), Row(words.text(N_("Sources"))))
    for number, source in enumerate(_cited(report.findings()), 1):
        yield Row(f"  [{number}] " + words.text(source.title, f"source.{source.id}.title"), 6)
        address, grade = words.text(source.address, f"source.{source.id}.address"), Line(template=GRADES[source.grade])
        yield Row("      " + words.say(line(N_("{address} ({grade})"), address=address, grade=grade)), 6)


def _cited(findings: Iterable[Finding]) -> Sequence[Source]:
    """Every source of an outcome once, in the order they come up."""
    return list({finding.source.id: finding.source for finding in findings}.values())
