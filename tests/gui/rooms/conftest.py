"""Rooms on screen, each as wide as the window gives it at 1280 by 800."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Chosen
from tests.gui.rooms.hands import settle

from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.rooms.room import Room
from talentpack.gui.style import Style

Shown = Callable[..., Room]
TEXT, WIDE, HIGH = 712, 1024, 734


@pytest.fixture
def room(qtbot: QtBot, style: Style, jobs: Jobs, messages: Chosen) -> Shown:
    kept: list[Room] = []  # qtbot holds no more than a weak reference

    def shown(kind: type[Room], desk: Desk, width: int = 0) -> Room:
        made = kind(desk, style, jobs, messages)
        kept.append(made)
        qtbot.addWidget(made)
        made.resize(width or (WIDE if kind.wide else TEXT), HIGH)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        settle()
        return made

    return shown
