"""What every criterion must satisfy beyond its form: sentences, sources, routes, figures, words, grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from talentpack.content.sentences import places
from talentpack.content.toml import problem, unknown
from talentpack.core.figures import Figure, Source
from talentpack.core.lines import N_, line
from talentpack.core.problems import Problem, Refused
from talentpack.core.rules import Criterion

FILE = "criteria.toml"
# What the engine offers the sentences of a criterion on an answer (core/criteria.py).
_OFFERED = frozenset({"day", "figure", "answer"})
_OFFERED_AGES = frozenset({"age", "born"})


class Known(NamedTuple):
    """What a criterion may name. ``words``: every word each fact that returns words can return."""

    routes: frozenset[str]
    figures: Mapping[str, Figure]
    sources: Mapping[str, Source]
    words: Mapping[str, tuple[str, ...]]


def check(criterion: Criterion, key: str, known: Known) -> None:
    """Raises Refused with everything that is wrong with one criterion."""
    problems = [
        *_form(criterion, key),
        *_words(criterion, key, known),
        *_names(criterion, key, known),
        *_grades(criterion, key, known),
        *_places(criterion, key),
    ]
    if problems:
        raise Refused(problems)


def _form(criterion: Criterion, key: str) -> Iterator[Problem]:
    if bool(criterion.answer) == bool(criterion.fact):
        yield wrong(key, N_("needs an answer or a fact."), N_("Write either answer or fact."))
    if criterion.by == "words" and not criterion.fact:
        yield wrong(f"{key}.words", N_("are a fact's."), N_("Write fact, not answer."))
    if criterion.by.startswith("age_") and criterion.fact:
        yield wrong(f"{key}.{criterion.by}", N_("compares an answer's date."), N_("Write answer, not fact."))
    if criterion.by != "words" and (criterion.met is None or criterion.not_met is None):
        yield wrong(key, N_("lacks a sentence."), N_("Write both met and not_met."))


def _words(criterion: Criterion, key: str, known: Known) -> Iterator[Problem]:
    possible = known.words.get(criterion.fact)
    if criterion.by != "words" or possible is None:
        return
    for word in possible:
        if word not in criterion.words:
            what = line(N_("{fact} can return {word}, which has no sentence."), fact=criterion.fact, word=word)
            yield problem(FILE, f"{key}.words", what, line(N_('Add {word} = ["…", "…"].'), word=word), "data.missing")
    for word in criterion.words:
        if word not in possible:
            yield unknown(FILE, f"{key}.words", word, possible)


def _names(criterion: Criterion, key: str, known: Known) -> Iterator[Problem]:
    for source in (criterion.source, *criterion.also, *(said.source for said in criterion.words.values())):
        if source and source not in known.sources:
            yield unknown(FILE, key, source, known.sources)
    for route in criterion.routes:
        if route not in known.routes:
            yield unknown(FILE, f"{key}.routes", route, set(known.routes))
    if criterion.figure and criterion.figure not in known.figures:
        yield unknown(FILE, f"{key}.figure", criterion.figure, known.figures)


def _grades(criterion: Criterion, key: str, known: Known) -> Iterator[Problem]:
    for place, source in _failing(criterion):
        if source in known.sources and not known.sources[source].decides:
            what = line(N_("{source} may only advise, so it cannot fail an applicant."), source=source)
            remedy = line(N_('Write "advice" (or fails_as = "advice"), or name a source of grade O, G or Q.'))
            yield problem(FILE, f"{key}.{place}", what, remedy, "data.grade")


def _failing(criterion: Criterion) -> list[tuple[str, str]]:
    """The outcomes that fail an applicant, each with its source (rules.md, "Grades")."""
    if criterion.by != "words":
        return [("source", criterion.source)] if criterion.fails_as == "not_met" else []
    return [
        (f"words.{word}", said.source or criterion.source)
        for word, said in criterion.words.items()
        if said.outcome == "not_met"
    ]


def _places(criterion: Criterion, key: str) -> Iterator[Problem]:
    """A fact declares its own values when it runs; what an answer offers is known here."""
    if not criterion.answer:
        return
    offered = _OFFERED | _OFFERED_AGES if criterion.by.startswith("age_") else _OFFERED
    for said in (criterion.met, criterion.not_met, criterion.advice, criterion.unknown):
        for name in sorted(places(said) - offered) if said else ():
            yield unknown(FILE, key, f"{{{name}}}", set(offered))


def wrong(key: str, what: str, remedy: str) -> Problem:
    """A plain problem of this file."""
    return problem(FILE, key, line(what), line(remedy))
