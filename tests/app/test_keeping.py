"""A session whose actions are kept as they are made: nothing counts that is not safe, and a stored case goes on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpack.app.session import Session
from talentpack.app.world import load
from talentpack.casefile.store import Store
from talentpack.core.actions import fold, undoable
from talentpack.core.lines import line
from talentpack.core.problems import Refused, refuse

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
WORLD = load()


def kept_in(store: Store) -> Session:
    return Session(WORLD, lambda: NOW, "Anna", store.actions(), store.append)


def test_what_cannot_be_kept_has_not_happened() -> None:
    def full(_action: object) -> None:
        raise refuse("case.not_saved", line("full"), line("make room"))

    session = Session(WORLD, lambda: NOW, keep=full)
    for act in (lambda: session.add("income"), lambda: session.answer("phone", "1", going_on=True)):
        with pytest.raises(Refused):
            act()
    assert session.actions == ()
    assert list(session.answers) == []


ACTS = st.lists(
    st.sampled_from(["add", "job", "type", "rest", "clear", "remove", "undo", "redo", "reopen"]), max_size=25
)


def act(session: Session, name: str, number: int) -> None:
    records = session.answers.ids("income")
    match name:
        case "add":
            session.add("income")
        case "job" if not session.answers.ids("job"):
            session.say_empty("job", not session.answers.said_empty("job"))
        case "type":
            session.answer("applicant/phone", "12345"[: number % 5 + 1], going_on=True)
        case "rest":
            session.rest()
        case "clear":
            session.answer("applicant/phone", None, going_on=True)
        case "remove" if records:
            session.remove("income", records[0])
        case "undo":
            session.undo()
        case "redo":
            session.redo()


@given(ACTS)
def test_a_stored_case_is_the_case_in_memory(acts: list[str]) -> None:
    """Whatever is done, and however often it is closed in between: the fold of what lies on the disk is the answers."""
    import tempfile  # noqa: PLC0415 - Hypothesis and tmp_path do not go together
    from pathlib import Path  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "case.db")
        store = Store.create(path, {})
        session = kept_in(store)
        for number, name in enumerate(acts):
            if name == "reopen":
                store.close()
                store = Store.open(path)
                again = kept_in(store)
                assert again.answers == session.answers
                session = again
            act(session, name, number)
            assert store.actions() == session.actions
            assert fold(store.actions()) == session.answers
        store.close()


def test_typing_is_one_action_on_the_disk_too(tmp_path) -> None:
    store = Store.create(tmp_path / "case.db", {})
    session = kept_in(store)
    for text in ("1", "12", "123"):
        session.answer("applicant/phone", text, going_on=True)
    assert [change.after for each in store.actions() for change in each.changes] == ["123"]
    session.answer("applicant/phone", None, going_on=True)
    assert session.answers.get("applicant/phone") is None
    assert undoable(store.actions()) is None, "typed and typed back is nothing to undo"
    session.answer("applicant/phone", "4")
    assert [each.number for each in store.actions()] == [1, 2]
    assert fold(store.actions()).get("applicant/phone") == "4"
    store.close()
