"""What a file is, by its first bytes; its name is never asked."""

from __future__ import annotations

from talentpack.core.papers import Kind

Bytes = bytes | memoryview

HEADER_WITHIN = 1024
"""A PDF's header may stand anywhere in the first 1024 bytes (PDF 1.7, implementation note 13); qpdf and PDFium agree."""

_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"II+\x00", "tiff"),
    (b"MM\x00+", "tiff"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)
_BRANDS: dict[bytes, Kind] = {
    b"avif": "avif",
    b"avis": "avif",
    b"heic": "heic",
    b"heix": "heic",
    b"heim": "heic",
    b"heis": "heic",
    b"hevc": "heic",
    b"hevx": "heic",
    b"mif1": "heic",
    b"msf1": "heic",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(data: Bytes) -> Kind:
    """The kind of file, ``unknown`` when no reader here takes it."""
    head = bytes(data[:HEADER_WITHIN])
    for start, kind in _STARTS:
        if head.startswith(start):
            return _kind_of_zip(data) if kind == "zip" else kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _kind_of_boxes(head)
    return "pdf" if b"%PDF-" in head else "unknown"


def is_office(data: Bytes) -> bool:
    """A word processor's, spreadsheet's or presentation's file, old or new, that can be saved as PDF."""
    head = bytes(data[:4096])
    return head.startswith(_OLD_OFFICE) or b"[Content_Types].xml" in head or b"vnd.oasis.opendocument" in head


def _kind_of_zip(data: Bytes) -> Kind:
    # Names stand in every entry's header and again in the directory at the end.
    ends = bytes(data[:65_536]) + bytes(data[-65_536:])
    return "docx" if b"word/document.xml" in ends else "zip"


def _kind_of_boxes(head: bytes) -> Kind:
    """ISO base media files name a major brand and compatible ones; ``mif1`` alone is said by HEIC and AVIF alike."""
    size = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(size, len(head)), 4))]
    kinds = [_BRANDS[brand] for brand in brands if brand in _BRANDS]
    if not kinds:
        return "unknown"
    return "avif" if "avif" in kinds else kinds[0]
