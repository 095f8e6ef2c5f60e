"""The shipped fonts are the ones fonts.toml describes, and together they hold what names and forms need."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest
import uharfbuzz
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
FONTS = {font["file"]: font for font in tomllib.loads((FOLDER / "fonts.toml").read_text("utf-8"))["font"]}
SANS_TAIL = ("NotoSansHK-400.ttf", "NotoSansSC-400.ttf", "TalentpackExtra-400.ttf")
STACKS = {
    "serif": ("SourceSerif4-400.ttf", "NotoSerifHK-400.ttf", "NotoSerifSC-400.ttf", *SANS_TAIL),
    "sans": ("SourceSans3-400.ttf", *SANS_TAIL),
    "sans bold": ("SourceSans3-600.ttf", "NotoSansHK-500.ttf", *SANS_TAIL),
    "window": ("Inter-400.ttf", *SANS_TAIL),
}
NAMES = "ñőĐđệŁşžøßÉươ’‘“”–—·•…×−≥≤€£¥→\u00a0<>&"
HAN = "𨋢喆堃𠮷张书镕㛃䶮𬭎裏峯衞滙啓入境事務處高端人才通行證計劃，。、；：？！（）「」『』《》—…％＄"


def codes(file: str) -> set[int]:
    """What reportlab draws a glyph for; it also lists U+FFFF, the end mark of a cmap, with glyph 0."""
    return {code for code, glyph in TTFont(file, str(FOLDER / file)).face.charToGlyph.items() if glyph}


def missing(stack: tuple[str, ...], text: str) -> list[str]:
    had = set[int]().union(*(codes(file) for file in stack))
    return [f"U+{ord(char):04X}" for char in text if ord(char) not in had]


def test_every_font_file_is_described_and_every_description_has_its_file() -> None:
    assert {path.name for path in FOLDER.glob("*.ttf")} == set(FONTS)


@pytest.mark.parametrize("file", FONTS)
def test_a_font_is_the_one_described(file: str) -> None:
    data = (FOLDER / file).read_bytes()
    assert (len(data), hashlib.sha256(data).hexdigest()) == (FONTS[file]["bytes"], FONTS[file]["sha256"])
    assert "Open Font License" in (FOLDER / FONTS[file]["licence"]).read_text("utf-8").replace(
        "OPEN FONT LICENSE", "Open Font License"
    )


def test_all_fonts_together_stay_within_25_megabytes() -> None:
    assert sum(path.stat().st_size for path in FOLDER.glob("*.ttf")) <= 25_000_000


@pytest.mark.parametrize("file", FONTS)
def test_reportlab_loads_it_with_the_characters_described(file: str) -> None:
    assert len(codes(file)) == FONTS[file]["characters"]


def test_postscript_names_differ_so_that_no_two_faces_meet_in_one_pdf() -> None:
    names = {TTFont(file, str(FOLDER / file)).face.name for file in FONTS}
    assert len(names) == len(FONTS)


@pytest.mark.parametrize("role", STACKS)
def test_a_stack_holds_what_names_and_official_words_need(role: str) -> None:
    assert missing(STACKS[role], NAMES + HAN) == []


@pytest.mark.parametrize("file", ["SourceSerif4-400.ttf", "SourceSerif4-600.ttf"])
def test_the_boxes_of_the_checklist_come_from_the_serif(file: str) -> None:
    assert missing((file,), "☐☑") == []


def test_the_divider_face_holds_the_letters_of_the_sections() -> None:
    assert missing(("SourceSerif4-300.ttf",), "ABCDEFG") == []


def test_figures_are_tabular_in_the_faces_that_set_money() -> None:
    for file in (
        "SourceSerif4-400.ttf",
        "SourceSerif4-600.ttf",
        "SourceSans3-400.ttf",
        "SourceSans3-600.ttf",
        "NotoSansHK-400.ttf",
    ):
        widths = {TTFont(file, str(FOLDER / file)).stringWidth(figure, 1000) for figure in "0123456789"}
        assert len(widths) == 1, file


@pytest.mark.parametrize("file", ["SourceSerif4-400.ttf", "SourceSans3-400.ttf"])
def test_harfbuzz_kerns_the_latin_faces(file: str) -> None:
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FOLDER / file))))

    def advance(kern: bool) -> int:
        buffer = uharfbuzz.Buffer()
        buffer.add_str("AVAToWa")
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer, {"kern": kern})
        return sum(position.x_advance for position in buffer.glyph_positions)

    assert advance(kern=True) < advance(kern=False)
