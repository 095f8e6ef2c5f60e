"""The stamp at the bottom right of every page, upright whatever the page's boxes, rotation and units.

Geometry: documents.md of the design, "Stamp". The page's own contents are wrapped in q … Q by two small streams, so
that nothing they leave behind moves the stamp: content = shared ``q``, the original streams, ``Q q … Q``; with more
of both where the page's own do not pair.
"""

from __future__ import annotations

from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from talentpack.pack.balance import balance, contents
from talentpack.pack.stamp_font import CHARACTERS, StampFont
from talentpack.pack.view import View

SIZE = 9.0
RIGHT, BOTTOM = 28.0, 24.0
"""Points from the visible right edge to the end of the text, and from the visible bottom to its baseline."""
PLATE_SIDE, PLATE_BELOW, PLATE_HEIGHT = 5.0, 4.0, 14.0

# Short sides in points between which the stamp keeps its size: A6, A2. Smaller and larger pages get one in proportion.
SMALLEST, LARGEST = 298.0, 1191.0

_NAME = "TalentpackStamp"
_FONT_NAME = "/TPSTMP+SourceSans3-SemiBold"

Matrix = tuple[float, float, float, float, float, float]


class Stamper(NamedTuple):
    """What all stamps of one PDF share."""

    pdf: Pdf
    font: StampFont
    font_object: Object
    save: Object

    def stamp(self, page: Page, seen: View, text: str, *, plate: bool) -> Array:
        """Stamps a page, on a white plate if asked, and returns the rectangle a link over the stamp wants."""
        width = self.font.width(text, SIZE)
        matrix = placement(seen, width)
        name = _font_name(page, self.font_object)
        left = balance(page)
        drawing = b"Q\n" * left.restores + _drawing(matrix, name, text, width if plate else None)
        last = self.pdf.make_indirect(Stream(self.pdf, drawing))
        page.obj[Name.Contents] = Array([*[self.save] * left.saves, *contents(page), last])
        return Array([round(value, 3) for value in rectangle(matrix, width)])


def stamper(pdf: Pdf, font: StampFont) -> Stamper:
    """Puts the font and the shared stream into ``pdf``."""
    save = pdf.make_indirect(Stream(pdf, b"q\n"))
    return Stamper(pdf=pdf, font=font, font_object=pdf.make_indirect(_font(pdf, font)), save=save)


def placement(seen: View, width: float) -> Matrix:
    """The matrix that puts the text's origin in its place; ``width`` is that of the text in points."""
    scale = _scale(seen.short_side) / seen.unit
    right, bottom, length = RIGHT * scale, BOTTOM * scale, width * scale
    box = seen.box
    if seen.rotate == 0:
        return scale, 0, 0, scale, box.right - right - length, box.bottom + bottom
    if seen.rotate == 90:  # noqa: PLR2004 - degrees
        return 0, scale, -scale, 0, box.right - bottom, box.top - right - length
    if seen.rotate == 180:  # noqa: PLR2004 - degrees
        return -scale, 0, 0, -scale, box.left + right + length, box.top - bottom
    return 0, -scale, scale, 0, box.left + bottom, box.bottom + right + length


def rectangle(matrix: Matrix, width: float) -> tuple[float, float, float, float]:
    """The plate's rectangle in the page's units: left, bottom, right, top."""
    a, b, c, d, e, f = matrix
    corners = [
        (a * x + c * y + e, b * x + d * y + f)
        for x in (-PLATE_SIDE, width + PLATE_SIDE)
        for y in (-PLATE_BELOW, PLATE_HEIGHT - PLATE_BELOW)
    ]
    across, up = [x for x, _y in corners], [y for _x, y in corners]
    return min(across), min(up), max(across), max(up)


def _scale(short_side: float) -> float:
    return short_side / min(max(short_side, SMALLEST), LARGEST)


def _drawing(matrix: Matrix, name: str, text: str, plate: float | None) -> bytes:
    """The stream; the text as a hex string in WinAnsiEncoding, whose characters in use are those of Latin-1."""
    lines = ["q", " ".join(_figure(value) for value in matrix) + " cm"]
    if plate is not None:
        box = (-PLATE_SIDE, -PLATE_BELOW, plate + 2 * PLATE_SIDE, PLATE_HEIGHT)
        lines.append("1 g " + " ".join(_figure(value) for value in box) + " re f")
    shown = text.encode("latin-1").hex().upper()
    lines += ["0 g", f"BT /{name} {_figure(SIZE)} Tf <{shown}> Tj ET", "Q\n"]
    return "\n".join(lines).encode("ascii")


def _figure(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".")


def _font_name(page: Page, font: Object) -> str:
    """Enters the font among the page's resources, which pages may share, under a name that is free there."""
    resources = page.resources
    if not isinstance(resources.get(Name.Font), Dictionary):
        resources[Name.Font] = Dictionary()
    fonts = resources[Name.Font]
    name = _NAME
    while f"/{name}" in fonts and fonts[f"/{name}"].objgen != font.objgen:
        name += "x"
    fonts[f"/{name}"] = font
    return name


def _font(pdf: Pdf, font: StampFont) -> Dictionary:
    codes = {ord(char): width for char, width in font.widths.items()}
    first, last = min(codes), max(codes)
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name(_FONT_NAME),
        FirstChar=first,
        LastChar=last,
        Widths=Array([codes.get(code, 0) for code in range(first, last + 1)]),
        Encoding=Name.WinAnsiEncoding,
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, font)),
        ToUnicode=pdf.make_indirect(Stream(pdf, _to_unicode())),
    )


def _descriptor(pdf: Pdf, font: StampFont) -> Dictionary:
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(_FONT_NAME),
        Flags=32,  # not symbolic: its characters are those of WinAnsiEncoding
        FontBBox=Array(font.box),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=660,
        StemV=120,
        FontFile2=pdf.make_indirect(Stream(pdf, font.program, Length1=len(font.program))),
    )


def _to_unicode() -> bytes:
    pairs = "\n".join(f"<{ord(char):02X}> <{ord(char):04X}>" for char in sorted(CHARACTERS))
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{len(CHARACTERS)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
