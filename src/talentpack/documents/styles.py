"""The type: which face, size and leading each kind of text is set in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from talentpack.documents.marks import BLACK, BLUE, GREY, Colour

Voice = Literal["serif", "sans", "display"]


@dataclass(frozen=True, slots=True)
class Style:
    """``size`` and ``leading`` in points; ``bold`` is weight 600 (Han 500)."""

    voice: Voice
    size: float
    leading: float
    bold: bool = False
    colour: Colour = BLACK


READ = Style("serif", 11, 15)
READ_STRONG = Style("serif", 11, 15, bold=True)
TITLE = Style("serif", 20, 24)
SENDER = Style("serif", 17, 20)
SENDER_SECOND = Style("serif", 10.5, 12)
SENDER_LINES = Style("sans", 8.5, 12)
SUBJECT = Style("serif", 11.5, 15, bold=True)
SUBJECT_CHINESE = Style("serif", 12, 15, bold=True)
PERSON = Style("serif", 12, 15)
SECTION = Style("serif", 12, 15, colour=BLUE)
SIDE = Style("sans", 8.5, 15, bold=True, colour=BLUE)
SIDE_IN_TABLE = Style("sans", 8.5, 15, bold=True, colour=BLUE)
CELL = Style("sans", 9, 12)
CELL_STRONG = Style("sans", 9, 12, bold=True)
CELL_GREY = Style("sans", 9, 12, colour=GREY)
CELL_LINK = Style("sans", 9, 12, colour=BLUE)
CELL_PAGE = Style("sans", 9, 12, bold=True, colour=BLUE)
SMALL = Style("sans", 8.5, 12)
NOTE = Style("sans", 8.5, 12, colour=GREY)
HEAD = Style("sans", 8, 12, colour=GREY)
LABEL = Style("sans", 8, 12)
LABEL_STRONG = Style("sans", 8, 12, bold=True)
TICK = Style("serif", 10.5, 12)
ENCLOSED = Style("sans", 9, 15)
LIST = Style("sans", 10, 12)
LIST_LINK = Style("sans", 10, 12, colour=BLUE)
LETTER = Style("display", 132, 132, colour=BLUE)
DIVIDER = Style("serif", 26, 36)
