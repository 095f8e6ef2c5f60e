"""A section's divider: its letter, its name, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from talentpack.core.exhibits import DEPENDANTS, Exhibit
from talentpack.core.lines import N_
from talentpack.core.plan import PackPlan
from talentpack.documents.heads import continued, head_row
from talentpack.documents.ink import PAGE_HEIGHT
from talentpack.documents.marks import Mark, Target
from talentpack.documents.para import BASELINE, Para
from talentpack.documents.rows import Column, Group, Padding, Row, table
from talentpack.documents.runs import Span
from talentpack.documents.setting import Setting, person_name
from talentpack.documents.sheet import BOTTOM, TEXT, first_line
from talentpack.documents.strips import Frame, Page, paginate
from talentpack.documents.styles import CELL_STRONG, DIVIDER, HEAD, LETTER, LIST, LIST_LINK, Style

COLUMNS = (Column(0, 66), Column(72, 330), Column(404, 64, right=True))
_FRAME = Frame(first=351.0, later=66.0, bottom=BOTTOM)
_LETTER_BASELINE = PAGE_HEIGHT - 580
_NAME_BASELINE = PAGE_HEIGHT - 530
_LOOSE = Padding(4.5, 4.5)
_PERSON = Padding(10.5, 3)


def set_divider(section: str, plan: PackPlan, setting: Setting) -> tuple[Page, ...]:
    """The divider of one section without its foot: one page, unless the list is longer."""
    exhibits = tuple(exhibit for exhibit in plan.exhibits if exhibit.section == section)
    head = Row(tuple(setting.label(each, HEAD) for each in (N_("Exhibit"), N_("Document"), N_("Pages"))))
    strips = table(COLUMNS, head, _groups(section, exhibits, plan, setting), setting.fonts)
    first, *others = paginate(strips, _FRAME)
    return (*_title(section, plan, setting), *first), *others


def _title(section: str, plan: PackPlan, setting: Setting) -> Iterator[Mark]:
    name = setting.words.say(plan.sections[section]) if section in plan.sections else ""
    x = TEXT - _bearing(section, setting)  # the stem of a letter this large stands on the column
    for text, style, baseline in ((section, LETTER, _LETTER_BASELINE), (name, DIVIDER, _NAME_BASELINE)):
        if text:
            yield from first_line(setting.text(text, style), x, baseline - BASELINE * style.leading, setting.fonts)
            x = TEXT


def _bearing(section: str, setting: Setting) -> float:
    face = setting.fonts.pick(section[0], LETTER, chinese=False)
    return setting.fonts.face(face).bearing(section[0]) * LETTER.size if face else 0.0


def _groups(section: str, exhibits: tuple[Exhibit, ...], plan: PackPlan, setting: Setting) -> Iterator[Group]:
    if section != DEPENDANTS:
        yield Group(tuple(_row(exhibit, setting) for exhibit in exhibits))
        return
    for number, papers in groupby(exhibits, key=lambda exhibit: exhibit.paper.person):
        name = person_name(plan.people[number], setting)
        heads = (head_row((), setting.cell(text, CELL_STRONG), _PERSON) for text in (name, continued(name, setting)))
        head, again = heads
        yield Group(tuple(_row(exhibit, setting) for exhibit in papers), (head,), (again,))


def _row(exhibit: Exhibit, setting: Setting) -> Row:
    first = setting.numbers.exhibits.get(exhibit.number, 0)
    cells = (
        _linked(exhibit.number, LIST_LINK, exhibit, setting),
        setting.say(exhibit.paper.title, LIST),
        _linked(setting.pages(first, exhibit.page_count), LIST, exhibit, setting),
    )
    return Row(cells, _LOOSE)


def _linked(text: str, style: Style, exhibit: Exhibit, setting: Setting) -> tuple[Para, ...]:
    return (Para((Span(text, style, Target(exhibit.number)),), setting.chinese),)
