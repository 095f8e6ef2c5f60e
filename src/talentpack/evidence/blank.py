"""Which pages are empty sheets. Drawing all to see would take too long, so only those are drawn that could be one."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Object
from PIL import Image
from pypdfium2 import PdfDocument

from talentpack.evidence import draw
from talentpack.evidence.burden import Burden, affordable, burden

_WIDTH = 413  # pixels: wide enough for one line of print to leave a mark
_SPECKS = 4  # dots darker than paper that are dust
_PAPER = 216  # of 255: darker is ink, not paper
_BARE_BITS = 0.8  # a dot: a scan that took more cannot be an empty sheet


def blank_pages(data: bytes, textless: Mapping[int, Object], total: int) -> frozenset[int]:
    """Those of the pages without text, by number from 0, on which nothing is to be seen.

    Empty sheets are the scans that took least room: they are drawn first, as many as there is time for.
    """
    sheets = sorted((burden(number, page) for number, page in textless.items()), key=lambda sheet: sheet.bits)
    chosen = sorted(affordable(sheet for sheet in sheets if sheet.bits <= _BARE_BITS), key=lambda sheet: sheet.number)
    found: set[int] = set()
    for batch in draw.batches(chosen, len(data), total):
        with draw.document(data) as document:
            found.update(sheet.number for sheet in batch if _is_paper(document, sheet))
    return frozenset(found)


def _is_paper(document: PdfDocument, sheet: Burden) -> bool:
    """Nothing on the page is darker than paper; of a scan the outer tenth is left out, where scanners leave shadows."""
    drawn = draw.pixels(document, sheet.number + 1, _WIDTH)
    if not drawn.rgb:
        return True
    seen = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb).convert("L")
    if sheet.dots:
        across, down = drawn.width // 10, drawn.height // 10
        seen = seen.crop((across, down, drawn.width - across, drawn.height - down))
    return sum(seen.histogram()[:_PAPER]) <= (_SPECKS if sheet.dots else 0)
