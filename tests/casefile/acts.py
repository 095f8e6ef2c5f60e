"""Acts on a case, one after the other, each acknowledged once it returned. Runs in a process that is killed.

Arguments: the case's folder, a number to begin with. Each line printed is an action as it was kept.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

from talentpack.app.kept import KeptCase, open_case
from talentpack.core.actions import Action

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def main(folder: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - which act comes next is no secret
    with open_case(folder, lambda: NOW, "child") as case:
        for number in range(seed, seed + 10_000):
            action = act(case, chance, number, folder)
            if action is not None:
                print(json.dumps(told(action)), flush=True)  # noqa: T201 - the parent reads it


def act(case: KeptCase, chance: random.Random, number: int, folder: Path) -> Action | None:
    match chance.choice(["set", "set", "type", "attach", "undo", "redo", "detach"]):
        case "set":
            return case.session.answer("applicant/email", f"{number}@example.com")
        case "type":
            return case.session.answer("applicant/phone", str(number), going_on=True)
        case "attach":
            paper = folder.parent / f"paper-{number % 7}.pdf"
            paper.write_bytes(b"%%PDF paper %d\n" % (number % 7) * 20_000)
            running = case.take_in(paper)
            return case.session.attach({"file": paper.name, "file_id": finished(running), "proof": "photo"})
        case "detach" if papers := case.answers.ids("evidence"):
            return case.session.remove("evidence", papers[0])
        case "redo":
            return case.session.redo()
    return case.session.undo()


def finished(running) -> str:
    while True:
        try:
            next(running)
        except StopIteration as stop:
            return stop.value.id


def told(action: Action) -> list[object]:
    """Number, uuid, and what was set by the last change."""
    return [action.number, action.uuid, [change.after for change in action.changes][-1:]]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
