"""What stands on a set page, as text with places: for tests and golden files."""

from __future__ import annotations

from collections.abc import Iterable

from talentpack.documents.marks import Mark, Text
from talentpack.documents.runs import FIGURE_SPACE, NBSP

Placed = tuple[float, float, str]


def placed(page: Iterable[Mark]) -> list[Placed]:
    """Every piece of text: left edge, baseline (down from the top), text."""
    return [(round(mark.x, 1), round(mark.y, 1), said(mark)) for mark in page if isinstance(mark, Text)]


def said(text: Text) -> str:
    return "".join(glyph.char for glyph in text.glyphs).replace(NBSP, " ").replace(FIGURE_SPACE, "_")


def right_edge(text: Text) -> float:
    return text.x + sum(glyph.advance for glyph in text.glyphs)


def rows_of(page: Iterable[Mark]) -> list[list[str]]:
    """The text of a page line by line, from left to right."""
    lines: dict[float, list[Placed]] = {}
    for piece in placed(page):
        lines.setdefault(piece[1], []).append(piece)
    return [[text for _, _, text in sorted(lines[y])] for y in sorted(lines)]


def transcript(pages: Iterable[Iterable[Mark]]) -> str:
    """A document as text: one line a baseline, cells apart by " | ", pages apart by a rule."""
    return "\n---\n".join("\n".join(" | ".join(row) for row in rows_of(page)) for page in pages) + "\n"
