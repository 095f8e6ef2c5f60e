from __future__ import annotations

import multiprocessing.spawn
import subprocess
import sys
import types

import pytest

from talentpack import entry


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The arguments the command line saw, one list a start."""
    seen: list[list[str]] = []
    module = types.ModuleType("talentpack.cli")
    module.main = lambda obj: seen.append(sys.argv[1:])  # type: ignore[attr-defined]  # a stand-in
    monkeypatch.setitem(sys.modules, "talentpack.cli", module)
    return seen


def test_arguments_go_to_the_command_line(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["talentpack", "check", "me.toml"])
    entry.main()
    assert started == [["check", "me.toml"]]


def test_without_arguments_the_window_opens(started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["talentpack"])
    entry.main()
    assert started == [["window"]]


def test_a_frozen_program_started_as_a_worker_never_reaches_the_command_line(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def worker() -> None:
        raise SystemExit(0)

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(multiprocessing.spawn, "freeze_support", worker)
    with pytest.raises(SystemExit):
        entry.main()
    assert started == []


def test_importing_the_entry_imports_nothing_else() -> None:
    program = "import sys; before = set(sys.modules); import talentpack.entry; print(sorted(set(sys.modules) - before))"
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "['talentpack', 'talentpack.entry']"
