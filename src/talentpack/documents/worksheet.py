"""The eligibility worksheet: what the rules say about the case, criterion by criterion, with the income it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from talentpack.core.figures import Source
from talentpack.core.findings import Finding, IncomeTable, RouteResult, Verdict
from talentpack.core.lines import N_, Day, Line, line
from talentpack.core.plan import PackPlan
from talentpack.documents.bar import bar_strip
from talentpack.documents.findings import findings_strips
from talentpack.documents.income import worksheet_table
from talentpack.documents.rows import Column, Group, Padding, Row, table
from talentpack.documents.setting import Setting
from talentpack.documents.sheet import FRAME, title_strips
from talentpack.documents.strips import Page, Strip, paginate, spaced
from talentpack.documents.styles import HEAD, NOTE, SMALL

ABOVE_TABLE = 21.0
_SOURCES = (Column(0, 66), Column(72, 290), Column(368, 100, right=True))
_TIGHT = Padding(2.25, 2.25)
# What decided, counted: one, and several.
_VERDICTS: dict[Verdict, tuple[str, str]] = {
    "not_met": (N_("{n} criterion is not met."), N_("{n} criteria are not met.")),
    "not_yet_known": (
        N_("{n} criterion cannot be decided before an answer is given."),
        N_("{n} criteria cannot be decided before answers are given."),
    ),
    "advice": (
        N_("Every criterion that can be decided here is met; {n} asks for advice."),
        N_("Every criterion that can be decided here is met; {n} ask for advice."),
    ),
}


def set_worksheet(plan: PackPlan, setting: Setting) -> tuple[Page, ...]:
    """The pages of every route, each beginning a page, without their foot. Dependants follow the last route."""
    routes = plan.assessment.routes
    pages: list[Page] = []
    for number, result in enumerate(routes, 1):
        pages += paginate(list(_route(result, plan, setting, last=number == len(routes))), FRAME)
    return tuple(pages)


def _route(result: RouteResult, plan: PackPlan, setting: Setting, *, last: bool) -> Iterator[Strip]:
    words = setting.words
    yield from title_strips(words.text(N_("Eligibility worksheet")), _lead(result, plan, setting), setting)
    income = _income(result, plan)
    if income is not None:
        yield from spaced(worksheet_table(plan, income, setting), ABOVE_TABLE)
        yield from spaced([bar_strip(income, setting)], ABOVE_TABLE)
    dependants = plan.assessment.dependants if last else ()
    yield from spaced(findings_strips(result, dependants, plan, setting), ABOVE_TABLE)
    findings = (*result.findings, *(finding for each in dependants for finding in each.findings))
    yield from spaced(_sources(findings, setting), ABOVE_TABLE)


def _income(result: RouteResult, plan: PackPlan) -> IncomeTable | None:
    """The income table, where one of the route's criteria rests on it."""
    return plan.income if any(finding.table for finding in result.findings) else None


def _lead(result: RouteResult, plan: PackPlan, setting: Setting) -> str:
    """Which rules, what came out, and that it is guidance."""
    day = Day(date=plan.assessment.on)
    if result.route in ("A", "B", "C"):
        rules = line(N_("Category {route}, read by the rules in force on {day}."), route=result.route, day=day)
    else:
        rules = line(N_("Extension of stay, read by the rules in force on {day}."), day=day)
    verdict, guidance = _verdict(result), line(N_("It is guidance: the Immigration Department decides."))
    sentences = line(N_("{rules} {verdict} {guidance}"), rules=rules, verdict=verdict, guidance=guidance)
    return setting.words.say(sentences)


def _verdict(result: RouteResult) -> Line:
    if result.verdict == "met":
        return line(N_("Every criterion that can be decided here is met."))
    one, several = _VERDICTS[result.verdict]
    count = sum(finding.outcome == result.verdict for finding in result.findings)
    return Line(template=one, plural=several, values={"n": count})


def _sources(findings: tuple[Finding, ...], setting: Setting) -> list[Strip]:
    """Each source once: its short name, what and where it is, and the day it was read."""
    named = [source for finding in findings for source in (finding.source, *finding.also)]
    sources = {source.id: source for source in named}
    heads = (N_("Source"), N_("Name and address"), N_("Read on"))
    head = Row(tuple(setting.label(each, HEAD) for each in heads))
    rows = tuple(_source(source, setting) for source in sources.values())
    return table(_SOURCES, head, [Group(rows)], setting.fonts)


def _source(source: Source, setting: Setting) -> Row:
    words = setting.words
    cells = (
        setting.cell(words.text(source.short, f"source.{source.id}.short"), SMALL),
        (
            *setting.cell(words.text(source.title, f"source.{source.id}.title"), SMALL),
            *setting.cell(words.text(source.address, f"source.{source.id}.address"), NOTE),
        ),
        setting.cell(words.date(source.checked, short=True), SMALL),
    )
    return Row(cells, _TIGHT)
