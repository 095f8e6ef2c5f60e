"""A build that is stopped, at whatever moment and however rudely: an earlier pack stays, nothing half-written does."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.cli.cases import COMMAND, case, environment, output_of, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")

WAIT = 60.0


@pytest.fixture(autouse=True)
def _hears_interrupts() -> Iterator[None]:
    """A suite started in the background ignores Ctrl-C, and so would every program it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Building(NamedTuple):
    process: subprocess.Popen[str]
    folder: Path

    def part(self) -> Path:
        return self.folder / ".pack.part"

    def ended(self) -> tuple[int, str]:
        """The exit code and what was said on standard error."""
        _, said = self.process.communicate(timeout=WAIT)
        return self.process.returncode, said


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + WAIT
    while not true():
        assert time.monotonic() < end, "nothing of the kind happened"
        time.sleep(0.005)


def workers(parent: int) -> list[int]:
    """The processes a build has started, without the one that tracks resources."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                status = (entry / "stat").read_text()
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if int(status.rpartition(")")[2].split()[1]) == parent and b"spawn_main" in command:
                found.append(int(entry.name))
    return found


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished pack of an earlier day."""
    folder = tmp_path_factory.mktemp("once")
    output_of("build", case(folder), "-o", folder / "pack", "--json", "--on", "2026-06-01")
    return folder / "pack"


@pytest.fixture
def earlier(once: Path, tmp_path: Path) -> dict[str, bytes]:
    """The earlier pack, in the place where the next one is to go; what it holds."""
    return files(shutil.copytree(once, tmp_path / "pack"))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def building(tmp_path: Path) -> Iterator[Building]:
    command = [*COMMAND, "build", "case.toml", "-o", "pack"]
    case(tmp_path)
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    yield Building(process, tmp_path)
    if process.poll() is None:
        process.kill()
    process.communicate()


def begun(building: Building) -> None:
    until(building.part().exists)


def taken_in(building: Building) -> None:
    until(lambda: (building.part() / ".cleaned").exists() and len(workers(building.process.pid)) > 0)


def written(building: Building) -> None:
    until((building.part() / "Bundle.pdf").exists)


SIGNALS = [
    (begun, signal.SIGINT, 130),
    (taken_in, signal.SIGINT, 130),
    (written, signal.SIGINT, 130),
    (begun, signal.SIGTERM, 143),
    (written, signal.SIGTERM, 143),
    (taken_in, signal.SIGHUP, 129),
]


def nothing_is_left(folder: Path, earlier: dict[str, bytes]) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["case.toml", "pack", "paper.pdf"]
    assert files(folder / "pack") == earlier


@pytest.mark.parametrize(("moment", "number", "code"), SIGNALS)
def test_asked_to_stop(earlier, building, moment, number, code):
    moment(building)
    started = workers(building.process.pid)
    building.process.send_signal(number)
    assert building.ended() == (code, "\nStopped; nothing was changed.\n" if code == 130 else "")
    nothing_is_left(building.folder, earlier)
    until(lambda: not any(Path("/proc", str(each)).exists() for each in started))


@pytest.mark.parametrize("moment", [taken_in, written])
def test_a_worker_that_dies(earlier, building, moment):
    moment(building)
    until(lambda: workers(building.process.pid))
    os.kill(workers(building.process.pid)[0], signal.SIGKILL)
    code, said = building.ended()
    assert code == 2
    assert said.startswith("error: ")
    assert said.count("\n") == 1
    nothing_is_left(building.folder, earlier)


@pytest.mark.parametrize("moment", [taken_in, written])
def test_killed_outright_the_next_build_cleans_up(earlier, building, moment):
    moment(building)
    started = workers(building.process.pid)
    building.process.kill()
    building.process.wait()
    assert files(building.folder / "pack") == earlier
    until(lambda: not any(Path("/proc", str(each)).exists() for each in started))
    assert run("build", building.folder / "case.toml", "-o", building.folder / "pack").exit_code == 0
    assert sorted(path.name for path in building.folder.iterdir()) == ["case.toml", "pack", "paper.pdf"]
    assert files(building.folder / "pack") != earlier
    assert run("verify", building.folder / "pack").exit_code == 0


def test_killed_in_the_swap_the_old_pack_comes_back(earlier, tmp_path):
    (tmp_path / "pack").rename(tmp_path / ".pack.replaced")
    result = run("build", case(tmp_path, "paper.pdf", "gone.pdf"), "-o", tmp_path / "pack")
    assert result.exit_code == 2
    nothing_is_left(tmp_path, earlier)


def test_ctrl_c_on_a_terminal_is_answered_once(earlier, tmp_path):
    """A terminal sends it to every process at once; the workers, also those still starting, keep silent."""
    import pty  # noqa: PLC0415 - Windows has none

    case(tmp_path)
    pid, terminal = pty.fork()
    if pid == 0:  # the child: nothing of this test may run here
        os.chdir(tmp_path)
        os.execve(COMMAND[0], [*COMMAND, "build", "case.toml", "-o", "pack"], environment())  # noqa: S606 - no shell
    part = tmp_path / ".pack.part"
    until(part.exists)
    until(lambda: workers(pid))
    os.write(terminal, b"\x03")
    said = b""
    while piece := _read(terminal):
        said += piece
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 130
    assert said.rstrip().endswith(b"Stopped; nothing was changed.")
    assert b"Traceback" not in said
    nothing_is_left(tmp_path, earlier)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other end is closed
        return b""
