"""Which pages are empty sheets. Drawing all to see would take too long, so only those are drawn that could be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object, Stream
from PIL import Image
from pypdfium2 import PdfDocument

from talentpack.evidence import draw

_WIDTH = 413  # pixels: wide enough for one line of print to leave a mark
_SPECKS = 4  # dots darker than paper that are dust
_PAPER = 216  # of 255: darker is ink, not paper
_BARE_BITS = 0.8  # a dot: a scan that took more cannot be an empty sheet
_MAX_DOTS = 300_000_000  # unpacked to be looked at: some three seconds
_PAGE_DOTS = 1_000_000  # what drawing a page without pictures counts for


@dataclass(frozen=True)
class _Sheet:
    """A page's pictures: bits a dot of the one that has most, dots of all. A page without any has none."""

    number: int
    bits: float
    dots: int


def blank_pages(data: bytes, textless: Mapping[int, Object], total: int) -> frozenset[int]:
    """Those of the pages without text, by number from 0, on which nothing is to be seen.

    Empty sheets are the scans that took least room: they are drawn first, as many as there is time for.
    """
    sheets = sorted((_sheet(number, page) for number, page in textless.items()), key=lambda sheet: sheet.bits)
    chosen = sorted(_affordable(sheets), key=lambda sheet: sheet.number)
    found: set[int] = set()
    for batch in draw.batches(chosen, len(data), total):
        with draw.document(data) as document:
            found.update(sheet.number for sheet in batch if _is_paper(document, sheet))
    return frozenset(found)


def _affordable(sheets: list[_Sheet]) -> Iterator[_Sheet]:
    dots = 0
    for sheet in sheets:
        dots += sheet.dots + _PAGE_DOTS
        if sheet.bits > _BARE_BITS or dots > _MAX_DOTS:
            return
        yield sheet


def _sheet(number: int, page: Object) -> _Sheet:
    """From the pictures the page names itself; qpdf wrote their lengths, so they are true."""
    resources = page.get(Name.Resources)
    known = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    pictures = [thing for thing in known.values() if isinstance(thing, Stream)] if isinstance(known, Dictionary) else []
    dots = [max(0, thing.get_int("/Width", 0) * thing.get_int("/Height", 0)) for thing in pictures]
    bits = [8 * thing.get_int("/Length", 0) / size for thing, size in zip(pictures, dots, strict=True) if size]
    return _Sheet(number, max(bits, default=0.0), sum(dots))


def _is_paper(document: PdfDocument, sheet: _Sheet) -> bool:
    """Nothing on the page is darker than paper; of a scan the outer tenth is left out, where scanners leave shadows."""
    drawn = draw.pixels(document, sheet.number + 1, _WIDTH)
    if not drawn.rgb:
        return True
    seen = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb).convert("L")
    if sheet.dots:
        across, down = drawn.width // 10, drawn.height // 10
        seen = seen.crop((across, down, drawn.width - across, drawn.height - down))
    return sum(seen.histogram()[:_PAPER]) <= (_SPECKS if sheet.dots else 0)
