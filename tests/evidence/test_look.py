import io

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.evidence.papers import encoded, photo
from tests.evidence.reading import read

from talentpack.evidence.look import Placed, resolution


def page_with(draw):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1, initialFontName="Helvetica")
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def look_at(draw):
    paper = read(page_with(draw))
    return paper.pages[0], {flag.code for flag in paper.flags}


def scan(canvas, made, box=(0, 0, 595, 842)):
    canvas.drawImage(ImageReader(made), *box)


def scanned(made):
    return read(encoded(made, "JPEG", quality=75, dpi=(150, 150))).pages[0]


def sheet(size=(1240, 1754), tone=245):
    """An empty sheet from a scanner: noise, a shadow at one edge, a speck of dust."""
    made = Image.effect_noise(size, 3).point(lambda noise: noise - 128 + tone)
    pen = ImageDraw.Draw(made)
    pen.rectangle((0, 0, 30, size[1]), fill=60)
    pen.point((600, 600), fill=0)
    return made


@pytest.mark.parametrize(("size", "dpi"), [((2480, 3508), 300), ((1240, 1754), 150), ((827, 1169), 100)])
def test_resolution_of_a_scan(size, dpi):
    look, flags = look_at(lambda canvas: scan(canvas, Image.new("RGB", size, (90, 90, 90))))
    assert abs(look.dpi - dpi) <= 1
    assert ("low_dpi" in flags) == (dpi < 150)
    assert "no_text" in flags


def test_a_turned_scan_and_a_form_have_the_same_resolution():
    def turned(canvas):
        canvas.beginForm("f")
        canvas.translate(595, 0)
        canvas.rotate(90)
        scan(canvas, photo((584, 413)), (0, 0, 842, 595))
        canvas.endForm()
        canvas.doForm("f")

    look, _ = look_at(turned)
    assert abs(look.dpi - 50) <= 1


def test_a_small_picture_says_nothing_of_the_page():
    look, flags = look_at(
        lambda canvas: (scan(canvas, photo((40, 40)), (50, 50, 150, 150)), canvas.drawString(72, 720, "x"))
    )
    assert look.dpi is None
    assert flags == set()


def test_layers_of_a_scan_and_pictures_side_by_side():
    coarse, fine = Placed(share=1.0, dpi=75), Placed(share=0.9, dpi=300)
    assert resolution([coarse, fine]) == 300
    assert resolution([Placed(share=0.4, dpi=75), Placed(share=0.45, dpi=300)]) == 75
    assert resolution([Placed(share=0.35, dpi=75), fine]) == 75
    assert resolution([Placed(share=0.1, dpi=20)]) is None
    assert resolution([]) is None


def test_blank():
    assert look_at(lambda canvas: canvas.setTitle("empty"))[1] == {"blank_page"}
    assert scanned(sheet()).blank


@pytest.mark.parametrize(
    "mark",
    [
        lambda canvas: canvas.drawString(300, 15, "7"),
        lambda canvas: canvas.line(72, 400, 300, 400),
        lambda canvas: scan(canvas, photo((100, 100)), (200, 200, 100, 100)),
    ],
)
def test_not_blank(mark):
    assert not look_at(mark)[0].blank


def test_a_scan_with_one_line_is_not_blank():
    made = sheet()
    ImageDraw.Draw(made).text((400, 700), "only this line", fill=10, font_size=30)
    assert not scanned(made).blank


def test_empty_sheets_are_found_among_many_pages():
    """There is no time to draw all; the empty ones took least room."""
    full = photo((1240, 1754)).convert("L").resize((124, 175)).resize((1240, 1754))
    pages = [full] * 20
    pages[7] = pages[15] = sheet()
    paper = read(encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:], dpi=(150, 150), compression="jpeg"))
    assert [flag.pages for flag in paper.flags if flag.code == "blank_page"] == [(8, 16)]


def test_text():
    assert look_at(lambda canvas: canvas.drawString(72, 720, "some text"))[0].text
    assert not look_at(lambda canvas: canvas.drawString(72, 720, "   "))[0].text
