import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Name, Pdf
from tests.pack.samples import FONT

from talentpack.pack.join import Run, joined
from talentpack.pack.stamp import BOTTOM, LARGEST, RIGHT, SMALLEST, stamper
from talentpack.pack.view import view

TEXT = "F12.3 · 4761 / 5000"
LEFT_OPEN = b"0.5 0 0 3 7 7 cm 1 0 0 rg 5 Tc 50 Tz"


def made(path: Path, pages) -> Path:
    """A PDF of pages (media, crop, rotate, unit), each stamped."""
    pdf = Pdf.new()
    for media, crop, rotate, unit in pages:
        page = pdf.add_blank_page()
        page.obj.MediaBox = Array(media)
        if crop:
            page.obj.CropBox = Array(crop)
        page.obj.Rotate = rotate
        if unit != 1:
            page.obj.UserUnit = unit
        page.obj.Contents = pdf.make_stream(LEFT_OPEN)
    tool = stamper(pdf, FONT)
    for page in pdf.pages:
        tool.stamp(page, view(page), TEXT, plate=True)
    pdf.save(path)
    return path


def gaps(path: Path) -> list[tuple[float, float]]:
    """Right gap and bottom gap of each page's stamp as pdftotext sees them, in units of the page."""
    xml = subprocess.run(
        ["pdftotext", "-cropbox", "-bbox", path, "-"], capture_output=True, text=True, check=True
    ).stdout
    found = []
    with Pdf.open(path) as pdf:
        turned = [int(page.obj.get(Name.Rotate, 0)) % 180 == 90 for page in pdf.pages]
    for swap, page in zip(turned, re.findall(r"<page.*?</page>", xml, re.DOTALL), strict=True):
        sides = [float(value) for value in re.search(r'width="(.*?)" height="(.*?)"', page).groups()]
        width, height = reversed(sides) if swap else sides  # pdftotext gives the sides before it turns the page
        words = re.findall(r'xMax="(.*?)" yMax="(.*?)">(.*?)<', page)
        assert " ".join(word for _x, _y, word in words) == TEXT
        found.append((width - max(float(x) for x, _y, _w in words), height - max(float(y) for _x, y, _w in words)))
    return found


def descent() -> float:
    """How far below the baseline pdftotext draws a word's box; it takes it from the font."""
    return -FONT.descent * 9 / 1000


sides = st.integers(min_value=300, max_value=1100)
offsets = st.integers(min_value=-500, max_value=500)


@st.composite
def ordinary_pages(draw):
    left, bottom, width, height = draw(offsets), draw(offsets), draw(sides), draw(sides)
    crop = [left, bottom, left + width, bottom + height]
    for one, other in ((0, 2), (1, 3)):
        if draw(st.booleans()):
            crop[one], crop[other] = crop[other], crop[one]
    media = [left - 30, bottom - 40, left + width + 50, bottom + height + 60]
    boxes = draw(st.sampled_from([(media, crop), (crop, None)]))
    return *boxes, draw(st.sampled_from([0, 90, 180, 270, -90, 450])), draw(st.sampled_from([1, 0.5, 0.75]))


@settings(max_examples=25, deadline=None)
@given(pages=st.lists(ordinary_pages(), min_size=4, max_size=4))
def test_the_stamp_stands_upright_at_the_bottom_right_of_what_is_seen(tmp_path_factory, pages):
    path = made(tmp_path_factory.mktemp("stamps") / "pages.pdf", pages)
    for (media, crop, _rotate, unit), (right, bottom) in zip(pages, gaps(path), strict=True):
        x1, y1, x2, y2 = crop or media
        short = min(abs(x2 - x1), abs(y2 - y1)) * unit
        scale = short / SMALLEST if short < SMALLEST else 1
        assert right * unit == pytest.approx(RIGHT * scale, abs=0.01)
        assert bottom * unit == pytest.approx((BOTTOM - descent()) * scale, abs=0.01)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_its_place_is_exact_on_ordinary_pages(tmp_path, rotate):
    path = made(tmp_path / "a.pdf", [([0, 0, 700, 900], [650, 880, 60, 20], rotate, 1)])
    ((right, bottom),) = gaps(path)
    assert right == pytest.approx(28, abs=0.01)
    assert bottom + descent() == pytest.approx(24, abs=0.01)


@pytest.mark.parametrize(("side", "scale"), [(72, 72 / SMALLEST), (14400, 14400 / LARGEST), (595, 1), (1191, 1)])
def test_tiny_and_huge_pages_get_a_stamp_in_proportion(tmp_path, side, scale):
    path = made(tmp_path / "a.pdf", [([0, 0, side, side], None, 0, 1)])
    ((right, _bottom),) = gaps(path)
    assert right == pytest.approx(28 * scale, rel=0.001)


def test_a_page_of_twenty_metres(tmp_path):
    unit = 4
    path = made(tmp_path / "a.pdf", [([0, 0, 14173, 14173], None, 90, unit)])
    ((right, _bottom),) = gaps(path)
    assert right * unit == pytest.approx(28 * 14173 * unit / LARGEST, rel=0.001)


def test_inherited_boxes_and_rotation_are_seen(tmp_path):
    source = Pdf.new()
    source.add_blank_page(page_size=(700, 900))
    pages, page = source.Root.Pages, source.pages[0].obj
    del page.MediaBox
    pages.MediaBox, pages.CropBox, pages.Rotate = Array([0, 0, 700, 900]), Array([650, 880, 60, 20]), 90
    source.save(tmp_path / "inherited.pdf")
    with Pdf.open(tmp_path / "inherited.pdf") as opened:
        seen = view(opened.pages[0])
    assert seen == ((60, 20, 650, 880), 90, 1)
    with joined([Run(str(tmp_path / "inherited.pdf"), (1,), {1: 90})]) as pdf:
        assert view(pdf.pages[0]) == ((60, 20, 650, 880), 180, 1)
        stamper(pdf, FONT).stamp(pdf.pages[0], view(pdf.pages[0]), TEXT, plate=False)
        pdf.save(tmp_path / "out.pdf")
    assert gaps(tmp_path / "out.pdf")[0][0] == pytest.approx(28, abs=0.01)


@pytest.mark.parametrize("box", [None, [0, 0, 0, 0], [1, 2], "text"])
def test_a_page_without_a_sound_box_is_letter_size(box):
    pdf = Pdf.new()
    page = pdf.add_blank_page()
    del page.obj.MediaBox
    if box is not None:
        page.obj.MediaBox = Array(box) if isinstance(box, list) else pikepdf.String(box)
    assert view(page).box == (0, 0, 612, 792)


def test_a_crop_box_outside_the_page_is_ignored():
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(600, 800))
    page.obj.CropBox = Array([900, 900, 1000, 1000])
    assert view(page).box == (0, 0, 600, 800)
    page.obj.CropBox = Array([-50, 100, 1000, 1000])
    assert view(page).box == (0, 100, 600, 800)


def test_pages_share_the_font_and_a_name_in_use_is_left_alone():
    pdf = Pdf.new()
    for _ in range(3):
        pdf.add_blank_page()
    tool = stamper(pdf, FONT)
    pdf.pages[1].obj.Resources = pdf.make_indirect(pikepdf.Dictionary(Font=pikepdf.Dictionary(TalentpackStamp="old")))
    pdf.pages[2].obj.Resources = pdf.pages[1].obj.Resources
    for page in pdf.pages:
        tool.stamp(page, view(page), TEXT, plate=True)
    assert str(pdf.pages[1].Resources.Font.TalentpackStamp) == "old"
    fonts = {
        page.Resources.Font[name].objgen
        for page, name in zip(pdf.pages, ("/TalentpackStamp", "/TalentpackStampx", "/TalentpackStampx"), strict=True)
    }
    assert len(fonts) == 1
    assert {page.Contents[0].objgen for page in pdf.pages} == {tool.save.objgen}


def test_a_plate_is_only_drawn_when_asked():
    pdf = Pdf.new()
    page = pdf.add_blank_page()
    del page.obj[Name.Contents]
    tool = stamper(pdf, FONT)
    tool.stamp(page, view(page), "5 / 180", plate=False)
    assert b" re f" not in page.Contents[-1].read_bytes()
    tool.stamp(page, view(page), "A1 · 5 / 180", plate=True)
    assert b"-5 -4 " in page.Contents[-1].read_bytes()


@pytest.mark.parametrize(
    "content", [b"q 3 0 0 3 9 9 cm q 2 0 0 2 0 0 cm", b"Q 3 0 0 3 9 9 cm", b"Q Q q 2 0 0 2 0 0 cm"]
)
def test_contents_that_leave_their_state_open_do_not_move_it(tmp_path, content):
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(600, 800))
    page.obj.Contents = pdf.make_stream(content)
    stamper(pdf, FONT).stamp(page, view(page), TEXT, plate=True)
    pdf.save(tmp_path / "a.pdf")
    assert gaps(tmp_path / "a.pdf")[0][0] == pytest.approx(28, abs=0.01)
