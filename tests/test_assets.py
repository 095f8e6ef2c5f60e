from __future__ import annotations

import sys
from pathlib import Path

import pytest

from talentpack import assets

CHECKOUT = Path(__file__).parents[1]


def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str) -> Path:
    """Pretends that the package lies in ``below`` and has a copy of its data inside."""
    package = tmp_path / below / "talentpack"
    (package / "_data" / "forms").mkdir(parents=True)
    monkeypatch.setattr(assets, "__file__", str(package / "assets.py"))
    return package


def test_this_checkout_is_read_in_place() -> None:
    assert assets.forms() == CHECKOUT / "forms"
    assert assets.resources() == CHECKOUT / "resources"


def test_a_checkout_comes_before_a_copy_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tmp_path, monkeypatch, "src")
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "forms").mkdir()
    assert assets.forms() == tmp_path / "forms"


@pytest.mark.parametrize("below", ["src", "site-packages"])
def test_without_a_checkout_the_copy_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str) -> None:
    package = installed(tmp_path, monkeypatch, below)
    assert assets.resources() == package / "_data" / "resources"


def test_a_frozen_program_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.forms() == tmp_path / "talentpack" / "_data" / "forms"
