from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.rooms.conftest import Shown
from tests.gui.rooms.hands import click

from talentpack.gui.desk import Desk
from talentpack.gui.rooms.answer_rows import AnswerLine
from talentpack.gui.rooms.check import CheckRoom


def check(room: Shown, desk: Desk) -> CheckRoom:
    return cast("CheckRoom", room(CheckRoom, desk))


def line_of(room: CheckRoom, address: str) -> AnswerLine:
    return next(each for each in room.findChildren(AnswerLine) if each.address == address and each.isVisibleTo(room))


def texts(row: AnswerLine) -> list[str]:
    labels = (row._label, row._value, row._notes)
    return [label.text() for label in labels if label.isVisibleTo(row)]


def test_a_finished_case_has_nothing_open_and_every_answer(example_desk: Desk, room: Shown) -> None:
    shown = check(room, example_desk)
    assert shown._clear.isVisible()
    assert not shown._card.isVisible()
    assert texts(line_of(shown, "applicant/birth_date"))[1] == "11 February 1984"
    assert texts(line_of(shown, "applicant/former_names"))[1] == "Not provided"
    assert texts(line_of(shown, "income/r1/amount"))[1:] == [
        "CNY\N{NO-BREAK SPACE}1,488,000",
        "HK$1,629,360 at 1.0950 on 20 November 2026\nProof B1, page 2",
    ]


def test_what_is_open_is_a_button_that_leads_there(example_desk: Desk, room: Shown, qtbot: QtBot) -> None:
    example_desk.answer("applicant/birth_date", None)
    shown = check(room, example_desk)
    (row,) = shown.rows
    assert row.accessibleName() == "Date of birth: not answered yet. You"
    assert shown._count.text() == "1 to fix"
    with qtbot.waitSignal(shown.jump) as jumped:
        click(row)
    assert jumped.args == ["applicant/birth_date"]


def test_the_arrows_walk_the_lines(example_desk: Desk, room: Shown, qtbot: QtBot) -> None:
    for name in ("birth_date", "nationality"):
        example_desk.answer(f"applicant/{name}", None)
    example_desk.remove("evidence", "e12")
    shown = check(room, example_desk)
    first, second = shown.rows[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert shown.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert shown.focusWidget() is first
    with qtbot.waitSignal(shown.jump) as jumped:
        QTest.keyClick(first, Qt.Key.Key_Space)
    assert jumped.args == [first.address]


def test_change_leads_to_the_question_and_back_to_itself(example_desk: Desk, room: Shown, qtbot: QtBot) -> None:
    shown = check(room, example_desk)
    row = line_of(shown, "travel_document/number")
    assert row.change.accessibleName() == "Change Number"
    shown.gutter.ensureWidgetVisible(row)
    with qtbot.waitSignal(shown.jump) as jumped:
        click(row.change)
    assert jumped.args == ["travel_document/number"]
    before = shown.gutter.verticalScrollBar().value()
    shown.hide()
    example_desk.answer("travel_document/number", "S00000009")
    shown.show()
    shown.returned()
    assert texts(line_of(shown, "travel_document/number"))[1] == "S00000009"
    assert shown.focusWidget() is line_of(shown, "travel_document/number").change
    assert shown.gutter.verticalScrollBar().value() == before


def test_an_answer_hidden_by_another_is_kept_and_cannot_be_changed(example_desk: Desk, room: Shown) -> None:
    example_desk.answer("background/conviction", value := True)
    assert value
    example_desk.answer("background/conviction_details", "A fine")
    example_desk.answer("background/conviction", False)
    row = line_of(check(room, example_desk), "background/conviction_details")
    assert texts(row)[1] == "Kept, not used: A fine"
    assert not row.change.isVisible()


def test_undo_is_followed_at_once(example_desk: Desk, room: Shown) -> None:
    shown = check(room, example_desk)
    example_desk.remove("evidence", "e12")
    assert [row.accessibleName() for row in shown.rows] == ["Photograph of Lena is missing. Evidence"]
    example_desk.undo()
    assert shown.rows == []
    assert shown._clear.isVisible()


def test_papers_are_read_and_their_notes_told(example_desk: Desk, room: Shown, qtbot: QtBot) -> None:
    shown = check(room, example_desk)
    qtbot.waitUntil(lambda: len(shown.rows) == 2, timeout=60_000)
    assert [row.accessibleName().split(":")[0] for row in shown.rows] == [
        "B2 Annual bonus statement, 2025",
        "B5 Extract from the register of members",
    ]
    assert not shown._reading.isVisible()


def test_a_long_line_is_shown_whole(example_desk: Desk, room: Shown) -> None:
    example_desk.edit_evidence("e11", {"certified_by": "none"})
    (row,) = check(room, example_desk).rows
    assert row.height() > row.sizeHint().height()
