import io
from pathlib import Path

import pytest
from PIL import Image
from tests.evidence.papers import encoded, photo
from tests.evidence.reading import codes, drawn, open_pdf, read

# 64 × 48 dots, the left half red; made from a picture of ours with libheif's heif-enc 1.15, since pi-heif only reads.
HEIC = (Path(__file__).parent / "left-half-red.heic").read_bytes()
RED, WHITE = (200, 30, 30), (250, 250, 240)


def halves(mode="RGB", size=(1240, 1754)):
    """The upper half red."""
    made = Image.new("RGB", size, WHITE)
    made.paste(RED, (0, 0, size[0], size[1] // 2))
    return made.convert(mode)


def turned(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "Flat 12, Example Court"
    return exif


def is_about(colour, wanted, off=12):
    return all(abs(one - other) <= off for one, other in zip(colour, wanted, strict=True))


def picture_of(paper):
    return Image.open(io.BytesIO(paper.picture)).convert("RGB")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF"])
def test_every_kind_becomes_a_page_and_a_picture(kind):
    paper = read(encoded(halves(), kind))
    assert (paper.verdict, paper.kind, len(paper.pages)) == ("ready", kind.lower(), 1)
    page, picture = drawn(paper.cleaned), picture_of(paper)
    assert is_about(page.getpixel((300, 200)), RED)
    assert is_about(page.getpixel((300, 700)), WHITE)
    assert is_about(picture.getpixel((600, 400)), RED)
    assert codes(paper) == {"picture"}


def test_heic():
    paper = read(HEIC)
    assert (paper.verdict, paper.kind, paper.picture_kind) == ("ready", "heic", "jpeg")
    picture = picture_of(paper)
    assert picture.size == (64, 48)
    assert is_about(picture.getpixel((10, 24)), RED, off=40)
    assert is_about(picture.getpixel((54, 24)), WHITE, off=40)


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_turned_picture_comes_upright_and_without_its_place(kind, orientation):
    upright = halves(size=(400, 600))
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]  # the transposition that undoes it is undone by this
    stored = upright.transpose(Image.Transpose(back))
    paper = read(encoded(stored, kind, exif=turned(orientation)))
    picture = picture_of(paper)
    assert picture.size == (400, 600)
    assert is_about(picture.getpixel((200, 100)), RED)
    assert is_about(picture.getpixel((200, 500)), WHITE)
    assert "rotated" in codes(paper)
    assert b"Example Court" not in paper.cleaned + paper.picture


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        *[(mode, "JPEG") for mode in ("L", "CMYK")],
        *[(mode, "PNG") for mode in ("1", "L", "P", "I;16", "LA")],
        *[(mode, "TIFF") for mode in ("1", "L", "CMYK", "P", "I;16", "F", "LAB")],
    ],
)
def test_every_mode_shows_what_is_light_and_dark(mode, kind):
    made = halves("L").convert("I;16").point(lambda tone: tone * 256) if mode == "I;16" else None
    if mode == "LAB":
        made = Image.merge("LAB", [halves("L"), *[Image.new("L", (1240, 1754), 128)] * 2])
    page = drawn(read(encoded(made or halves(mode), kind)).cleaned).convert("L")
    assert page.getpixel((300, 700)) > 200
    assert page.resize((1, 1), box=(250, 150, 350, 250)).getpixel((0, 0)) < 140


def test_what_is_see_through_lies_on_white():
    clear = halves().convert("RGBA")
    clear.putalpha(0)
    for kind in ("PNG", "WEBP", "TIFF"):
        assert drawn(read(encoded(clear, kind)).cleaned).getpixel((300, 200)) == (255, 255, 255)
    listed = halves().quantize(4)
    paper = read(encoded(listed, "PNG", transparency=listed.getpixel((600, 400))))
    assert drawn(paper.cleaned).getpixel((300, 200)) == (255, 255, 255)


def test_every_page_of_a_tiff_in_order():
    pages = [photo((750, 1000), seed=seed) for seed in (3, 5, 7)]
    paper = read(encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:], dpi=(150, 150)))
    assert len(paper.pages) == 3
    assert paper.picture == b""
    for number, page in enumerate(pages, 1):
        assert drawn(paper.cleaned, number, 750).getpixel((100, 50)) == page.getpixel((100, 50))


def test_of_an_animation_the_first_picture():
    paper = read(
        encoded(halves(), "GIF", save_all=True, append_images=[photo((1240, 1754), seed=seed) for seed in (3, 5)])
    )
    assert len(paper.pages) == 1
    assert [flag.count for flag in paper.flags if flag.code == "first_only"] == [2]


def test_a_jpeg_is_not_coded_again():
    whole = encoded(photo(), "JPEG", exif=turned(1))
    paper = read(whole)
    with open_pdf(paper.cleaned) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.read_raw_bytes() == paper.picture
    assert picture_of(paper).tobytes() == Image.open(io.BytesIO(whole)).tobytes()


def test_more_than_sixty_million_dots_are_refused_before_they_are_unpacked():
    assert read(encoded(Image.new("1", (8000, 7600)), "PNG")).verdict == "too_large"
    assert read(encoded(Image.new("1", (7000, 7000)), "PNG")).verdict == "ready"


def test_the_same_picture_gives_the_same_bytes():
    for kind in ("JPEG", "PNG", "WEBP", "TIFF"):
        made = encoded(photo(), kind)
        assert read(made) == read(made)
