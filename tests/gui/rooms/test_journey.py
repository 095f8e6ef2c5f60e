from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.gui.conftest import Chosen
from tests.gui.rooms.journey import travel
from tests.house.source import ROOT

from talentpack.app.exporting import verify_pack
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.style import Style

NEVER = {"PIL", "docx", "img2pdf", "pi_heif", "pikepdf", "pypdf", "pypdfium2", "reportlab", "rich", "uharfbuzz"}


def test_a_paper_dropped_in_again_and_the_pack_made_and_true(
    example_desk: Desk, style: Style, jobs: Jobs, messages: Chosen, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "pack"
    export = travel(example_desk, style, jobs, messages, target)
    qtbot.addWidget(export)
    assert export.choices.problem.text.text().strip() == ""
    assert export.title.text() == "The pack is ready"
    assert (target / "Bundle.pdf").is_file()
    with qtbot.waitSignal(jobs.begin(lambda: verify_pack(target)).done, timeout=60_000) as verified:
        pass
    assert verified.args[0].differences == ()
    recipe = json.loads((target / "manifest.json").read_text("utf-8"))["recipe"]
    assert recipe.count("[[evidence]]") == 14


def test_the_windows_process_never_loads_what_opens_or_sets_a_document() -> None:
    command = [sys.executable, "-m", "tests.gui.rooms.journey"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["files"] > 20
    assert {name.partition(".")[0] for name in told["modules"]} & NEVER == set()
