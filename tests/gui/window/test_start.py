from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from talentpack.core.problems import Refused
from talentpack.gui.start import has_screen, need_screen

HEAVY = {"PIL", "docx", "img2pdf", "pi_heif", "pikepdf", "pypdf", "pypdfium2", "reportlab", "uharfbuzz"}
BEFORE_PAINT = HEAVY | {"rapidfuzz", "click", "rich"}

# What a process has imported by its first paint, and once every page was visited, the pack made and verified.
LOOK = """
import json, sys, tempfile
from datetime import UTC, datetime
from pathlib import Path
from talentpack.gui.start import load_fonts
from PySide6.QtWidgets import QApplication
from talentpack.gui.application import Application
from talentpack.gui.preferences import Preferences

def main():
    app = QApplication([])
    load_fonts()
    application = Application(app, Preferences("en"), lambda: datetime(2026, 11, 22, tzinfo=UTC))
    application.window.show()
    app.processEvents()
    painted = sorted(sys.modules)
    application.open_example()
    for page in application.desk.pages:
        application.window.case.go(page.id)
        app.processEvents()
    from talentpack.app.exporting import export
    with tempfile.TemporaryDirectory() as folder:
        for _ in export(application.desk.snapshot(), Path(folder, "pack")):
            app.processEvents()
        assert Path(folder, "pack", "Bundle.pdf").is_file()
    application.leave()
    print(json.dumps([painted, sorted(sys.modules)]))

if __name__ == "__main__":
    main()
"""


def names(modules: list[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_nothing_heavy_is_imported_before_the_first_paint_or_ever(tmp_path: Path) -> None:
    script = tmp_path / "look.py"
    script.write_text(LOOK, "utf-8")
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    painted, whole = (names(modules) for modules in json.loads(ran.stdout))
    assert painted & BEFORE_PAINT == set()
    assert whole & HEAVY == set()
    assert "PySide6" in painted


def test_until_painted_the_window_needs_no_screen_and_ends_well() -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    command = [sys.executable, "-m", "talentpack", "window", "--until-painted"]
    ran = subprocess.run(command, env=bare, capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only there can the screen be missing")
def test_without_a_screen_it_says_so() -> None:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    ran = subprocess.run([sys.executable, "-m", "talentpack"], env=bare, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith("error: There is no screen")
    assert ran.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="a library of X11")
def test_a_missing_library_of_x11_is_named() -> None:
    with pytest.raises(Refused) as refused:
        need_screen({"DISPLAY": ":0"}, lambda _: None)
    assert refused.value.problems[0].code == "window.xcb_cursor"
    need_screen({"DISPLAY": ":0"}, lambda name: f"lib{name}.so.0")
    need_screen({"WAYLAND_DISPLAY": "wayland-0"}, lambda _: None)
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"})
