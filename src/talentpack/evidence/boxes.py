"""The size and attitude of a page, made sound: what PDFium does with nonsense is done once, in the copy."""

from __future__ import annotations

import math

from pikepdf import Array, Name, Object

LETTER = (0.0, 0.0, 612.0, 792.0)  # what readers take when a page has no usable /MediaBox
Box = tuple[float, float, float, float]


def boxes(page: Object) -> dict[str, Object]:
    """/MediaBox, and /CropBox, /Rotate, /UserUnit where they say something; every page with its own."""
    media = box(page, "/MediaBox")
    found: dict[str, Object] = {"/MediaBox": page[Name.MediaBox] if media else Array(LETTER)}
    crop = box(page, "/CropBox")
    if crop and _meet(crop, media or LETTER):
        found["/CropBox"] = page[Name.CropBox]
    if rotation(page):
        found["/Rotate"] = Object.parse(b"%d" % rotation(page))
    if user_unit(page) != 1.0:
        found["/UserUnit"] = page[Name.UserUnit]
    return found


def box(page: Object, key: str) -> Box | None:
    """Left, bottom, right, top in order; None when absent, not four numbers, or empty."""
    listed = page.get(key)
    if not isinstance(listed, Array) or len(listed) != 4:  # noqa: PLR2004 - a rectangle
        return None
    numbers = [item.as_float(math.nan) if item is not None else math.nan for item in listed]
    if not all(map(math.isfinite, numbers)):
        return None
    left, right = sorted((numbers[0], numbers[2]))
    bottom, top = sorted((numbers[1], numbers[3]))
    return (left, bottom, right, top) if right > left and top > bottom else None


def visible(page: Object) -> Box:
    """What of the page is seen: the crop box within the media box."""
    media = box(page, "/MediaBox") or LETTER
    crop = box(page, "/CropBox")
    return _meet(crop, media) or media if crop else media


def size(page: Object) -> tuple[float, float]:
    """Width and height in points as seen, after /Rotate and /UserUnit."""
    left, bottom, right, top = visible(page)
    width, height = (right - left) * user_unit(page), (top - bottom) * user_unit(page)
    return (height, width) if rotation(page) % 180 else (width, height)


def rotation(page: Object) -> int:
    """0, 90, 180 or 270; readers take anything else for 0."""
    turn = page.get_int("/Rotate", 0, coerce=True)
    return turn % 360 if turn % 90 == 0 else 0


def user_unit(page: Object) -> float:
    unit = page.get_float("/UserUnit", 1.0)
    return unit if math.isfinite(unit) and unit > 0 else 1.0


def _meet(one: Box, other: Box) -> Box | None:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if right > left and top > bottom else None
