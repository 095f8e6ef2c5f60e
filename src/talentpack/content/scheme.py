"""Reads the folder of one scheme: everything the program knows about its rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from talentpack.content.criteria import read_criteria
from talentpack.content.criteria_checks import Known
from talentpack.content.figures import read_figures
from talentpack.content.proofs import read_proofs, read_slots
from talentpack.content.sentences import Text, sentence
from talentpack.content.toml import Raw, convert, problem, read, unknown
from talentpack.content.universities import read_universities
from talentpack.core.facts import WORDS
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused
from talentpack.core.rules import Rules, Scheme

FILE = "scheme.toml"


class _Scheme(Raw, frozen=True, kw_only=True):
    """``purposes`` are what can be applied for; one that is no route of its own is assessed as a single route."""

    title: Text
    first_day: date
    lists: list[str]
    routes: dict[str, Text]
    purposes: dict[str, Text]
    sections: dict[str, Text]
    best_of: dict[str, str] = {}
    countries: dict[str, str]


def read_rules(folder: Path, words: Mapping[str, tuple[str, ...]] = WORDS) -> Rules:
    """The rules in ``resources/schemes/<id>/``. ``words``: every word that each fact can return.

    Raises Refused with Problems that name file, key, what is wrong and what to write.
    """
    raw = convert(read(folder / FILE), _Scheme, FILE, "")
    scheme = _scheme(folder.name, raw)
    sources, figures = read_figures(folder)
    known = Known(
        routes=frozenset(scheme.routes) | frozenset(scheme.purposes),
        figures=figures,
        sources=sources,
        words=words,
    )
    slots = read_slots(folder, sources)
    return Rules(
        scheme=scheme,
        sources=sources,
        figures=figures,
        criteria=read_criteria(folder, known),
        proofs=read_proofs(folder, scheme, sources, slots),
        slots=slots,
        universities=read_universities(folder, raw.countries),
    )


def _scheme(scheme_id: str, raw: _Scheme) -> Scheme:
    for route, listed in raw.best_of.items():
        if route not in {**raw.routes, **raw.purposes}:
            raise Refused(unknown(FILE, f"best_of.{route}", route, {**raw.routes, **raw.purposes}))
        if listed not in raw.lists:
            raise Refused(unknown(FILE, f"best_of.{route}", listed, raw.lists))
    for section in raw.sections:
        if len(section) != 1 or not section.isascii() or not section.isupper():
            what = line(N_("a section is one capital letter."))
            raise Refused(problem(FILE, f"sections.{section}", what, line(N_("Write A, B, C …"))))
    return Scheme(
        id=scheme_id,
        title=sentence(raw.title, "scheme.title"),
        routes={route: sentence(text, f"scheme.routes.{route}") for route, text in raw.routes.items()},
        purposes={purpose: sentence(text, f"scheme.purposes.{purpose}") for purpose, text in raw.purposes.items()},
        sections={letter: sentence(text, f"scheme.sections.{letter}") for letter, text in raw.sections.items()},
        first_day=raw.first_day,
        best_of=raw.best_of,
        lists=tuple(raw.lists),
    )
