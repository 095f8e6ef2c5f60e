from __future__ import annotations

import getpass
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader
from tests.cli.cases import COMMAND, SAMPLES


class Pack(NamedTuple):
    directory: Path
    said: dict[str, Any]

    @property
    def manifest(self) -> dict[str, Any]:
        return json.loads((self.directory / "manifest.json").read_text("utf-8"))

    def files(self) -> dict[str, bytes]:
        paths = (path for path in sorted(self.directory.rglob("*")) if path.is_file())
        return {path.relative_to(self.directory).as_posix(): path.read_bytes() for path in paths}

    def pdfs(self) -> Iterator[tuple[str, PdfReader]]:
        for name in self.files():
            if name.endswith(".pdf"):
                yield name, PdfReader(self.directory / name)


def build(name: str, folder: Path) -> Pack:
    """A sample's pack, built by somebody whose name, home and folders would be noticed."""
    for each in ("noticed-home", "noticed-tmp", "noticed-here"):
        (folder / each).mkdir(parents=True)
    environment = os.environ | {
        "HOME": str(folder / "noticed-home"),
        "TMPDIR": str(folder / "noticed-tmp"),
        "USER": "noticed-user",
        "LOGNAME": "noticed-user",
        "TZ": "Pacific/Apia",
    }
    command = [*COMMAND, "build", str(SAMPLES / name / "answers.toml"), "-o", "pack", "--json"]
    ran = subprocess.run(
        command, cwd=folder / "noticed-here", env=environment, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert list((folder / "noticed-tmp").iterdir()) == []
    assert [path.name for path in (folder / "noticed-here").iterdir()] == ["pack"]
    return Pack(folder / "noticed-here" / "pack", json.loads(ran.stdout))


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The pack of the sample of Category A, with a family."""
    return build("a-income", tmp_path_factory.mktemp("a"))


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The same pack once more."""
    return build("a-income", tmp_path_factory.mktemp("again"))


@pytest.fixture(scope="session")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The pack of the sample of Category B, in Chinese."""
    return build("b-degree", tmp_path_factory.mktemp("b"))


@pytest.fixture(scope="session")
def bundle(pack: Pack) -> PdfReader:
    return PdfReader(pack.directory / "Bundle.pdf")


@pytest.fixture(scope="session")
def noticed() -> list[bytes]:
    """What must not be found in a pack."""
    words = ["noticed-", str(Path.home()), str(SAMPLES), tempfile.gettempdir() + os.sep, getpass.getuser() + "@"]
    return [word.encode() for word in words]
