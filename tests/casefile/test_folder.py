"""A case's folder: who has it open, what is swept and copied at opening."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from msgspec.structs import replace
from tests.casefile.made import NOW, action, code, new_case

from talentpack.casefile import lock
from talentpack.casefile.folder import CaseFolder
from talentpack.casefile.snapshots import snapshots
from talentpack.casefile.store import Store
from talentpack.core.problems import Refused

HOLD = """
import sys, time
from datetime import datetime, UTC
from pathlib import Path
from talentpack.casefile.folder import CaseFolder
case = CaseFolder.open(Path(sys.argv[1]), "Berta", datetime(2026, 11, 22, 9, 5, tzinfo=UTC))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held(tmp_path):
    """A case that another process has open."""
    folder = new_case(tmp_path / "case", 2)
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"open\n"
        yield folder, process
        process.kill()


def test_a_second_instance_is_refused_and_told_who_and_since_when(held):
    folder, process = held
    before = (folder / "case.db").read_bytes()
    with pytest.raises(Refused) as refused:
        CaseFolder.open(folder, "Anna", NOW)
    assert code(refused) == "case.open_elsewhere"
    said = refused.value.problems[0].what
    assert (said.values["who"], said.values["process"], said.values["time"]) == ("Berta", str(process.pid), "09:05")
    assert said.values["day"].date.isoformat() == "2026-11-22"
    assert said.values["host"]
    assert (folder / "case.db").read_bytes() == before


def test_a_dead_process_holds_nothing(held):
    folder, process = held
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert lock.read_lock(folder).who == "Berta"
    case = CaseFolder.open(folder, "Anna", NOW)
    assert lock.read_lock(folder).who == "Anna"
    assert len(case.store.actions()) == 2
    case.close()
    assert lock.read_lock(folder) is None


def test_a_lock_of_another_computer_holds_until_it_is_removed(tmp_path):
    folder = new_case(tmp_path / "case", 1)
    lock.write_lock(folder, replace(lock.this_process("Cyril", NOW), host="somewhere-else"))
    with pytest.raises(Refused) as refused:
        CaseFolder.open(folder, "Anna", NOW)
    assert code(refused) == "case.open_elsewhere"
    assert refused.value.problems[0].what.values["host"] == "somewhere-else"
    lock.remove_lock(folder)
    CaseFolder.open(folder, "Anna", NOW).close()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b'{"who": 1}', b"[" * 3000])
def test_a_lock_file_of_nonsense_keeps_nobody_out(tmp_path, content):
    folder = new_case(tmp_path / "case", 1)
    (folder / lock.NAME).write_bytes(content)
    CaseFolder.open(folder, "Anna", NOW).close()
    assert not (folder / lock.NAME).exists()


def test_opening_keeps_a_copy_of_how_the_case_was(tmp_path):
    folder = new_case(tmp_path / "case", 2)
    case = CaseFolder.open(folder, "Anna", NOW)
    case.store.append(action(3, phone="3"))
    case.close()
    CaseFolder.open(folder, "Anna", NOW + timedelta(minutes=9)).close()
    assert [each.last for each in snapshots(folder / "snapshots")] == [2]
    for hour in (1, 2):
        CaseFolder.open(folder, "Anna", NOW + timedelta(hours=hour)).close()
    assert [each.last for each in snapshots(folder / "snapshots")] == [3, 2]
    oldest = Store.open(snapshots(folder / "snapshots")[1].path)
    assert [each.number for each in oldest.actions()] == [1, 2]
    oldest.close()


def test_a_copy_that_cannot_be_kept_is_said_and_keeps_nobody_out(tmp_path):
    folder = new_case(tmp_path / "case", 1)
    (folder / "snapshots").write_text("in the way")
    case = CaseFolder.open(folder, "Anna", NOW)
    assert [each.code for each in case.warnings] == ["case.no_snapshot"]
    case.store.append(action(2, phone="2"))
    case.close()


def test_a_damaged_case_is_refused_and_left_alone(tmp_path):
    folder = new_case(tmp_path / "case", 200)
    whole = (folder / "case.db").read_bytes()
    (folder / "case.db").write_bytes(whole[:8192])
    with pytest.raises(Refused) as refused:
        CaseFolder.open(folder, "Anna", NOW)
    assert code(refused) == "case.damaged"
    assert (folder / "case.db").read_bytes() == whole[:8192]
    assert sorted(path.name for path in folder.iterdir()) == ["case.db"]
