"""Names of the list that may be meant where a university is not found (rules.md, 2, "degree.listed")."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from talentpack.core.case import Case
from talentpack.core.facts.listing import standings
from talentpack.core.findings import Assessment, Finding, RouteResult
from talentpack.core.lines import N_, Line, line

_LISTINGS = ("degree.listed", "degree.joint")


def with_suggestions(assessment: Assessment, case: Case) -> Assessment:
    """The same, with a line of working for each name that is nearly one of the list's."""
    routes = tuple(_route(result, case) for result in assessment.routes)
    return replace(assessment, routes=routes) if routes != assessment.routes else assessment


def _route(result: RouteResult, case: Case) -> RouteResult:
    if not any(_asks(finding) for finding in result.findings):
        return result
    said = tuple(_suggestions(case.at(*result.record.split("/"))))
    findings = (replace(each, working=(*each.working, *said)) if _asks(each) else each for each in result.findings)
    return replace(result, findings=tuple(findings))


def _asks(finding: Finding) -> bool:
    """Whether it waits for a name to be corrected: a name that was entered, not one that is missing."""
    corrects = any(need.endswith("/not_listed") for need in finding.needs)
    return finding.criterion in _LISTINGS and finding.outcome == "not_yet_known" and corrects


def _suggestions(case: Case) -> Iterator[Line]:
    from talentpack.app.universities import search  # noqa: PLC0415 - folds the whole list, which is seldom wanted

    for standing in standings(case):
        near = search(case.rules.universities, case.day).near(standing.name) if standing.word == "unknown" else None
        if near is not None:
            yield line(
                N_("“{name}” is nearly {near}, which is a name of the list."), name=standing.name, near=near.name
            )
