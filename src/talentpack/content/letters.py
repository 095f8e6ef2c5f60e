"""Reads `resources/letters/`: the paragraphs of a letter, each with its condition."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from talentpack.content.conditions import optional as optional_condition
from talentpack.content.sentences import Text, optional, sentence
from talentpack.content.toml import Complaints, Raw, convert, problem, read
from talentpack.core.letters import LetterRule, ParagraphRule
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused


class _Paragraph(Raw, frozen=True, kw_only=True):
    text: Text
    side: Text | None = None
    when: dict[str, Any] | None = None
    per: Literal["", "income", "degree", "job", "dependant"] = ""
    table: Literal["", "income"] = ""
    joins: bool = False


class _Letter(Raw, frozen=True, kw_only=True):
    addressee: list[Text]
    salutation: Text
    subject: Text
    closing: Text
    enclosures: list[Text]
    paragraph: list[Any]


def read_letter(path: Path) -> LetterRule:
    """A letter. Raises Refused with every problem of the file."""
    file, context = path.name, f"letters.{path.stem}"
    raw = convert(read(path), _Letter, file, "")
    complaints = Complaints()
    paragraphs: list[ParagraphRule] = []
    for index, table in enumerate(raw.paragraph):
        with complaints.catching():
            paragraphs.append(_paragraph(table, file, f"paragraph[{index}]", context))
    if not raw.paragraph:
        what, remedy = line(N_("a letter has paragraphs.")), line(N_("Write at least one [[paragraph]]."))
        complaints.add(problem(file, "paragraph", what, remedy))
    complaints.settle()
    return LetterRule(
        addressee=tuple(sentence(each, f"{context}.addressee") for each in raw.addressee),
        salutation=sentence(raw.salutation, f"{context}.salutation"),
        subject=sentence(raw.subject, f"{context}.subject"),
        closing=sentence(raw.closing, f"{context}.closing"),
        paragraphs=tuple(paragraphs),
        enclosures=tuple(sentence(each, f"{context}.enclosures") for each in raw.enclosures),
    )


def _paragraph(table: Any, file: str, key: str, context: str) -> ParagraphRule:
    raw = convert(table, _Paragraph, file, key)
    if raw.joins and raw.table:
        what = line(N_("a paragraph with a table stands by itself."))
        raise Refused(problem(file, key, what, line(N_("Leave out joins or table."))))
    return ParagraphRule(
        text=sentence(raw.text, f"{context}.text"),
        side=optional(raw.side, f"{context}.side"),
        when=optional_condition(raw.when, file, f"{key}.when"),
        per=raw.per,
        table=raw.table,
        joins=raw.joins,
    )
