"""Small cases on disk, and actions that need no rules."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from talentpack.casefile.folder import CaseFolder
from talentpack.casefile.store import Store
from talentpack.core.actions import Action
from talentpack.core.answers import Change
from talentpack.core.values import Plain

NOW = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
# Where waiting for the disk costs nothing, for tests of what is written and not of the disk.
IN_MEMORY = next((path for path in ("/dev/shm",) if os.access(path, os.W_OK)), None)  # noqa: S108 - each test makes its own folder there
ABOUT = {"id": "c1", "name": "Example"}


def action(number: int, **after: Plain | None) -> Action:
    """An act that sets answers; ``applicant__surname`` means ``applicant/surname``."""
    changes = tuple(Change(address=name.replace("__", "/"), before=None, after=value) for name, value in after.items())
    return Action(number=number, uuid=f"u{number}", at=NOW, actor="Anna", kind="answer", changes=changes)


def new_store(folder: Path, count: int = 0) -> Store:
    """A store with some acts in it."""
    store = Store.create(folder / "case.db", ABOUT)
    for number in range(1, count + 1):
        store.append(action(number, phone=str(number)))
    return store


def new_case(folder: Path, count: int = 0) -> Path:
    """The folder of a closed case."""
    case = CaseFolder.create(folder, ABOUT)
    for number in range(1, count + 1):
        case.store.append(action(number, phone=str(number)))
    case.close()
    return folder


def code(refused: object) -> str:
    """The code of the one problem of a caught Refused."""
    (problem,) = refused.value.problems  # type: ignore[attr-defined] # pytest's ExceptionInfo
    return problem.code
