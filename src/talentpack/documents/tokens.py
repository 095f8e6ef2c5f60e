"""Glyphs into the pieces a line is broken between: Latin words, and Han characters one by one."""

from __future__ import annotations

from typing import NamedTuple

from talentpack.documents.breaks import Joint, Piece
from talentpack.documents.joints import CLOSING, OPENING, STOPS, is_figure, joint
from talentpack.documents.marks import Glyph
from talentpack.documents.runs import NBSP, SPACES, is_han

# The price of a break inside a word, after these; and anywhere in a word longer than the line.
_IN_WORD = {"-": 60.0, "–": 60.0, "/": 100.0, "@": 400.0, "_": 400.0}
_ANYWHERE = 800.0


class Tokens(NamedTuple):
    """Pieces and the joints between them, in points; ``spaces[i]`` are the blank glyphs inside joint ``i``."""

    pieces: list[Piece]
    joints: list[Joint]
    spaces: list[tuple[int, int]]


def tokenise(glyphs: list[Glyph], *, chinese: bool, em: float, measure: float) -> Tokens:
    """Pieces none of which is wider than ``measure``, unless a single glyph is."""
    tokens = Tokens([], [], [])
    text = "".join(glyph.char for glyph in glyphs)
    for first, last in _words(text, chinese=chinese):
        for start, end in _fitting(glyphs, first, last, measure):
            if tokens.pieces:
                _join(tokens, glyphs, text, (start, end), chinese=chinese, em=em)
            tokens.pieces.append(_piece(glyphs, start, end, chinese=chinese, em=em))
    return tokens


def _words(text: str, *, chinese: bool) -> list[tuple[int, int]]:
    words = []
    start = 0
    while start < len(text):
        if text[start] in SPACES:
            start += 1
            continue
        end = start + 1
        while end < len(text) and not _parts(text, start, end, chinese=chinese):
            end += 1
        words.append((start, end))
        start = end
    return words


def _parts(text: str, start: int, end: int, *, chinese: bool) -> bool:
    """Whether a piece that begins at ``start`` ends before ``end``."""
    if text[end] in SPACES or is_han(text[end], chinese=chinese) or is_han(text[end - 1], chinese=chinese):
        return True
    if text[end - 1] not in _IN_WORD or end - 1 == start:
        return False
    between_figures = is_figure(text[end - 2]) and is_figure(text[end])
    return not between_figures and (text[end].isalnum() and text[end - 2].isalnum())


def _fitting(glyphs: list[Glyph], first: int, last: int, measure: float) -> list[tuple[int, int]]:
    if _width(glyphs[first:last]) <= measure:
        return [(first, last)]
    return [(place, place + 1) for place in range(first, last)]


def _join(tokens: Tokens, glyphs: list[Glyph], text: str, place: tuple[int, int], *, chinese: bool, em: float) -> None:
    before = tokens.pieces[-1]
    start, end = place
    blanks = text[before.last : start]
    space = NBSP if NBSP in blanks else blanks[:1]
    left, right = text[before.first : before.last], text[start:end]
    latin = not is_han(left[-1], chinese=chinese) and not is_han(right[0], chinese=chinese)
    if latin and not space:
        found = Joint(0.0, 0.0, _IN_WORD.get(left[-1], _ANYWHERE))
    else:
        blank = glyphs[before.last].advance / em if space else 0.0
        found = joint(left, right, space, blank, chinese=chinese)
    tokens.joints.append(Joint(found.gap * em, found.stretch * em, found.penalty))
    tokens.spaces.append((before.last, before.last + len(space)))


def _piece(glyphs: list[Glyph], first: int, last: int, *, chinese: bool, em: float) -> Piece:
    width = _width(glyphs[first:last])
    char = glyphs[first].char
    if last - first > 1 or not is_han(char, chinese=chinese):
        return Piece(first, last, width)
    hang = 0.5 if char in CLOSING else 0.28 if char in STOPS else 0.0
    return Piece(first, last, width, pull=0.5 * em if char in OPENING else 0.0, hang=hang * em)


def _width(glyphs: list[Glyph]) -> float:
    return sum(glyph.advance + glyph.room for glyph in glyphs)


def relaxed(joints: list[Joint]) -> list[Joint]:
    """The same joints with nothing forbidden, for text that cannot be broken by the rules at all."""
    return [joint._replace(penalty=min(joint.penalty, 10_000)) for joint in joints]
