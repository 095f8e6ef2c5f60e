from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from talentpack.worker.child import KEPT, load
from talentpack.worker.limits import READER
from talentpack.worker.supervise import run


def answer(name: str, request: bytes) -> Any:
    steps = run(f"jobs_for_tests:{name}", request, READER)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("BANK_PASSWORD", "hunter2-in-the-environment")
    monkeypatch.setenv("TZ", "Asia/Hong_Kong")
    monkeypatch.setattr(sys, "argv", ["talentpack", "build", "CHAN Tai Man.toml"])
    return msgspec.msgpack.decode(answer("looking_round", b"hunter2-in-the-environment"))


def test_the_environment_stays_behind(seen: Any) -> None:
    assert set(seen["names"]) <= KEPT
    assert "Asia/Hong_Kong" in seen["values"]
    assert not seen["initial"], "the value is still where the process was started with it"


def test_terminal_and_arguments_stay_behind(seen: Any) -> None:
    assert seen["streams"] == [True, True, True]
    assert seen["argv"] == ["talentpack-worker"]


def test_the_search_path_comes_along(seen: Any) -> None:
    assert str(Path(__file__).parent) in seen["path"]


def test_a_worker_imports_only_what_its_job_needs(seen: Any) -> None:
    heavy = {"click", "rich", "babel", "reportlab", "pikepdf", "PIL", "PySide6", "pypdf", "talentpack.app"}
    assert not heavy & set(seen["modules"])


def test_a_reader_leaves_nothing_on_the_disk(tmp_path: Path) -> None:
    target = tmp_path / "leak"
    assert answer("writing", os.fsencode(target)) == b"stopped"
    assert not target.exists() or target.stat().st_size == 0


@pytest.mark.parametrize("name", ["no colon", "a:b:c"])
def test_a_dotted_name_has_a_module_and_a_function(name: str) -> None:
    with pytest.raises(ValueError):
        load(name)
