"""Reads `criteria.toml`: every rule with a sentence for each outcome."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import combinations
from pathlib import Path
from typing import Any, Literal, NamedTuple

from msgspec import field

from talentpack.content.conditions import optional as optional_condition
from talentpack.content.criteria_checks import FILE, Known, check, wrong
from talentpack.content.sentences import Text, optional, sentence
from talentpack.content.toml import Complaints, Raw, convert, read, unknown
from talentpack.core.lines import N_
from talentpack.core.problems import Refused
from talentpack.core.rules import Comparison, Criterion, Said

Outcome = Literal["met", "not_met", "not_yet_known", "advice", "noted"]
Bound = str | bool | list[str]


class _Criterion(Raw, frozen=True, kw_only=True):
    id: str
    title: Text
    source: str
    routes: list[str] = []
    dependants: Literal["", "dependant"] = field(default="", name="for")
    answer: str = ""
    fact: str = ""
    equals: Bound | None = field(default=None, name="is")
    one_of: Bound | None = None
    none_of: Bound | None = None
    at_least: Bound | None = None
    at_most: Bound | None = None
    below: Bound | None = None
    age_at_least: Bound | None = None
    age_below: Bound | None = None
    figure: str = ""
    fails_as: Literal["not_met", "advice", "noted"] = "not_met"
    met: Text | None = None
    not_met: Text | None = None
    unknown: Text | None = None
    advice: Text | None = None
    words: dict[str, list[Any]] = {}
    also: list[str] = []
    concerns: dict[str, Any] | None = None
    since: date | None = field(default=None, name="from")
    until: date | None = None


class _Word(NamedTuple):
    """``[outcome, sentence]`` or ``[outcome, sentence, source]``."""

    outcome: Outcome
    reason: Text
    source: str = ""


_COMPARES: dict[Comparison, str] = {
    "is": "equals",
    "one_of": "one_of",
    "none_of": "none_of",
    "at_least": "at_least",
    "at_most": "at_most",
    "below": "below",
    "age_at_least": "age_at_least",
    "age_below": "age_below",
}


def read_criteria(folder: Path, known: Known) -> tuple[Criterion, ...]:
    """The criteria in file order. Raises Refused with every problem of the file."""
    tables = read(folder / FILE).get("criterion", [])
    complaints = Complaints()
    criteria: list[Criterion] = []
    for index, table in enumerate(tables):
        named = table.get("id") if isinstance(table, dict) else None
        with complaints.catching():
            criteria.append(_criterion(table, f"criterion {named or index}", known))
    for first, second in combinations(criteria, 2):
        if first.id == second.id and _meet(first, second):
            complaints.add(wrong(first.id, N_("stands twice."), N_("Give it another id, other routes or other days.")))
    complaints.settle()
    return tuple(criteria)


def _meet(first: Criterion, second: Criterion) -> bool:
    """Whether both can apply to one case on one day: an id may return for other routes and days."""
    routes = not first.routes or not second.routes or set(first.routes) & set(second.routes)
    starts = max(first.since or date.min, second.since or date.min)
    return bool(routes) and starts < min(first.until or date.max, second.until or date.max)


def _criterion(table: Any, key: str, known: Known) -> Criterion:
    raw = convert(table, _Criterion, FILE, key)
    by, figure, value = _comparison(raw, key, known)
    context = f"criteria.{raw.id}"
    criterion = Criterion(
        id=raw.id,
        title=sentence(raw.title, f"{context}.title"),
        source=raw.source,
        routes=tuple(raw.routes),
        dependants=bool(raw.dependants),
        answer=raw.answer,
        fact=raw.fact,
        by=by,
        figure=figure,
        value=value,
        fails_as=raw.fails_as,
        met=optional(raw.met, f"{context}.met"),
        not_met=optional(raw.not_met, f"{context}.not_met"),
        unknown=optional(raw.unknown, f"{context}.unknown"),
        advice=optional(raw.advice, f"{context}.advice"),
        words={word: _said(said, f"{context}.words.{word}", f"{key}.words.{word}") for word, said in raw.words.items()},
        also=tuple(raw.also),
        concerns=optional_condition(raw.concerns, FILE, f"{key}.concerns"),
        since=raw.since,
        until=raw.until,
    )
    check(criterion, key, known)
    return criterion


def _said(parts: list[Any], context: str, key: str) -> Said:
    raw = convert(parts, _Word, FILE, key)
    return Said(outcome=raw.outcome, reason=sentence(raw.reason, context), source=raw.source)


def _comparison(raw: _Criterion, key: str, known: Known) -> tuple[Comparison, str, str | bool | tuple[str, ...]]:
    used = [(by, getattr(raw, name)) for by, name in _COMPARES.items() if getattr(raw, name) is not None]
    if len(used) + bool(raw.words) != 1:
        remedy = N_("Write one of is, one_of, none_of, at_least, at_most, below, age_at_least, age_below, or words.")
        raise Refused(wrong(key, N_("needs one comparison or a table of words."), remedy))
    if not used:
        return "words", raw.figure, ""
    by, bound = used[0]
    if isinstance(bound, str) and bound in known.figures:
        if raw.figure not in ("", bound):
            raise Refused(wrong(key, N_("names two figures."), N_("Keep the one it is compared with.")))
        return by, bound, ""
    if raw.figure:
        raise Refused(wrong(key, N_("is compared with a value and names a figure."), N_("Keep one of the two.")))
    return by, "", _value(by, bound, key, known)


def _value(by: Comparison, bound: Bound, key: str, known: Known) -> str | bool | tuple[str, ...]:
    """A bound that is no figure's id."""
    if by in ("one_of", "none_of"):
        if isinstance(bound, list):
            return tuple(bound)
        raise Refused(unknown(FILE, f"{key}.{by}", str(bound), set(known.figures)))
    if isinstance(bound, list):
        raise Refused(wrong(f"{key}.{by}", N_("is a list."), N_("Write one value, or compare by one_of.")))
    if by != "is" and not _number(str(bound)):
        raise Refused(unknown(FILE, f"{key}.{by}", str(bound), set(known.figures)))
    return bound


def _number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
