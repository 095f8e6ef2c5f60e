"""The front of the pack: every page of ours on one canvas, so that each font is embedded once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from talentpack.core.plan import Numbers, PackPlan
from talentpack.core.values import Value
from talentpack.core.words import Words
from talentpack.documents.checklist import set_checklist
from talentpack.documents.divider import set_divider
from talentpack.documents.fonts import FontSet
from talentpack.documents.index import set_index
from talentpack.documents.ink import PAGE_HEIGHT, Sheets
from talentpack.documents.letter import set_letter
from talentpack.documents.marks import Link
from talentpack.documents.setting import Setting, figures_needed, person_name
from talentpack.documents.sheet import Kind, Leaves, foot
from talentpack.documents.strips import Page
from talentpack.documents.worksheet import set_worksheet


class Leaf(Value, frozen=True, kw_only=True):
    """One page of the front: what it is part of, and of a divider its section."""

    kind: Kind
    section: str = ""


class Area(Value, frozen=True, kw_only=True):
    """A rectangle (points, origin lower left: left, bottom, right, top) on leaf ``leaf``, counted from 0.

    It leads to an exhibit, a page of it (from 1), or a section's divider.
    """

    leaf: int
    rect: tuple[float, float, float, float]
    exhibit: str = ""
    page: int | None = None
    section: str = ""


class Front(Value, frozen=True, kw_only=True):
    """Our pages as one PDF, what each of them is, where they link, and the characters that no font has."""

    pdf: bytes
    leaves: tuple[Leaf, ...]
    areas: tuple[Area, ...]
    missing: tuple[str, ...]


def set_front(plan: PackPlan, words: Words, letter_words: Words, numbers: Numbers, fonts: Path) -> Front:
    """Letter, checklist, worksheet, index, then one divider a section, each page with its foot but no stamp.

    With empty ``numbers`` the room of every page number is left free, so that the pages are as many as with them.
    Raises Refused (``letterhead.logo``) if the logo is no picture.
    """
    faces = FontSet(fonts)
    figures = figures_needed(plan)
    setting = Setting(words, numbers, figures, faces)
    parts = list(_documents(plan, setting, Setting(letter_words, numbers, figures, faces)))
    leaves = tuple(Leaf(kind=part.kind, section=part.section) for part in parts for _ in part.pages)
    pages = [page for part in parts for page in part.pages]
    sheets = Sheets(faces, words.say(plan.title))
    for page in pages:
        sheets.page(page)
    return Front(pdf=sheets.pdf(), leaves=leaves, areas=tuple(_areas(pages)), missing=faces.missing)


def _documents(plan: PackPlan, setting: Setting, letter_setting: Setting) -> Iterator[Leaves]:
    checklist, worksheet = set_checklist(plan, setting), set_worksheet(plan, setting)
    index = set_index(plan, setting)
    letter = _letter(plan, letter_setting, [len(checklist), len(worksheet), len(index)])
    yield _footed("letter", letter, plan, letter_setting)
    yield _footed("checklist", checklist, plan, setting)
    yield _footed("worksheet", worksheet, plan, setting)
    yield _footed("index", index, plan, setting)
    for section in dict.fromkeys(exhibit.section for exhibit in plan.exhibits):
        yield _footed("divider", set_divider(section, plan, setting), plan, setting, section)


def _letter(plan: PackPlan, setting: Setting, counts: list[int]) -> tuple[Page, ...]:
    """The letter names the pages of what follows it, which its own length decides."""
    unknown = [(0, 0)] * (len(counts) + bool(plan.exhibits))
    page = len(set_letter(plan, setting, unknown)) + 1
    spans = []
    for count in counts:
        spans.append((page, page))
        page += count
    if plan.exhibits:
        spans.append((page, setting.numbers.total))
    return set_letter(plan, setting, spans if setting.numbers.total else unknown)


def _footed(kind: Kind, pages: tuple[Page, ...], plan: PackPlan, setting: Setting, section: str = "") -> Leaves:
    marks = foot(person_name(plan.people[0], setting), setting.words.say(plan.title), setting)
    return Leaves(kind, tuple((*page, *marks) for page in pages), section)


def _areas(pages: list[Page]) -> Iterator[Area]:
    for leaf, page in enumerate(pages):
        for mark in page:
            if isinstance(mark, Link):
                top = PAGE_HEIGHT - mark.y
                rect = (mark.x, top - mark.height, mark.x + mark.width, top)
                target = mark.target
                yield Area(leaf=leaf, rect=rect, exhibit=target.exhibit, page=target.page, section=target.section)
