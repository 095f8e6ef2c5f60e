"""A page as it is seen: its visible box, the way it is turned, and how large its units are."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pikepdf import Array, Name, Object, Page

_LETTER = (0.0, 0.0, 612.0, 792.0)  # what readers assume when a page has no box at all
_CORNERS = 4


class Box(NamedTuple):
    """In the page's own units, sides in order."""

    left: float
    bottom: float
    right: float
    top: float


class View(NamedTuple):
    """``rotate`` is 0, 90, 180 or 270 clockwise; one unit of ``box`` is ``unit`` points."""

    box: Box
    rotate: int
    unit: float

    @property
    def short_side(self) -> float:
        """Points."""
        return min(self.box.right - self.box.left, self.box.top - self.box.bottom) * self.unit

    @property
    def top_left(self) -> tuple[float, float]:
        """The corner that is seen at the top left, in the page's own units."""
        left, bottom, right, top = self.box
        return {0: (left, top), 90: (left, bottom), 180: (right, bottom), 270: (right, top)}[self.rotate]


def view(page: Page) -> View:
    """Reads CropBox inside MediaBox, whatever the order of their corners, Rotate and UserUnit, inherited or not."""
    media = _box(_inherited(page.obj, Name.MediaBox)) or Box(*_LETTER)
    crop = _box(_inherited(page.obj, Name.CropBox))
    turn = _number(_inherited(page.obj, Name.Rotate), 0)
    unit = _number(page.obj.get(Name.UserUnit), 1)
    return View(
        box=(crop and _common(crop, media)) or media,
        rotate=round(turn / 90) * 90 % 360,
        unit=unit if unit > 0 else 1.0,
    )


def _inherited(node: Object, key: Name) -> object:
    seen = 0
    while key not in node and Name.Parent in node and seen < 100:  # noqa: PLR2004 - a loop of parents must end
        node, seen = node[Name.Parent], seen + 1
    return node.get(key)


def _box(value: object) -> Box | None:
    if not isinstance(value, Array) or len(value) != _CORNERS:
        return None
    x1, y1, x2, y2 = (_number(corner, 0) for corner in list(value))
    box = Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    return box if box.left < box.right and box.bottom < box.top else None


def _common(one: Box, other: Box) -> Box | None:
    box = Box(
        max(one.left, other.left),
        max(one.bottom, other.bottom),
        min(one.right, other.right),
        min(one.top, other.top),
    )
    return box if box.left < box.right and box.bottom < box.top else None


def _number(value: object, default: float) -> float:
    return float(value) if isinstance(value, int | float | Decimal) else float(default)
