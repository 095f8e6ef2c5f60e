"""The way of an application after the papers: its steps, and what it costs and takes, as dated facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from talentpack.core.figures import Figure
from talentpack.core.lines import Item, Line, Money, Number
from talentpack.core.rules import Rules
from talentpack.core.values import Value


class Stage(Value, frozen=True, kw_only=True):
    """One step of the path; ``note`` says what happens in it."""

    id: str
    title: Line
    note: Line
    source: str


class Statement(Value, frozen=True, kw_only=True):
    """Something to know: fees, time, family. ``figures`` are the places of ``text``, ``fee.issue`` or ``stay.first:A``."""

    id: str
    label: Line
    text: Line
    source: str
    also: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


class Timeline(Value, frozen=True, kw_only=True):
    """Both in the order of the file."""

    stages: tuple[Stage, ...]
    statements: tuple[Statement, ...]


def stated(statement: Statement, rules: Rules, day: date) -> Line:
    """The statement's sentence with its figures as in force on ``day``. Raises KeyError before a figure's first day."""
    values = {place: _item(rules, place, day) for place in statement.figures}
    return Line(template=statement.text.template, context=statement.text.context, values=values)


def _item(rules: Rules, place: str, day: date) -> Item:
    figure_id, _, key = place.partition(":")
    figure = rules.figures[figure_id]
    value = _value(figure, key, day)
    return Money(amount=value, currency="HKD") if figure.unit == "HKD" else Number(value=value)


def _value(figure: Figure, key: str, day: date) -> Decimal:
    entry = figure.on(day)
    if entry is None:
        raise KeyError(figure.id)
    value = entry.value[key] if isinstance(entry.value, dict) else entry.value
    if not isinstance(value, str):
        raise KeyError(figure.id)
    return Decimal(value)
