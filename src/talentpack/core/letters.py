"""The cover letter's paragraphs as the data declares them."""

from __future__ import annotations

from typing import Literal

from talentpack.core.conditions import Condition
from talentpack.core.lines import Line
from talentpack.core.values import Value


class ParagraphRule(Value, frozen=True, kw_only=True):
    """One paragraph. ``text`` has places ``{job.title}`` (an answer) and ``{claim:job.from}`` (with its citation).

    ``per`` names a list: the paragraph stands once for each of its records (``degree``: the one used). ``joins``:
    it goes on in the paragraph before, when that stands. ``side`` is shown only where it changes.
    """

    text: Line
    side: Line | None = None
    when: Condition | None = None
    per: Literal["", "income", "degree", "job", "dependant"] = ""
    table: Literal["", "income"] = ""
    joins: bool = False


class LetterRule(Value, frozen=True, kw_only=True):
    """A kind of letter: the fixed parts and the paragraphs in order."""

    addressee: tuple[Line, ...]
    salutation: Line
    subject: Line
    closing: Line
    paragraphs: tuple[ParagraphRule, ...]
    enclosures: tuple[Line, ...]
