"""Looks for what reading alone cannot see: names that lead nowhere, and data that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from talentpack.content.audit_names import Names, of_criteria, of_letters, of_pages, of_proofs
from talentpack.content.audit_use import figures_in_facts
from talentpack.content.toml import problem
from talentpack.core.facts import WORDS, YES_NO
from talentpack.core.letters import LetterRule
from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem
from talentpack.core.questions import Forms
from talentpack.core.rules import Rules
from talentpack.core.timeline import Timeline

_EMPTY = Timeline(stages=(), statements=())


def audit(
    rules: Rules,
    forms: Forms,
    facts: frozenset[str],
    timeline: Timeline = _EMPTY,
    letters: Mapping[str, LetterRule] | None = None,
) -> tuple[Problem, ...]:
    """Every fault of the data (data-languages.md, "Audit"); empty when all is in order.

    Every id used exists; every figure, source, fact and slot is used; every criterion has all its sentences; every
    proof a place; every source an address, a grade and a day; every route criteria and proofs.
    """
    names = Names(forms, rules, frozenset(YES_NO))
    return (
        *of_pages(names),
        *of_criteria(names, facts),
        *of_proofs(names),
        *of_letters(names, letters or {}),
        *_unused_figures(rules, timeline),
        *_unused_sources(rules, timeline),
        *_unused_facts(rules, facts),
        *_unused_slots(rules),
        *_sentences(rules),
        *_sources(rules),
        *_routes(rules),
    )


def _unused_figures(rules: Rules, timeline: Timeline) -> Iterator[Problem]:
    used = {criterion.figure for criterion in rules.criteria} | figures_in_facts()
    used |= {place.partition(":")[0] for statement in timeline.statements for place in statement.figures}
    for figure in rules.figures:
        if figure not in used:
            yield _unused("figures.toml", f'figure."{figure}"')


def _unused_sources(rules: Rules, timeline: Timeline) -> Iterator[Problem]:
    used = {source for criterion in rules.criteria for source in (criterion.source, *criterion.also)}
    used |= {said.source for criterion in rules.criteria for said in criterion.words.values()}
    used |= {entry.source for figure in rules.figures.values() for entry in figure.entries}
    used |= {proof.source for proof in rules.proofs} | {slot.source for slot in rules.slots.values()}
    used |= {stage.source for stage in timeline.stages}
    used |= {source for statement in timeline.statements for source in (statement.source, *statement.also)}
    for source in rules.sources:
        if source not in used:
            yield _unused("figures.toml", f"source.{source}")


def _unused_facts(rules: Rules, facts: frozenset[str]) -> Iterator[Problem]:
    used = {criterion.fact for criterion in rules.criteria}
    for fact in sorted(facts - used):
        yield _unused("criteria.toml", f"fact {fact}")


def _unused_slots(rules: Rules) -> Iterator[Problem]:
    used = {proof.slot for proof in rules.proofs}
    for slot in rules.slots:
        if slot not in used:
            yield _unused("portal.toml", f"slot.{slot}")


def _unused(file: str, key: str) -> Problem:
    return problem(file, key, line(N_("nothing uses it.")), line(N_("Use it, or take it out.")), "audit.unused")


def _sentences(rules: Rules) -> Iterator[Problem]:
    for criterion in rules.criteria:
        said: dict[str, Line | None] = {"title": criterion.title}
        if criterion.by == "words":
            possible = WORDS.get(criterion.fact, tuple(criterion.words))
            said |= {word: criterion.words[word].reason if word in criterion.words else None for word in possible}
        else:
            said |= {"met": criterion.met, "not_met": criterion.not_met}
        for key, sentence in said.items():
            if sentence is None or not sentence.template.strip():
                remedy = line(N_("Write what it says then."))
                yield problem(
                    "criteria.toml", f"{criterion.id}.{key}", line(N_("says nothing.")), remedy, "audit.silent"
                )


def _sources(rules: Rules) -> Iterator[Problem]:
    for source in rules.sources.values():
        if not (source.title.strip() and source.short.strip() and source.address.strip()):
            remedy = line(N_("Give title, short name and address."))
            what = line(N_("does not say where it was read."))
            yield problem("figures.toml", f"source.{source.id}", what, remedy, "audit.source")


def _routes(rules: Rules) -> Iterator[Problem]:
    for route in rules.scheme.routes:
        if not any(route in criterion.routes for criterion in rules.criteria):
            remedy = line(N_("Write at least one with routes naming it."))
            yield problem("criteria.toml", f"routes.{route}", line(N_("has no criterion.")), remedy, "audit.route")
    for proof in rules.proofs:
        if proof.section not in rules.scheme.sections or proof.slot not in rules.slots:
            remedy = line(N_("Name a section of scheme.toml and a slot of portal.toml."))
            yield problem("proofs.toml", proof.id, line(N_("has no place.")), remedy, "audit.place")
