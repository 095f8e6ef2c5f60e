"""Takes out of a JPEG or PNG whatever is not the picture: place, time, camera, thumbnails, comments, trailing files.

The picture itself is not decoded, so it loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length: TEM, RST0–7
_APP0, _APP2, _APP14, _COM = 0xE0, 0xE2, 0xEE, 0xFE
_APPS = range(0xE0, 0xF0)
_KEPT_APPS = {_APP0: b"JFIF\x00", _APP2: b"ICC_PROFILE\x00", _APP14: b"Adobe"}

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"pHYs", b"sRGB", b"gAMA", b"cHRM"})


def stripped_jpeg(data: bytes) -> bytes:
    """JFIF density, colour profile and Adobe's colour transform stay. Raises ValueError when it is no JPEG stream."""
    return b"\xff\xd8" + b"".join(_jpeg_parts(data)) + b"\xff\xd9"


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    at = 2
    while True:
        marker, at = _marker(data, at)
        if marker == _EOI:
            return
        if marker in _ALONE:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        body = data[at + 2 : end]
        if end > len(data) or end < at + 2:
            raise ValueError("a segment that reaches beyond the end")
        if _is_kept(marker, body):
            yield bytes((0xFF, marker)) + data[at:end]
        at = end
        if marker == _SOS:
            at = _scan_end(data, at)
            yield data[end:at]


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The next marker and where its segment begins; fill bytes are passed over."""
    if data[at : at + 1] != b"\xff":
        raise ValueError("no marker where one must be")
    while data[at : at + 1] == b"\xff":
        at += 1
    if at >= len(data):
        raise ValueError("ends before its end")
    return data[at], at + 1


def _is_kept(marker: int, body: bytes) -> bool:
    if marker in _APPS:
        return marker in _KEPT_APPS and body.startswith(_KEPT_APPS[marker])
    return marker != _COM


def _scan_end(data: bytes, at: int) -> int:
    """Where coded data ends: at an FF followed by neither 00 nor a restart marker."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise ValueError("ends before its end")
        if data[at + 1] and data[at + 1] not in _ALONE:
            return at
        at += 2


def stripped_png(data: bytes, *, profile: bool) -> bytes:
    """The chunks that make the picture, its density, and with ``profile`` its colour profile; its coded data in one
    chunk, since img2pdf takes a minute to join the thousands a large picture has. Raises ValueError when the chunks do
    not end as they must.
    """
    kept = _PNG_KEPT | {b"iCCP"} if profile else _PNG_KEPT
    chunks = list(_chunks(data))
    before = [data[start:end] for kind, start, end in chunks if kind in kept]
    coded = b"".join(data[start + 8 : end - 4] for kind, start, end in chunks if kind == b"IDAT")
    return b"".join((_PNG_SIGNATURE, *before, _chunk(b"IDAT", coded), _chunk(b"IEND", b"")))


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of every chunk up to IEND."""
    at = len(_PNG_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if end > len(data):
            raise ValueError("ends before its end")
        yield kind, at, end
        at = end


def _chunk(kind: bytes, body: bytes) -> bytes:
    return b"".join((len(body).to_bytes(4, "big"), kind, body, crc32(body, crc32(kind)).to_bytes(4, "big")))
