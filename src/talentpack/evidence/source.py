"""A file in memory, read in place: a paper may have 250 MB, and a reader has room for it only so often."""

from __future__ import annotations

import io
from typing import BinaryIO, cast

from talentpack.evidence.sniff import Bytes


class _View(io.RawIOBase):
    def __init__(self, data: Bytes) -> None:
        self._data = memoryview(data)
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: len(self._data)}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # Buffer is Python 3.12's
        part = self._data[self._at : self._at + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)


def stream_of(data: Bytes) -> BinaryIO:
    """A readable, seekable stream over ``data`` that copies nothing."""
    return io.BytesIO(data) if isinstance(data, bytes) else cast("BinaryIO", io.BufferedReader(_View(data)))
