"""Reads `universities.csv`, the list of eligible universities."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from talentpack.content.toml import Complaints, problem
from talentpack.core.lines import N_, line
from talentpack.core.problems import Problem, Refused
from talentpack.core.universities import University

FILE = "universities.csv"
COLUMNS = (
    "name_en",
    "name_zh_hant",
    "name_zh_hans",
    "country_or_region",
    "city",
    "aliases",
    "listed_since",
    "delisted",
    "sources",
    "confidence",
    "zh_from",
    "listed_since_basis",
    "ambiguous_aliases",
    "notes",
)


def read_universities(folder: Path, countries: Mapping[str, str]) -> tuple[University, ...]:
    """The rows in file order. ``countries`` are the codes of the names the list uses (`scheme.toml`)."""
    with (folder / FILE).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise Refused(_columns())
        rows = list(reader)
    complaints = Complaints()
    read: list[University] = []
    for number, row in enumerate(rows, start=2):
        with complaints.catching():
            read.append(_university(row, f"row {number}", countries))
    complaints.add(*_clashes(read))
    complaints.settle()
    return tuple(read)


def _university(row: dict[str, str], key: str, countries: Mapping[str, str]) -> University:
    place = row["country_or_region"]
    if place not in countries:
        what = line(N_("{place} has no code."), place=place)
        raise Refused(problem(FILE, key, what, line(N_("Add it to [countries] in scheme.toml."))))
    if not row["name_en"]:
        raise Refused(problem(FILE, key, line(N_("the name is missing.")), line(N_("Fill name_en."))))
    listed, delisted = _day(row, "listed_since", key), _day(row, "delisted", key)
    if listed is None or (delisted is not None and delisted <= listed):
        what = line(N_("a university is listed before it is delisted."))
        raise Refused(problem(FILE, key, what, line(N_("Fill listed_since, and delisted only with a later day."))))
    return University(
        name=row["name_en"],
        name_zh_hant=row["name_zh_hant"],
        name_zh_hans=row["name_zh_hans"],
        country=countries[place],
        city=row["city"],
        aliases=_names(row["aliases"]),
        ambiguous=_names(row["ambiguous_aliases"]),
        listed=listed,
        delisted=delisted,
        notes=row["notes"],
    )


def _day(row: dict[str, str], column: str, key: str) -> date | None:
    try:
        return date.fromisoformat(row[column]) if row[column] else None
    except ValueError as error:
        what = line(N_("{column} is not a day."), column=column)
        remedy = line(N_("Write it as year-month-day, for example 2026-01-01."))
        raise Refused(problem(FILE, key, what, remedy)) from error


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split(";") if name.strip())


def _clashes(rows: list[University]) -> list[Problem]:
    """An alias names one university only; what names several is ambiguous and stands in the other column."""
    owners: dict[str, set[str]] = {}
    for row in rows:
        for alias in (row.name, *row.aliases):
            owners.setdefault(unicodedata.normalize("NFKC", alias).casefold(), set()).add(row.name)
    return [
        problem(FILE, alias, line(N_("names several universities.")), line(N_("Move it to ambiguous_aliases.")))
        for alias, names in owners.items()
        if len(names) > 1
    ]


def _columns() -> Problem:
    return problem(
        FILE,
        "row 1",
        line(N_("the columns differ.")),
        line(N_("Write these columns: {columns}."), columns=", ".join(COLUMNS)),
    )
