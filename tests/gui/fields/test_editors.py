"""Every kind of editor: empty, set, cleared, undone, wrong; left alone while an input method is at work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Show
from tests.gui.hands import commit, compose, fill, leave, write

from talentpack.core.values import Plain
from talentpack.gui.desk import Desk
from talentpack.gui.fields.boxes import LineBox, TextBox
from talentpack.gui.fields.choice import ComboEditor
from talentpack.gui.fields.radios import RadiosEditor
from talentpack.gui.pages.field import Field

# Page, question, an answer, another.
KINDS: dict[str, tuple[str, str, Plain, Plain]] = {
    "text": ("you", "applicant.birth_place", "George Town, Penang", "檳城"),
    "long_text": ("you", "applicant.address", "0 Lorong Contoh\n00000 George Town", "樣本省\n虛構市0號"),
    "name": ("you", "applicant.surname", "CHAN", "O’Neil-Müller"),
    "choice in rows": ("you", "applicant.sex", "F", "X"),
    "choice in a combo": ("you", "applicant.marital_status", "married", "widowed"),
    "yes_no": ("you", "applicant.in_hong_kong", True, False),
    "date": ("travel_document", "travel_document.issued", "2025-04-08", "2021-12-31"),
    "partial_date": ("you", "applicant.birth_date", "1984-02", "1984"),
    "number": ("income", "rate", "1.0950", "7.785"),
    "money": ("income", "amount", "1488000.00", "0"),
    "country": ("you", "applicant.nationality", "MY", "GB"),
    "countries": ("you", "applicant.other_nationalities", ["GB"], ["TW"]),
    "universities": ("degrees", "awarded_by", ["Tsinghua University"], ["KU Leuven"]),
}
Pick = Callable[[str], Field]
WRONG = {
    "date": ["32", "1", "2026"],
    "partial_date": ["", "Mae", "1984"],
    "number": ["one"],
    "money": ["1.850"],
    "country": ["Atlantis"],
}


@pytest.fixture
def pick(desk: Desk, show: Show) -> Pick:
    """The field of a kind, on its page."""

    def picked(kind: str) -> Field:
        page, question, *_ = KINDS[kind]
        if page in ("income", "degrees"):
            desk.add({"income": "income", "degrees": "degree"}[page])
        view = show(desk, page)
        rows = view.body.first_rows() if hasattr(view.body, "first_rows") else view.body
        assert rows is not None
        return rows.fields[question]

    return picked


def held(field: Field) -> Plain | None:
    return field.place.desk.answers.get(field.address)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_empty_then_set_then_set_again_then_undone(pick: Pick, kind: str) -> None:
    field = pick(kind)
    desk, (_, _, first, second) = field.place.desk, KINDS[kind]
    empty = shown(field)
    assert field.editor.raw() is None
    fill(field.editor, first)
    desk.rest()
    assert held(field) == first
    after_first = shown(field)
    fill(field.editor, second)
    assert held(field) == second
    desk.undo()
    assert (held(field), shown(field)) == (first, after_first)
    desk.undo()
    assert (held(field), shown(field)) == (None, empty)
    desk.redo()
    assert (held(field), shown(field)) == (first, after_first)


@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_empty_again(pick: Pick, kind: str) -> None:
    field = pick(kind)
    fill(field.editor, KINDS[kind][2])
    empty_by_hand(field)
    assert held(field) is None
    assert field.error is None


@pytest.mark.parametrize("kind", KINDS)
def test_what_another_part_of_the_window_changes_is_shown(pick: Pick, kind: str) -> None:
    field = pick(kind)
    assert field.place.desk.answer(field.address, KINDS[kind][2]) is None
    assert field.place.desk.session.canonical(field.address, field.editor.raw()) == KINDS[kind][2]


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_told_on_leaving_and_no_answer(pick: Pick, kind: str) -> None:
    field = pick(kind)
    fill(field.editor, KINDS[kind][2])
    for box, text in zip(field.editor.boxes, WRONG[kind], strict=True):
        assert isinstance(box, LineBox)
        write(box, text)
        assert field.error is None
    leave(field.editor)
    assert field.error is not None
    assert held(field) is None
    assert [box.text() for box in field.editor.boxes if isinstance(box, LineBox)] == WRONG[kind]
    assert all(box.property("wrong") for box in field.editor.boxes)
    said = field.editor.boxes[0].accessibleDescription()
    assert field.place.words.say(field.error) in said


@pytest.mark.parametrize("kind", WRONG)
def test_typing_clears_the_error_and_nothing_else(pick: Pick, kind: str) -> None:
    field = pick(kind)
    for box, text in zip(field.editor.boxes, WRONG[kind], strict=True):
        assert isinstance(box, LineBox)
        write(box, text)
    leave(field.editor)
    QTest.keyClicks(field.editor.boxes[-1], "1")
    assert field.error is None
    assert not any(box.property("wrong") for box in field.editor.boxes)


@pytest.mark.parametrize("kind", ["text", "name", "long_text", "money", "country", "universities"])
def test_composing_is_never_disturbed(pick: Pick, qtbot: QtBot, kind: str) -> None:
    field = pick(kind)
    box = field.editor.boxes[0]
    box.setFocus()
    commit(box, "陳")
    compose(box, "dai")
    assert field.editor.composing
    field.place.desk.answer("applicant/residence", "HK")
    field.refresh()
    qtbot.wait(500)  # longer than the pause after which a draft is handed in
    assert field.editor.composing
    commit(box, "大文")
    assert not field.editor.composing
    assert text_of(box) == "陳大文"


def test_a_pause_hands_in_and_leaves_the_cursor_alone(pick: Pick, qtbot: QtBot) -> None:
    field = pick("text")
    box = field.editor.boxes[0]
    assert isinstance(box, LineBox)
    write(box, "George  Town")
    box.setCursorPosition(3)
    QTest.keyClicks(box, "x")
    qtbot.waitUntil(lambda: held(field) == "Geoxrge Town")
    assert (box.text(), box.cursorPosition()) == ("Geoxrge  Town", 4)
    leave(field.editor)
    assert box.text() == "Geoxrge Town"


def test_typing_is_undone_as_one_and_at_once(pick: Pick, qtbot: QtBot) -> None:
    field = pick("text")
    box = field.editor.boxes[0]
    box.setFocus()
    QTest.keyClicks(box, "Pen")
    qtbot.waitUntil(lambda: held(field) == "Pen")
    QTest.keyClicks(box, "ang")
    field.place.desk.undo()
    assert (held(field), field.editor.raw()) == (None, None)
    field.place.desk.redo()
    assert (held(field), field.editor.raw()) == ("Penang", "Penang")


@pytest.mark.parametrize("kind", ["text", "long_text"])
def test_undo_keys_are_left_to_the_window(pick: Pick, kind: str) -> None:
    box = pick(kind).editor.boxes[0]
    box.setFocus()
    QTest.keyClicks(box, "abc")
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_of(box) == "abc"


@pytest.mark.parametrize(("focused", "moved"), [(False, False), (True, True)])
def test_the_wheel_turns_a_combo_only_with_the_focus(pick: Pick, focused: bool, moved: bool) -> None:
    field = pick("choice in a combo")
    assert isinstance(field.editor, ComboEditor)
    fill(field.editor, "married")
    if not focused:
        field.editor.box.clearFocus()
    turn(field.editor.box)
    assert (held(field) != "married") is moved


def test_a_radio_button_is_let_go_by_its_link(pick: Pick) -> None:
    field = pick("yes_no")
    assert isinstance(field.editor, RadiosEditor)
    assert not field.editor.unknown.isVisible()
    fill(field.editor, False)
    assert held(field) is False
    assert field.editor.unknown.isVisible()
    field.editor.unknown.click()
    assert held(field) is None
    assert not field.editor.unknown.isVisible()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("hong kong", "HK"), ("HK", "HK"), ("cote d'ivoire", "CI"), ("united k", "GB"), ("ｊａｐａｎ", "JP")],
)
def test_a_country_is_found_by_name_or_code(pick: Pick, typed: str, code: str) -> None:
    field = pick("country")
    box = field.editor.boxes[0]
    assert isinstance(box, LineBox)
    write(box, typed)
    leave(field.editor)
    assert held(field) == code


def test_a_name_that_begins_several_countries_asks(pick: Pick) -> None:
    field = pick("country")
    box = field.editor.boxes[0]
    assert isinstance(box, LineBox)
    write(box, "united")
    leave(field.editor)
    assert (held(field), field.error is not None) == (None, True)


def test_money_is_grouped_when_left(pick: Pick) -> None:
    field = pick("money")
    box = field.editor.boxes[0]
    assert isinstance(box, LineBox)
    write(box, "１８５萬")
    leave(field.editor)
    assert (held(field), box.text()) == ("1850000", "1,850,000")


def shown(field: Field) -> list[object]:
    """What stands in the boxes."""
    return [field.editor.raw(), [text_of(box) for box in field.editor.boxes]]


def empty_by_hand(field: Field) -> None:
    editor = field.editor
    if isinstance(editor, RadiosEditor):
        editor.unknown.click()
    elif isinstance(editor, ComboEditor):
        editor.box.setFocus()
        QTest.keyClick(editor.box, Qt.Key.Key_Home)
    else:
        for box in list(editor.boxes):
            assert isinstance(box, LineBox | TextBox)
            write(box, "")
        leave(editor)


def text_of(box: QWidget) -> str:
    if isinstance(box, TextBox):
        return box.toPlainText()
    return box.text() if isinstance(box, LineBox) else ""


def turn(box: QWidget) -> None:
    """One notch of the wheel, down."""
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
