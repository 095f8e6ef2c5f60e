"""Acts of the person, and the state as their fold. Undo and redo are actions that name the one they reverse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from talentpack.core.answers import Answers, Change
from talentpack.core.values import Value

Kind = Literal["open", "answer", "add", "remove", "move", "attach", "edit_evidence", "undo", "redo"]


class Action(Value, frozen=True, kw_only=True):
    """One act with its changes. ``number`` counts from 1; ``reverses`` is the number of the action taken back or redone."""

    number: int
    uuid: str
    at: datetime
    actor: str
    kind: Kind
    changes: tuple[Change, ...]
    reverses: int | None = None


def fold(actions: Sequence[Action]) -> Answers:
    """The answers after all actions, in order."""
    return Answers().after(change for action in actions for change in action.changes)


def undoable(actions: Sequence[Action]) -> Action | None:
    """The action an undo would take back: the newest ordinary or redone one not yet undone.

    Opening is not an act, nor is what was typed and typed back.
    """
    undone: list[int] = []
    for action in reversed(actions):
        if action.kind == "undo" and action.reverses is not None:
            undone.append(action.reverses)
        elif action.number in undone:
            undone.remove(action.number)
        elif action.kind != "open" and action.changes:
            return action
    return None


def redoable(actions: Sequence[Action]) -> Action | None:
    """The undo a redo would take back: the newest one, unless an ordinary action came after it."""
    redone: list[int] = []
    for action in reversed(actions):
        if action.kind == "redo" and action.reverses is not None:
            redone.append(action.reverses)
        elif action.kind != "undo":
            return None
        elif action.number not in redone:
            return action
    return None


def reversal(action: Action) -> tuple[Change, ...]:
    """The changes that take an action back, last first."""
    return tuple(
        Change(address=change.address, before=change.after, after=change.before) for change in reversed(action.changes)
    )
