"""A desk for tests of the window: the shipped rules, the day 22 November 2026, nobody to ask."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talentpack import assets
from talentpack.app.opening import open_file
from talentpack.app.session import Session
from talentpack.app.words import CatalogueWords, words_for
from talentpack.app.world import World, load
from talentpack.core.lines import Line
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.messages import ANSWERS, PAPERS, Kind, Messages
from talentpack.gui.pages.page import PageView
from talentpack.gui.style import Style, load_fonts

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
EXAMPLE = assets.resources() / "samples" / "a-income"


def now() -> datetime:
    return NOW


class Chosen(Messages):
    """Answers every question with what the test put there; keeps what was told."""

    def __init__(self, words: CatalogueWords, folder: Path) -> None:
        super().__init__(words, folder)
        self.files: list[Path] = []
        self.problems: list[object] = []
        self.notes: list[Line] = []
        self.unsaved: Literal["save", "leave", "stay"] = "leave"
        self.told.connect(self.problems.extend)
        self.noted.connect(self.notes.append)

    def ask_open_file(self, title: Line, kind: Kind = ANSWERS) -> Path | None:
        return self.files.pop(0) if self.files else None

    def ask_open_files(self, title: Line, kind: Kind = PAPERS) -> tuple[Path, ...]:
        chosen, self.files = tuple(self.files), []
        return chosen

    def ask_save_file(self, title: Line, name: str, kind: Kind = ANSWERS) -> Path | None:
        return self.files.pop(0) if self.files else None

    def ask_unsaved(self) -> Literal["save", "leave", "stay"]:
        return self.unsaved

    def ask_folder(self, title: Line) -> Path | None:
        return self.files.pop(0) if self.files else None


@pytest.fixture(scope="session")
def world() -> World:
    return load()


@pytest.fixture
def words() -> CatalogueWords:
    return words_for("en", assets.resources())


@pytest.fixture
def messages(words: CatalogueWords, tmp_path: Path, qapp: QObject) -> Chosen:
    return Chosen(words, tmp_path)


@pytest.fixture
def jobs(qapp: QObject) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def desk(world: World, words: CatalogueWords, jobs: Jobs, tmp_path: Path) -> Desk:
    """A new case, kept nowhere yet."""
    session = Session(world, now)
    session.open({"scheme": "ttps", "purpose": "entry"})
    return Desk(session, words, now, None, tmp_path, jobs)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The answers file of the example, with its papers, where it may be written."""
    return shutil.copytree(EXAMPLE, tmp_path / "example") / "answers.toml"


@pytest.fixture
def example_desk(example: Path, words: CatalogueWords, jobs: Jobs, qtbot: QtBot) -> Iterator[Desk]:
    """The example, opened from a file of its own."""
    opened = open_file(example, now)
    desk = Desk(opened.session, words, now, example, example.parent, jobs)
    yield desk
    if desk.pending:
        desk.save()
        qtbot.waitUntil(lambda: not desk.pending)


@pytest.fixture
def paper(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of one of the example's papers, by name."""

    def copied(name: str) -> Path:
        return Path(shutil.copy(next(EXAMPLE.rglob(name)), tmp_path))

    return copied


Show = Callable[[Desk, str], PageView]


@pytest.fixture
def style(qapp: QApplication) -> Style:
    load_fonts()
    style = Style()
    style.apply(qapp)
    return style


@pytest.fixture
def show(qtbot: QtBot, style: Style) -> Show:
    """Shows a page by its id, 712 by 734: the middle of a window of 1280 by 800."""
    kept: list[PageView] = []  # qtbot holds no more than a weak reference

    def shown(desk: Desk, name: str) -> PageView:
        page = next(page for page in desk.forms.pages if page.id == name)
        view = PageView(page, desk, style)
        kept.append(view)
        qtbot.addWidget(view)
        view.resize(712, 734)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return shown
