"""Marks into a PDF: the only place that writes reportlab's pages."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from talentpack.core.lines import N_, line
from talentpack.core.problems import refuse
from talentpack.documents.fonts import FontSet
from talentpack.documents.marks import Box, Colour, Glyph, Mark, Picture, Rule, Text
from talentpack.documents.runs import FIGURE_SPACE, NBSP

PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89

_STROKE = 0.020  # of the size: a regular Han face then looks as heavy as the 500 one beside it
_BLANKS = {NBSP: " ", FIGURE_SPACE: " "}


class Sheets(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A PDF that is being written: the same marks give the same bytes, and only the given faces are in it."""

    def __init__(self, fonts: FontSet, title: str) -> None:
        rl_config.useA85 = 0  # reportlab reads it when it saves; there is no argument for it
        self._out = io.BytesIO()
        self._fonts = fonts
        super().__init__(self._out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1)
        self.setTitle(title)
        self.setAuthor("")

    def _make_preamble(self) -> None:
        """Nothing: reportlab's would name a font, and with it embed Helvetica."""
        self._preamble = ""

    def page(self, marks: Iterable[Mark]) -> None:
        """Draws one page."""
        for mark in marks:
            self._draw(mark)
        self.showPage()

    def pdf(self) -> bytes:
        self.save()
        return self._out.getvalue()

    def _draw(self, mark: Mark) -> None:
        if isinstance(mark, Text):
            self._code.extend(self._text(mark))
        elif isinstance(mark, Rule):
            self._code.append(_rule(mark))
        elif isinstance(mark, Box):
            self._code.append(_box(mark))
        elif isinstance(mark, Picture):
            self._picture(mark)

    def _text(self, text: Text) -> Iterator[str]:
        yield "BT"
        x = text.x
        for (name, size, colour, stroked), run in groupby(text.glyphs, key=_look):
            glyphs = list(run)
            yield _paint(colour, size, stroked=stroked)
            for subset, part in self._subsets(name, glyphs):
                font = self._fonts.face(name).getSubsetInternalName(subset, self._doc)
                yield f"{font} {_n(size)} Tf 1 0 0 1 {_n(x)} {_n(PAGE_HEIGHT - text.y)} Tm {_shown(part)}"
                x += sum(glyph.advance for glyph, _ in part)
        yield "ET"

    def _subsets(self, name: str, glyphs: list[Glyph]) -> Iterator[tuple[int, list[tuple[Glyph, int]]]]:
        face = self._fonts.face(name)
        coded: list[tuple[int, Glyph, int]] = []
        for glyph in glyphs:
            [(subset, code)] = face.splitString(_BLANKS.get(glyph.char, glyph.char), self._doc)
            coded.append((subset, glyph, code[0]))
        for subset, run in groupby(coded, key=lambda item: item[0]):
            yield subset, [(glyph, code) for _, glyph, code in run]

    def _picture(self, picture: Picture) -> None:
        image, width, height = read_picture(picture.data)
        scale = min(picture.width / width, picture.height / height)
        size = {"width": width * scale, "height": height * scale}
        self.drawImage(image, picture.x, PAGE_HEIGHT - picture.y - height * scale, mask="auto", **size)


def read_picture(data: bytes) -> tuple[Any, int, int]:
    """The picture and its size in pixels. Raises Refused (``letterhead.logo``) if it is none."""
    try:
        image = ImageReader(io.BytesIO(data))
        width, height = image.getSize()
        image.getRGBData()
    except Exception as error:  # a decoder may raise anything on a damaged file
        what = line(N_("The logo of the letterhead could not be read."))
        raise refuse(
            "letterhead.logo", what, line(N_("Save it as a PNG or JPEG picture and choose it again."))
        ) from error
    return image, width, height


def _look(glyph: Glyph) -> tuple[str, float, Colour, bool]:
    return glyph.face, glyph.size, glyph.colour, glyph.stroked


def _paint(colour: Colour, size: float, *, stroked: bool) -> str:
    rgb = " ".join(_n(part) for part in colour)
    return f"{rgb} rg {rgb} RG {_n(size * _STROKE)} w 2 Tr" if stroked else f"{rgb} rg 0 Tr"


def _shown(part: list[tuple[Glyph, int]]) -> str:
    """The TJ operator: codes, and in thousandths of an em what an advance differs from the font's own."""
    pieces: list[str] = []
    codes = ""
    for glyph, code in part:
        codes += f"{code:02X}"
        shift = round((glyph.natural - glyph.advance) / glyph.size * 1000, 1)
        if shift:
            pieces.append(f"<{codes}> {_n(shift)}")
            codes = ""
    if codes:
        pieces.append(f"<{codes}>")
    return f"[{' '.join(pieces)}] TJ"


def _rule(rule: Rule) -> str:
    rgb = " ".join(_n(part) for part in rule.colour)
    y = PAGE_HEIGHT - rule.y
    line_to = f"{_n(rule.x + rule.dx)} {_n(y - rule.dy)} l"
    return f"{rgb} RG {_n(rule.width)} w {_n(rule.x)} {_n(y)} m {line_to} S"


def _box(box: Box) -> str:
    rgb = " ".join(_n(part) for part in box.colour)
    return f"{rgb} rg {_n(box.x)} {_n(PAGE_HEIGHT - box.y - box.height)} {_n(box.width)} {_n(box.height)} re f"


def _n(number: float) -> str:
    """A PDF number: at most three decimals, no exponent, no negative zero."""
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
