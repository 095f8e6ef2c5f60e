from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.documents.conftest import FONTS

from talentpack.documents.fonts import FontSet, needs_stroke, stack
from talentpack.documents.ink import Sheets
from talentpack.documents.para import Para, marks_of, set_lines
from talentpack.documents.runs import Span, clean, shape
from talentpack.documents.styles import CELL, CELL_STRONG, LETTER, READ, READ_STRONG, Style

RARE = "𨋢 喆 堃 𠮷 ñ ő Đ ệ 张书"


def _pdf(text: str, style: Style, fonts: FontSet, *, chinese: bool = False) -> bytes:
    sheets = Sheets(fonts, "Test")
    para = Para((Span(text, style),), chinese)
    sheets.page([mark for line in set_lines(para, 400, fonts)[:1] for mark in marks_of(line, 100, 100, 15)])
    return sheets.pdf()


@pytest.mark.parametrize("style", [READ, READ_STRONG, CELL, CELL_STRONG])
@pytest.mark.parametrize("chinese", [False, True])
def test_rare_characters_copy_back(style: Style, chinese: bool, tmp_path: Path, fonts: FontSet) -> None:
    pdf = _pdf(RARE, style, fonts, chinese=chinese)
    assert fonts.missing == ()
    wanted = "".join(RARE.split())
    assert "".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split()) == wanted
    path = tmp_path / "rare.pdf"
    path.write_bytes(pdf)
    poppler = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    assert "".join(poppler.stdout.split()) == wanted


def test_a_character_nobody_has_is_reported_not_drawn_as_a_box(fonts: FontSet) -> None:
    pdf = _pdf("yes 🙂 ا", READ, fonts)
    assert fonts.missing == ("🙂", "ا")
    assert PdfReader(io.BytesIO(pdf)).pages[0].extract_text() == "yes 〓 〓"


def test_three_hundred_characters_of_one_face_copy_back(fonts: FontSet) -> None:
    """More than one subset, and more than one block of its map."""
    text = "".join(chr(point) for point in range(0x4E00, 0x4E00 + 300) if fonts.pick(chr(point), CELL, chinese=True))
    sheets = Sheets(fonts, "Test")
    lines = set_lines(Para((Span(text, CELL),), chinese=True), 400, fonts)
    sheets.page([m for n, line in enumerate(lines) for m in marks_of(line, 60, 60 + 12 * n, 12)])
    reader = PdfReader(io.BytesIO(sheets.pdf()))
    assert len(reader.pages[0]["/Resources"]["/Font"]) >= 2
    assert "".join(reader.pages[0].extract_text().split()) == text


def test_kerning_is_used(fonts: FontSet) -> None:
    kerned = sum(glyph.advance for glyph in shape([Span("AVAT", READ)], fonts, chinese=False))
    assert kerned < sum(glyph.natural for glyph in shape([Span("AVAT", READ)], fonts, chinese=False)) - 1


def test_sizes_are_matched_between_scripts(fonts: FontSet) -> None:
    english = [glyph.size for glyph in shape([Span("A文", READ)], fonts, chinese=False)]
    chinese = [glyph.size for glyph in shape([Span("A文", READ)], fonts, chinese=True)]
    assert english == pytest.approx([11, 10.34])
    assert chinese == pytest.approx([11.33, 11])


def test_dashes_and_quotes_come_from_the_script_around_them(fonts: FontSet) -> None:
    assert fonts.pick("…", READ, chinese=True) == "NotoSerifHK-400"
    assert fonts.pick("…", READ, chinese=False) == "SourceSerif4-400"
    faces = [glyph.face for glyph in shape([Span("employer’s", CELL)], fonts, chinese=True)]
    assert set(faces) == {"SourceSans3-400"}


def test_what_the_bold_face_lacks_is_thickened(fonts: FontSet) -> None:
    (glyph,) = shape([Span("喆", CELL_STRONG)], fonts, chinese=True)
    assert glyph.stroked == needs_stroke(glyph.face, CELL_STRONG)
    (rare,) = shape([Span("𠮷", CELL_STRONG)], fonts, chinese=True)
    assert rare.stroked
    page = PdfReader(io.BytesIO(_pdf("𠮷", CELL_STRONG, fonts))).pages[0]
    assert b"2 Tr" in page.get_contents().get_data()


def test_every_stack_is_shipped() -> None:
    for style in (READ, READ_STRONG, CELL, CELL_STRONG, LETTER):
        for chinese in (False, True):
            assert all((FONTS / f"{name}.ttf").is_file() for name in stack(style, chinese=chinese))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Ngu\u0065\u0302\u0323n", "Nguện"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("one\ntwo\tthree\x07", "one two three "),
        ("葛\U000e0100城", "葛城"),
        ("豈", "豈"),
        ("keep\u00a0this", "keep\u00a0this"),
    ],
)
def test_text_is_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
