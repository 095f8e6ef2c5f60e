"""The field for universities: found while typed, asked back when ambiguous, not on the list when so said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Show
from tests.gui.hands import commit, compose, leave, write

from talentpack.gui.desk import Desk
from talentpack.gui.fields.many import ManyEditor
from talentpack.gui.fields.university import UniversityEditor
from talentpack.gui.pages.field import Field
from talentpack.gui.pages.page import PageView

ADDRESS, DENIED = "degree/r1/awarded_by", "degree/r1/not_listed"


@pytest.fixture
def view(desk: Desk, show: Show) -> PageView:
    desk.add("degree")
    return show(desk, "degrees")


@pytest.fixture
def field(view: PageView) -> Field:
    found = view.body.field(ADDRESS)
    assert found is not None
    return found


@pytest.fixture
def editor(field: Field) -> UniversityEditor:
    assert isinstance(field.editor, ManyEditor)
    first = field.editor.editors[0]
    assert isinstance(first, UniversityEditor)
    return first


def offered(editor: UniversityEditor) -> list[str]:
    """The rows under the box, as a reader says them."""
    suggestions = editor.box.suggestions
    if not suggestions.isVisible():
        return []
    model = suggestions.view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def words(editor: UniversityEditor) -> list[str]:
    return [label.text() for label in editor.standing.findChildren(QLabel) if label.isVisible() and label.text()]


def press(editor: UniversityEditor, text: str) -> None:
    button = next(
        each for each in editor.standing.findChildren(QAbstractButton) if each.accessibleName().startswith(text)
    )
    button.click()


def test_names_are_offered_while_they_are_typed(editor: UniversityEditor) -> None:
    write(editor.box, "zurich")
    assert [row.split(",")[0] for row in offered(editor)] == [
        "ETH Zurich - Swiss Federal Institute of Technology",
        "University of Zurich",
    ]
    QTest.keyClicks(editor.box, " uni")
    assert [row.split(",")[0] for row in offered(editor)] == ["University of Zurich"]


def test_arrows_choose_and_enter_takes(editor: UniversityEditor, desk: Desk) -> None:
    write(editor.box, "zurich")
    QTest.keyClick(editor.box, Qt.Key.Key_Down)
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert desk.answers.get(ADDRESS) == ["University of Zurich"]
    assert offered(editor) == []
    assert words(editor)[0] == "On the list since 28 December 2022"


def test_tab_takes_nothing_and_escape_closes(editor: UniversityEditor, desk: Desk) -> None:
    write(editor.box, "zurich")
    QTest.keyClick(editor.box, Qt.Key.Key_Escape)
    assert (offered(editor), editor.box.text()) == ([], "zurich")
    QTest.keyClick(editor.box, Qt.Key.Key_Down)
    assert len(offered(editor)) == 2
    leave(editor)
    assert (offered(editor), desk.answers.get(ADDRESS)) == ([], ["zurich"])


def test_nothing_pops_up_while_an_input_method_composes(editor: UniversityEditor) -> None:
    editor.box.setFocus()
    compose(editor.box, "qing")
    assert offered(editor) == []
    commit(editor.box, "清华")
    assert [row.split(",")[0] for row in offered(editor)] == ["Tsinghua University"]


def test_an_ambiguous_name_is_asked_back_with_nothing_chosen(editor: UniversityEditor, desk: Desk) -> None:
    write(editor.box, "NTU")
    leave(editor)
    assert words(editor)[0].startswith("“NTU” stands for 2 universities")
    assert not any(button.isChecked() for button in editor.standing.findChildren(QAbstractButton))
    press(editor, "National Taiwan University")
    assert desk.answers.get(ADDRESS) == ["National Taiwan University (NTU)"]
    assert words(editor)[0].startswith("On the list since")


def test_a_near_miss_is_asked_back(editor: UniversityEditor, desk: Desk) -> None:
    write(editor.box, "Univercity of Melborne")
    leave(editor)
    assert words(editor)[0] == "Did you mean University of Melbourne?"
    press(editor, "Use this name")
    assert desk.answers.get(ADDRESS) == ["University of Melbourne"]


def test_one_that_left_the_list_says_when(editor: UniversityEditor) -> None:
    write(editor.box, "Eindhoven University of Technology")
    leave(editor)
    assert words(editor)[0] == "Left the list on 1 January 2024"


def test_not_on_the_list_is_said_calmly_and_taken_back(editor: UniversityEditor, field: Field, desk: Desk) -> None:
    write(editor.box, "Universiti Contoh")
    leave(editor)
    press(editor, "It is not on the list")
    assert desk.answers.get(DENIED) == ["Universiti Contoh"]
    assert (words(editor)[0], field.error) == ("Not on the list of 1 January 2026", None)
    desk.undo()
    assert (desk.answers.get(DENIED), words(editor)[0]) == (None, "No name of the list matches")
    desk.redo()
    press(editor, "Take this back")
    assert desk.answers.get(DENIED) is None


def test_not_on_the_list_while_typing(editor: UniversityEditor, desk: Desk) -> None:
    write(editor.box, "Universiti Contoh")
    editor.foot.not_there.emit()
    assert (desk.answers.get(ADDRESS), desk.answers.get(DENIED)) == (["Universiti Contoh"], ["Universiti Contoh"])


def test_a_joint_degree_has_a_box_each(field: Field, editor: UniversityEditor, desk: Desk) -> None:
    assert isinstance(field.editor, ManyEditor)
    write(editor.box, "KU Leuven")
    leave(editor)
    field.editor.more.click()
    second = field.editor.editors[1]
    assert isinstance(second, UniversityEditor)
    assert second.box.hasFocus()
    write(second.box, "McGill University")
    leave(second)
    assert desk.answers.get(ADDRESS) == ["KU Leuven", "McGill University"]
    assert [box.accessibleName() for box in field.editor.boxes] == ["Awarded by 1", "Awarded by 2"]
    remove = next(
        each for each in field.editor.findChildren(QAbstractButton) if each.accessibleName() == "Remove: Awarded by 1"
    )
    remove.click()
    assert desk.answers.get(ADDRESS) == ["McGill University"]
    desk.undo()
    assert [box.text() for box in field.editor.boxes] == ["KU Leuven", "McGill University"]


def test_what_the_list_says_follows_the_day(editor: UniversityEditor, desk: Desk, qtbot: QtBot) -> None:
    write(editor.box, "Wuhan University")
    leave(editor)
    assert words(editor)[0] == "On the list since 1 November 2023"
    desk.answer("filing_date", "2023-02-01")
    assert words(editor)[0] == "On the list only from 1 November 2023"


def test_an_empty_box_between_does_not_shift_what_is_removed(
    field: Field, editor: UniversityEditor, desk: Desk
) -> None:
    assert isinstance(field.editor, ManyEditor)
    write(editor.box, "KU Leuven")
    field.editor.more.click()
    field.editor.more.click()
    third = field.editor.editors[2]
    assert isinstance(third, UniversityEditor)
    write(third.box, "McGill University")
    buttons = {each.accessibleName(): each for each in field.editor.findChildren(QAbstractButton)}
    buttons["Remove: Awarded by 3"].click()
    assert desk.answers.get(ADDRESS) == ["KU Leuven"]
