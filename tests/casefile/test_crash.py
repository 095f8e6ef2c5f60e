"""Killed at any moment: what was acknowledged is there, what was not is there whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.casefile.acts import NOW, told

from talentpack.app.cases import begin
from talentpack.app.kept import open_case
from talentpack.casefile.folder import CaseFolder
from talentpack.casefile.summary import read_summary
from talentpack.casefile.vault import path_of

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("TALENTPACK_KILLS", "20"))


def new_case(cases: Path) -> Path:
    running = begin(cases, lambda: NOW, "parent")
    while True:
        try:
            next(running)
        except StopIteration as stop:
            return cases / stop.value


def killed_after(folder: Path, seed: int, seconds: float) -> list[list[object]]:
    """What a process acknowledged until it was killed, some time after its first act."""
    command = [sys.executable, "-m", "tests.casefile.acts", str(folder), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        first = child.stdout.readline()
        time.sleep(seconds)
        os.kill(child.pid, signal.SIGKILL)
        rest, errors = child.communicate()
    assert (child.returncode, errors) == (-signal.SIGKILL, "")
    return [json.loads(line) for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.skipif(os.name == "nt", reason="there is no kill -9")
def test_killed_at_random_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    folder = new_case(tmp_path / "cases")
    chance = random.Random()  # noqa: S311 - the moment of the kill is the test's matter, and cannot be repeated anyway
    acknowledged: dict[str, list[object]] = {}
    left = 0
    for kill in range(KILLS):
        newest = killed_after(folder, kill * 10_000, chance.uniform(0, 0.12))
        acknowledged |= {str(uuid): [number, after] for number, uuid, after in newest}
        left += (folder / "case.db-journal").exists()
        check(folder, acknowledged, kill + 1, str(newest[-1][1]))
    assert len(acknowledged) > 2 * KILLS
    assert left, "some were killed with the database open"


def check(folder: Path, acknowledged: dict[str, list[object]], kills: int, newest: str) -> None:
    opened = CaseFolder.open(folder, "parent", NOW)
    kept = {action.uuid: told(action) for action in opened.store.actions()}
    for uuid, (number, after) in acknowledged.items():
        assert uuid in kept, f"{number} was acknowledged and is lost"
        assert kept[uuid][0] == number
        if uuid != newest:  # the newest may have been typed on when the end came
            assert kept[uuid][2] == after
    acknowledged[newest] = [kept[newest][0], kept[newest][2]]
    assert len(kept) - 1 - len(acknowledged) <= kills, "at most one act a kill was on its way"
    for file in opened.store.files():
        content = path_of(folder / "evidence", file.id).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)
    assert list(folder.rglob("*.part")) == []
    opened.close()
    with open_case(folder, lambda: NOW, "parent") as case:
        assert read_summary(folder) == case.summary()
        assert len(case.session.actions) == len(kept)
