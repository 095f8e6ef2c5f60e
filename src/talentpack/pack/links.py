"""Links: from the front's areas to exhibits, pages and sections, and from every page's stamp back to the index."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Page, Pdf

from talentpack.core.lines import Cite
from talentpack.core.values import Value
from talentpack.pack.layout import Area, Layout
from talentpack.pack.outline import destination


class Link(Value, frozen=True, kw_only=True):
    """A link on a bundle page (from 1) to another; ``rect`` in the page's units: left, bottom, right, top."""

    page: int
    rect: tuple[float, float, float, float]
    target: int


def front_links(layout: Layout) -> tuple[Link, ...]:
    """The front's areas as links between bundle pages, in the order they stand. Raises RuntimeError for a dead one."""
    pages = layout.leaf_pages
    return tuple(
        Link(page=pages[area.leaf], rect=area.rect, target=_target(layout, area))
        for area in layout.front.areas
        if area.leaf in pages
    )


def add_links(pdf: Pdf, links: Sequence[Link]) -> None:
    for link in links:
        add_link(pdf, pdf.pages[link.page - 1], Array([round(value, 3) for value in link.rect]), link.target)


def add_link(pdf: Pdf, page: Page, rect: Array, target: int) -> None:
    """A link without a frame."""
    annotation = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=rect,
        Border=Array([0, 0, 0]),
        F=4,
        Dest=destination(pdf, target),
    )
    present = page.obj.get(Name.Annots)
    others = list(present) if isinstance(present, Array) else []
    page.obj[Name.Annots] = Array([*others, pdf.make_indirect(annotation)])


def _target(layout: Layout, area: Area) -> int:
    numbers = layout.numbers
    if area.exhibit:
        page = numbers.page(Cite(exhibit=area.exhibit, page=area.page))
    else:
        page = numbers.dividers.get(area.section, 0)
    if not page:
        raise RuntimeError(f"a link leads to nothing: {area.exhibit or area.section}")
    return page
