from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Chosen
from tests.gui.rooms.conftest import Shown
from tests.gui.rooms.hands import click, settle

from talentpack.app.building import Found, VerifyAnswer
from talentpack.app.making import Made, Part
from talentpack.core.lines import line
from talentpack.core.plan import Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.problems import refuse
from talentpack.gui.desk import Desk
from talentpack.gui.rooms import export as module
from talentpack.gui.rooms.export import ExportRoom
from talentpack.gui.rooms.stages import STAGES
from talentpack.worker.protocol import Step

MADE = Made(
    directory="pack",
    pages=47,
    exhibits=14,
    parts=(
        Part(name="Bundle.pdf", folder=False, files=1, size=3_200_000),
        Part(name="Portal", folder=True, files=15, size=3_100_000),
    ),
    warnings=(
        Warning(code="exhibit.uncited", ref="B2", text=line("B2: nothing cites it.")),
        Warning(code="paper.link", ref="a.pdf", text=line("a.pdf: 1 link removed")),
    ),
)
Work = Callable[..., Generator[Step, None, Any]]


def steps(*labels: str, then: Exception | None = None, go: threading.Event | None = None) -> Work:
    """Work of these steps, once ``go`` is set, that ends well, or with ``then``."""

    def work(*_: object) -> Generator[Step, None, Made]:
        assert go is None or go.wait(10)
        for label in labels:
            yield Step(label=label, done=0, total=0, detail="x")
        if then is not None:
            raise then
        return MADE

    return work


@pytest.fixture
def shown(example_desk: Desk, room: Shown, tmp_path: Path) -> ExportRoom:
    made = cast("ExportRoom", room(ExportRoom, example_desk))
    made.choices.box.setText(str(tmp_path / "pack"))
    return made


def press(shown: ExportRoom) -> None:
    shown.bar_action().do()
    settle()


def test_the_folder_is_named_for_the_applicant_and_the_day(example_desk: Desk, room: Shown, tmp_path: Path) -> None:
    made = cast("ExportRoom", room(ExportRoom, example_desk))
    assert made.choices.box.text() == str(tmp_path / "CHAN Siu Ming 2026-11-22")


def test_a_chosen_folder_with_other_things_gets_one_inside(shown: ExportRoom, messages: Chosen, tmp_path: Path) -> None:
    messages.files = [tmp_path]
    shown.choices.ask_folder.emit()
    assert shown.choices.folder == tmp_path / "CHAN Siu Ming 2026-11-22"


def test_open_lines_never_block_and_can_be_seen(shown: ExportRoom, qtbot: QtBot) -> None:
    assert not shown.choices.open_note.isVisible()
    shown.desk.remove("evidence", "e12")
    assert shown.choices.open_note.title.text() == "1 line of the final check is open"
    with qtbot.waitSignal(shown.jump) as jumped:
        click(shown.choices.open_note.link)
    assert jumped.args == ["check"]
    assert shown.bar_action().primary


def test_languages_are_chosen_apart(shown: ExportRoom) -> None:
    shown.choices.letter.setFocus()
    QTest.keyClicks(shown.choices.letter, "Tra")
    assert shown.desk.answers.text("pack/letter_language") == "zh_Hant"
    assert shown.desk.answers.text("pack/language") == "en"
    assert shown.choices.others.currentData() == "en"


def test_more_is_asked_on_demand(shown: ExportRoom) -> None:
    assert not shown.choices.rows.isVisible()
    click(shown.choices.more)
    assert shown.choices.rows.isVisible()
    assert "pack.language" not in shown.choices.rows.fields
    shown.reveal("consultant/name")
    QTest.keyClicks(shown.focusWidget(), "Example & Partners")
    shown.desk.settling.emit()
    assert shown.desk.answers.text("consultant/name") == "Example & Partners"


def test_steps_are_shown_in_their_rows(shown: ExportRoom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    go = threading.Event()
    monkeypatch.setattr(module, "make", steps("take_in", "build.bundle", "compare", "build.portal", go=go))
    seen: list[list[str]] = []
    press(shown)
    assert shown.title.text() == "Making the pack"
    assert shown.bar_action().text == "Cancel"
    shown.exporting.stepped.connect(lambda _: seen.append([row.state for row in shown.progress.rows]))
    go.set()
    qtbot.waitUntil(lambda: shown.made is not None)
    assert len(seen) == 4
    assert [states.index("now") for states in seen] == [0, 2, 2, 5]
    assert seen[-1] == ["done"] * 5 + ["now"] + ["later"] * (len(STAGES) - 6)


def test_what_was_made_can_be_opened(
    shown: ExportRoom, monkeypatch: pytest.MonkeyPatch, messages: Chosen, qtbot: QtBot
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(messages, "open", lambda path: opened.append(path.as_posix()))
    monkeypatch.setattr(module, "make", steps("take_in"))
    press(shown)
    qtbot.waitUntil(lambda: shown.made is not None)
    assert shown.title.text() == "The pack is ready"
    assert shown.done.verified.text.text() == "47 pages, 14 exhibits and 34 files agree with the plan.".replace(
        "34", "16"
    )
    assert shown.desk.status(shown.page) == "completed"
    assert shown.done.know.title.text() == "1 thing to know before you upload"
    click(shown.done.bundle)
    click(shown.done.folder)
    click(shown.done.parts[1].open)
    assert opened == ["pack/Bundle.pdf", "pack", "pack/Portal"]
    shown.desk.answer("applicant/phone", "+60 00 0000 0001")
    assert shown.done.stale.isVisible()
    press(shown)
    assert shown.choices.isVisible()


def test_verifying_again_names_each_difference(
    shown: ExportRoom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    found = Found(code="verify.changed", ref="Bundle.pdf", text=line("The file is not the one that was written"))
    answers = [VerifyAnswer(differences=(found,)), VerifyAnswer(differences=())]

    def verify(_: Path) -> Generator[Step, None, VerifyAnswer]:
        yield Step(label="verify.file", done=0, total=1)
        return answers.pop(0)

    monkeypatch.setattr(module, "make", steps("take_in"))
    monkeypatch.setattr(module, "verify_pack", verify)
    press(shown)
    qtbot.waitUntil(lambda: shown.made is not None)
    click(shown.done.verified.link)
    qtbot.waitUntil(shown.done.wrong.isVisible)
    assert shown.done.wrong.text.text() == "The file is not the one that was written"
    shown.done.verify.emit()
    qtbot.waitUntil(shown.done.verified.isVisible)
    assert not shown.done.wrong.isVisible()


def test_cancelling_says_so_and_leaves_the_earlier_pack(
    shown: ExportRoom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    go = threading.Event()
    monkeypatch.setattr(module, "make", steps("take_in", "build.front", go=go))
    press(shown)
    press(shown)
    assert shown.bar_action().text == "Cancelling…"
    go.set()
    qtbot.waitUntil(shown.choices.isVisible)
    assert shown.choices.told.title.text() == "Cancelled. The earlier pack is untouched."
    assert shown.made is None
    assert shown.desk.status(shown.page) != "in_progress"


def test_a_folders_problem_stands_at_the_folder(shown: ExportRoom, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    shown.choices.box.setText(str(tmp_path / "full"))
    press(shown)
    qtbot.waitUntil(shown.choices.error.isVisible)
    assert "mine.txt" in shown.choices.error.text() or "other things" in shown.choices.error.text()
    assert shown.choices.box.accessibleDescription() == shown.choices.error.text()
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"
    assert shown.desk.status(shown.page) == "problem"


def test_without_a_folder_nothing_begins(shown: ExportRoom) -> None:
    shown.choices.box.clear()
    press(shown)
    assert shown.choices.error.text() == "Where must be entered. Enter a folder, or choose one."
    assert not shown.exporting.running


def test_any_other_refusal_stands_above_everything(
    shown: ExportRoom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    refused = refuse("evidence.damaged", line("a.pdf: it is damaged."), line("Name another file."))
    monkeypatch.setattr(module, "make", steps("take_in", then=refused))
    press(shown)
    qtbot.waitUntil(shown.choices.problem.isVisible)
    assert shown.choices.problem.text.text() == "a.pdf: it is damaged. Name another file."


def test_a_defect_is_told_too(shown: ExportRoom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(module, "make", steps("take_in", then=ZeroDivisionError()))
    press(shown)
    qtbot.waitUntil(shown.choices.problem.isVisible)
    assert "ZeroDivisionError" in shown.choices.problem.text.text()


def test_space_presses_what_has_the_focus(shown: ExportRoom) -> None:
    shown.choices.more.setFocus()
    QTest.keyClick(shown.choices.more, Qt.Key.Key_Space)
    assert shown.choices.rows.isVisible()


def test_an_export_outlives_the_room_it_began_in(
    example_desk: Desk, room: Shown, shown: ExportRoom, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    go = threading.Event()
    monkeypatch.setattr(module, "make", steps("take_in", go=go))
    press(shown)
    anew = cast("ExportRoom", room(ExportRoom, example_desk))
    assert anew.progress.isVisible()
    assert anew.bar_action().text == "Cancel"
    go.set()
    qtbot.waitUntil(anew.done.isVisible)
    assert len(anew.done.parts) == 2
    assert cast("ExportRoom", room(ExportRoom, example_desk)).done.isVisible()
