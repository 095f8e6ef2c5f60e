"""Which pages of a paper go into the bundle, how they are turned, and which figure each shows.

A page number always means the original as taken in, from 1. What is changed comes back as fields for `edit_evidence`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from talentpack.core.answers import Answers
from talentpack.core.claims import Pin, pins
from talentpack.core.proofs import APPLICANT
from talentpack.core.questions import Forms
from talentpack.core.ranges import pages_of
from talentpack.core.values import Plain

Fields = Mapping[str, Plain | None]

# What a paper can show of the person it belongs to when it proves no record: the tables of single answers.
_OF_THE_PERSON = (APPLICANT, "travel_document")
_SHOWN_KINDS = ("text", "name", "date", "partial_date", "number", "money", "country")


def kept(answers: Answers, evidence: str, count: int) -> tuple[int, ...]:
    """The pages taken, in their order; all of them where the answer does not fit the file (the final check tells)."""
    try:
        return pages_of(answers.text(f"evidence/{evidence}/pages"), count)
    except ValueError:
        return tuple(range(1, count + 1))


def left_out(answers: Answers, evidence: str, count: int, page: int) -> Fields:
    """Leaves a page out. The last one stays: a paper without pages proves nothing."""
    pages = [each for each in kept(answers, evidence, count) if each != page]
    return _as_fields(pages, count) if pages else {}


def taken_in(answers: Answers, evidence: str, count: int, page: int) -> Fields:
    """Takes a page in again, before the first that comes after it in the original."""
    pages = [each for each in kept(answers, evidence, count) if each != page]
    place = next((place for place, each in enumerate(pages) if each > page), len(pages))
    return _as_fields([*pages[:place], page, *pages[place:]], count)


def turn_of(answers: Answers, evidence: str, page: int) -> int:
    """Degrees clockwise: 0, 90, 180 or 270."""
    turns = answers.get(f"evidence/{evidence}/rotate")
    turn = turns.get(str(page), 0) if isinstance(turns, dict) else 0
    return turn if isinstance(turn, int) else 0


def turned(answers: Answers, evidence: str, page: int, by: int) -> Fields:
    """Turns a page ``by`` degrees clockwise, a multiple of 90."""
    turns = answers.get(f"evidence/{evidence}/rotate")
    kept_turns: dict[str, Plain] = {**turns} if isinstance(turns, dict) else {}
    turn = (turn_of(answers, evidence, page) + by) % 360
    kept_turns.pop(str(page), None)
    return {"rotate": kept_turns | ({str(page): turn} if turn else {}) or None}


def pins_of(answers: Answers, evidence: str) -> tuple[Pin, ...]:
    return tuple(pin for pin in pins(answers) if pin.evidence == evidence)


def pinned(answers: Answers, evidence: str, page: int, says: str) -> Fields:
    """Says that a page shows an answer, given by its address."""
    return _with_pins((*pins_of(answers, evidence), Pin(evidence, page, says)))


def unpinned(answers: Answers, pin: Pin) -> Fields:
    return _with_pins(each for each in pins_of(answers, pin.evidence) if each != pin)


def figures(answers: Answers, forms: Forms, target: str) -> tuple[str, ...]:
    """The answers a paper for ``target`` can show, by address: those given of the record or the person it is for."""
    tables = _OF_THE_PERSON if target == APPLICANT else (target,)
    return tuple(_figures(answers, forms, tables))


def _figures(answers: Answers, forms: Forms, tables: tuple[str, ...]) -> Iterator[str]:
    for table in tables:
        for name in answers.below(table):
            question = forms.question(f"{table}/{name}")
            if question is not None and question.kind in _SHOWN_KINDS:
                yield f"{table}/{name}"


def _with_pins(wanted: Iterator[Pin] | tuple[Pin, ...]) -> Fields:
    entries: list[Plain] = [{"page": pin.page, "says": pin.says} for pin in wanted]
    return {"pins": entries or None}


def _as_fields(pages: list[int], count: int) -> Fields:
    return {"pages": None if pages == list(range(1, count + 1)) else _text(pages)}


def _text(pages: list[int]) -> str:
    """``1-3,5``: neighbours in rising order stand as a range."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
