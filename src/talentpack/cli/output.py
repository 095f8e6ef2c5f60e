"""What commands print, and the day they read rules for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from talentpack.app.words import CatalogueWords
from talentpack.cli.wrap import terminal_width, wrapped
from talentpack.core.lines import Line

if TYPE_CHECKING:
    from talentpack.app.opening import Opened

on_option = click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Read the rules as of this day."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


def now() -> datetime:
    return datetime.now().astimezone()


def as_day(on: Any) -> date | None:
    return on.date() if on else None


def print_line(text: Line, words: CatalogueWords, hang: int = 0) -> None:
    for said in wrapped(words.say(text), terminal_width(), hang):
        click.echo(said)


def print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def report_json(opened: Opened, words: CatalogueWords) -> dict[str, Any]:
    """The object ``check --json`` prints."""
    from talentpack.app import opening, report

    assessment, rows = opening.check(opened)
    found = report.assessment_json(assessment, rows, opened.answers, words)
    return {**found, **report.outlook_json(*opening.outlook(opened), words)}


def report_lines(opened: Opened, words: CatalogueWords) -> Iterator[str]:
    """The same for people."""
    from talentpack.app import opening
    from talentpack.app.people import people_of
    from talentpack.cli import told

    assessment, rows = opening.check(opened)
    people = people_of(opened.answers, opened.world.forms)
    fees, dates = opening.outlook(opened)
    shown = told.Told(assessment, rows, opened.answers, people, words, fees, dates)
    return told.told(shown, terminal_width())
