"""What stands on a page: glyphs, rules, boxes, pictures and the areas that lead elsewhere.

Lengths are points. ``x`` counts from the left edge of the page, ``y`` down from the top of whatever the mark is in:
a strip first, then the page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
GREY: Colour = (0.27, 0.27, 0.27)
HAIR: Colour = (0.6, 0.6, 0.6)
BLUE: Colour = (0.10, 0.22, 0.40)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: an exhibit, a page inside it (from 1), or a section."""

    exhibit: str = ""
    page: int | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character of one face.

    ``natural`` is the advance the font gives, ``advance`` the one to use (kerning, gaps); ``room`` is width kept free
    behind it when lines are broken, for a page number that may be longer. ``stroked`` thickens a regular face.
    """

    char: str
    face: str
    size: float
    natural: float
    advance: float
    colour: Colour
    stroked: bool = False
    room: float = 0.0
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Glyphs on a baseline."""

    x: float
    y: float
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from (x, y) over ``dx`` and ``dy``."""

    x: float
    y: float
    dx: float
    dy: float = 0.0
    width: float = 0.3
    colour: Colour = HAIR


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; (x, y) is its top left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG scaled into a rectangle, kept in proportion, at its top left."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads to ``target``; (x, y) is its top left corner."""

    x: float
    y: float
    width: float
    height: float
    target: Target


Mark = Text | Rule | Box | Picture | Link


def lowered(marks: tuple[Mark, ...], by: float) -> tuple[Mark, ...]:
    """The marks moved ``by`` points down."""
    return tuple(replace(mark, y=mark.y + by) for mark in marks)
