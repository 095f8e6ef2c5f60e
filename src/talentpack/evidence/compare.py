"""Whether a page looks the same before and after cleaning: both drawn small, by the same renderer."""

from __future__ import annotations

import io
from collections.abc import Generator

import pikepdf
import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import PdfDocument

from talentpack.core.papers import Flag, FlagCode, Pixels
from talentpack.evidence import draw
from talentpack.evidence.burden import affordable, burden
from talentpack.evidence.sniff import Bytes
from talentpack.worker.protocol import Step

WIDTH = 496
"""Pixels: A4 at 60 dots an inch."""
MAX_COMPARED = 100
"""Pages; more would not be done in a reader's time. The others are named, not passed over."""
_TONE = 24  # of 255: coloured edges of the same letters differ by 10 at half the size
_BLOT = 40  # the same of colour, over areas of eight by eight
_DOTS = 2  # so many that differ make a page different; one letter of 8 points has more


def compare(
    before: Bytes, password: str, after: bytes, pages: tuple[int, ...], total: int
) -> Generator[Step, None, tuple[Flag, ...]]:
    """Flags ``differs`` and ``not_compared`` for ``pages`` (1-based) of the original and its cleaned copy, which have
    ``total`` pages each.
    """
    looked = _affordable(after, pages[:MAX_COMPARED])
    left = pages[len(looked) :]
    different: list[int] = []
    try:
        for batch in draw.batches(looked, len(before) + len(after), total):
            yield Step(label="compare", done=batch[0], total=total)
            with draw.document(before, password, forms=True) as old, draw.document(after) as new:
                different += [page for page in batch if _differs(old, new, page)]
    except pypdfium2.PdfiumError:
        different, left = [], pages
    flags: dict[FlagCode, tuple[int, ...]] = {"differs": tuple(different), "not_compared": left}
    return tuple(Flag(code=code, pages=listed) for code, listed in flags.items() if listed)


def _affordable(after: bytes, pages: tuple[int, ...]) -> list[int]:
    """The first of the pages, as many as there is time to draw twice."""
    if not pages:
        return []
    with pikepdf.open(io.BytesIO(after), conversion_mode="explicit") as pdf:
        burdens = (burden(page - 1, pdf.pages[page - 1].obj) for page in pages)
        return [one.number + 1 for one in affordable(burdens)]


def _differs(old: PdfDocument, new: PdfDocument, page: int) -> bool:
    before, after = draw.pixels(old, page, WIDTH), draw.pixels(new, page, WIDTH)
    if (before.width, before.height) != (after.width, after.height):
        return True
    return _dots_that_differ(before, after) >= _DOTS


def _dots_that_differ(before: Pixels, after: Pixels) -> int:
    """Dots that are lighter or darker, and blots of another colour. PDFium draws the text of form fields with coloured
    edges and that of pages without: a single dot's colour means nothing.
    """
    if not before.rgb:
        return 0
    one, other = (Image.frombytes("RGB", (side.width, side.height), side.rgb) for side in (before, after))
    lighter = ImageChops.difference(one.convert("L").reduce(2), other.convert("L").reduce(2)).histogram()
    blots = [band.histogram() for band in ImageChops.difference(one.reduce(8), other.reduce(8)).split()]
    return sum(lighter[_TONE:]) + sum(sum(blot[_BLOT:]) for blot in blots) * _DOTS
