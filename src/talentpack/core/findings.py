"""What an assessment says: outcomes with reason, working and source."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from talentpack.core.figures import FigureUsed, Source
from talentpack.core.lines import Line
from talentpack.core.values import Value

Outcome = Literal["met", "not_met", "not_yet_known", "advice", "noted"]
Verdict = Literal["met", "not_met", "not_yet_known", "advice"]

# Of a route: the worst decides, in this order (vocabulary.md, "Outcomes"). "noted" never changes a verdict.
WORST_FIRST: tuple[Verdict, ...] = ("not_met", "not_yet_known", "advice")


class IncomeRow(Value, frozen=True, kw_only=True):
    """One income in the table: ``hkd`` is what it adds to the total, None while a rate or share is missing."""

    record: str
    kind: str
    label: Line
    payer: str
    amount: Decimal | None
    currency: str
    rate: Decimal | None
    share: Decimal | None
    hkd: Decimal | None
    counts: Literal["yes", "no", "unknown"]
    note: Line | None = None


class IncomeTable(Value, frozen=True, kw_only=True):
    """The income worksheet, used by finding, worksheet page and letter alike. Sums in HKD, exact."""

    rows: tuple[IncomeRow, ...]
    total: Decimal
    threshold: Decimal


class Finding(Value, frozen=True, kw_only=True):
    """One criterion assessed. ``needs`` are addresses whose answers could change the outcome, or a list's name.

    ``source`` is that of the outcome reached, ``also`` lists others named. ``numbers`` carries plain figures for
    the machine output: ``days``, ``months``, ``days_at_most``, ``months_at_most`` of work, ``total_hkd``.
    """

    criterion: str
    title: Line
    outcome: Outcome
    reason: Line
    source: Source
    working: tuple[Line, ...] = ()
    needs: tuple[str, ...] = ()
    figure: FigureUsed | None = None
    also: tuple[Source, ...] = ()
    table: IncomeTable | None = None
    numbers: dict[str, int | str] = {}


class RouteResult(Value, frozen=True, kw_only=True):
    """One route's verdict; ``record`` is the degree it was assessed with (``degree/r1``), empty for others."""

    route: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    record: str = ""


class DependantResult(Value, frozen=True, kw_only=True):
    """One dependant's verdict; ``ref`` is ``dependant/r1``. It never changes the applicant's."""

    ref: str
    verdict: Verdict
    findings: tuple[Finding, ...]


class Assessment(Value, frozen=True, kw_only=True):
    """Everything the rules say about a case on a day.

    ``rules_since`` is the latest day any figure in use took effect, ``rules_checked`` the day its oldest source was
    last read.
    """

    scheme: str
    purpose: str
    on: date
    rules_since: date
    rules_checked: date
    routes: tuple[RouteResult, ...]
    dependants: tuple[DependantResult, ...] = ()


def verdict_of(findings: tuple[Finding, ...]) -> Verdict:
    """The worst outcome decides; with nothing against it, *met*."""
    outcomes = {finding.outcome for finding in findings}
    return next((verdict for verdict in WORST_FIRST if verdict in outcomes), "met")
