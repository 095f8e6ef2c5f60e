"""How the pages of a cleaned copy look: size, pictures too coarse to print, blank pages, text."""

from __future__ import annotations

import io
from collections.abc import Generator
from dataclasses import dataclass

import pikepdf
import pypdfium2
from pikepdf import Object
from pypdfium2 import PdfDocument, PdfImage, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from talentpack.core.papers import PageLook
from talentpack.evidence import boxes, draw
from talentpack.evidence.blank import blank_pages
from talentpack.worker.protocol import Step

_STEP = 50  # pages
_MUCH = 0.3  # of the page's area: a picture that covers more counts for the page's resolution
_HALF = 0.5
_MAX_PICTURES = 200  # looked at on a page


@dataclass(frozen=True)
class Placed:
    """A picture on a page: the share of the page it covers, and its dots an inch there."""

    share: float
    dpi: float


@dataclass(frozen=True)
class _Inside:
    placed: list[Placed]
    text: bool


def look(data: bytes) -> Generator[Step, None, tuple[PageLook, ...]]:
    """One look a page of a cleaned copy. A page PDFium cannot open is said to have neither text nor picture."""
    insides: list[_Inside] = []
    with pikepdf.open(io.BytesIO(data), conversion_mode="explicit") as pdf:
        pages = [page.obj for page in pdf.pages]
        for batch in draw.batches(range(len(pages)), len(data), len(pages)):
            with draw.document(data) as document:
                for number in batch:
                    if number % _STEP == 0:
                        yield Step(label="look", done=number, total=len(pages))
                    insides.append(_inside(document, number, boxes.user_unit(pages[number])))
        textless = {number: page for number, page in enumerate(pages) if not insides[number].text}
        empty = blank_pages(data, textless, len(pages))
        return tuple(_look(page, insides[number], number in empty) for number, page in enumerate(pages))


def _look(page: Object, inside: _Inside, blank: bool) -> PageLook:
    width, height = boxes.size(page)
    return PageLook(
        width=round(width, 2),
        height=round(height, 2),
        rotate=boxes.rotation(page),
        dpi=resolution(inside.placed),
        blank=blank,
        text=inside.text,
    )


def resolution(pictures: list[Placed]) -> int | None:
    """The lowest resolution among pictures that cover much of the page.

    Pictures that cover more than half lie on top of one another: a layered scan, a coarse background under a fine mask
    of the letters. There the finest is what is read, and the others are passed over.
    """
    wide = sorted((picture for picture in pictures if picture.share >= _MUCH), key=lambda picture: picture.dpi)
    if not wide:
        return None
    layers = [picture for picture in wide if picture.share > _HALF]
    return round(next(picture for picture in wide if picture not in layers[:-1]).dpi)


def _inside(document: PdfDocument, number: int, unit: float) -> _Inside:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return _Inside([], text=False)
    try:
        return _Inside(_placed(page, unit), _has_text(page))
    finally:
        page.close()


def _has_text(page: PdfPage) -> bool:
    try:
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return False
    try:
        return bool(textpage.get_text_range(0, min(textpage.count_chars(), 200)).strip())
    finally:
        textpage.close()


def _placed(page: PdfPage, unit: float) -> list[Placed]:
    area = page.get_width() * page.get_height()
    found: list[Placed] = []
    if not area > 0:
        return found
    for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=4):
        if len(found) >= _MAX_PICTURES:
            break
        try:
            found.append(_one(picture, area, unit))
        except pypdfium2.PdfiumError:
            continue  # a picture without size or place covers nothing
    return found


def _one(picture: PdfImage, area: float, unit: float) -> Placed:
    left, bottom, right, top = picture.get_bounds()
    across, down = picture.get_px_size()
    covered = max(right - left, 0.001) * max(top - bottom, 0.001)
    # From areas, not sides: turned by 90 degrees the sides change places.
    return Placed(min(covered / area, 1.0), (across * down / covered) ** 0.5 * 72 / unit)
