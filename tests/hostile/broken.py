"""Files that are no paper, or half of one, or stand in nobody's handbook."""

from __future__ import annotations

import io

import pikepdf
from PIL import Image
from tests.hostile.blocks import plain, saved, written


def empty() -> bytes:
    return b""


def zeros() -> bytes:
    return bytes(100_000)


def noise() -> bytes:
    state, out = 2463534242, bytearray()
    while len(out) < 50_000:  # xorshift: the same noise every time
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        out += state.to_bytes(4, "big")
    return bytes(out)


def noise_after_header() -> bytes:
    return b"%PDF-1.7\n" + noise()


def half_a_pdf() -> bytes:
    whole = saved(plain(20), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return whole[: len(whole) // 2]


def header_only() -> bytes:
    return b"%PDF-1.7\n%%EOF\n"


def no_pages() -> bytes:
    return saved(pikepdf.new())


def junk_before_header() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + saved(plain())


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (600, 400), **options: object) -> bytes:
    """A picture with a dark left and a light right half."""
    made = Image.new("RGB", size, (250, 250, 240))
    made.paste((20, 40, 90), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    made.convert(mode).save(out, kind, **options)
    return out.getvalue()


def png() -> bytes:
    """What somebody named ``scan.pdf``."""
    return picture()


def half_a_jpeg() -> bytes:
    whole = picture("JPEG", quality=95, size=(2000, 1500))
    return whole[: len(whole) // 2]


def wrong_types() -> bytes:
    """Every key of a page holds something of the wrong type."""
    return written(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm 7/Names(x)/Outlines[1]/OCProperties<</D 3/OCGs(x)>>>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox(x)/CropBox[1 2 /a null]/Rotate/UserUnit/Resources[1]"
        b"/Contents 3 0 R/Annots[1 null(x)<</Subtype 4/Rect 5/AP 6/F(x)>><</Subtype/Stamp/AP<</N 3 0 R>>>>]/Group 9>>",
    )
