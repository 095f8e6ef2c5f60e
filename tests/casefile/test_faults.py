"""A fault at every call SQLite makes to the disk while an action is kept: it is kept, or nothing changed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from msgspec.structs import replace
from tests.casefile.faulty import Faulty, faulty_disk
from tests.casefile.made import IN_MEMORY, action, new_store

from talentpack.casefile.store import Store
from talentpack.core.actions import Action
from talentpack.core.problems import Refused

FAULTS = {"no room": apsw.FullError, "a fault of the disk": apsw.IOError}
CALLS = 30  # more than one commit makes


@pytest.fixture
def disk() -> Iterator[Faulty]:
    with faulty_disk() as faulty:
        yield faulty


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


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the faults we raise, told by apsw
@pytest.mark.parametrize("first", ["typing", "act"])
@pytest.mark.parametrize("second", ["typing", "act"])
def test_one_fault_after_another(disk: Faulty, first: str, second: str) -> None:
    """Whatever two refused acts left on the disk, the third stands after what was acknowledged before them."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        acts = {"typing": replace(action(3, phone="typed on"), uuid="u3"), "act": action(4, phone="4")}
        new_store(Path(folder), 3).close()
        whole = (Path(folder) / "case.db").read_bytes()
        refused = 0
        for calls in ((one, two) for one in range(14, 24) for two in (0, 3, 12, *range(18, 24))):
            for left in Path(folder).iterdir():
                left.unlink()
            (Path(folder) / "case.db").write_bytes(whole)
            store = Store.open(Path(folder) / "case.db")
            kept = store.actions()
            for name, when in zip((first, second), calls, strict=True):
                disk.left = when
                wanted = acts[name] if name == "typing" else replace(acts[name], number=len(kept) + 1, uuid=f"{calls}")
                if _append(store, wanted):
                    refused += 1
                else:
                    kept = (*kept[: wanted.number - 1], wanted)
                disk.left = None
                assert store.actions() == kept
            last = action(len(kept) + 1, email="last")
            store.append(last)
            store.close()
            store = Store.open(Path(folder) / "case.db")
            assert store.actions() == (*kept, last)
            store.close()
        assert refused > 100


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
