"""The cover letter: serif, one text column, side heads in the margin column."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from talentpack.core.plan import PackPlan
from talentpack.documents.income import letter_table
from talentpack.documents.ink import PAGE_HEIGHT
from talentpack.documents.marks import BLUE, Box, Mark, Picture, Rule
from talentpack.documents.matter import Matter, Passage, enclosures_label, matter_of
from talentpack.documents.para import Para, marks_of, set_lines
from talentpack.documents.rows import LEFT, WIDTH
from talentpack.documents.runs import Span
from talentpack.documents.setting import Setting
from talentpack.documents.sheet import BOTTOM, MARGIN, MEASURE, TEXT, first_line, para_strips
from talentpack.documents.strips import Frame, Page, Strip, joined, padded, paginate, spaced
from talentpack.documents.styles import (
    ENCLOSED,
    HEAD,
    READ,
    READ_STRONG,
    SENDER,
    SENDER_LINES,
    SENDER_SECOND,
    SIDE,
    Style,
)

GRID = 7.5
LINE = 15.0
HALF = 7.5
_TOP_OWN = 126.0
_TOP_HEADED = 138.0
_TOP_LATER = 78.0
_RUNNING_BASELINE = PAGE_HEIGHT - 794
_RUNNING_RULE = PAGE_HEIGHT - 786
_SIGNATURE = 180.0


def set_letter(plan: PackPlan, setting: Setting, pages: Sequence[tuple[int, int]] = ()) -> tuple[Page, ...]:
    """The letter's pages without their foot.

    ``pages`` are the first and last page of what the enclosures name: if they are as many as the enclosures (checklist,
    worksheet, index, and exhibits where there are any), each is shown with its pages.
    """
    matter = matter_of(plan, setting)
    head, depth = _head(plan, matter, setting)
    top = max(_TOP_HEADED if plan.letter.letterhead else _TOP_OWN, math.ceil((depth + LINE) / GRID) * GRID)
    strips = list(_strips(plan, matter, setting, pages))
    set_pages = paginate(strips, Frame(first=top, later=_TOP_LATER, bottom=BOTTOM))
    running = _running(matter, setting)
    return tuple((*(running if number else head), *page) for number, page in enumerate(set_pages))


def _head(plan: PackPlan, matter: Matter, setting: Setting) -> tuple[tuple[Mark, ...], float]:
    """The sender's name and address, or the letterhead, and how far down it reaches."""
    letterhead = plan.letter.letterhead
    y = 51.75 if letterhead else 57.75
    marks: list[Mark] = []
    if letterhead and letterhead.logo:
        marks.append(Picture(MARGIN, y, TEXT - MARGIN - 12, 48, letterhead.logo))
    elif letterhead:
        marks.append(Box(MARGIN, y + 9.6, 36, 1.2, BLUE))
    lines = [(matter.name, SENDER, 0.0), (matter.second, SENDER_SECOND, 1.5)]
    lines += [(each, SENDER_LINES, 4.5 if not number else 0.0) for number, each in enumerate(matter.contact)]
    for text, style, above in lines:
        if text:
            y += above
            for line in set_lines(setting.text(text, style), MEASURE, setting.fonts):
                marks += marks_of(line, TEXT, y, style.leading)
                y += style.leading
    return tuple(marks), y


def _running(matter: Matter, setting: Setting) -> tuple[Mark, ...]:
    top = _RUNNING_BASELINE - 0.72 * HEAD.leading
    text = first_line(setting.text(matter.running, HEAD), TEXT, top, setting.fonts)
    return (*text, Rule(LEFT, _RUNNING_RULE, WIDTH))


def _strips(plan: PackPlan, matter: Matter, setting: Setting, pages: Sequence[tuple[int, int]]) -> Iterator[Strip]:
    yield from _lines([matter.date, matter.reference], setting)
    yield from spaced(_lines(matter.addressee, setting), LINE)
    yield from spaced(_lines([matter.salutation], setting), LINE)
    subject = Para(matter.subject, setting.chinese)
    yield from joined(spaced(para_strips(subject, setting.fonts), HALF))
    for passage in matter.passages[:-1]:
        yield from _passage(passage, plan, setting)
    yield from joined((*_end(plan, matter, setting), *_enclosures(matter, setting, pages)))


def _lines(texts: Sequence[str], setting: Setting, style: Style = READ) -> list[Strip]:
    """Short lines one below the other, together."""
    paras = [setting.text(text, style) for text in texts if text]
    return joined(strip for para in paras for strip in para_strips(para, setting.fonts))


def _passage(passage: Passage, plan: PackPlan, setting: Setting) -> Iterator[Strip]:
    chinese = setting.chinese
    para = Para(passage.spans, chinese, justified=chinese, indent=2.0 if chinese else 0.0)
    side = setting.text(passage.side, SIDE) if passage.side else None
    yield from spaced(para_strips(para, setting.fonts, side=side), HALF)
    if passage.table and plan.income:
        yield from padded(spaced(letter_table(plan, plan.income, setting), HALF), GRID)


def _end(plan: PackPlan, matter: Matter, setting: Setting) -> Iterator[Strip]:
    """The last paragraph, closing, line and name: a signature never stands on a page without text."""
    for passage in matter.passages[-1:]:
        yield from _passage(passage, plan, setting)
    yield from spaced(_lines([matter.closing], setting), LINE)
    name = _lines([matter.signature], setting, READ_STRONG) or [Strip(LINE)]
    name[0] = replace(name[0], marks=(Rule(TEXT, -2.7, _SIGNATURE), *name[0].marks))
    yield from spaced(name, 3 * LINE)
    yield from _lines([matter.capacity], setting)


def _enclosures(matter: Matter, setting: Setting, pages: Sequence[tuple[int, int]]) -> list[Strip]:
    known = pages if len(pages) == len(matter.enclosures) else ()
    strips: list[Strip] = []
    for number, text in enumerate(matter.enclosures):
        side = setting.text(setting.words.text(enclosures_label()), SIDE) if not number else None
        wide = MEASURE if not known else _SIGNATURE - 48
        entry = para_strips(setting.text(text, ENCLOSED), setting.fonts, width=wide, side=side)
        if known and entry:
            entry[0] = replace(entry[0], marks=(*entry[0].marks, *_pages(known[number], setting)))
        strips += entry
    return spaced(strips, 1.5 * LINE)


def _pages(span: tuple[int, int], setting: Setting) -> Iterator[Mark]:
    first, last = span
    text = setting.number(first) if first == last else f"{setting.number(first)}–{setting.number(last)}"
    para = Para((Span(text, ENCLOSED),), setting.chinese, right=True)
    for line in set_lines(para, _SIGNATURE, setting.fonts)[:1]:
        yield from marks_of(line, TEXT, 0.0, ENCLOSED.leading)
