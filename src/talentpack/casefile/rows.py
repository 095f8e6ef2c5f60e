"""Actions as rows of the database, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import apsw
import msgspec

from talentpack.core.actions import Action, Kind
from talentpack.core.answers import Change
from talentpack.core.values import Plain, Value

_ACTIONS = "SELECT number, uuid, at, actor, kind, reverses FROM actions WHERE number >= ? ORDER BY number"
_CHANGES = "SELECT action, address, before, after FROM changes WHERE action >= ? ORDER BY action, place"


class _Row(Value, frozen=True, kw_only=True):
    """An action without its changes, as the columns come."""

    number: int
    uuid: str
    at: datetime
    actor: str
    kind: Kind
    reverses: int | None


def write_action(db: apsw.Connection, action: Action) -> None:
    """Within a transaction of the caller's."""
    db.execute(
        "INSERT INTO actions VALUES (?, ?, ?, ?, ?, ?)",
        (action.number, action.uuid, action.at.isoformat(), action.actor, action.kind, action.reverses),
    )
    changes = (
        (action.number, place, change.address, _json(change.before), _json(change.after))
        for place, change in enumerate(action.changes)
    )
    db.executemany("INSERT INTO changes VALUES (?, ?, ?, ?, ?)", changes)


def remove_actions(db: apsw.Connection, first: int) -> None:
    """The action ``first`` and all after it, within a transaction of the caller's."""
    db.execute("DELETE FROM changes WHERE action >= ?", (first,))
    db.execute("DELETE FROM actions WHERE number >= ?", (first,))


def read_actions(db: apsw.Connection, first: int = 1) -> tuple[Action, ...]:
    """The action ``first`` and all after it. Raises ValueError for rows that make no sense."""
    changes: dict[Any, list[Change]] = {}
    for number, address, before, after in db.execute(_CHANGES, (first,)):
        change = Change(address=str(address), before=_plain(before), after=_plain(after))
        changes.setdefault(number, []).append(change)
    found = tuple(_action(row, changes.pop(row[0], ())) for row in db.execute(_ACTIONS, (first,)))
    if changes or [each.number for each in found] != list(range(first, first + len(found))):
        raise ValueError
    return found


def _action(row: tuple[Any, ...], changes: Iterable[Change]) -> Action:
    read = msgspec.convert(dict(zip(_Row.__struct_fields__, row, strict=True)), _Row)
    return Action(**msgspec.structs.asdict(read), changes=tuple(changes))


def _json(value: Plain | None) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


def _plain(text: object) -> Plain | None:
    return None if text is None else _checked(msgspec.json.decode(str(text)))


def _checked(value: Any) -> Plain:
    """The value, if an answer can be made of it (no float, no null)."""
    if isinstance(value, list):
        return [_checked(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _checked(each) for key, each in value.items()}
    if isinstance(value, str | bool | int):
        return value
    raise ValueError
