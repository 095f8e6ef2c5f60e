from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Chosen
from tests.gui.rooms.hands import click, settle

from talentpack.gui.desk import Desk
from talentpack.gui.rooms.check import CheckRoom
from talentpack.gui.rooms.evidence import EvidenceRoom
from talentpack.gui.style import Style
from talentpack.gui.window.case import CaseView


def case(desk: Desk, style: Style, messages: Chosen, qtbot: QtBot) -> CaseView:
    view = CaseView(desk, style, messages)
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.jump("check")
    settle()
    return view


def test_a_missing_proof_is_one_press_away_and_so_is_the_way_back(
    example_desk: Desk, style: Style, messages: Chosen, qtbot: QtBot
) -> None:
    example_desk.remove("evidence", "e12")
    view = case(example_desk, style, messages, qtbot)
    room = view.stack.view
    assert isinstance(room, CheckRoom)
    click(next(row for row in room.rows if row.address.startswith("proof/")))
    evidence = view.stack.view
    assert isinstance(evidence, EvidenceRoom)
    assert evidence.list.key == "proof/photo/dependant/r2"
    click(view.bar.right)
    assert view.stack.view is room
    assert isinstance(room.focusWidget(), type(room.rows[0]))


def test_change_and_continue_come_back_to_the_same_row(
    example_desk: Desk, style: Style, messages: Chosen, qtbot: QtBot
) -> None:
    view = case(example_desk, style, messages, qtbot)
    room = view.stack.view
    assert isinstance(room, CheckRoom)
    room.reveal("travel_document/number")
    settle()
    QTest.keyClick(room.focusWidget(), Qt.Key.Key_Space)
    settle()
    assert view.stack.view is not room
    click(view.bar.right)
    assert view.stack.view is room
    line = room._line("travel_document/number")
    assert line is not None
    assert room.focusWidget() is line.change
