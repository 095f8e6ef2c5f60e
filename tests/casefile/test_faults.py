"""A fault at every call SQLite makes to the disk while an action is kept: it is kept, or nothing changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from msgspec.structs import replace
from tests.casefile.made import action, new_store

from talentpack.casefile.store import Store
from talentpack.core.actions import Action
from talentpack.core.problems import Refused

FAULTS = {"no room": apsw.FullError, "a fault of the disk": apsw.IOError}
CALLS = 30  # more than one commit makes


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


@pytest.fixture
def disk() -> Iterator[Faulty]:
    default = apsw.vfs_details()[0]["zName"]
    faulty = Faulty()
    yield faulty
    faulty.unregister()
    assert apsw.vfs_details()[0]["zName"] == default


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the faults we raise, told by apsw
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("typing", [False, True], ids=["one more", "the newest again"])
def test_a_fault_at_every_call_of_a_save(tmp_path: Path, disk: Faulty, fault: str, lasting: bool, typing: bool) -> None:
    failed = 0
    new_store(tmp_path, 3).close()
    for calls in range(CALLS):
        folder = tmp_path / str(calls)
        folder.mkdir()
        shutil.copyfile(tmp_path / "case.db", folder / "case.db")
        store = Store.open(folder / "case.db")
        kept = store.actions()
        wanted = replace(action(3, phone="typed on"), uuid="u3") if typing else action(4, phone="4")
        disk.left, disk.lasting, disk.fault = calls, lasting, FAULTS[fault]
        code = _append(store, wanted)
        disk.left = None
        if code:
            failed += 1
            assert (code, store.actions()) == ("case.not_saved", kept)
        after = (
            _done_again(store, wanted, kept, retry=bool(calls % 2)) if code else (*kept[: wanted.number - 1], wanted)
        )
        store.close()
        store = Store.open(folder / "case.db")
        assert store.actions() == after
        store.close()
    assert 15 < failed < CALLS - 3, "every call met its fault, and the last attempts met none"


def _append(store: Store, wanted: Action) -> str:
    """The code of the refusal; empty when it was kept."""
    try:
        store.append(wanted)
    except Refused as refused:
        return refused.problems[0].code
    return ""


def _done_again(store: Store, wanted: Action, kept: tuple[Action, ...], *, retry: bool) -> tuple[Action, ...]:
    """Either the same act again, or another one instead: what was refused never comes back."""
    again = wanted if retry else action(4, email="another")
    store.append(again)
    return (*kept[: again.number - 1], again)
