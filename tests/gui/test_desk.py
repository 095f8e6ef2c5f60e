from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from tests.gui.conftest import NOW, now

from talentpack.app.opening import open_file
from talentpack.core.actions import Action
from talentpack.core.questions import Page
from talentpack.gui.desk import Desk


def page(desk: Desk, name: str) -> Page:
    return next(each for each in desk.forms.pages if name in (each.id, each.room))


def verdicts(desk: Desk) -> dict[str, str]:
    return {result.route: result.verdict for result in desk.assessment.routes}


def test_an_answer_is_told_once_and_everything_follows(desk: Desk, qtbot: QtBot) -> None:
    before = desk.assessment
    with qtbot.waitSignal(desk.changed) as changed:
        assert desk.answer("applicant/nationality", "AF") is None
    action = changed.args[0]
    assert isinstance(action, Action)
    assert [change.after for change in action.changes] == ["AF"]
    assert desk.assessment is not before
    assert set(verdicts(desk).values()) == {"not_met"}
    with qtbot.assertNotEmitted(desk.changed):
        assert desk.answer("applicant/nationality", "AF") is None


def test_a_refused_answer_comes_back_and_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.changed):
        problem = desk.answer("applicant/birth_date", "2015-02-30")
    assert problem is not None
    assert problem.code == "answer.date"
    assert desk.answers.get("applicant/birth_date") is None


def test_the_day_is_the_filing_date_or_today(desk: Desk) -> None:
    assert desk.day == NOW.date()
    assert desk.answer("filing_date", "2027-02-01") is None
    assert desk.day == date(2027, 2, 1)
    refused = desk.answer("filing_date", "2020-02-01")
    assert refused is not None
    assert refused.code == "rules.too_early"
    assert desk.day == date(2027, 2, 1)


def test_records_come_go_and_move(desk: Desk) -> None:
    first, second = desk.add("income"), desk.add("income")
    desk.move("income", second, 0)
    assert desk.answers.ids("income") == (second, first)
    desk.remove("income", second)
    assert desk.answers.ids("income") == (first,)
    desk.undo()
    assert desk.answers.ids("income") == (second, first)


def test_an_empty_list_is_said_and_a_record_takes_that_back_in_one_act(desk: Desk) -> None:
    desk.say_empty("job", said=True)
    assert desk.answers.said_empty("job")
    assert desk.status(page(desk, "work")) == "completed"
    desk.add("job")
    assert desk.answers.get("none") is None
    desk.undo()
    assert desk.answers.said_empty("job")


def test_undo_and_redo_say_whether_they_can(desk: Desk) -> None:
    assert not desk.can_undo
    desk.answer("applicant/surname", "CHAN")
    assert desk.can_undo
    assert not desk.can_redo
    desk.undo()
    assert desk.answers.get("applicant/surname") is None
    assert desk.can_redo
    desk.redo()
    assert desk.answers.text("applicant/surname") == "CHAN"


def test_a_mark_stands_above_what_the_answers_say(desk: Desk, qtbot: QtBot) -> None:
    you = page(desk, "you")
    assert desk.status(you) == "not_started"
    with qtbot.waitSignal(desk.marked):
        desk.mark(you.id, "problem")
    assert desk.status(you) == "problem"
    desk.mark(you.id, None)
    assert desk.status(you) == "not_started"


def test_a_new_case_is_unsaved_until_it_has_a_path(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.saved_state, check_params_cb=lambda state: state == "unsaved"):
        desk.answer("applicant/surname", "CHAN")
    path = tmp_path / "chan.toml"
    with qtbot.waitSignal(desk.saved_state, check_params_cb=lambda state: state == "saved"):
        desk.save_as(path)
    with qtbot.waitSignal(desk.saved_state, check_params_cb=lambda state: state == "saved"):
        desk.answer("applicant/given_names", "Tai Man")
    assert open_file(path, now).answers == desk.answers
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_a_failed_save_is_told_and_leaves_the_file(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.saved_state, check_params_cb=lambda state: state == "failed"):
        desk.save_as(tmp_path / "not there" / "chan.toml")
    assert [problem.code for problem in desk.not_saved] == ["case.not_saved"]


def test_saved_elsewhere_papers_are_still_found(example_desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir()
    with qtbot.waitSignal(example_desk.saved_state, check_params_cb=lambda state: state == "saved"):
        example_desk.save_as(target / "copy.toml")
    again = open_file(target / "copy.toml", now)
    names = [again.answers.text(f"evidence/{each}/file") for each in again.answers.ids("evidence")]
    assert names
    assert all((again.folder / name).is_file() for name in names)


def test_a_snapshot_keeps_what_the_case_was(example_desk: Desk) -> None:
    opened = example_desk.snapshot()
    example_desk.answer("applicant/surname", "OTHER")
    assert opened.answers.text("applicant/surname") == "CHAN"
    assert 'surname = "CHAN"' in opened.recipe


def test_a_paper_is_read_and_its_page_drawn(desk: Desk, paper: Callable[[str], Path], qtbot: QtBot) -> None:
    file = paper("*.pdf")
    key = desk.attach({"file": desk.name_of(file), "proof": "travel_document", "for": ["applicant"]}) + "/file"
    assert desk.intake(key) is None
    with qtbot.waitSignals([desk.taken, desk.taken], timeout=30_000):
        desk.take(key)
    intake = desk.intake(key)
    assert intake is not None
    assert intake.verdict == "ready"
    pictures: list[QImage] = []
    desk.pixels(key, 1, 120, pictures.append)
    desk.pixels(key, 1, 120, pictures.append)
    qtbot.waitUntil(lambda: len(pictures) == 2, timeout=30_000)
    assert pictures[0].width() == 120
    desk.pixels(key, 1, 120, pictures.append)
    assert len(pictures) == 3


def test_a_paper_that_cannot_be_used_is_a_problem_of_the_room(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    desk.answer("route", "A")
    key = desk.attach({"file": "broken.pdf", "proof": "travel_document", "for": ["applicant"]}) + "/file"
    desk.take(key)
    qtbot.waitUntil(lambda: desk.intake(key) is not None, timeout=30_000)
    row = next(row for row in desk.rows if row.rule.id == "travel_document")
    assert row.state == "unusable"
    assert desk.status(page(desk, "evidence")) == "problem"


def test_a_paper_that_is_not_there_is_refused(desk: Desk, qtbot: QtBot) -> None:
    key = desk.attach({"file": "gone.pdf", "proof": "travel_document", "for": ["applicant"]}) + "/file"
    desk.take(key)
    qtbot.waitUntil(lambda: bool(desk.refusal(key)))
    assert desk.refusal(key)[0].code == "evidence.not_there"
    assert desk.intake(key) is None
    assert not desk.taking(key)


def test_another_file_under_the_same_key_is_another_paper(desk: Desk, qtbot: QtBot) -> None:
    record = desk.attach({"file": "gone.pdf", "proof": "travel_document", "for": ["applicant"]})
    desk.take(f"{record}/file")
    qtbot.waitUntil(lambda: bool(desk.refusal(f"{record}/file")))
    desk.edit_evidence(record, {"file": "other.pdf"})
    assert desk.refusal(f"{record}/file") == ()
    desk.undo()
    assert desk.refusal(f"{record}/file") != ()


def test_a_proof_set_aside_says_why_and_can_be_taken_back(desk: Desk) -> None:
    desk.answer("route", "A")

    def state() -> str:
        return next(row.state for row in desk.rows if row.rule.id == "travel_document")

    desk.set_aside("travel_document", "applicant", "Handed in before.")
    desk.set_aside("travel_document", "applicant", "Handed in last year.")
    assert state() == "not_applicable"
    assert len(desk.answers.ids("not_applicable")) == 1
    desk.set_aside("travel_document", "applicant", "")
    assert state() == "missing"
    assert desk.answers.ids("not_applicable") == ()
