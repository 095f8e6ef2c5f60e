"""The index of exhibits: section by section, each with its date, its pages and where it begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from talentpack.core.exhibits import DEPENDANTS, Exhibit
from talentpack.core.lines import N_, line
from talentpack.core.plan import PackPlan
from talentpack.documents.heads import continued, head_row
from talentpack.documents.marks import Target
from talentpack.documents.para import Para
from talentpack.documents.rows import THIN, Column, Group, Padding, Row, table
from talentpack.documents.runs import Span
from talentpack.documents.setting import Setting, person_name
from talentpack.documents.sheet import FRAME, title_strips
from talentpack.documents.strips import Page, paginate, spaced
from talentpack.documents.styles import CELL_LINK, CELL_PAGE, CELL_STRONG, HEAD, PERSON, SECTION, Style

COLUMNS = (
    Column(0, 66),
    Column(72, 232),
    Column(308, 70, right=True),
    Column(382, 36, right=True),
    Column(422, 46, right=True),
)
_TIGHT = Padding(2.25, 2.25)
_SECTION = Padding(12, 3)
_PERSON = Padding(10.5, 3)
_FIRST_PERSON = Padding(4.5, 3)


def set_index(plan: PackPlan, setting: Setting) -> tuple[Page, ...]:
    """The index's pages without their foot."""
    words = setting.words
    lead = words.text(N_("Page numbers are those at the foot of every page and of the PDF alike."))
    strips = title_strips(words.text(N_("Index of exhibits")), lead, setting)
    heads = (N_("Exhibit"), N_("Document"), N_("Date"), N_("Pages"))
    first = setting.cell(words.text(N_("From"), "index"), HEAD)
    head = Row((*(setting.label(each, HEAD) for each in heads), first))
    strips += spaced(table(COLUMNS, head, _groups(plan, setting), setting.fonts), 21)
    return paginate(strips, FRAME)


def _groups(plan: PackPlan, setting: Setting) -> Iterator[Group]:
    for section, exhibits in groupby(plan.exhibits, key=lambda exhibit: exhibit.section):
        if section == DEPENDANTS:
            yield from _by_person(tuple(exhibits), plan, setting)
        else:
            head, again = _section_heads(section, plan, setting)
            yield Group(tuple(_row(exhibit, setting) for exhibit in exhibits), (head,), (again,))


def _section_heads(section: str, plan: PackPlan, setting: Setting, rule: float = THIN) -> tuple[Row, Row]:
    """The section's letter and name, linked to its divider; and the same "(continued)"."""
    letter = (_linked(section, SECTION, Target(section=section), setting),)
    name = setting.words.say(plan.sections[section]) if section in plan.sections else ""
    return (
        head_row(letter, setting.cell(name, PERSON), _SECTION, rule),
        head_row(letter, setting.cell(continued(name, setting), PERSON), _SECTION, rule),
    )


def _by_person(exhibits: tuple[Exhibit, ...], plan: PackPlan, setting: Setting) -> Iterator[Group]:
    """The dependants' section: a head for the section, then one for each person."""
    section, section_again = _section_heads(DEPENDANTS, plan, setting, rule=0)
    heads: tuple[Row, ...] = (section,)
    for number, papers in groupby(exhibits, key=lambda exhibit: exhibit.paper.person):
        person = plan.people[number]
        role, name = setting.words.say(person.role), person_name(person, setting)
        named = setting.words.say(line(N_("{role}, {name}"), role=role, name=name))
        padding = _FIRST_PERSON if heads else _PERSON
        head = head_row((), setting.cell(named, CELL_STRONG), padding)
        again = head_row((), setting.cell(continued(named, setting), CELL_STRONG), _FIRST_PERSON)
        yield Group(tuple(_row(exhibit, setting) for exhibit in papers), (*heads, head), (section_again, again))
        heads = ()


def _row(exhibit: Exhibit, setting: Setting) -> Row:
    target = Target(exhibit.number)
    date = setting.words.date(exhibit.paper.date, short=True) if exhibit.paper.date else ""
    first = setting.number(setting.numbers.exhibits.get(exhibit.number, 0))
    return Row(
        (
            (_linked(exhibit.number, CELL_LINK, target, setting),),
            setting.say(exhibit.paper.title),
            setting.cell(date),
            setting.cell(str(exhibit.page_count)),
            (_linked(first, CELL_PAGE, target, setting),),
        ),
        _TIGHT,
    )


def _linked(text: str, style: Style, target: Target, setting: Setting) -> Para:
    return Para((Span(text, style, target),), setting.chinese)
