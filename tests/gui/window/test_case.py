from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from talentpack.core.lines import line
from talentpack.gui.application import Application
from talentpack.gui.desk import Desk
from talentpack.gui.standing import Status
from talentpack.gui.window.case import CaseView
from talentpack.gui.window.steps_model import Role, Row

CONTROL = Qt.KeyboardModifier.ControlModifier


def rows(case: CaseView) -> list[Row]:
    QApplication.processEvents()  # what follows from answers is said once they are all made
    model = case.steps.model
    return [model.index(number).data(Role.ROW) for number in range(model.rowCount())]


def status(case: CaseView, page: str) -> Status:
    return next(row.status for row in rows(case) if row.page == page)


def line_edit(case: CaseView, address: str) -> QLineEdit:
    case.go(next(page.id for page in case.desk.pages if page.id == "you"), address)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


def test_the_list_is_the_way_with_its_groups(begun: Callable[[], CaseView]) -> None:
    heads = [row.name for row in rows(begun()) if not row.page]
    assert heads == ["Before you start", "About you", "Finish"]
    names = [row.name for row in rows(begun()) if row.page]
    assert names[:2] == ["Category", "You"]
    assert names[-3:] == ["Evidence", "Check your answers", "Export"]


def test_a_row_says_its_state_to_everybody(begun: Callable[[], CaseView]) -> None:
    case = begun()
    case.desk.answer("applicant/surname", "CHAN")
    QApplication.processEvents()
    index = case.steps.model.index_of("you")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "You: In progress"
    assert case.steps._name.text() == "CHAN"
    assert case.steps._progress.accessibleName().startswith("0 of ")


def test_a_page_that_no_longer_concerns_the_case_leaves_the_list(begun: Callable[[], CaseView]) -> None:
    case = begun()
    assert any(row.page == "degrees" for row in rows(case))
    case.desk.answer("route", "A")
    assert not any(row.page == "degrees" for row in rows(case))
    case.desk.undo()
    assert any(row.page == "degrees" for row in rows(case))


def test_arrows_and_enter_walk_the_list(begun: Callable[[], CaseView], qtbot: QtBot) -> None:
    case = begun()
    case.steps.list.setFocus()
    qtbot.keyClick(case.steps.list, Qt.Key.Key_Down)
    assert case.stack.page == "route"
    qtbot.keyClick(case.steps.list, Qt.Key.Key_Return)
    assert case.stack.page == "you"


def test_a_click_on_a_step_goes_there_and_on_a_head_nowhere(begun: Callable[[], CaseView], qtbot: QtBot) -> None:
    case = begun()
    view, model = case.steps.list, case.steps.model
    for page, stands in (("family", "family"), ("", "family")):
        index = model.index_of(page) if page else model.index(0)
        place = view.visualRect(index).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert case.stack.page == stands


def test_pages_are_built_when_first_visited_and_kept(begun: Callable[[], CaseView]) -> None:
    case = begun()
    assert case.stack.count() == 1
    case.go("you")
    you = case.stack.view
    case.go("route")
    case.go("you")
    assert case.stack.view is you
    assert case.stack.count() == 2


def test_continue_shows_problems_once_and_then_leaves(begun: Callable[[], CaseView], qtbot: QtBot) -> None:
    case = begun()
    case.go("you")
    qtbot.mouseClick(case.bar.right, Qt.MouseButton.LeftButton)
    assert case.stack.page == "you"
    assert status(case, "you") == "problem"
    qtbot.mouseClick(case.bar.right, Qt.MouseButton.LeftButton)
    assert case.stack.page == "travel_document"
    assert status(case, "you") == "problem"


def test_a_page_put_right_is_no_problem_any_more(begun: Callable[[], CaseView]) -> None:
    case = begun()
    case.desk.mark("route", "problem")
    case.go_on()
    assert case.stack.page == "you"
    assert status(case, "route") == "not_started"


def test_any_row_may_be_left_for_at_any_time(begun: Callable[[], CaseView]) -> None:
    case = begun()
    case.go("you")
    case.steps.chosen.emit("background")
    assert case.stack.page == "background"


def test_keys_continue_and_go_to_steps(begun: Callable[[], CaseView], application: Application, qtbot: QtBot) -> None:
    case = begun()
    qtbot.keyClick(application.window, Qt.Key.Key_Return, CONTROL)
    assert case.stack.page == "you"
    qtbot.keyClick(application.window, Qt.Key.Key_1, CONTROL)
    assert case.stack.page == "route"
    qtbot.keyClick(application.window, Qt.Key.Key_3, CONTROL)
    assert case.stack.page == "travel_document"


def test_undo_reaches_the_whole_case_from_a_line_edit(
    begun: Callable[[], CaseView], application: Application, qtbot: QtBot
) -> None:
    case = begun()
    case.desk.answer("route", "A")
    edit = line_edit(case, "applicant/surname")
    qtbot.keyClicks(edit, "CHAN")
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert case.desk.answers.get("applicant/surname") is None
    assert edit.text() == ""
    assert case.desk.answers.get("route") == "A"
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert case.desk.answers.get("route") is None
    qtbot.keyClick(edit, Qt.Key.Key_Y, CONTROL)
    assert case.desk.answers.get("route") == "A"


@pytest.mark.parametrize(
    ("width", "panel", "strip", "menu", "steps"),
    [
        (1280, True, False, False, True),
        (1180, True, False, False, True),
        (1179, False, True, False, True),
        (860, False, True, False, True),
        (859, False, True, True, False),
    ],
)
def test_what_has_no_room_becomes_a_line_or_a_button(  # noqa: PLR0913, PLR0917 - one row of a table
    begun: Callable[[], CaseView],
    application: Application,
    width: int,
    panel: bool,
    strip: bool,
    menu: bool,
    steps: bool,
) -> None:
    case = begun()
    application.window.resize(width, 540)
    shown = (case.panel.isVisible(), case.strip.isVisible(), case.strip.menu.isVisible(), case.steps.isVisible())
    assert shown == (panel, strip, menu, steps)


def test_the_hidden_list_comes_and_goes(begun: Callable[[], CaseView], application: Application, qtbot: QtBot) -> None:
    case = begun()
    application.window.resize(700, 540)
    qtbot.mouseClick(case.strip.menu, Qt.MouseButton.LeftButton)
    assert case.steps.isVisible()
    case.steps.chosen.emit("you")
    assert not case.steps.isVisible()


def test_everything_the_panel_says_is_a_page_where_it_has_no_room(
    begun: Callable[[], CaseView], application: Application, qtbot: QtBot
) -> None:
    case = begun()
    application.window.resize(960, 540)
    qtbot.keyClick(application.window, Qt.Key.Key_E, CONTROL)
    assert case.stack.on_findings
    assert not case.strip.isVisible()
    case.bar.back.emit()
    assert not case.stack.on_findings
    assert case.stack.page == "route"


def test_the_panel_follows_the_answers(begun: Callable[[], CaseView], qtbot: QtBot) -> None:
    case = begun()
    assert case.panel._box._word.text() == "Not known yet"
    case.desk.answer("applicant/nationality", "AF")
    QApplication.processEvents()
    assert case.panel._box._word.text() == "Does not meet them today"
    titles = [row._title.text() for row in case.panel._rows if not row.isHidden()]
    assert titles[0] == "Nationality admitted"


def test_a_verdict_that_changes_is_announced_once(
    begun: Callable[[], CaseView], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = begun()
    told: list[str] = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append(event.message()) if hasattr(event, "message") else None,
    )
    case.desk.answer("applicant/nationality", "AF")
    QApplication.processEvents()
    case.desk.answer("applicant/surname", "CHAN")
    QApplication.processEvents()
    assert told == ["Does not meet them today"]


def test_the_next_step_leads_to_its_question(begun: Callable[[], CaseView], qtbot: QtBot) -> None:
    case = begun()
    page, address = case.panel._step
    qtbot.mouseClick(case.panel._next_link, Qt.MouseButton.LeftButton)
    assert case.stack.page == page
    assert case.desk.forms.question(address) is not None or address in case.desk.forms.lists()


def test_the_bar_says_whether_all_is_saved(example_desk: Desk, application: Application, qtbot: QtBot) -> None:
    assert example_desk.path is not None
    application.open(example_desk.path)
    case, desk = application.window.case, application.desk
    assert case is not None
    assert desk is not None
    desk.answer("applicant/surname", "OTHER")
    assert case.bar._said.text() == "Saving…"
    qtbot.waitUntil(lambda: case.bar._said.text() == "All changes saved")


def test_undo_and_redo_are_offered_when_there_is_something(begun: Callable[[], CaseView], qtbot: QtBot) -> None:
    case = begun()
    assert not case.bar._undo.isEnabled()
    case.desk.answer("route", "A")
    qtbot.mouseClick(case.bar._undo, Qt.MouseButton.LeftButton)
    assert case.desk.answers.get("route") is None
    assert case.bar._redo.isEnabled()
    assert not case.bar._undo.isEnabled()


def test_change_from_the_check_comes_back_to_it(application: Application, qtbot: QtBot) -> None:
    application.open_example()
    case = application.window.case
    assert case is not None
    case.go("check")
    case.jump("applicant/surname")
    assert case.stack.page == "you"
    assert case.bar.right.text() == "Back to the check"
    qtbot.mouseClick(case.bar.right, Qt.MouseButton.LeftButton)
    assert case.stack.page == "check"
    assert case.bar.right.text() == "Continue"


def test_the_way_back_is_forgotten_when_another_way_is_taken(application: Application) -> None:
    application.open_example()
    case = application.window.case
    assert case is not None
    case.go("check")
    case.jump("applicant/surname")
    case.go("work")
    case.go_on()
    assert case.stack.page == "family"


def test_a_note_is_put_away_by_its_button_or_the_next_page(
    begun: Callable[[], CaseView], application: Application
) -> None:
    case = begun()
    application.messages.note(line("Good to know."))
    assert case.notice.isVisible()
    case.notice._close.click()
    assert not case.notice.isVisible()
    application.messages.note(line("Good to know."))
    case.go("you")
    assert not case.notice.isVisible()


def test_tab_goes_from_content_to_bar_to_panel_to_list(begun: Callable[[], CaseView], qtbot: QtBot) -> None:
    case = begun()
    case.go("background")
    regions = {"page": case.stack, "bar": case.bar, "panel": case.panel, "list": case.steps}
    seen: list[str] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        region = next((name for name, each in regions.items() if each.isAncestorOf(focus)), "elsewhere")
        if not seen or seen[-1] != region:
            seen.append(region)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if len(seen) == 5:
            break
    assert seen == ["page", "bar", "panel", "list", "page"]
