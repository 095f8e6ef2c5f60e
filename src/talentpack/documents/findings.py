"""The table of findings: outcome, criterion and reason, source; the applicant's, then each dependant's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talentpack.core.findings import DependantResult, Finding, Outcome, RouteResult
from talentpack.core.lines import N_
from talentpack.core.plan import PackPlan
from talentpack.documents.cites import spans_of
from talentpack.documents.heads import person_heads
from talentpack.documents.para import Para
from talentpack.documents.rows import Column, Group, Row, table
from talentpack.documents.setting import Setting, person_of
from talentpack.documents.strips import Strip
from talentpack.documents.styles import CELL, CELL_STRONG, HEAD, NOTE, SMALL

COLUMNS = (Column(0, 66), Column(72, 284), Column(368, 100))
OUTCOMES: dict[Outcome, str] = {
    "met": N_("Met"),
    "not_met": N_("Not met"),
    "not_yet_known": N_("Not yet known"),
    "advice": N_("Advice"),
    "noted": N_("Noted"),
}
_IN_ORDER = ("met", "noted")
_APPLICANT = "applicant"


def findings_strips(
    result: RouteResult, dependants: Sequence[DependantResult], plan: PackPlan, setting: Setting
) -> list[Strip]:
    """One table for everybody the route concerns."""
    heads = (N_("Outcome"), N_("Criterion and reason"), N_("Source"))
    head = Row(tuple(setting.label(each, HEAD) for each in heads))
    return table(COLUMNS, head, _groups(result, dependants, plan, setting), setting.fonts)


def _groups(
    result: RouteResult, dependants: Sequence[DependantResult], plan: PackPlan, setting: Setting
) -> Iterator[Group]:
    yield _group(_APPLICANT, result.findings, plan, setting)
    for dependant in dependants:
        yield _group(dependant.ref, dependant.findings, plan, setting)


def _group(ref: str, findings: Sequence[Finding], plan: PackPlan, setting: Setting) -> Group:
    rows = tuple(_row(finding, setting) for finding in findings)
    person = person_of(plan, ref)
    if person is None:
        return Group(rows)
    head, again = person_heads(person, setting)
    return Group(rows, (head,), (again,))


def _row(finding: Finding, setting: Setting) -> Row:
    style = CELL if finding.outcome in _IN_ORDER else CELL_STRONG
    # The working of the income is the table above.
    working = () if finding.table else finding.working
    reason = Para(spans_of(finding.reason, CELL, setting), setting.chinese)
    shown = (Para(spans_of(each, NOTE, setting), setting.chinese) for each in working)
    source = setting.words.text(finding.source.short, f"source.{finding.source.id}.short")
    return Row(
        (
            setting.label(OUTCOMES[finding.outcome], style),
            (*setting.say(finding.title, CELL_STRONG), reason, *shown),
            setting.cell(source, SMALL),
        )
    )
