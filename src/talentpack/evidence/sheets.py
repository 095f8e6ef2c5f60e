"""Pictures on pages, by img2pdf: their coding goes into the PDF as it is."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import img2pdf

from talentpack.evidence.pictures import Frame

A4 = (595.276, 841.890)
_SANE_DPI = (100.0, 1250.0)  # below are the 72 and 96 that cameras and screens write without meaning it
_LEAST_DPI = 100.0
_PAGE_FROM, _PAGE_TO = 350.0, 1200.0  # points: from A5 to a little over A3

Layout = Callable[[int, int, object], tuple[float, float, float, float]]


def placed(size: tuple[int, int], dpi: tuple[float, float]) -> tuple[float, float, float, float]:
    """Page width and height, picture width and height, in points.

    A scan says how large the paper was, and the page is as large: a copy in its true size is what a reader of
    evidence expects. A photograph says nothing, so it is fitted into A4, upright or lying as it is itself, and never
    enlarged beyond 100 dots an inch, where it would only get coarser. Anything smaller than A5 lies on A4 in its
    size, so that there is a page to print a number on.
    """
    page = A4 if size[0] <= size[1] else (A4[1], A4[0])
    true = _true_size(size, dpi)
    if true and min(true) >= _PAGE_FROM and max(true) <= _PAGE_TO:
        return (*true, *true)
    if true and true[0] <= page[0] and true[1] <= page[1]:
        return (*page, *true)
    scale = min(page[0] / size[0], page[1] / size[1], 72 / _LEAST_DPI)
    return (*page, size[0] * scale, size[1] * scale)


def _true_size(size: tuple[int, int], dpi: tuple[float, float]) -> tuple[float, float] | None:
    low, high = _SANE_DPI
    if not all(low <= side <= high for side in dpi):
        return None
    return size[0] * 72 / dpi[0], size[1] * 72 / dpi[1]


def as_pdf(frames: Sequence[Frame]) -> bytes:
    """One page a picture. img2pdf's own errors pass through."""
    waiting = iter(frames)

    def layout(width: int, height: int, _dpi: object) -> tuple[float, float, float, float]:
        return placed((width, height), next(waiting).dpi)

    made: bytes = img2pdf.convert(
        [io.BytesIO(frame.data) for frame in frames],  # given as bytes it would look for a file of that name
        layout_fun=layout,
        rotation=img2pdf.Rotation.none,
        engine=img2pdf.Engine.internal,
        nodate=True,
    )
    return made
