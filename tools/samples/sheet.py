"""A paper in the making: text, tables and rules on a reportlab canvas, y counted down from the top edge in points.

Every page carries the word SPECIMEN and says that it is fictitious.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from PIL import Image

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
BOLD_HAN = "NotoSansHK-500"
HAN = ("NotoSansHK-400", "NotoSansSC-400")
STACKS = {
    "serif": ("SourceSerif4-400", "NotoSerifHK-400", "NotoSerifSC-400", *HAN),
    "serif bold": ("SourceSerif4-600", BOLD_HAN, *HAN),
    "sans": ("SourceSans3-400", *HAN),
    "bold": ("SourceSans3-600", BOLD_HAN, *HAN),
    "bold drawn": ("SourceSans3-600", *HAN),
    "mono": ("Courier",),
}
TOKENS = re.compile(r"[⺀-￯][，。、；：）」』》！？]*|[^\s⺀-￯]+|\s+")
NOTICE = "SPECIMEN 樣本 · fictitious: made for Talentpack's example, every name and figure is invented · 虛構文件，人名及數字均屬虛構"
Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)
GREY: Colour = (0.35, 0.35, 0.35)
RED: Colour = (0.72, 0.12, 0.12)


def register_fonts() -> None:
    names = {name for stack in STACKS.values() for name in stack} - {"Courier"}
    for name in sorted(names - set(pdfmetrics.getRegisteredFontNames())):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))


def has(name: str, char: str) -> bool:
    font = pdfmetrics.getFont(name)
    return not hasattr(font.face, "charToGlyph") or bool(font.face.charToGlyph.get(ord(char)))


def font_for(char: str, stack: Sequence[str]) -> str:
    found = next((name for name in stack if has(name, char)), "")
    if not found:
        raise ValueError(f"No font of {stack[0]} has U+{ord(char):04X}")
    return found


def stack_for(text: str, face: str) -> tuple[str, ...]:
    """Without the bold Han face where it lacks a character of the text: one line is never set in two weights."""
    stack = STACKS[face]
    if BOLD_HAN in stack and any(font_for(char, stack) in HAN for char in text):
        return tuple(name for name in stack if name != BOLD_HAN)
    return stack


def runs(text: str, face: str) -> list[tuple[str, str]]:
    stack = stack_for(text, face)
    return [(name, "".join(chars)) for name, chars in groupby(text, lambda char: font_for(char, stack))]


def width_of(text: str, size: float, face: str) -> float:
    return sum(pdfmetrics.stringWidth(run, name, size) for name, run in runs(text, face))


def lines_of(text: str, width: float, size: float, face: str) -> list[str]:
    """Greedy breaks: between words and beside Han; a closing mark stays with the character before it."""
    lines = [""]
    for token in TOKENS.findall(text):
        if lines[-1] and width_of((lines[-1] + token).rstrip(), size, face) > width:
            lines.append("")
        if lines[-1] or not token.isspace():
            lines[-1] += token
    return [line.rstrip() for line in lines]


class Sheet:
    def __init__(self, title: str, size: tuple[float, float] = A4, mark: float = 92, notice: float = 6.5) -> None:
        register_fonts()
        rl_config.useA85 = 0
        self.width, self.height = size
        self.mark, self.notice = mark, notice
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=size, invariant=1, initialFontName="SourceSans3-400", pageCompression=1)
        self.canvas.setTitle(f"SPECIMEN {title}")
        self.canvas.setAuthor("Talentpack example")
        self.start()

    def start(self) -> None:
        """The pale mark lies under the text, so that both can be read."""
        middle = (self.width / 2, self.height / 2)
        self.canvas.saveState()
        self.canvas.translate(*middle)
        self.canvas.rotate(35)
        self.canvas.translate(-middle[0], -middle[1])
        self.text(
            middle[0], middle[1] + self.mark / 3, "SPECIMEN 樣本", self.mark, "bold", "centre", (0.92, 0.92, 0.92)
        )
        self.canvas.restoreState()
        if self.notice:
            self.text(self.width / 2, self.height - 18, NOTICE, self.notice, "sans", "centre", GREY)

    def page(self) -> None:
        self.canvas.showPage()
        self.start()

    def done(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.out.getvalue()

    def chapter(self, title: str, level: int = 0) -> None:
        key = f"p{self.canvas.getPageNumber()}-{title}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(title, key, level, closed=False)

    def text(  # noqa: PLR0913, PLR0917 - what a line needs to be drawn
        self, x: float, y: float, text: str, size: float = 10, face: str = "serif", align: str = "left", colour: Colour = BLACK
    ) -> None:  # fmt: skip
        """One line with its baseline at y; `x` is its left end, middle or right end as `align` says."""
        x -= width_of(text, size, face) * {"left": 0, "centre": 0.5, "right": 1}[align]
        self.canvas.setFillColorRGB(*colour)
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(size * 0.024)
        for name, run in runs(text, face):
            self.canvas.setFont(name, size)
            self.canvas.drawString(x, self.height - y, run, mode=2 if name in HAN and "bold" in face else 0)
            x += pdfmetrics.stringWidth(run, name, size)

    def block(  # noqa: PLR0913, PLR0917 - what a paragraph needs to be drawn
        self, x: float, y: float, width: float, text: str, size: float = 10, face: str = "serif", leading: float = 0
    ) -> float:  # fmt: skip
        """A paragraph whose first baseline is y; returns the baseline after its last line."""
        for line in lines_of(text, width, size, face):
            self.text(x, y, line, size, face)
            y += leading or size * 1.45
        return y

    def blocks(
        self, x: float, y: float, width: float, texts: Iterable[str], size: float = 10, face: str = "serif"
    ) -> float:
        for text in texts:
            y = self.block(x, y, width, text, size, face) + size * 0.7
        return y

    def pairs(
        self, x: float, y: float, indent: float, pairs: Sequence[tuple[str, str]], size: float = 10, step: float = 18
    ) -> float:
        """Names on the left, values at `indent`."""
        for name, value in pairs:
            self.text(x, y, name, size * 0.9, "sans", colour=GREY)
            self.text(x + indent, y, value, size, "serif")
            y += step
        return y

    def rule(self, x: float, y: float, width: float, thick: float = 0.5, colour: Colour = BLACK) -> None:
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(thick)
        self.canvas.line(x, self.height - y, x + width, self.height - y)

    def frame(
        self, x: float, y: float, width: float, height: float, thick: float = 0.5, colour: Colour = BLACK
    ) -> None:
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(thick)
        self.canvas.rect(x, self.height - y - height, width, height)

    def table(  # noqa: PLR0913, PLR0917 - what a table needs to be drawn
        self, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]],
        right: Sequence[int] = (), bold: Sequence[int] = (0,), size: float = 9, step: float = 17,
    ) -> float:  # fmt: skip
        """Rows under a first head row; columns in `right` are right aligned, rows in `bold` heavier; returns y below."""
        total = sum(widths)
        self.rule(x, y, total, 0.8)
        for number, row in enumerate(rows):
            left = x
            for column, (width, cell) in enumerate(zip(widths, row, strict=True)):
                end = left + width - 4 if column in right else left + 4
                face = "bold" if number in bold else "sans"
                self.text(end, y + step * 0.7, cell, size, face, "right" if column in right else "left")
                left += width
            y += step
            self.rule(x, y, total, 0.8 if number in bold or number == len(rows) - 1 else 0.25)
        return y

    def picture(self, image: Image.Image, x: float, y: float, width: float, height: float) -> None:
        data = io.BytesIO()
        image.save(data, "JPEG" if image.mode == "RGB" else "PNG", quality=85)
        self.canvas.drawImage(ImageReader(data), x, self.height - y - height, width, height)

    def chop(self, x: float, y: float, radius: float, ring: str, middle: str = "SPECIMEN") -> None:
        """A round company chop in red, its words along the ring, SPECIMEN where the star would be."""
        size = radius * 0.22
        self.canvas.setStrokeColorRGB(*RED)
        self.canvas.setLineWidth(1.6)
        self.canvas.circle(x, self.height - y, radius)
        advances = [width_of(char, size, "bold drawn") + size * 0.14 for char in ring]
        way = radius - size * 1.25
        done = -sum(advances) / 2
        for char, advance in zip(ring, advances, strict=True):
            self.canvas.saveState()
            self.canvas.translate(x, self.height - y)
            self.canvas.rotate(-math.degrees((done + advance / 2) / way))
            self.text(0, self.height - way, char, size, "bold drawn", "centre", RED)
            self.canvas.restoreState()
            done += advance
        self.text(x, y + size * 0.3, middle, size, "bold drawn", "centre", RED)

    def signature(self, x: float, y: float, seed: int, width: float = 90) -> None:
        """A scribble that stands for a hand."""
        ink = [((seed * 7 + step * 37) % 19 - 9, (seed * 5 + step * 53) % 23 - 11) for step in range(9)]
        path = self.canvas.beginPath()
        path.moveTo(x, self.height - y)
        for step in range(0, 9, 3):
            points = [
                (x + width * (step + k + 1) / 9 + ink[step + k][0], self.height - y + ink[step + k][1])
                for k in range(3)
            ]
            path.curveTo(*points[0], *points[1], *points[2])
        self.canvas.setStrokeColorRGB(0.1, 0.15, 0.4)
        self.canvas.setLineWidth(1.1)
        self.canvas.drawPath(path)
