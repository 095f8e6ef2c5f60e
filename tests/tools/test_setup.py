"""What `make setup` says on a machine that lacks something, tried with stand-ins for its commands."""

from __future__ import annotations

import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("sh", "cat", "cksum", "dirname", "grep", "rm", "env")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout's setup script, and a folder of commands that is all there is."""
    (tmp_path / "tools").mkdir()
    for name in ("tools/setup.sh", "requirements.lock", "pyproject.toml", "hatch_build.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    commands = tmp_path / "commands"
    commands.mkdir()
    for name in NEEDED:
        found = shutil.which(name)
        assert found, name
        (commands / name).symlink_to(found)
    return tmp_path


def command(machine: Path, name: str, script: str) -> None:
    path = machine / "commands" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def setup(machine: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine / "commands"), "HOME": str(machine)}
    return subprocess.run(
        ["sh", "tools/setup.sh"], cwd=machine, env=environment, capture_output=True, text=True, check=False
    )


def test_without_python_it_is_named(machine: Path) -> None:
    done = setup(machine)
    assert done.returncode == 2
    assert "Python 3.11 or newer is needed" in done.stderr


def test_an_old_python_is_named_with_its_version(machine: Path) -> None:
    command(machine, "python3", 'case "$1" in --version) echo "Python 3.9.2";; *) exit 1;; esac')
    done = setup(machine)
    assert done.returncode == 2
    assert "this is Python 3.9.2" in done.stderr


NO_VENV = 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac'


def test_without_venv_and_without_the_right_to_install_the_package_is_named(machine: Path) -> None:
    command(machine, "python3", NO_VENV)
    command(machine, "id", "echo 1000")
    command(machine, "apt-get", "exit 99")
    done = setup(machine)
    assert done.returncode == 2
    assert "Install the package python3-venv" in done.stderr
    assert not (machine / ".venv").exists()


@pytest.mark.parametrize(("user", "prefix"), [("0", ""), ("1000", "sudo ")])
def test_root_or_sudo_installs_what_is_missing(machine: Path, user: str, prefix: str) -> None:
    command(machine, "python3", f'if [ "$1" = -m ]; then echo "venv made" >&2; exit 7; fi; {NO_VENV}')
    command(machine, "id", f"echo {user}")
    log = machine / "log"
    command(machine, "apt-get", f'echo "apt-get $*" >> {log}')
    command(machine, "sudo", f'shift; [ "$1" = true ] && exit 0; echo "sudo" >> {log}; "$@"')
    command(machine, "true", "exit 0")
    done = setup(machine)
    assert done.returncode == 7
    installed = log.read_text().splitlines()
    assert any("install -y -qq python3-venv" in each for each in installed)
    assert ("sudo" in installed) is bool(prefix)
