"""A file to save a PDF into that never raises while pikepdf writes.

An error that Python raises while pikepdf closes its output (a full disk, found when the last bytes are flushed) ends
the process: C++ cannot pass it on from a destructor. So errors are kept here and raised when the writing is over.
"""

from __future__ import annotations

import io
from pathlib import Path
from types import TracebackType
from typing import Self

_ROOM = 1 << 20


class Sink(io.RawIOBase):
    """A new file for writing; leaving it as a context raises the OSError that stopped it, if one did."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb", buffering=0)
        self._waiting = bytearray()
        self._written = 0
        self._error: OSError | None = None

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._drain()
        self._file.close()
        if kind is None and self._error is not None:
            raise self._error

    def __enter__(self) -> Self:
        return self

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self._written

    def write(self, data: object) -> int:
        """Takes everything, also after an error: what follows one is dropped."""
        size = len(memoryview(data))  # type: ignore[arg-type] # io names the buffer type only for type checkers
        if self._error is None:
            self._waiting += data  # type: ignore[arg-type] # as above
            if len(self._waiting) >= _ROOM:
                self._drain()
        self._written += size
        return size

    def _drain(self) -> None:
        left = memoryview(self._waiting)
        try:
            while left and self._error is None:
                left = left[self._file.write(left) :]
        except OSError as error:
            self._error = error
        left.release()
        self._waiting = bytearray()
