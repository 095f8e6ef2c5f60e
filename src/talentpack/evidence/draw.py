"""Pages as pixels, by PDFium. One document at a time, one thread: PDFium is not made for more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import pypdfium2
from pypdfium2 import PdfDocument, PdfPage

from talentpack.core.papers import Pixels
from talentpack.evidence.sniff import Bytes
from talentpack.evidence.source import stream_of

_T = TypeVar("_T")

MAX_SIDE = 4096
MAX_HELD = 64_000_000
"""Bytes: PDFium keeps a copy of every stream it meets until the document is closed."""
NOTHING = Pixels(width=0, height=0, rgb=b"")


@contextmanager
def document(data: Bytes, password: str = "", *, forms: bool = False) -> Iterator[PdfDocument]:
    """``forms`` draws form fields too. Raises pypdfium2.PdfiumError when PDFium cannot open it."""
    opened = PdfDocument(data if isinstance(data, bytes) else stream_of(data), password=password or None)
    try:
        if forms:
            opened.init_forms()
        yield opened
    finally:
        opened.close()


def batches(pages: Sequence[_T], size: int, total: int) -> Iterator[Sequence[_T]]:
    """``pages`` in parts to open a document of ``size`` bytes and ``total`` pages for, each within MAX_HELD."""
    many = max(1, MAX_HELD * total // max(size, 1))
    for start in range(0, len(pages), many):
        yield pages[start : start + many]


def pixels(opened: PdfDocument, page: int, width: int) -> Pixels:
    """The page (1-based) ``width`` pixels wide, less when a side would pass MAX_SIDE; NOTHING when it has no area
    or PDFium cannot read it.
    """
    try:
        loaded = opened[page - 1]
    except (pypdfium2.PdfiumError, IndexError):
        return NOTHING
    try:
        return _drawn(loaded, width)
    finally:
        loaded.close()


def _drawn(page: PdfPage, width: int) -> Pixels:
    across, down = page.get_size()
    if not (across > 0 and down > 0):
        return NOTHING
    scale = min(max(1, width), MAX_SIDE, MAX_SIDE * across / down) / across
    # PDFium rounds up: a hair less keeps 2480 from becoming 2481.
    bitmap = page.render(scale=scale * (1 - 1e-6), rev_byteorder=True)
    try:
        row = bitmap.width * 3
        packed = memoryview(bitmap.buffer).cast("B")
        rows = (packed[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        return Pixels(width=bitmap.width, height=bitmap.height, rgb=b"".join(rows))
    finally:
        bitmap.close()
