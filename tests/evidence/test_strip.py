import io

import pytest
from PIL import Image, ImageCms, PngImagePlugin
from tests.evidence.papers import encoded, photo

from talentpack.evidence.strip import stripped_jpeg, stripped_png

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def telling():
    exif = Image.Exif()
    exif[0x010E] = "Flat 12, Example Court"
    return exif


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 3}])
def test_a_jpeg_keeps_every_dot_and_its_profile(options):
    whole = encoded(
        photo(),
        "JPEG",
        exif=telling(),
        comment=b"secret",
        icc_profile=PROFILE,
        dpi=(200, 200),
        xmp=b"secret",
        **options,
    )
    bare = stripped_jpeg(whole + b"secret after the end")
    assert b"secret" not in bare
    assert b"Example Court" not in bare
    assert opened(bare).tobytes() == opened(whole).tobytes()
    assert opened(bare).info["icc_profile"] == PROFILE
    assert opened(bare).info["dpi"] == (200, 200)
    assert not opened(bare).getexif()


def test_a_cmyk_jpeg_keeps_its_colour_transform():
    whole = encoded(photo(mode="CMYK"), "JPEG")
    assert opened(stripped_jpeg(whole)).tobytes() == opened(whole).tobytes()


@pytest.mark.parametrize("cut", [3, 10, 200, 5000, -2])
def test_half_a_jpeg_is_none(cut):
    with pytest.raises(ValueError, match=r"end|marker"):
        stripped_jpeg(encoded(photo(), "JPEG")[:cut])


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_a_png_keeps_every_dot(mode):
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "secret")
    notes.add_itxt("XML:com.adobe.xmp", "secret")
    whole = encoded(photo(mode=mode), "PNG", pnginfo=notes, exif=telling(), icc_profile=PROFILE, dpi=(200, 200))
    bare = stripped_png(whole + b"secret after the end", profile=False)
    assert b"secret" not in bare
    assert b"Example Court" not in bare
    assert opened(bare).convert("RGB").tobytes() == opened(whole).convert("RGB").tobytes()
    assert "icc_profile" not in opened(bare).info
    assert opened(stripped_png(whole, profile=True)).info["icc_profile"] == PROFILE


def test_half_a_png_is_none():
    with pytest.raises(ValueError, match="ends before"):
        stripped_png(encoded(photo(), "PNG")[:500], profile=False)
