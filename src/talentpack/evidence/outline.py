"""The bookmarks of the original, as values: the copy has none, the pack puts them under their exhibit."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree, Object, ObjectSet, String

from talentpack.core.papers import OutlineEntry

MAX_ENTRIES = 5_000
MAX_TITLE = 200
MAX_LEVEL = 8


def outline(pdf: pikepdf.Pdf) -> tuple[OutlineEntry, ...]:
    """In reading order. Entries that lead to no page of this file are left out; expects explicit conversion mode."""
    top = pdf.Root.get(Name.Outlines)
    if not isinstance(top, Dictionary):
        return ()
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    entries: list[OutlineEntry] = []
    seen = ObjectSet()
    waiting = [(top.get(Name.First), 0)]
    while waiting and len(entries) < MAX_ENTRIES:
        item, level = waiting.pop()
        if not isinstance(item, Dictionary) or not seen.add(item):
            continue
        waiting += [(item.get(Name.Next), level), (item.get(Name.First), min(level + 1, MAX_LEVEL))]
        title, page = _title(item), pages.get(_target(pdf, item))
        if title and page:
            entries.append(OutlineEntry(title=title, level=level, page=page))
    return tuple(entries)


def _title(item: Object) -> str:
    text = item.get(Name.Title)
    shown = str(text) if isinstance(text, String) else ""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in shown).split())[:MAX_TITLE]


def _target(pdf: pikepdf.Pdf, item: Object) -> tuple[int, int]:
    """The object number of the page an entry leads to, (0, 0) when it leads elsewhere."""
    place = item.get(Name.Dest)
    action = item.get(Name.A)
    if place is None and isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo:
        place = action.get(Name.D)
    if isinstance(place, (Name, String)):
        place = _named(pdf, place)
    if isinstance(place, Dictionary):
        place = place.get(Name.D)
    first = place[0] if isinstance(place, Array) and len(place) else None
    return first.objgen if isinstance(first, Dictionary) else (0, 0)


def _named(pdf: pikepdf.Pdf, place: Object) -> Object | None:
    if isinstance(place, Name):
        listed = pdf.Root.get(Name.Dests)
        return listed.get(str(place)) if isinstance(listed, Dictionary) else None
    names = pdf.Root.get(Name.Names)
    tree = names.get(Name.Dests) if isinstance(names, Dictionary) else None
    if not isinstance(tree, Dictionary):
        return None
    try:
        return NameTree(tree).get(str(place))
    except (pikepdf.PikepdfError, RuntimeError, ValueError):
        return None  # a tree that is damaged or bites its tail leads nowhere
