"""Small rules and cases made by hand, for tests of the engine alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.figures import Entry, Figure, Source
from talentpack.core.lines import Line
from talentpack.core.rules import Criterion, ProofRule, Rules, Scheme

DAY = date(2026, 11, 22)
OFFICIAL = Source(id="o", title="Official", short="O", address="https://example.test", grade="O", checked=DAY)
NEWS = Source(id="n", title="News", short="N", address="https://example.test", grade="N", checked=date(2026, 1, 1))


def criterion(**given: Any) -> Criterion:
    """A criterion with sentences that name their outcome."""
    defaults = {
        "id": "c",
        "title": Line(template="title"),
        "source": "o",
        "met": Line(template="met {figure}") if "figure" in given else Line(template="met"),
        "not_met": Line(template="not met"),
    }
    return Criterion(**{**defaults, **given})


def proof(proof_id: str, **given: Any) -> ProofRule:
    defaults = {
        "id": proof_id,
        "per": "applicant",
        "section": "A",
        "slot": "slot",
        "title": Line(template=proof_id),
        "accepts": Line(template="accepts"),
        "source": "o",
        "order": 0,
    }
    return ProofRule(**{**defaults, **given})


def rules(*criteria: Criterion, proofs: tuple[ProofRule, ...] = (), figures: tuple[Figure, ...] = ()) -> Rules:
    scheme = Scheme(
        id="made",
        title=Line(template="Scheme"),
        routes={"A": Line(template="A"), "B": Line(template="B")},
        purposes={"entry": Line(template="entry")},
        sections={"A": Line(template="a")},
        first_day=date(2022, 12, 28),
        best_of={"B": "degree"},
        lists=("income", "degree", "job", "dependant"),
    )
    return Rules(
        scheme=scheme,
        sources={"o": OFFICIAL, "n": NEWS},
        figures={figure.id: figure for figure in figures},
        criteria=criteria,
        proofs=proofs,
        slots={},
        universities=(),
    )


def figure(figure_id: str, value: Any, since: date = date(2023, 1, 1), unit: Any = "years") -> Figure:
    return Figure(id=figure_id, unit=unit, entries=(Entry(since=since, value=value, source="o"),))


def case(answers: dict[str, Any], made: Rules, route: str = "A", day: date = DAY) -> Case:
    return Case(Answers(answers), day, made, route)
