"""How the pages of a cleaned copy look: size, pictures too coarse to print, blank pages, text."""

from __future__ import annotations

import io
from collections.abc import Generator
from dataclasses import dataclass

import pikepdf
import pypdfium2
from PIL import Image
from pypdfium2 import PdfDocument, PdfImage, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from talentpack.core.papers import PageLook
from talentpack.evidence import boxes, draw
from talentpack.worker.protocol import Step

_STEP = 50  # pages
_MUCH = 0.3  # of the page's area: a picture that covers more counts for the page's resolution
_HALF = 0.5
_MAX_PICTURES = 200  # looked at on a page
_BLANK_WIDTH = 413  # pixels: wide enough for one line of print to leave a mark
_SPECKS = 4  # dots darker than paper that are dust
_PAPER = 216  # of 255: darker is ink, not paper
_MAX_BLANK_LOOKS = 300
_BARE_BITS = 0.3  # a dot: a scan that took more cannot be an empty sheet


@dataclass(frozen=True)
class Placed:
    """A picture on a page: the share of the page it covers, its dots an inch, and the file's bits for each dot."""

    share: float
    dpi: float
    bits: float


def look(data: bytes) -> Generator[Step, None, tuple[PageLook, ...]]:
    """One look a page of a cleaned copy. A page PDFium cannot open is said to have neither text nor picture."""
    looks = []
    blank_looks = _MAX_BLANK_LOOKS
    with (
        pikepdf.open(io.BytesIO(data), conversion_mode="explicit") as pdf,
        draw.document(data) as document,
    ):
        total = len(pdf.pages)
        for number, page in enumerate(pdf.pages):
            if number % _STEP == 0:
                yield Step(label="look", done=number, total=total)
            width, height = boxes.size(page.obj)
            dpi, text, bare, scanned = _inside(document, number, boxes.user_unit(page.obj))
            blank = bare and blank_looks > 0 and _is_paper(document, number, scanned)
            blank_looks -= bare
            looks.append(
                PageLook(
                    width=round(width, 2),
                    height=round(height, 2),
                    rotate=boxes.rotation(page.obj),
                    dpi=dpi,
                    blank=blank,
                    text=text,
                )
            )
    return tuple(looks)


def _inside(document: PdfDocument, number: int, unit: float) -> tuple[int | None, bool, bool, bool]:
    """Resolution, whether there is text, whether the page could be blank, whether there are pictures."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None, False, False, False
    try:
        text = _has_text(page)
        placed = _placed(page, unit)
        bare = not text and all(picture.bits < _BARE_BITS for picture in placed)
        return resolution(placed), text, bare, bool(placed)
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
    width, height = max(right - left, 0.001), max(top - bottom, 0.001)
    # Turned by 90 degrees the sides change places; areas do not.
    dpi = ((across * down) / (width * height)) ** 0.5 * 72 / unit
    share = min(width * height / area, 1.0)
    return Placed(share, dpi, _bits(picture, across * down))


def _bits(picture: PdfImage, dots: int) -> float:
    packed: int = pypdfium2.raw.FPDFImageObj_GetImageDataRaw(picture, None, 0)
    return 8 * packed / max(dots, 1)


def _is_paper(document: PdfDocument, number: int, scanned: bool) -> bool:
    """Nothing on the page is darker than paper; of a scan the outer tenth is left out, where scanners leave shadows."""
    drawn = draw.pixels(document, number + 1, _BLANK_WIDTH)
    if not drawn.rgb:
        return True
    sheet = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.rgb).convert("L")
    if scanned:
        across, down = drawn.width // 10, drawn.height // 10
        sheet = sheet.crop((across, down, drawn.width - across, drawn.height - down))
    return sum(sheet.histogram()[:_PAPER]) <= (_SPECKS if scanned else 0)
