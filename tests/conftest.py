"""What every test may count on: a home of its own, no screen, no network, no warnings."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before Qt, platformdirs or fontconfig look.
_HOME = tempfile.TemporaryDirectory(prefix="talentpack-tests-", ignore_cleanup_errors=True)
_FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}
for _name, _folder in _FOLDERS.items():
    _path = Path(_HOME.name, _folder)
    _path.mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_path)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_FONT_DPI"] = "96"
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)
os.environ["LC_ALL"] = "C.UTF-8"

# The same examples every run: a red suite must be red again. `--hypothesis-profile=search` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here speaks to another machine; a socket of the local kind is Qt's and multiprocessing's business."""
    local = getattr(socket, "AF_UNIX", None)
    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, _only(local, getattr(socket.socket, name)))


def _only(family: int | None, call: Callable[..., object]) -> Callable[..., object]:
    def guarded(self: socket.socket, *arguments: object) -> object:
        if self.family != family:
            raise AssertionError("a test reached for the network")
        return call(self, *arguments)

    return guarded
