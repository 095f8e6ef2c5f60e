from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from talentpack.app.saving import name_from, recipe, save
from talentpack.app.world import load
from talentpack.core.answers import Answers
from talentpack.core.problems import Refused


def test_a_file_is_replaced_whole_and_for_this_user_only(tmp_path: Path) -> None:
    path = tmp_path / "me.toml"
    path.write_text("old", "utf-8")
    assert [step.label for step in save(path, "新的")] == ["save"]
    assert path.read_text("utf-8") == "新的"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"
    assert [each.name for each in tmp_path.iterdir()] == ["me.toml"]


def test_a_failure_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "me.toml"
    path.write_text("old", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match=r"case\.not_saved"):
        list(save(path, "new"))
    assert path.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["me.toml"]


def test_a_name_is_relative_inside_its_folder_and_whole_elsewhere(tmp_path: Path) -> None:
    assert name_from(tmp_path / "papers" / "a.pdf", tmp_path) == "papers/a.pdf"
    assert name_from(tmp_path / "a.pdf", tmp_path / "cases") == (tmp_path / "a.pdf").as_posix()


def test_the_text_names_papers_from_where_it_lies(tmp_path: Path) -> None:
    answers = Answers({"evidence": ["e1"], "evidence/e1/file": "papers/a.pdf", "evidence/e1/proof": "photo"})
    forms = load().forms
    assert 'file = "papers/a.pdf"' in recipe(answers, forms, tmp_path, tmp_path)
    assert 'file = "a.pdf"' in recipe(answers, forms, tmp_path, tmp_path / "papers")
    assert f'file = "{(tmp_path / "papers/a.pdf").as_posix()}"' in recipe(answers, forms, tmp_path, tmp_path / "other")
