from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Chosen, now

from talentpack.core.words import Words
from talentpack.gui.application import Application
from talentpack.gui.preferences import Preferences
from talentpack.gui.window.case import CaseView
from talentpack.gui.window.main import MainWindow


@pytest.fixture
def application(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    """The program at home, 1280 by 800, in English and light; files are chosen from ``messages.files``."""

    def chosen(words: Words, folder: Path, window: MainWindow) -> Chosen:
        return Chosen(words, tmp_path)

    application = Application(qapp, Preferences("en", "light"), now, chosen)
    application.window.show()
    qtbot.waitExposed(application.window)
    yield application
    application.leave()
    application.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def asked(application: Application) -> Chosen:
    messages = application.messages
    assert isinstance(messages, Chosen)
    return messages


@pytest.fixture
def begun(application: Application) -> Callable[[], CaseView]:
    """Starts a case and gives what is on screen; again later, what is then."""
    application.start()

    def case() -> CaseView:
        assert application.window.case is not None
        return application.window.case

    return case
