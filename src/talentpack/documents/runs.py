"""From text to glyphs: a face for each character, sizes that match, kerning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from talentpack.documents.fonts import GETA, HAN_FIRST, FontSet, is_han_face, needs_stroke
from talentpack.documents.marks import Glyph, Target
from talentpack.documents.styles import Style

NBSP = "\u00a0"
FIGURE_SPACE = "\u2007"  # stands for a figure that is not known yet
SPACES = (" ", NBSP)

# So that two scripts of one size look of one size.
HAN_IN_LATIN = 0.94
LATIN_IN_HAN = 1.03

_COMPOSABLE = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
_BLANK = re.compile("[\\s\u0000-\u001f\u007f-\u009f]")
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style. ``room`` is the least number of figures to keep room for when lines are broken."""

    text: str
    style: Style
    target: Target | None = None
    room: int = 0


def is_han(char: str, *, chinese: bool) -> bool:
    """Whether a character is set in an em square, like Han characters and their punctuation."""
    return unicodedata.east_asian_width(char) in "WF" or (chinese and char in HAN_FIRST)


def clean(text: str) -> str:
    """Composed accents, one kind of blank, and nothing invisible (joiners, direction marks, variation selectors)."""
    text = _COMPOSABLE.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
    blanked = (" " if _BLANK.match(char) and char not in (NBSP, FIGURE_SPACE) else char for char in text)
    return "".join(char for char in blanked if unicodedata.category(char) != "Cf" and not _selects(char))


def _selects(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def shape(spans: Iterable[Span], fonts: FontSet, *, chinese: bool) -> list[Glyph]:
    """The glyphs of a paragraph in one row."""
    glyphs: list[Glyph] = []
    for span in spans:
        row = [_glyph(char, span, fonts, chinese=chinese) for char in _split(span.text, chinese=chinese)]
        if span.room and row:
            short = max(0, span.room - len(row)) * row[-1].advance
            row[-1] = replace(row[-1], room=short)
            glyphs.extend(row)
        else:
            glyphs.extend(_kerned(row, fonts))
    return glyphs


def _split(text: str, *, chinese: bool) -> Iterator[tuple[str, bool]]:
    """Each character, with whether it is an apostrophe inside a Latin word."""
    text = clean(text)
    latin = {match.start() for match in _APOSTROPHE.finditer(text)} if chinese else set()
    return ((char, place in latin) for place, char in enumerate(text))


def _glyph(item: tuple[str, bool], span: Span, fonts: FontSet, *, chinese: bool) -> Glyph:
    char, apostrophe = item
    asked = " " if char in (NBSP, FIGURE_SPACE) else char
    name = fonts.pick(asked, span.style, chinese=chinese and not apostrophe)
    if name is None:
        char = asked = GETA
        name = fonts.pick(GETA, span.style, chinese=chinese) or "NotoSansHK-400"
    size = span.style.size * (1.0 if span.style.voice == "display" else _scale(name, chinese=chinese))
    face = fonts.face(name)
    natural = face.width(asked) * size
    advance = face.width("0") * size if char == FIGURE_SPACE else natural
    stroked = needs_stroke(name, span.style)
    return Glyph(char, name, size, natural, advance, span.style.colour, stroked, target=span.target)


def _scale(face: str, *, chinese: bool) -> float:
    if is_han_face(face):
        return 1.0 if chinese else HAN_IN_LATIN
    return LATIN_IN_HAN if chinese else 1.0


def _kerned(row: list[Glyph], fonts: FontSet) -> Iterator[Glyph]:
    for (name, size), run in groupby(row, key=lambda glyph: (glyph.face, glyph.size)):
        glyphs = list(run)
        if is_han_face(name) or any(glyph.char == FIGURE_SPACE for glyph in glyphs):
            yield from glyphs
            continue
        text = "".join(" " if glyph.char == NBSP else glyph.char for glyph in glyphs)
        advances = fonts.face(name).advances(text)
        for glyph, advance in zip(glyphs, advances, strict=True):
            yield replace(glyph, advance=advance * size)
