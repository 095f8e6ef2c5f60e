"""A page follows the answers, raises errors when asked, and goes to where it is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Show
from tests.gui.hands import fill, leave, write

from talentpack.gui.desk import Desk
from talentpack.gui.fields.boxes import LineBox
from talentpack.gui.pages.cards import Cards
from talentpack.gui.pages.extras import Told
from talentpack.gui.pages.field import Field
from talentpack.gui.pages.page import PageView
from talentpack.gui.widgets.buttons import LinkButton


def field(view: PageView, address: str) -> Field:
    found = view.body.field(address)
    assert found is not None
    return found


def cards(view: PageView) -> Cards:
    assert isinstance(view.body, Cards)
    return view.body


def lines(view: PageView) -> list[str]:
    """The summary's lines."""
    return [link.text() for link in view.summary.findChildren(LinkButton) if link.isVisible()]


def told(view: PageView) -> list[str]:
    boxes = [box for box in view.findChildren(Told) if box.isVisible()]
    return [" ".join(label.text() for label in box.findChildren(QLabel)) for box in boxes]


def has_focus(widget: QWidget) -> bool:
    return QApplication.focusWidget() is widget


def test_questions_come_and_go_with_the_answers(desk: Desk, show: Show) -> None:
    view = show(desk, "background")
    details = field(view, "background/conviction_details")
    before = details.editor.isVisible()
    fill(field(view, "background/conviction").editor, False)
    hidden = details.editor.isVisible()
    fill(field(view, "background/conviction").editor, True)
    assert (before, hidden, details.editor.isVisible()) == (True, False, True)
    desk.undo()
    assert not details.editor.isVisible()


def test_conditions_in_a_record_are_its_own(desk: Desk, show: Show) -> None:
    first, second = desk.add("income"), desk.add("income")
    view = show(desk, "income")
    for record in (first, second):
        fill(field(view, f"income/{record}/kind").editor, "salary" if record == first else "business_profit")
    shares = [field(view, f"income/{record}/share_percent").editor.isVisible() for record in (first, second)]
    assert shares == [False, True]


def test_a_record_goes_at_once_and_undo_brings_it_back(example_desk: Desk, show: Show) -> None:
    desk = example_desk
    view = show(desk, "income")
    records = desk.answers.ids("income")
    before = desk.answers
    cards(view).cards[records[1]].remove.click()
    assert tuple(cards(view).cards) == (records[0], *records[2:])
    assert cards(view).removed.isVisible()
    cards(view).removed.link.click()
    assert desk.answers == before
    assert sorted(cards(view).cards) == sorted(records)
    layout = view.body.layout()
    places = [layout.indexOf(cards(view).cards[record]) for record in records]
    assert places == sorted(places)
    assert not cards(view).removed.isVisible()


def test_a_card_is_called_what_is_in_it(desk: Desk, show: Show) -> None:
    record = desk.add("job")
    card = cards(show(desk, "work")).cards[record]
    names = [card.title.text()]
    desk.answer(f"job/{record}/employer", "Contoh Sdn. Bhd.")
    names.append(card.title.text())
    desk.answer(f"job/{record}/title", "Engineer")
    names.append(card.title.text())
    assert names == ["Job 1", "Contoh Sdn. Bhd.", "Engineer, Contoh Sdn. Bhd."]


def test_a_list_may_be_said_to_be_empty(desk: Desk, show: Show) -> None:
    view = show(desk, "work")
    assert [address for address, _ in view.problems()] == ["job"]
    cards(view).none.click()
    assert desk.answers.said_empty("job")
    assert (view.problems(), view.summary.isVisible()) == ([], False)
    cards(view).more.click()
    assert not desk.answers.said_empty("job")
    assert not cards(view).none.isVisible()
    assert has_focus(field(view, "job/r1/employer").editor.boxes[0])


def test_continue_raises_everything_and_the_lines_jump(desk: Desk, show: Show, qtbot: QtBot) -> None:
    view = show(desk, "you")
    problems = view.problems()
    assert (problems[0][0], problems[-1][0]) == ("applicant/surname", "applicant/address")
    assert "applicant/given_names" not in [address for address, _ in problems]
    assert lines(view)[:2] == ["Surname must be entered.", "Sex must be chosen."]
    links = [link for link in view.summary.findChildren(LinkButton) if link.isVisible()]
    assert has_focus(links[0])
    links[-1].click()
    box = field(view, "applicant/address").editor.boxes[0]
    assert has_focus(box)
    qtbot.waitUntil(lambda: not box.visibleRegion().isEmpty())


def test_what_is_put_right_leaves_the_summary(desk: Desk, show: Show) -> None:
    view = show(desk, "travel_document")
    count = len(view.problems())
    fill(field(view, "travel_document/number").editor, "S0000001")
    assert len(lines(view)) == count - 1
    assert "Number must be entered." not in lines(view)
    for address, value in (
        ("kind", "passport"),
        ("issuer", "Contoh"),
        ("issued", "2025-04-08"),
        ("expires", "2030-10-08"),
    ):
        fill(field(view, f"travel_document/{address}").editor, value)
    assert not view.summary.isVisible()


def test_a_format_error_alone_makes_no_summary(desk: Desk, show: Show) -> None:
    view = show(desk, "travel_document")
    year = field(view, "travel_document/issued").editor.boxes[-1]
    assert isinstance(year, LineBox)
    write(year, "25")
    leave(field(view, "travel_document/issued").editor)
    assert field(view, "travel_document/issued").error is not None
    assert not view.summary.isVisible()


@pytest.mark.parametrize("address", ["income/r2/rate_source", "income/r2", "income"])
def test_an_address_is_revealed(example_desk: Desk, show: Show, qtbot: QtBot, address: str) -> None:
    view = show(example_desk, "income")
    view.reveal(address)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.waitUntil(lambda: not focus.visibleRegion().isEmpty())
    targets = {
        "income/r2/rate_source": field(view, "income/r2/rate_source").editor.boxes[0],
        "income/r2": field(view, "income/r2/kind").editor.boxes[0],
        "income": cards(view).more,
    }
    assert focus is targets[address]


def test_a_name_shows_how_its_zone_reads(desk: Desk, show: Show) -> None:
    view = show(desk, "you")
    assert told(view) == []
    fill(field(view, "applicant/surname").editor, "Müller")
    fill(field(view, "applicant/given_names").editor, "José")
    assert told(view) == ["In the machine-readable zone this reads MUELLER<<JOSE"]


def test_money_shows_its_worth_once_the_rate_is_known(desk: Desk, show: Show) -> None:
    desk.add("income")
    view = show(desk, "income")
    fill(field(view, "income/r1/currency").editor, "CNY")
    fill(field(view, "income/r1/amount").editor, "1000000")
    assert told(view) == ["In Hong Kong dollars Enter rate, day and source below"]
    for name, value in (("rate", "1.095"), ("rate_date", "2026-11-20"), ("rate_source", "Specimen Bank")):
        fill(field(view, f"income/r1/{name}").editor, value)
    assert told(view) == ["In Hong Kong dollars HK$1,095,000"]


def test_tab_walks_the_questions_in_their_order(desk: Desk, show: Show) -> None:
    view = show(desk, "travel_document")
    first = view.first_field()
    assert first is not None
    first.setFocus()
    walked = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        walked.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert walked[:6] == [
        "Kind of document",
        "Why we ask: Kind of document",
        "Number",
        "Issued by",
        "Date of issue: Day",
        "Date of issue: Month",
    ]


def test_why_we_ask_folds_out(desk: Desk, show: Show) -> None:
    view = show(desk, "travel_document")
    head = field(view, "travel_document/kind").head
    link = head.findChild(LinkButton)
    why = field(view, "travel_document/kind").place.question.why
    assert why is not None
    said = desk.words.say(why)
    seen = []
    for _ in range(2):
        link.click()
        seen.append(said in [label.text() for label in head.findChildren(QLabel) if label.isVisible()])
    assert seen == [True, False]
