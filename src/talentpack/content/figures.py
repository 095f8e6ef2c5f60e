"""Reads `figures.toml`: sources and the dated figures of the law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from msgspec import field

from talentpack.content.toml import Complaints, Raw, convert, problem, read, unknown
from talentpack.core.figures import Entry, Figure, Grade, Source, Unit
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused

FILE = "figures.toml"
# Figures in these units are numbers; the others are codes and periods a fact reads.
_NUMBERS = frozenset({"HKD", "percent", "days", "weeks", "months", "years", "places", "names"})


class _Source(Raw, frozen=True, kw_only=True):
    title: str
    short: str
    address: str
    grade: Grade
    checked: date


class _Entry(Raw, frozen=True, kw_only=True):
    since: date = field(name="from")
    value: str | list[str] | dict[str, str]
    unit: Unit
    source: str


class _File(Raw, frozen=True, kw_only=True):
    source: dict[str, Any] = {}
    figure: dict[str, list[Any]] = {}


def read_figures(folder: Path) -> tuple[dict[str, Source], dict[str, Figure]]:
    """Sources and figures by id. Raises Refused with every problem of the file."""
    raw = convert(read(folder / FILE), _File, FILE, "")
    complaints = Complaints()
    sources: dict[str, Source] = {}
    for source_id, table in raw.source.items():
        with complaints.catching():
            sources[source_id] = _source(source_id, table)
    figures: dict[str, Figure] = {}
    for figure_id, entries in raw.figure.items():
        with complaints.catching():
            figures[figure_id] = _figure(figure_id, entries, sources)
    complaints.settle()
    return sources, figures


def _source(source_id: str, table: Any) -> Source:
    key = f"source.{source_id}"
    raw = convert(table, _Source, FILE, key)
    for name, text in (("title", raw.title), ("short", raw.short), ("address", raw.address)):
        if not text.strip():
            raise _refused(f"{key}.{name}", N_("is empty."), N_("Say where the rule was read."))
    return Source(
        id=source_id, title=raw.title, short=raw.short, address=raw.address, grade=raw.grade, checked=raw.checked
    )


def _figure(figure_id: str, entries: list[Any], sources: dict[str, Source]) -> Figure:
    key = f'figure."{figure_id}"'
    raws = [convert(entry, _Entry, FILE, f"{key}[{index}]") for index, entry in enumerate(entries)]
    if len({raw.unit for raw in raws}) != 1:
        raise _refused(key, N_("has entries in different units."), N_("Give every entry the same unit."))
    if len({raw.since for raw in raws}) != len(raws):
        raise _refused(key, N_("has two entries from the same day."), N_("Keep one entry a day."))
    read_entries = tuple(_entry(raw, key, sources) for raw in sorted(raws, key=lambda raw: raw.since))
    return Figure(id=figure_id, unit=raws[0].unit, entries=read_entries)


def _entry(raw: _Entry, key: str, sources: dict[str, Source]) -> Entry:
    if raw.source not in sources:
        raise Refused(unknown(FILE, f"{key}.source", raw.source, sources))
    value = tuple(raw.value) if isinstance(raw.value, list) else raw.value
    if raw.unit in _NUMBERS:
        texts = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for text in texts:
            _check_number(text, key)
    return Entry(since=raw.since, value=value, source=raw.source)


def _check_number(text: str, key: str) -> None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise _refused(f"{key}.value", N_("is not a number."), N_('Write it as a text, for example "2500000".'))


def _refused(key: str, what: str, remedy: str) -> Refused:
    return Refused(problem(FILE, key, line(what), line(remedy)))
