"""A disk that fills up, and one that cannot be written to. Needs a namespace of its own to mount in."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    try_out = ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", str(tmp_path_factory.mktemp("try"))]
    if shutil.which("unshare") is None or subprocess.run(try_out, capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    command = ["unshare", "-m", sys.executable, "-m", "tests.casefile.on_mount", str(tmp_path_factory.mktemp("mounts"))]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_full_disk_refuses_loses_nothing_and_goes_on_when_there_is_room(found):
    full = found[0]
    assert full["refused"] == [["case.not_saved"], ["case.not_saved"]], "an act, then a paper"
    assert full["kept"] > 10
    assert full["after"] == full["kept"] + 1
    assert (full["files"], full["left"]) == (0, [])


def test_where_nothing_can_be_written_nothing_is_opened(found):
    assert found[1] == {"refused": ["case.not_saved"], "same": True}
