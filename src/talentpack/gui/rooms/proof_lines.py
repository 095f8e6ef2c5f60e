"""The proofs of a case as lines of a list: section heads, proofs with what is to be done, papers nobody assigned yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec.structs import replace

from talentpack.app.exhibiting import numbers_of
from talentpack.app.final_check import proof_address
from talentpack.app.people import people_of
from talentpack.app.records import record_title
from talentpack.core.exhibits import DEPENDANTS
from talentpack.core.lines import N_, Line, line
from talentpack.core.plan import ProofState
from talentpack.core.proofs import APPLICANT, ProofRow
from talentpack.core.words import Words
from talentpack.gui.desk import Desk

_JOINTS = " :：,，"


class StateWords(NamedTuple):
    """``short`` in the list, where something is to be done; ``chip`` in the detail."""

    short: str
    chip: str
    icon: str
    colour: str
    tone: str = ""


STATES: Mapping[ProofState, StateWords] = {
    "attached": StateWords("", N_("Attached"), "met", "green", "green"),
    "missing": StateWords(N_("Missing"), N_("Missing"), "unknown", "muted"),
    "maybe": StateWords(N_("Open"), N_("An answer decides whether it is wanted"), "unknown", "muted"),
    "needs_translation": StateWords(N_("No translation"), N_("Translation missing"), "advice", "amber", "amber"),
    "needs_certificate": StateWords(N_("Not certified"), N_("Translation not certified"), "advice", "amber", "amber"),
    "incomplete": StateWords(N_("Incomplete"), N_("Incomplete"), "advice", "amber", "amber"),
    "unusable": StateWords(N_("Cannot be used"), N_("Cannot be used"), "advice", "amber", "amber"),
    "not_applicable": StateWords("", N_("Does not apply"), "not_met", "muted"),
}
_ADVISED = StateWords(N_("Advised"), N_("Missing, advised"), "unknown", "muted")
_UNASSIGNED = StateWords("", N_("Not assigned yet"), "file", "muted")


class ProofLine(NamedTuple):
    """``key`` is a proof's address or ``evidence/e1``, empty for a head; ``second`` stands below, ``sentence`` says all."""

    kind: Literal["head", "proof", "paper"]
    key: str
    number: str
    first: str
    second: str = ""
    state: StateWords = _UNASSIGNED
    right: str = ""
    sentence: str = ""


def state_words(row: ProofRow) -> StateWords:
    return _ADVISED if row.state == "missing" and not row.required else STATES[row.state]


def bare_title(row: ProofRow, words: Words) -> str:
    """A proof's name without the record it is for."""
    return words.say(replace(row.title, values=dict.fromkeys(row.title.values, ""))).strip(_JOINTS)


def record_line(desk: Desk, row: ProofRow) -> Line | None:
    """The record a proof is for, in one line; None for a person's."""
    head, _, record = row.target.partition("/")
    listing = next((page.listing for page in desk.forms.pages if page.listing and page.listing.id == head), None)
    if row.rule.per == "dependant" or listing is None or not record:
        return None
    return record_title(desk.forms, desk.answers, listing, record)


def unassigned(desk: Desk) -> tuple[str, ...]:
    """Papers that serve no proof this case wants."""
    serving = {each for row in desk.rows for each in row.evidence}
    return tuple(each for each in desk.answers.ids("evidence") if each not in serving)


def proof_lines(desk: Desk) -> tuple[ProofLine, ...]:
    """Papers not assigned come first, then the proofs by section and person."""
    return (*_papers(desk), *_proofs(desk))


def in_order(desk: Desk) -> tuple[ProofRow, ...]:
    """The proofs as the bundle orders their exhibits."""
    people = [APPLICANT, *(f"dependant/{each}" for each in desk.answers.ids("dependant"))]
    return tuple(sorted(desk.rows, key=lambda row: (*_section(row, people), row.rule.order)))


def _section(row: ProofRow, people: list[str]) -> tuple[str, int]:
    return (DEPENDANTS if row.person != APPLICANT else row.rule.section), people.index(row.person)


def _papers(desk: Desk) -> Iterator[ProofLine]:
    words, papers = desk.words, unassigned(desk)
    if papers:
        yield ProofLine("head", "", "", words.text(N_("Not assigned yet")))
    for each in papers:
        name = desk.answers.text(f"evidence/{each}/title") or Path(desk.answers.text(f"evidence/{each}/file")).name
        said = words.say(line(N_("{file}: choose what it proves"), file=name))
        yield ProofLine("paper", f"evidence/{each}", "", name, sentence=said)


def _proofs(desk: Desk) -> Iterator[ProofLine]:
    words = desk.words
    people = [APPLICANT, *(f"dependant/{each}" for each in desk.answers.ids("dependant"))]
    numbers = numbers_of(desk.answers, desk.rows, desk.session.world.rules)
    last = ("", 0)
    for row in in_order(desk):
        section = _section(row, people)
        if section != last:
            yield _head(desk, row, section)
            last = section
        yield _proof(desk, row, words, numbers)


def _head(desk: Desk, row: ProofRow, section: tuple[str, int]) -> ProofLine:
    letter, person = section
    if letter == DEPENDANTS:
        who = next(each for each in people_of(desk.answers, desk.forms) if each.ref == row.person)
        name = desk.words.say(line(N_("{name}, {role}"), name=who.name, role=who.role) if who.name else who.role)
        return ProofLine("head", "", f"{letter}{person}", name)
    return ProofLine("head", "", letter, desk.words.say(desk.session.world.rules.scheme.sections[letter]))


def _proof(desk: Desk, row: ProofRow, words: Words, numbers: Mapping[str, str]) -> ProofLine:
    state = state_words(row)
    of = record_line(desk, row)
    who = next((each for each in people_of(desk.answers, desk.forms) if each.ref == row.person), None)
    said = line(
        N_("{proof}, {person}: {state}"), proof=row.title, person=who.name if who else "", state=line(state.chip)
    )
    return ProofLine(
        kind="proof",
        key=proof_address(row),
        number=", ".join(numbers[each] for each in row.evidence),
        first=bare_title(row, words),
        second=words.say(of) if of else "",
        state=state,
        right=words.text(state.short) if state.short else "",
        sentence=words.say(said),
    )
