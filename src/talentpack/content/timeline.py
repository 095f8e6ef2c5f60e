"""Reads `timeline.toml`: the steps after the papers, fees and times."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from talentpack.content.sentences import Text, places, sentence
from talentpack.content.toml import Complaints, Raw, convert, problem, read, unknown
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused
from talentpack.core.rules import Rules
from talentpack.core.timeline import Stage, Statement, Timeline

FILE = "timeline.toml"


class _Stage(Raw, frozen=True, kw_only=True):
    id: str
    title: Text
    note: Text
    source: str


class _Statement(Raw, frozen=True, kw_only=True):
    id: str
    label: Text
    text: Text
    source: str
    also: list[str] = []


def read_timeline(folder: Path, rules: Rules) -> Timeline:
    """The timeline of ``resources/schemes/<id>/``. Raises Refused with every problem of the file."""
    raw = read(folder / FILE)
    complaints = Complaints()
    for key in sorted(raw.keys() - {"stage", "statement"}):
        complaints.add(unknown(FILE, key, key, ("stage", "statement")))
    stages: list[Stage] = []
    statements: list[Statement] = []
    for index, table in enumerate(raw.get("stage", [])):
        with complaints.catching():
            stages.append(_stage(table, f"stage[{index}]", rules))
    for index, table in enumerate(raw.get("statement", [])):
        with complaints.catching():
            statements.append(_statement(table, f"statement[{index}]", rules))
    complaints.settle()
    return Timeline(stages=tuple(stages), statements=tuple(statements))


def _stage(table: Any, key: str, rules: Rules) -> Stage:
    raw = convert(table, _Stage, FILE, key)
    _known_sources((raw.source,), key, rules)
    context = f"timeline.{raw.id}"
    return Stage(
        id=raw.id,
        title=sentence(raw.title, f"{context}.title"),
        note=sentence(raw.note, f"{context}.note"),
        source=raw.source,
    )


def _statement(table: Any, key: str, rules: Rules) -> Statement:
    raw = convert(table, _Statement, FILE, key)
    _known_sources((raw.source, *raw.also), key, rules)
    context = f"timeline.{raw.id}"
    text = sentence(raw.text, f"{context}.text")
    figures = tuple(sorted(places(text)))
    for place in figures:
        _known_figure(place, key, rules)
    return Statement(
        id=raw.id,
        label=sentence(raw.label, f"{context}.label"),
        text=text,
        source=raw.source,
        also=tuple(raw.also),
        figures=figures,
    )


def _known_sources(sources: tuple[str, ...], key: str, rules: Rules) -> None:
    for source in sources:
        if source not in rules.sources:
            raise Refused(unknown(FILE, f"{key}.source", source, rules.sources))


def _known_figure(place: str, key: str, rules: Rules) -> None:
    figure_id, _, part = place.partition(":")
    if figure_id not in rules.figures:
        raise Refused(unknown(FILE, f"{key}.text", figure_id, rules.figures))
    for entry in rules.figures[figure_id].entries:
        fits = part in entry.value if isinstance(entry.value, dict) else not part and isinstance(entry.value, str)
        if not fits:
            what = line(N_("{place} is no single figure."), place=place)
            remedy = line(N_("Write the figure's id, and for a table :A, :B … behind it."))
            raise Refused(problem(FILE, f"{key}.text", what, remedy))
