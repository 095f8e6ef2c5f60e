from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Chosen, now

from talentpack.app.opening import open_file
from talentpack.core.lines import line
from talentpack.core.problems import Problem
from talentpack.gui.application import Application
from talentpack.gui.preferences import Preferences, Theme
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Note
from talentpack.gui.window.case import CaseView
from talentpack.gui.window.home import Home
from talentpack.gui.window.programme import ProgrammeCard


def texts(application: Application) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in application.window.findChildren(QLabel) if label.isVisible()]


def press(application: Application, text: str, qtbot: QtBot) -> None:
    QApplication.processEvents()
    buttons = application.window.findChildren(QPushButton)
    (button,) = (each for each in buttons if each.text() == text and each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def dropped(application: Application, *paths: Path) -> tuple[bool, bool]:
    """Drags files over the window and lets them go; whether each was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    over = QDragEnterEvent(QPointF(10, 10).toPoint(), *keys)
    QApplication.sendEvent(application.window, over)
    drop = QDropEvent(QPointF(10, 10), *keys)
    drop.ignore()
    QApplication.sendEvent(application.window, drop)
    return over.isAccepted(), drop.isAccepted()


def test_home_offers_three_ways_into_a_case(application: Application, qtbot: QtBot) -> None:
    assert isinstance(application.window.centralWidget(), Home)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Start a case"
    press(application, "Start a case", qtbot)
    assert application.window.case is not None
    assert application.window.case.stack.page == "route"
    application.go_home()
    press(application, "Open the example", qtbot)
    assert application.desk is not None
    assert application.desk.answers.text("applicant/surname") == "CHAN"


def test_home_says_what_the_programme_is(application: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(application.window.findChildren(ProgrammeCard)))
    said = texts(application)
    assert "HK$600 a person, not refunded whatever the decision." in said
    assert any(text.startswith("Normally 4 weeks") for text in said)
    assert any(text.startswith("Facts as of") for text in said)


def test_a_file_is_chosen_and_opened(application: Application, asked: Chosen, example: Path, qtbot: QtBot) -> None:
    asked.files = [example]
    press(application, "Open a file…", qtbot)
    assert application.desk is not None
    assert application.desk.path == example


def test_a_file_dropped_on_the_window_is_opened(application: Application, example: Path) -> None:
    assert dropped(application, example) == (True, True)
    assert application.desk is not None
    assert application.desk.path == example


def test_only_one_answers_file_is_taken_from_a_drop(application: Application, example: Path) -> None:
    assert dropped(application, example, example) == (False, False)
    assert dropped(application, example.with_name("photo.jpg")) == (False, False)
    assert application.desk is None


def test_home_says_what_a_drop_would_do(application: Application, example: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(example))])
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(application.window, QDragEnterEvent(QPointF(10, 10).toPoint(), *keys))
    assert "Drop to open answers.toml" in texts(application)


def test_a_file_with_mistakes_is_told_and_home_stays(application: Application, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('shoe_size = 43\n[applicant]\nbirth_date = "soon"\n', "utf-8")
    application.open(wrong)
    assert application.desk is None
    notes = [note for note in application.window.findChildren(Note) if note.isVisible()]
    assert any("shoe_size" in note.title.text() for note in notes)


def test_the_example_is_shown_and_never_written(application: Application, asked: Chosen, tmp_path: Path) -> None:
    application.open_example()
    desk = application.desk
    assert desk is not None
    assert (desk.path, desk.state) == (None, "new")
    desk.answer("applicant/surname", "OTHER")
    assert desk.state == "unsaved"
    asked.unsaved, asked.files = "save", [tmp_path / "mine"]
    application.go_home()
    assert application.desk is None
    assert open_file(tmp_path / "mine.toml", now).answers.text("applicant/surname") == "OTHER"


@pytest.mark.parametrize(("answer", "stays"), [("stay", True), ("leave", False), ("save", True)])
def test_an_unsaved_case_is_not_lost(
    application: Application, asked: Chosen, begun: Callable[[], CaseView], answer: str, stays: bool
) -> None:
    begun().desk.answer("applicant/surname", "CHAN")
    asked.unsaved = answer  # type: ignore[assignment]  # one of the three words
    assert application.window.close() is not stays
    assert (application.window.case is not None) is (stays or answer == "leave")


def test_closing_writes_what_was_typed_last(application: Application, example: Path) -> None:
    application.open(example)
    assert application.desk is not None
    application.desk.answer("applicant/surname", "LAST")
    assert application.window.close()
    assert open_file(example, now).answers.text("applicant/surname") == "LAST"


def test_another_language_keeps_case_and_page(application: Application, begun: Callable[[], CaseView]) -> None:
    begun().go("you")
    begun().desk.answer("applicant/surname", "CHAN")
    application.prefer(replace(application.preferences, language="zh_Hant"))
    assert begun().stack.page == "you"
    assert begun().desk.words.language == "zh_Hant"
    assert application.desk is begun().desk
    assert "個人資料" in texts(application)


class _System:
    """A system with a colour scheme and a wish for contrast, as QStyleHints tells them; the offscreen one has neither."""

    def __init__(self, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, app: QApplication) -> None:
        self.styleHints = self.accessibility = lambda: self
        self.colorScheme = lambda: scheme
        self.contrastPreference = lambda: contrast
        self.style = app.style


@pytest.mark.parametrize(
    ("theme", "scheme", "dark"),
    [
        ("light", Qt.ColorScheme.Dark, False),
        ("dark", Qt.ColorScheme.Light, True),
        ("system", Qt.ColorScheme.Dark, True),
        ("system", Qt.ColorScheme.Light, False),
        ("system", Qt.ColorScheme.Unknown, False),
    ],
)
def test_the_theme_is_ones_own_or_the_systems(
    qapp: QApplication, theme: Theme, scheme: Qt.ColorScheme, dark: bool
) -> None:
    system = _System(scheme, Qt.ContrastPreference.NoPreference, qapp)
    assert Preferences("en", theme).style(system).dark is dark  # type: ignore[arg-type]  # a stand-in
    wishing = _System(scheme, Qt.ContrastPreference.HighContrast, qapp)
    assert Preferences("en", theme).style(wishing).system is not None  # type: ignore[arg-type]  # as above


def test_the_theme_chosen_is_worn(application: Application, qapp: QApplication) -> None:
    application.prefer(replace(application.preferences, theme="dark"))
    assert qapp.palette().window().color() == Style(dark=True).colour("page")
    application.prefer(replace(application.preferences, theme="light"))
    assert qapp.palette().window().color() == Style().colour("page")


def test_a_system_that_changes_its_theme_is_followed(application: Application, qapp: QApplication) -> None:
    application.prefer(replace(application.preferences, theme="system"))
    application.start()
    application._follow_system()
    assert application.window.case is not None


def test_the_keys_change_the_size_of_text_within_bounds(application: Application, qtbot: QtBot) -> None:
    sizes = []
    for key in (Qt.Key.Key_Equal, Qt.Key.Key_Equal, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(application.window, key, Qt.KeyboardModifier.ControlModifier)
        sizes.append(application.preferences.scale)
    assert sizes == [1.25, 1.5, 1.5, 1.25, 1.0]


def test_more_than_three_problems_are_counted(application: Application) -> None:
    found = [Problem(code="a.b", what=line("Problem {n}", n=n), remedy=line("Do it.")) for n in range(5)]
    application.messages.tell(found)
    notes = [note.title.text() for note in application.window.findChildren(Note) if note.isVisible()]
    assert "and 2 more" in notes


def test_where_there_is_no_room_the_side_of_home_stands_at_the_end_of_the_page(application: Application) -> None:
    home = application.window.centralWidget()
    assert isinstance(home, Home)
    assert home._side.mapTo(home, home._side.rect().topLeft()).x() == 0
    application.window.resize(700, 540)
    QApplication.processEvents()
    assert home._side.mapTo(home, home._side.rect().topLeft()).x() > 0
    application.window.resize(1280, 800)
    QApplication.processEvents()
    assert home._side.mapTo(home, home._side.rect().topLeft()).x() == 0
