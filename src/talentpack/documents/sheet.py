"""The page: A4, one margin column and one text column, the foot; and strips made of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from talentpack.documents.fonts import FontSet
from talentpack.documents.ink import PAGE_HEIGHT
from talentpack.documents.marks import GREY, Mark, Text
from talentpack.documents.para import Para, marks_of, set_lines
from talentpack.documents.runs import Span
from talentpack.documents.setting import Setting
from talentpack.documents.strips import Frame, Page, Strip, joined, spaced
from talentpack.documents.styles import HEAD, READ, TITLE

MARGIN = 60.0
TEXT = 132.0
RIGHT = 528.0
MEASURE = RIGHT - TEXT
BOTTOM = PAGE_HEIGHT - 78
FRAME = Frame(first=66.0, later=66.0, bottom=BOTTOM)
FOOT = PAGE_HEIGHT - 24
FOOT_WIDTH = 390.0  # the stamp stands right of it


Kind = Literal["letter", "checklist", "worksheet", "index", "divider"]


@dataclass(frozen=True, slots=True)
class Leaves:
    """The pages of one of our documents."""

    kind: Kind
    pages: tuple[Page, ...]
    section: str = ""


def para_strips(
    para: Para, fonts: FontSet, x: float = TEXT, width: float = MEASURE, side: Para | None = None
) -> list[Strip]:
    """A paragraph's lines: at least two stay together at both ends, three or fewer move whole.

    ``side`` is its side head, set in the margin column on the first line, before the text so that it is read first.
    """
    lines = set_lines(para, width, fonts)
    strips = [Strip(para.leading, tuple(marks_of(line, x, 0.0, para.leading))) for line in lines]
    if side and strips:
        heads = [
            mark
            for line in set_lines(side, TEXT - MARGIN - 6, fonts)[:1]
            for mark in marks_of(line, MARGIN, 0.0, side.leading)
        ]
        strips[0] = replace(strips[0], marks=(*heads, *strips[0].marks))
    held = {1, len(strips) - 1} if len(strips) > 3 else set(range(1, len(strips)))  # noqa: PLR2004 - documents.md
    return [replace(strip, keep=place in held) for place, strip in enumerate(strips)]


def title_strips(title: str, lead: str, setting: Setting) -> list[Strip]:
    """The title of a page and its lead paragraph, kept with what follows by the caller."""
    head = para_strips(setting.text(title, TITLE), setting.fonts)
    text = Para((Span(lead, READ),), setting.chinese, justified=setting.chinese)
    return joined([*head, *spaced(para_strips(text, setting.fonts), 6)])


def note_strips(para: Para, setting: Setting, before: float = 12) -> list[Strip]:
    return spaced(para_strips(para, setting.fonts), before)


def foot(name: str, title: str, setting: Setting) -> tuple[Mark, ...]:
    """The left of the foot, drawn last so that it is read last; its right is left free for the stamp."""
    style = replace(HEAD, colour=GREY)
    text = " · ".join(part for part in (name, title) if part)
    lines = set_lines(setting.text(text, style), FOOT_WIDTH, setting.fonts)[:1]
    return tuple(Text(MARGIN, FOOT, line.glyphs) for line in lines)


def first_line(text: Para, x: float, top: float, fonts: FontSet) -> Iterator[Mark]:
    """A single line at a fixed place of the page."""
    for line in set_lines(text, RIGHT - x, fonts)[:1]:
        yield from marks_of(line, x, top, text.leading)
