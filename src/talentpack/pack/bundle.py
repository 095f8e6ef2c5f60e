"""The bundle: front pages and exhibits joined, stamped, linked, with bookmarks, and saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pikepdf import Pdf

from talentpack.pack.bookmarks import Bookmark
from talentpack.pack.describe import Description, describe
from talentpack.pack.join import Run, joined, runs, save
from talentpack.pack.layout import Layout, Part
from talentpack.pack.links import add_link, add_links, front_links
from talentpack.pack.outline import write_names, write_outline
from talentpack.pack.stamp import Stamper, stamper
from talentpack.pack.stamp_font import StampFont
from talentpack.pack.view import view


def write_bundle(
    path: Path, layout: Layout, front: Path, font: StampFont, marks: Sequence[Bookmark], about: Description
) -> None:
    """Writes the bundle to ``path``; ``front`` is the file that holds ``layout.front.pdf``.

    Raises Refused when a file of the evidence cannot be read, OSError when the bundle cannot be written.
    """
    with joined(list(_runs(layout, front))) as pdf:
        if len(pdf.pages) != layout.numbers.total:
            raise RuntimeError("the bundle has other pages than were counted")
        _stamp_all(pdf, layout, font)
        add_links(pdf, front_links(layout))
        write_outline(pdf, marks)
        write_names(pdf, layout.numbers.exhibits)
        describe(pdf, about, labels=True)
        save(pdf, path)


def stamp_text(exhibit: str, page: int, total: int) -> str:
    """``B2 · 41 / 180``, on our own pages ``5 / 180``."""
    place = f"{page} / {total}"
    return f"{exhibit} · {place}" if exhibit else place


def _runs(layout: Layout, front: Path) -> Iterator[Run]:
    for part in layout.order:
        if part.exhibit:
            yield from runs(part.exhibit)
        else:
            yield Run(str(front), tuple(leaf + 1 for leaf in part.leaves), {})


def _stamp_all(pdf: Pdf, layout: Layout, font: StampFont) -> None:
    tool = stamper(pdf, font)
    for part in layout.order:
        for page in range(part.first, part.last + 1):
            _stamp(tool, layout, part, page)


def _stamp(tool: Stamper, layout: Layout, part: Part, number: int) -> None:
    page = tool.pdf.pages[number - 1]
    exhibit = part.exhibit.number if part.exhibit else ""
    text = stamp_text(exhibit, number, layout.numbers.total)
    rect = tool.stamp(page, view(page), text, plate=bool(exhibit))
    if layout.numbers.index:
        add_link(tool.pdf, page, rect, layout.numbers.index)


def all_links(layout: Layout) -> list[tuple[int, int]]:
    """(page, target) of every link of the bundle, in the order they are added: stamps, then the front's areas."""
    index = layout.numbers.index
    back = [(page, index) for page in range(1, layout.numbers.total + 1)] if index else []
    return back + [(link.page, link.target) for link in front_links(layout)]
