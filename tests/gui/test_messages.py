from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from talentpack.app.words import CatalogueWords
from talentpack.core.lines import line
from talentpack.core.problems import Problem
from talentpack.gui.messages import Messages

OPEN = line("Open a file")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[object, ...]]:
    """What the system's dialogs were asked; each answers with a file in another folder."""
    seen: list[tuple[object, ...]] = []

    def one(*arguments: object) -> tuple[str, str]:
        seen.append(arguments)
        return str(tmp_path / "there" / "a.toml"), ""

    def several(*arguments: object) -> tuple[list[str], str]:
        return [one(*arguments)[0]], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", one)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", one)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", several)
    return seen


def test_the_next_dialog_opens_where_the_last_one_ended(
    words: CatalogueWords, tmp_path: Path, asked: list[tuple[object, ...]]
) -> None:
    messages = Messages(words, tmp_path)
    assert messages.ask_open_file(OPEN) == tmp_path / "there" / "a.toml"
    assert asked[0][1:] == ("Open a file", str(tmp_path), "Answers files (*.toml)")
    messages.ask_save_file(OPEN, "mine.toml")
    assert asked[1][2] == str(tmp_path / "there" / "mine.toml")


def test_choosing_nothing_changes_nothing(
    words: CatalogueWords, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    messages = Messages(words, tmp_path)
    assert messages.ask_open_files(OPEN) == ()
    assert messages.ask_folder(OPEN) is None
    assert messages.folder == tmp_path


def test_what_is_told_reaches_the_window(words: CatalogueWords, tmp_path: Path, qtbot: QtBot) -> None:
    messages = Messages(words, tmp_path)
    problem = Problem(code="a.b", what=line("What."), remedy=line("Remedy."))
    with qtbot.waitSignal(messages.told) as told:
        messages.tell([problem])
    assert told.args == [(problem,)]
    with qtbot.waitSignal(messages.noted) as noted:
        messages.note(OPEN)
    assert noted.args == [OPEN]
