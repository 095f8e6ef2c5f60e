"""Bookmarks and named destinations written into a PDF (ISO 32000-1, 12.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from talentpack.pack.bookmarks import Bookmark
from talentpack.pack.view import view


def destination(pdf: Pdf, page: int) -> Array:
    """The seen top left of a page (from 1), keeping the reader's zoom."""
    target = pdf.pages[page - 1]
    return Array([target.obj, Name.XYZ, *(round(value, 3) for value in view(target).top_left), None])


def write_outline(pdf: Pdf, marks: Sequence[Bookmark]) -> None:
    """Writes the bookmarks as the document's outline; without any, nothing."""
    if not marks:
        return
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    items = [
        pdf.make_indirect(Dictionary(Title=String(mark.title), Dest=destination(pdf, mark.page))) for mark in marks
    ]
    children = _children(marks)
    for position, below in children.items():
        _link(root if position < 0 else items[position], [items[child] for child in below])
    for position in reversed(range(len(marks))):
        _count(items[position], marks[position].open, [items[child] for child in children.get(position, [])])
    _count(root, True, [items[child] for child in children[-1]])
    pdf.Root[Name.Outlines] = root


def write_names(pdf: Pdf, pages: Mapping[str, int]) -> None:
    """A named destination for each exhibit."""
    tree = NameTree.new(pdf)
    for name, page in sorted(pages.items()):
        tree[name] = destination(pdf, page)
    pdf.Root[Name.Names] = Dictionary(Dests=tree.obj)


def _children(marks: Sequence[Bookmark]) -> dict[int, list[int]]:
    """Positions below each position; -1 is the root."""
    children: dict[int, list[int]] = {-1: []}
    above: list[int] = []
    for position, mark in enumerate(marks):
        while above and marks[above[-1]].level >= mark.level:
            above.pop()
        children.setdefault(above[-1] if above else -1, []).append(position)
        above.append(position)
    return children


def _link(parent: Object, items: Sequence[Object]) -> None:
    parent[Name.First], parent[Name.Last] = items[0], items[-1]
    for item in items:
        item[Name.Parent] = parent
    for one, other in pairwise(items):
        one[Name.Next], other[Name.Prev] = other, one


def _count(item: Object, opened: bool, below: Sequence[Object]) -> None:
    """/Count: how many bookmarks show below it, negative while it is closed. Those below are counted already."""
    shown = sum(1 + max(0, int(child.get(Name.Count, 0))) for child in below)
    if shown:
        item[Name.Count] = shown if opened else -shown
