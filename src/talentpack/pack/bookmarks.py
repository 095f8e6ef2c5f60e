"""The bundle's bookmarks as values: documents, sections, persons, exhibits, and the evidence's own under its exhibit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from talentpack.core.exhibits import DEPENDANTS, Exhibit, Sheaf
from talentpack.core.lines import N_, line
from talentpack.core.papers import page_ranges
from talentpack.core.plan import PackPlan
from talentpack.core.values import Value
from talentpack.core.words import Words
from talentpack.pack.layout import CHECKLIST, FRONT, INDEX, LETTER, WORKSHEET, Layout, Part
from talentpack.pack.shown import shown

FRONT_TITLES = MappingProxyType(
    {
        LETTER: line(N_("Cover letter")),
        CHECKLIST: line(N_("Checklist")),
        WORKSHEET: line(N_("Eligibility worksheet")),
        INDEX: line(N_("Index")),
    }
)
_DEEPEST = 8
"""Levels of an evidence file's own outline that are kept; deeper ones move up."""


class Bookmark(Value, frozen=True, kw_only=True):
    """``page`` is a bundle page from 1, ``level`` counts from 0; ``open`` shows what is below it."""

    title: str
    page: int
    level: int
    open: bool = False


def bookmarks(plan: PackPlan, layout: Layout, words: Words) -> tuple[Bookmark, ...]:
    """All bookmarks in reading order."""
    found = [
        Bookmark(title=words.say(FRONT_TITLES[part.kind]), page=part.first, level=0)
        for part in layout.order
        if part.kind in FRONT
    ]
    for section in dict.fromkeys(part.section for part in layout.order if part.section):
        parts = [part for part in layout.order if part.section == section]
        title = words.say(line(N_("{letter} {name}"), letter=section, name=plan.sections[section]))
        found.append(Bookmark(title=title, page=parts[0].first, level=0, open=True))
        found.extend(_section(plan, section, [part for part in parts if part.exhibit], words))
    return tuple(found)


def own_outline(exhibit: Exhibit, first: int, level: int) -> Iterator[Bookmark]:
    """The bookmarks of the exhibit's files that lead to pages in use, the first of them being page ``first``.

    What stood under a bookmark that leads nowhere now moves up to the next one above it that is kept.
    """
    for sheaf in exhibit.paper.sheaves:
        yield from _sheaf(sheaf, first, level)
        first += len(sheaf.pages)


def _section(plan: PackPlan, section: str, parts: Sequence[Part], words: Words) -> Iterator[Bookmark]:
    person = 0
    for part in parts:
        exhibit = part.exhibit
        if exhibit is None:
            continue
        level = 1
        if section == DEPENDANTS and exhibit.paper.person:
            level = 2
            if exhibit.paper.person != person:
                person = exhibit.paper.person
                yield Bookmark(title=shown(_person(plan, person, words)), page=part.first, level=1, open=True)
        yield Bookmark(title=shown(_exhibit(part, exhibit, words)), page=part.first, level=level)
        yield from own_outline(exhibit, part.first, level + 1)


def _person(plan: PackPlan, position: int, words: Words) -> str:
    person = plan.people[position]
    name = f"{person.name} {person.name_zh}".strip()
    return words.say(line(N_("{role}, {name}"), role=person.role, name=name))


def _exhibit(part: Part, exhibit: Exhibit, words: Words) -> str:
    (pages,) = page_ranges(tuple(range(part.first, part.last + 1)))
    template = N_("{number} {title} ({pages})")
    return words.say(line(template, number=exhibit.number, title=exhibit.paper.title, pages=pages))


def _sheaf(sheaf: Sheaf, first: int, level: int) -> Iterator[Bookmark]:
    places = {page: first + position for position, page in reversed(list(enumerate(sheaf.pages)))}
    kept: list[int] = []  # levels, in the original, of the kept bookmarks above the present one
    for entry in sheaf.outline:
        while kept and kept[-1] >= entry.level:
            kept.pop()
        if entry.page in places:
            depth = level + min(len(kept), _DEEPEST)
            yield Bookmark(title=shown(entry.title), page=places[entry.page], level=depth)
            kept.append(entry.level)
