"""A worker starts from whatever the program was started as: multiprocessing imports `__main__` again in the child."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = """
import sys
from talentpack.worker.limits import READER
from talentpack.worker.supervise import run

def main():
    for step in run("jobs_for_tests:" + sys.argv[1], b"", READER):
        print(step.detail or step.done, flush=True)

if __name__ == "__main__":
    main()
"""
# What an installed command looks like.
COMMAND = "import sys\nfrom program import main\nif __name__ == '__main__':\n    sys.exit(main())\n"

# A frozen program in small: one executable that is started again for a worker, with nothing but its arguments to tell.
# (The tracker of multiprocessing's resources is started with -c; PyInstaller answers that in the same way.)
FROZEN = """#!{python}
import sys
sys.frozen = True
sys.path[:0] = {path!r}
if sys.argv[1] == "--multiprocessing-fork":
    from talentpack.entry import main
    main()
elif sys.argv[-2] == "-c":
    exec(sys.argv[-1])
else:
    from multiprocessing import set_executable
    set_executable(__file__)
    sys.executable = __file__
    from program import main
    main()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "program.py").write_text(PROGRAM)
    (tmp_path / "command").write_text(COMMAND)
    package = tmp_path / "package"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text("from program import main\nmain()\n")
    return tmp_path


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    search = os.pathsep.join([str(folder), str(Path(__file__).parent)])
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": search},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    "arguments",
    [("program.py",), ("command",), ("-m", "program"), ("-m", "package"), ("-c", "from program import main; main()")],
)
def test_from_every_kind_of_start(folder: Path, arguments: tuple[str, ...]) -> None:
    out, err = start(folder, *arguments, "echo").communicate(timeout=30)
    assert (out, err) == ("1\n2\n3\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="a script with #! stands for the frozen program")
def test_from_a_frozen_program(folder: Path) -> None:
    executable = folder / "frozen"
    executable.write_text(FROZEN.format(python=sys.executable, path=[str(folder), str(Path(__file__).parent)]))
    executable.chmod(0o755)
    ran = subprocess.run([executable, "echo"], cwd=folder, capture_output=True, text=True, timeout=30, check=False)
    assert (ran.stdout, ran.stderr) == ("1\n2\n3\n", "")


def test_a_broken_job_prints_nothing_of_its_own(folder: Path) -> None:
    out, err = start(folder, "program.py", "raising").communicate(timeout=30)
    assert out == "0\n"
    assert err.rstrip().endswith("WorkerDied: broken LookupError")
    assert "raise LookupError" not in err


@pytest.mark.skipif(sys.platform == "win32", reason="asks by signal 0")
def test_a_child_whose_parent_was_killed_stops_at_its_next_step(folder: Path) -> None:
    parent = start(folder, "program.py", "stepping")
    assert parent.stdout
    child = int(parent.stdout.readline())
    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate(timeout=5)
    deadline = time.monotonic() + 5
    while _running(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _running(child)


def _running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rsplit(")", 1)[1].split()[0] == "Z")
