"""Assesses a case: each route with its criteria, the best record where a route rests on one, each dependant."""

from __future__ import annotations

from datetime import date

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.conditions import Truth, holds
from talentpack.core.criteria import Facts, evaluate, unsettled
from talentpack.core.findings import Assessment, DependantResult, Finding, RouteResult, Verdict, verdict_of
from talentpack.core.look import YesNo, looker
from talentpack.core.rules import Criterion, Rules

# How one record is preferred to another (rules.md, "Reading answers").
BEST_FIRST: tuple[Verdict, ...] = ("met", "advice", "not_yet_known", "not_met")


def assess(answers: Answers, day: date, rules: Rules, facts: Facts, yes_no: YesNo) -> Assessment:
    """Everything the rules say about these answers on ``day``: the route answered, or all of them side by side."""
    purpose = answers.text("purpose") or "entry"
    routes = routes_of(rules, purpose, answers.text("route"))
    case = Case(answers, day, rules)
    results = tuple(_route(case.on_route(route), facts, yes_no) for route in routes)
    sponsor = routes[0] if len(routes) == 1 else ""
    people = tuple(
        _dependant(case.on_route(sponsor).at("dependant", record), facts, yes_no) for record in answers.ids("dependant")
    )
    findings = [
        finding for group in [*(r.findings for r in results), *(p.findings for p in people)] for finding in group
    ]
    return Assessment(
        scheme=rules.scheme.id,
        purpose=purpose,
        on=day,
        rules_since=_since(case, findings),
        rules_checked=min(source.checked for finding in findings for source in (finding.source, *finding.also)),
        routes=results,
        dependants=people,
    )


def routes_of(rules: Rules, purpose: str, chosen: str = "") -> tuple[str, ...]:
    """The routes a case is assessed for: the one chosen, else all. A purpose that criteria name as a route is its only one."""
    if any(purpose in criterion.routes for criterion in rules.criteria):
        return (purpose,)
    return (chosen,) if chosen else tuple(rules.scheme.routes)


def _route(case: Case, facts: Facts, yes_no: YesNo) -> RouteResult:
    listed = case.rules.scheme.best_of.get(case.route, "")
    records = case.answers.ids(listed) if listed else ()
    if not records:
        return _result(case, "", facts, yes_no)
    tried = [_result(case.at(listed, record), f"{listed}/{record}", facts, yes_no) for record in records]
    return min(tried, key=_rank)


def _rank(result: RouteResult) -> tuple[int, int]:
    fails = sum(finding.outcome == "not_met" for finding in result.findings)
    return BEST_FIRST.index(result.verdict), fails


def _result(case: Case, record: str, facts: Facts, yes_no: YesNo) -> RouteResult:
    rules = [rule for rule in case.rules.criteria if not rule.dependants and _for_route(rule, case.route)]
    findings = _findings(rules, case, facts, yes_no)
    return RouteResult(route=case.route, verdict=verdict_of(findings), findings=findings, record=record)


def _dependant(case: Case, facts: Facts, yes_no: YesNo) -> DependantResult:
    rules = [rule for rule in case.rules.criteria if rule.dependants]
    findings = _findings(rules, case, facts, yes_no)
    return DependantResult(ref=f"dependant/{case.focus('dependant')}", verdict=verdict_of(findings), findings=findings)


def _for_route(rule: Criterion, route: str) -> bool:
    return not rule.routes or route in rule.routes


def _findings(rules: list[Criterion], case: Case, facts: Facts, yes_no: YesNo) -> tuple[Finding, ...]:
    findings = []
    for rule in rules:
        if not _in_force(rule, case.day):
            continue
        concerns = _concerns(rule, case, yes_no)
        if concerns.known:
            findings.append(evaluate(rule, case, facts))
        elif concerns.known is None:
            findings.append(unsettled(rule, case, concerns.needs))
    return tuple(findings)


def _concerns(rule: Criterion, case: Case, yes_no: YesNo) -> Truth:
    own = "dependant" if rule.dependants else case.rules.scheme.best_of.get(case.route, "")
    return holds(rule.concerns, looker(case, yes_no, own if case.focus(own) else ""))


def _in_force(rule: Criterion, day: date) -> bool:
    return (rule.since is None or rule.since <= day) and (rule.until is None or day < rule.until)


def _since(case: Case, findings: list[Finding]) -> date:
    """The latest day on which a figure in use took effect."""
    used = {finding.figure.since for finding in findings if finding.figure is not None}
    entries = [case.rules.figures[each].on(case.day) for each in case.figures_read]
    return max(used | {entry.since for entry in entries if entry is not None} | {case.rules.scheme.first_day})
