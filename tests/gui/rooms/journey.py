"""From the example to a verified pack through the rooms, with mouse, drops and the clock. Run as a program it prints what
was loaded: the window's process must never hold what reads strangers' files or sets pages.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.gui.rooms.hands import click, drop, settle

from talentpack import assets
from talentpack.app.opening import open_file
from talentpack.app.words import words_for
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.messages import Messages
from talentpack.gui.rooms.evidence import EvidenceRoom
from talentpack.gui.rooms.export import ExportRoom
from talentpack.gui.style import Style, load_fonts
from talentpack.gui.widgets.buttons import ToolButton

PHOTO = "proof/photo/dependant/r2"
PATIENCE = 120.0


def now() -> datetime:
    return datetime(2026, 11, 22, 12, tzinfo=UTC)


def wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end
        settle()
        time.sleep(0.01)


def travel(desk: Desk, style: Style, jobs: Jobs, messages: Messages, target: Path) -> ExportRoom:
    """Takes a paper away, drops it in again, and makes the pack."""
    room = EvidenceRoom(desk, style, jobs, messages)
    room.resize(1024, 734)
    room.show()
    room.reveal(PHOTO)
    settle()
    ((paper, block),) = room.detail.blocks.items()
    file = desk.path_of(f"{paper}/file")
    assert file is not None
    click(next(each for each in block.card.findChildren(ToolButton) if each.accessibleName() == "Remove"))
    assert room.detail.large.isVisible()
    assert drop(room.detail.large, [file])
    ((again, _),) = room.detail.blocks.items()
    wait(lambda: desk.intake(f"{again}/file") is not None)
    room.hide()
    export = ExportRoom(desk, style, jobs, messages)
    export.resize(712, 734)
    export.show()
    export.choices.box.setText(str(target))
    export.bar_action().do()
    wait(lambda: export.made is not None or export.choices.problem.isVisible())
    return export


def main(target: Path) -> None:
    app = QApplication([])
    load_fonts()
    style = Style()
    style.apply(app)
    case = Path(shutil.copytree(assets.resources() / "samples" / "a-income", target.parent / "case"))
    opened = open_file(case / "answers.toml", now)
    words, jobs = words_for("en", assets.resources()), Jobs()
    desk = Desk(opened.session, words, now, None, case, jobs)
    export = travel(desk, style, jobs, Messages(words, target.parent), target)
    made = export.made
    jobs.close()
    sys.stdout.write(json.dumps({"files": made.files if made else 0, "modules": sorted(sys.modules)}))
    sys.stdout.flush()
    os._exit(0)  # what Qt takes down at exit is not what is looked at here


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        main(Path(folder) / "pack")
