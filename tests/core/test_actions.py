from __future__ import annotations

from datetime import UTC, datetime

from talentpack.core.actions import Action, Kind, fold, redoable, reversal, undoable
from talentpack.core.answers import Change

AT = datetime(2026, 11, 22, tzinfo=UTC)


def act(number: int, kind: Kind = "answer", reverses: int | None = None, after: str = "") -> Action:
    changes = (Change(address=f"a{number}", before=None, after=after or str(number)),)
    return Action(number=number, uuid=str(number), at=AT, actor="", kind=kind, changes=changes, reverses=reverses)


def test_undo_goes_back_one_act_at_a_time_and_stops_at_the_opening() -> None:
    actions = [act(1, "open"), act(2), act(3)]
    assert undoable(actions) == actions[2]
    actions.append(act(4, "undo", 3))
    assert undoable(actions) == actions[1]
    actions.append(act(5, "undo", 2))
    assert undoable(actions) is None


def test_redo_brings_back_the_newest_undo_first() -> None:
    actions = [act(1), act(2), act(3, "undo", 2), act(4, "undo", 1)]
    assert redoable(actions) == actions[3]
    actions.append(act(5, "redo", 4))
    assert redoable(actions) == actions[2]
    actions.append(act(6, "redo", 3))
    assert redoable(actions) is None
    assert undoable(actions) == actions[5]


def test_an_ordinary_act_ends_redo() -> None:
    assert redoable([act(1), act(2, "undo", 1), act(3)]) is None


def test_a_redone_act_can_be_undone_again() -> None:
    actions = [act(1), act(2, "undo", 1), act(3, "redo", 2), act(4, "undo", 3)]
    assert redoable(actions) == actions[3]
    assert undoable(actions) is None


def test_a_reversal_puts_back_what_was_before() -> None:
    change = Change(address="a", before="old", after="new")
    action = Action(number=1, uuid="u", at=AT, actor="", kind="answer", changes=(change,))
    back = Action(number=2, uuid="v", at=AT, actor="", kind="undo", changes=reversal(action), reverses=1)
    assert fold([action]).get("a") == "new"
    assert fold([action, back]).get("a") == "old"
