"""Small files that want all memory or all time."""

from __future__ import annotations

import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from tests.hostile.blocks import annotate, annotation, drawing, plain, saved, written


def _repeated(piece: bytes, times: int) -> bytes:
    squeeze = zlib.compressobj(9)
    block = piece * 1024
    return b"".join(squeeze.compress(block) for _ in range(times // 1024)) + squeeze.flush()


def content_bomb() -> bytes:
    """A content stream of 512 MB in less than 2 MB."""
    pdf = plain()
    pdf.pages[0].obj[Name.Contents] = Stream(
        pdf, _repeated(b"0 0 1 1 re f\n\n\n\n", 512 * 1024 * 64), Filter=Name.FlateDecode
    )
    return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def double_bomb() -> bytes:
    """The same packed twice: some kilobytes."""
    pdf = plain()
    twice = zlib.compress(_repeated(b"0 0 1 1 re f\n\n\n\n", 512 * 1024 * 64), 9)
    filters = Array([Name.FlateDecode, Name.FlateDecode])
    pdf.pages[0].obj[Name.Contents] = Stream(pdf, twice, Filter=filters)
    return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def nested_forms() -> bytes:
    """28 forms, each drawing the next one twice: 2^28 small squares."""
    pdf = plain(content=b"/X Do\n")
    inner = drawing(pdf, b"0 0 1 1 re f\n")
    for _ in range(28):
        inner = drawing(pdf, b"/X Do /X Do\n", Resources=Dictionary(XObject=Dictionary(X=inner)))
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=inner)
    return saved(pdf)


def form_loop() -> bytes:
    """A form that draws itself."""
    pdf = plain(content=b"/X Do\n")
    loop = drawing(pdf, b"/X Do /X Do\n")
    loop[Name.Resources] = Dictionary(XObject=Dictionary(X=loop))
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=loop)
    return saved(pdf)


def nested_patterns() -> bytes:
    """Patterns of tiny cells filled with patterns of tiny cells: nothing but drawing it tells that it never ends."""
    pdf = plain(content=b"/Pattern cs /P scn 0 0 595 842 re f\n")
    sizes = {"BBox": Array([0, 0, 500, 500]), "XStep": 0.01, "YStep": 0.01}
    kind = {"Type": Name.Pattern, "PatternType": 1, "PaintType": 1, "TilingType": 1}
    cell = pdf.make_stream(b"0.5 g 0 0 0.005 0.005 re f", **kind, **sizes, Resources=Dictionary())
    for _ in range(3):
        inside = Dictionary(Pattern=Dictionary(P=cell))
        cell = pdf.make_stream(b"/Pattern cs /P scn 0 0 500 500 re f", **kind, **sizes, Resources=inside)
    pdf.pages[0].obj.Resources[Name.Pattern] = Dictionary(P=cell)
    return saved(pdf)


def huge_picture() -> bytes:
    """32768 × 32768 dots in colour inside a PDF, 3 GB unpacked."""
    pdf = plain(content=b"q 595 0 0 842 0 0 cm /X Do Q\n")
    row = _repeated(b"\0" * 96, 1024 * 1024)
    picture = Stream(pdf, row, Type=Name.XObject, Subtype=Name.Image, Width=32768, Height=32768, BitsPerComponent=8)
    picture[Name.ColorSpace], picture[Name.Filter] = Name.DeviceRGB, Name.FlateDecode
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=picture)
    return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def huge_png() -> bytes:
    """32768 × 32768 dots of one bit: 130 KB."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = (32768).to_bytes(4, "big") * 2 + b"\x01\x00\x00\x00\x00"
    rows = _repeated(b"\0" * 4097, 32768)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def huge_page() -> bytes:
    pdf = plain()
    pdf.pages[0].obj[Name.MediaBox] = Array([0, 0, 10**9, 10**9])
    return saved(pdf)


def many_pages() -> bytes:
    return saved(plain(20_000))


def many_marks() -> bytes:
    """3,000 pages, each with a stamp."""
    pdf = plain(3_000)
    look = drawing(pdf, b"1 0 0 rg 0 0 200 100 re f")
    for number in range(3_000):
        annotate(pdf, annotation("Stamp", F=4, AP=Dictionary(N=look)), page=number)
    return saved(pdf)


def page_loop() -> bytes:
    """A page tree whose branch holds the tree."""
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Type/Pages/Parent 2 0 R/Count 1/Kids[2 0 R]>>",
    )


def deep_arrays() -> bytes:
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 4 0 R>>",
        b"<</Font<</F1" + b"[" * 200_000 + b"]" * 200_000 + b">>>>",
    )


def long_chain() -> bytes:
    """5,000 fonts' worth of forms, each inside the one before: deeper than any recursion."""
    pdf = plain(content=b"/X Do\n")
    inner = drawing(pdf, b"0 0 1 1 re f\n")
    for _ in range(5_000):
        inner = drawing(pdf, b"/X Do\n", Resources=Dictionary(XObject=Dictionary(X=inner)))
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=inner)
    return saved(pdf)
