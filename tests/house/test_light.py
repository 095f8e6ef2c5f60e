"""What a start must not load: `check` and the first paint stay light, a worker imports only what its job needs."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from tests.house.source import python

HEAVY = {"PIL", "PySide6", "apsw", "babel", "click", "docx", "img2pdf", "pi_heif", "pikepdf", "pypdf", "pypdfium2"} | {
    "rapidfuzz",
    "reportlab",
    "rich",
    "uharfbuzz",
}
BELOW_APP = {"talentpack.pack", "talentpack.documents", "talentpack.evidence", "talentpack.casefile"}
LOOK = (
    "import importlib, json, sys\n"
    "for name in sys.argv[1:]: importlib.import_module(name)\n"
    "print(json.dumps(sorted(sys.modules)))"
)


def loaded(*modules: str) -> set[str]:
    """All modules a fresh Python has after importing some."""
    command = [sys.executable, "-c", LOOK, *modules]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return set(json.loads(ran.stdout))


def ours(*packages: str) -> list[str]:
    modules = [file.module for file in python("src")]
    return [name for name in modules if any(name == p or name.startswith(f"{p}.") for p in packages)]


def third_party(modules: set[str]) -> set[str]:
    return modules & HEAVY


def test_core_and_content_load_nothing_heavy() -> None:
    modules = loaded(*ours("talentpack.core", "talentpack.content", "talentpack.worker", "talentpack.assets"))
    assert third_party(modules) == set()
    assert "talentpack.core.lines" in modules


def test_use_cases_load_what_is_heavy_when_it_is_wanted() -> None:
    modules = loaded(*ours("talentpack.app"))
    assert third_party(modules) <= {"babel", "rapidfuzz"}
    assert {name for name in modules if ".".join(name.split(".")[:2]) in BELOW_APP} == set()


def test_the_command_line_starts_light() -> None:
    modules = loaded("talentpack.cli")
    assert third_party(modules) <= {"babel", "click", "rapidfuzz"}
    assert modules & BELOW_APP == set()


@pytest.mark.parametrize("package", ["documents", "content"])
def test_what_never_opens_a_strangers_file_loads_no_reader(package: str) -> None:
    modules = loaded(*ours(f"talentpack.{package}"))
    assert modules & {"pypdfium2", "pi_heif", "img2pdf", "PySide6", "pypdf"} == set()
