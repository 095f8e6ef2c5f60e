"""The package as people install it, with nothing of the checkout in reach."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.house.source import ROOT as CHECKOUT
from tests.house.source import tracked

pytestmark = pytest.mark.xdist_group("wheel")

LOOK = """
import json, sys
sys.path = [path for path in sys.path if path != sys.argv[1]]
from talentpack import assets
from talentpack.worker.limits import READER
from talentpack.worker.supervise import WorkerDied, run

def main():
    try:
        list(run("talentpack.assets:nothing", b"", READER))
    except WorkerDied as died:
        told = str(died)
    files = [str(module.__file__) for name, module in sys.modules.items() if name.startswith("talentpack")]
    print(json.dumps({"files": files, "worker": told, "data": [str(assets.forms()), str(assets.resources())]}))

if __name__ == "__main__":
    main()
"""


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", *arguments]
    subprocess.run(command, check=True, cwd=CHECKOUT, capture_output=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", ".", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder))
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    target = wheel.parent / "installed"
    pip("install", "--no-deps", "--no-index", "--no-compile", "--target", str(target), str(wheel))
    return target


def run(installed: Path, *arguments: str) -> str:
    """Runs Python in an empty folder with the installed package first; only third-party packages are shared."""
    empty = installed.parent / "empty"
    empty.mkdir(exist_ok=True)
    environment = os.environ | {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    ran = subprocess.run(command, cwd=empty, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert list(empty.iterdir()) == []
    return ran.stdout


def below(*folders: str) -> set[str]:
    return {name for name in tracked() if name.startswith(folders)}


def test_all_data_and_code_are_inside(wheel: Path) -> None:
    inside = ZipFile(wheel).namelist()
    assert len(inside) == len(set(inside)), "a file is packed twice"
    data = {f"talentpack/_data/{name}" for name in below("forms/", "resources/")}
    code = {name.removeprefix("src/") for name in below("src/")}
    assert code
    assert data
    assert (data | code) - set(inside) == set()


def test_every_catalogue_is_compiled(wheel: Path) -> None:
    inside = set(ZipFile(wheel).namelist())
    sources = {name for name in below("resources/locale/") if name.endswith(".po")}
    compiled = {f"talentpack/_data/{name.removesuffix('.po')}.mo" for name in sources}
    assert compiled - inside == set()


def test_nothing_private_to_the_checkout_is_inside(wheel: Path) -> None:
    strangers = [name for name in ZipFile(wheel).namelist() if not name.startswith(("talentpack/", "talentpack-"))]
    assert strangers == []


def test_it_runs_from_its_own_files_alone(installed: Path) -> None:
    look = installed.parent / "look.py"
    look.write_text(LOOK)
    seen = json.loads(run(installed, str(look), str(CHECKOUT / "src")))
    data = installed / "talentpack" / "_data"
    assert seen["data"] == [str(data / "forms"), str(data / "resources")]
    assert {Path(file).is_relative_to(installed) for file in seen["files"]} == {True}
    assert seen["worker"] == "broken AttributeError", "the worker found another package, or none"


def test_the_command_runs(installed: Path) -> None:
    (described,) = installed.glob("talentpack-*.dist-info")
    version = described.name.removeprefix("talentpack-").removesuffix(".dist-info")
    assert version in run(installed, "-m", "talentpack", "--version")
    assert "check" in run(installed, "-m", "talentpack", "--help")


def test_the_window_opens_from_the_wheel(installed: Path) -> None:
    assert run(installed, "-m", "talentpack", "window", "--until-painted") == ""
