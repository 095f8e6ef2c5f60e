"""Every declared page is built, named, and filled by hand from a case that has its answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from tests.gui.conftest import EXAMPLE, Show, now
from tests.gui.hands import fill, leave

from talentpack import assets
from talentpack.app.opening import open_file
from talentpack.app.session import Session
from talentpack.app.words import words_for
from talentpack.app.world import PURPOSES, load
from talentpack.core.answers import Answers
from talentpack.core.questions import Page
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.pages.cards import Cards
from talentpack.gui.pages.page import PageView
from talentpack.gui.pages.rows import Rows

ROOMS = ("evidence", "check", "export")  # pages of their own
CASES = (EXAMPLE / "answers.toml", EXAMPLE.parent / "b-degree" / "answers.toml")
Make = Callable[[str, str], Desk]


def pages(purpose: str) -> list[Page]:
    return [page for page in load("ttps", purpose).forms.pages if page.room not in ROOMS]


EVERY = [(purpose, page.id) for purpose in PURPOSES for page in pages(purpose)]
FILLED = [(case, page.id) for case in CASES for page in pages("entry")]


@pytest.fixture
def new(jobs: Jobs, tmp_path: Path) -> Make:
    """An empty case of a purpose, in a language."""

    def made(purpose: str, language: str) -> Desk:
        session = Session(load("ttps", purpose), now)
        session.open({"scheme": "ttps", "purpose": purpose})
        return Desk(session, words_for(language, assets.resources()), now, None, tmp_path, jobs)

    return made


@pytest.mark.parametrize("language", ["en", "zh_Hant", "zh_Hans"])
@pytest.mark.parametrize(("purpose", "name"), EVERY)
def test_a_page_is_built_with_every_control_named_and_nothing_cut_off(
    new: Make, show: Show, purpose: str, name: str, language: str
) -> None:
    desk = new(purpose, language)
    page = next(page for page in desk.forms.pages if page.id == name)
    if page.listing:
        desk.add(page.listing.id)
    view = show(desk, name)
    assert list(_unnamed(view)) == []
    assert list(_cut_off(view)) == []
    assert view.widget().width() <= view.viewport().width()
    assert view.first_field() is not None


@pytest.mark.parametrize(("case", "name"), FILLED, ids=lambda each: getattr(each, "parent", each) and str(each)[-24:])
def test_a_page_is_filled_by_hand(new: Make, show: Show, case: Path, name: str) -> None:
    wanted = open_file(case, now).answers
    desk = new("entry", "en")
    for address in ("route", "applicant/nationality", "applicant/residence"):  # what other pages ask and this one needs
        desk.answer(address, wanted.get(address))
    view = show(desk, name)
    for rows, record in _records(view, wanted):
        _fill(rows, wanted, record)
        for field in rows.shown:
            assert desk.answers.get(field.address) == wanted.get(field.address), field.address
    assert view.problems() == []


def _records(view: PageView, wanted: Answers) -> Iterator[tuple[Rows, str]]:
    if isinstance(view.body, Rows):
        yield view.body, ""
        return
    listed = view.page.listing.id if view.page.listing else ""
    if not wanted.ids(listed):
        view.body.none.click()
    for _ in wanted.ids(listed):
        view.body.more.click()
        card = list(view.body.cards.values())[-1]
        yield card.rows, card.record


def _fill(rows: Rows, wanted: Answers, record: str) -> None:
    for field in list(rows.fields.values()):
        value = wanted.get(field.address)
        if field.shown and value is not None and field.place.desk.answers.get(field.address) != value:
            fill(field.editor, value)
            assert field.error is None, (record, field.address)


def _unnamed(view: QWidget) -> Iterator[str]:
    """What takes the focus or is pressed, and says nothing of itself."""
    for widget in view.findChildren(QWidget):
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if widget.isVisible() and (takes_focus or isinstance(widget, QAbstractButton)):
            seen = QAccessible.queryAccessibleInterface(widget)
            if not seen.text(QAccessible.Text.Name):
                yield f"{type(widget).__name__} in {widget.parentWidget()}"


def _cut_off(view: PageView) -> Iterator[str]:
    """Labels lower than their text, targets lower than 24."""
    for label in view.findChildren(QLabel):
        if label.isVisible() and label.text() and label.height() < label.heightForWidth(label.width()):
            yield label.text()
        if label.isVisible() and not label.wordWrap() and label.width() < label.sizeHint().width():
            yield label.text()
    for button in view.findChildren(QAbstractButton):
        if (
            button.isVisible()
            and button.height() < view._style.px(24)
            and not isinstance(button.parentWidget(), QLineEdit)
        ):
            yield button.accessibleName()


def test_leaving_every_field_of_an_empty_page_says_nothing(new: Make, show: Show) -> None:
    desk = new("entry", "en")
    view = show(desk, "you")
    assert isinstance(view.body, Rows)
    for field in view.body.shown:
        leave(field.editor)
        assert field.error is None
    assert not isinstance(view.body, Cards)
    assert [each for each in desk.answers if each.startswith("applicant/")] == []
