from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Chosen
from tests.gui.rooms.conftest import Shown
from tests.gui.rooms.hands import click, drop

from talentpack.gui.desk import Desk
from talentpack.gui.rooms.evidence import EvidenceRoom
from talentpack.gui.rooms.file_card import FileCard
from talentpack.gui.widgets.buttons import ToolButton

PHOTO = "proof/photo/dependant/r2"
WAIT = 60_000


def evidence(room: Shown, desk: Desk, width: int = 0) -> EvidenceRoom:
    return cast("EvidenceRoom", room(EvidenceRoom, desk, width))


def rows(shown: EvidenceRoom) -> dict[str, str]:
    return {each.key: each.right for each in shown.list.proofs.lines if each.kind == "proof"}


def card(shown: EvidenceRoom, evidence: str) -> FileCard:
    return shown.detail.blocks[evidence].card


def tool(shown: EvidenceRoom, evidence: str, name: str) -> ToolButton:
    return next(each for each in card(shown, evidence).findChildren(ToolButton) if each.accessibleName() == name)


def trigger(menu: QMenu, part: str) -> None:
    """Chooses an entry by a part of its text, as a click does."""
    action = next(each for each in menu.actions() if part in each.text())
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.fixture
def missing(example_desk: Desk, room: Shown) -> EvidenceRoom:
    """The example without the child's photograph, that proof chosen."""
    example_desk.remove("evidence", "e12")
    shown = evidence(room, example_desk)
    shown.list.choose(PHOTO)
    return shown


def test_proofs_stand_by_section_and_person_with_what_is_to_be_done(missing: EvidenceRoom) -> None:
    heads = [f"{each.number} {each.first}" for each in missing.list.proofs.lines if each.kind == "head"]
    assert heads == [
        "A Identity and travel",
        "B Income",
        "D Work",
        "F1 MUSTERMANN Erika, Spouse",
        "F2 CHAN Lena, Child",
    ]
    assert {key: right for key, right in rows(missing).items() if right} == {PHOTO: "Missing"}
    assert missing._lead.text() == "13 of 14 proofs attached"


def test_a_row_is_one_sentence_for_a_reader(missing: EvidenceRoom) -> None:
    index = missing.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Photograph, CHAN Lena: Missing"


def test_a_dropped_file_is_attached_read_and_shown(
    missing: EvidenceRoom, paper: Callable[[str], Path], qtbot: QtBot
) -> None:
    assert missing.detail.large.isVisible()
    assert drop(missing.detail.large, [paper("photo-child.jpg")])
    assert rows(missing)[PHOTO] == ""
    assert not missing.detail.large.isVisible()
    ((new, block),) = missing.detail.blocks.items()
    desk = missing.desk
    assert desk.answers.get(f"evidence/{new}/for") == ["dependant/r2"]
    qtbot.waitUntil(lambda: desk.intake(f"{new}/file") is not None, timeout=WAIT)
    qtbot.waitUntil(block.card.thumbs.isVisible)
    assert "1 page" in block.card.name.facts.text()
    qtbot.waitUntil(lambda: block.card.thumbs.pages.image(1) is not None, timeout=WAIT)
    picture = block.card.thumbs.pages.image(1)
    assert picture is not None
    assert picture.width() == 104


def test_several_files_are_chosen_with_the_button(
    missing: EvidenceRoom, paper: Callable[[str], Path], messages: Chosen
) -> None:
    messages.files = [paper("photo-child.jpg"), paper("photo-spouse.jpg")]
    click(missing.detail.large.button)
    assert len(missing.detail.blocks) == 2
    assert missing.detail.small.isVisible()


def test_a_file_dropped_on_a_row_belongs_to_that_proof(missing: EvidenceRoom, paper: Callable[[str], Path]) -> None:
    missing.list.choose("proof/photo/applicant")
    index = missing.list.proofs.index(missing.list.proofs.row_of(PHOTO))
    missing.list.scrollTo(index)
    assert drop(missing.list.viewport(), [paper("photo-child.jpg")], missing.list.visualRect(index).center())
    assert missing.list.key == PHOTO
    assert rows(missing)[PHOTO] == ""


def test_files_added_without_a_proof_are_assigned_afterwards(
    missing: EvidenceRoom, paper: Callable[[str], Path], messages: Chosen, qtbot: QtBot
) -> None:
    messages.files = [paper("photo-child.jpg")]
    click(missing.add)
    first, second = missing.list.proofs.lines[:2]
    assert (first.kind, first.first, second.kind) == ("head", "Not assigned yet", "paper")
    assert missing.list.key == second.key
    combo = missing.detail.proof
    assert combo.isVisible()
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    view = combo.view()
    qtbot.waitUntil(view.isVisible)
    QTest.keyClick(view, Qt.Key.Key_End)
    while combo.itemData(view.currentIndex().row()) != PHOTO:
        before = view.currentIndex().row()
        QTest.keyClick(view, Qt.Key.Key_Up)
        assert view.currentIndex().row() < before
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert missing.list.key == PHOTO
    assert rows(missing)[PHOTO] == ""
    assert missing.list.proofs.lines[0].first == "Identity and travel"


def test_a_removed_paper_comes_back_by_undo(example_desk: Desk, room: Shown) -> None:
    shown = evidence(room, example_desk)
    shown.list.choose("proof/photo/applicant")
    click(tool(shown, "e1", "Remove"))
    assert rows(shown)["proof/photo/applicant"] == "Missing"
    assert shown.undone.title.text() == "photo-applicant.jpg was removed"
    click(shown.undone.link)
    assert rows(shown)["proof/photo/applicant"] == ""
    assert not shown.undone.isVisible()


def test_what_cannot_be_used_says_why_and_can_be_left_out(missing: EvidenceRoom, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing")
    assert drop(missing.detail.large, [broken])
    ((_, block),) = missing.detail.blocks.items()
    qtbot.waitUntil(block.card.refusal.isVisible, timeout=WAIT)
    assert block.card.refusal.title.text() == "broken.pdf cannot be used"
    assert block.card.refusal.text.text()
    qtbot.waitUntil(lambda: rows(missing)[PHOTO] == "Cannot be used")
    click(block.card.refusal.link)
    assert rows(missing)[PHOTO] == "Missing"


def test_a_folder_is_refused_in_words(missing: EvidenceRoom, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    assert drop(missing.detail.large, [tmp_path / "papers"])
    assert missing.desk.answers.ids("evidence")[-1] == "e14"
    note = missing.detail._refusals.itemAt(0).widget()
    assert note is not None
    assert note.accessibleName() == "papers is a folder Choose the files inside it."


def test_a_paper_is_renamed_in_its_place(example_desk: Desk, room: Shown) -> None:
    shown = evidence(room, example_desk)
    shown.list.choose("proof/photo/applicant")
    name = card(shown, "e1").name
    click(tool(shown, "e1", "Rename"))
    box = name._box
    assert box.hasFocus()
    QTest.keyClicks(box, "Portrait")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert example_desk.answers.text("evidence/e1/title") == "Portrait"
    assert name.shown.text() == "Portrait"
    click(tool(shown, "e1", "Rename"))
    QTest.keyClicks(box, "Other")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert example_desk.answers.text("evidence/e1/title") == "Portrait"


def test_a_foreign_language_asks_for_a_translation_and_who_certified_it(
    example_desk: Desk, room: Shown, paper: Callable[[str], Path], messages: Chosen
) -> None:
    shown = evidence(room, example_desk)
    key = "proof/income_proof/income/r3"
    shown.list.choose(key)
    block = shown.detail.blocks["e5"]
    assert not block.translation.isVisible()
    block.language.setFocus()
    QTest.keyClicks(block.language, "Ger")
    assert example_desk.answers.text("evidence/e5/language") == "de"
    assert rows(shown)[key] == "No translation"
    messages.files = [paper("marriage-certificate-en.pdf")]
    click(block.translation)
    assert rows(shown)[key] == "Not certified"
    assert block.translated is not None
    assert block.certified.isVisible()
    block.certified.setFocus()
    QTest.keyClicks(block.certified, "Sworn")
    assert rows(shown)[key] == ""


def test_a_page_is_pinned_left_out_and_turned(example_desk: Desk, room: Shown, qtbot: QtBot) -> None:
    shown = evidence(room, example_desk)
    shown.list.choose("proof/income_proof/income/r2")
    block = card(shown, "e4")
    qtbot.waitUntil(block.tools.isVisible, timeout=WAIT)
    click(block.tools.pin)
    trigger(block.tools._menu, "Amount")
    assert {"page": 1, "says": "income/r2/amount"} in cast("list[object]", example_desk.answers.get("evidence/e4/pins"))
    assert block.pins.isVisible()
    click(block.tools._right)
    assert example_desk.answers.get("evidence/e4/rotate") == {"1": 90}
    assert not block.tools._out.isEnabled()
    example_desk.undo()
    example_desk.undo()
    assert example_desk.answers.get("evidence/e4/pins") is None
    assert not block.pins.isVisible()


def test_flags_are_told_as_chips(example_desk: Desk, room: Shown, qtbot: QtBot) -> None:
    shown = evidence(room, example_desk)
    shown.list.choose("proof/income_proof/income/r2")
    chips = card(shown, "e4").chips
    qtbot.waitUntil(chips.isVisible, timeout=WAIT)
    said = [label.text() for chip in chips._items for label in chip.findChildren(type(shown._lead))]
    assert "1 script removed" in said


def test_one_paper_may_prove_two_incomes(example_desk: Desk, room: Shown) -> None:
    shown = evidence(room, example_desk)
    shown.filing.ask_proof("e4")
    (menu,) = (each for each in shown.findChildren(QMenu) if each.isVisible())
    ticked = [action.data()[1] for action in menu.actions() if action.isChecked()]
    assert ticked == ["proof/income_proof/income/r2"]
    chosen: QAction = next(each for each in menu.actions() if each.data()[1] == "proof/income_proof/income/r1")
    menu.setActiveAction(chosen)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert example_desk.answers.get("evidence/e4/for") == ["income/r2", "income/r1"]


def test_a_proof_can_be_set_aside_with_a_reason(missing: EvidenceRoom) -> None:
    click(missing.detail.aside)
    box = missing.detail._reason
    QTest.keyClicks(box, "Handed in before")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert missing.desk.answers.ids("not_applicable")
    assert missing.detail._accepts.text() == "Does not apply: Handed in before"
    click(missing.detail.applies)
    assert missing.detail.large.isVisible()


def test_reveal_goes_to_a_proof_a_paper_or_what_is_asked_of_it(example_desk: Desk, room: Shown) -> None:
    shown = evidence(room, example_desk)
    shown.reveal(PHOTO)
    assert shown.list.key == PHOTO
    shown.reveal("evidence/e11/certified_by")
    assert shown.list.key == "proof/relationship/dependant/r1"
    assert shown.focusWidget() is shown.detail.blocks["e11"].certified


def test_a_narrow_window_shows_one_pane_at_a_time(example_desk: Desk, room: Shown) -> None:
    shown = evidence(room, example_desk, 704)
    assert shown.width() == 704
    assert shown.list.isVisible()
    assert not shown.pane.isVisible()
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    assert not shown.list.isVisible()
    assert shown.pane.isVisible()
    click(shown.back)
    assert shown.list.isVisible()
