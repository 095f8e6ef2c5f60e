"""A file layer for SQLite that fails when it is told to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import apsw


class Faulty(apsw.VFS):
    """The system's own file layer, until the countdown is over; then every call that writes fails, or just the one."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.lasting = False
        self.fault: type[apsw.Error] = apsw.IOError
        self.base = apsw.vfs_details()[0]["zName"]
        super().__init__("faulty", self.base, makedefault=True)

    def count(self) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            if not self.lasting:
                self.left = None
            raise self.fault

    def xOpen(self, name: Any, flags: list[int]) -> Any:  # noqa: N802 - apsw's name
        return FaultyFile(self, name, flags)


class FaultyFile(apsw.VFSFile):
    def __init__(self, vfs: Faulty, name: Any, flags: list[int]) -> None:
        self.vfs = vfs
        super().__init__(vfs.base, name, flags)

    def xWrite(self, data: Any, offset: int) -> None:  # noqa: N802 - apsw's name
        self.vfs.count()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802 - apsw's name
        self.vfs.count()
        super().xSync(flags)

    def xTruncate(self, size: int) -> None:  # noqa: N802 - apsw's name
        self.vfs.count()
        super().xTruncate(size)


@contextmanager
def faulty_disk() -> Iterator[Faulty]:
    """Every connection made meanwhile goes through it."""
    default = apsw.vfs_details()[0]["zName"]
    faulty = Faulty()
    try:
        yield faulty
    finally:
        faulty.unregister()
    assert apsw.vfs_details()[0]["zName"] == default
