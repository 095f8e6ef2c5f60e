"""The window: from start to the first paint, against a bare Fusion window; page switches and keys in the example.

``python -m bench.window ours|bare`` is one such start: it prints the seconds from the start of the process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench.figures import Figure

STARTS, SWITCHES, KEYS = 5, 40, 60
RATIO_LIMIT = 2.0
FRAME_LIMIT = 16.0
_CLOCK = time.CLOCK_BOOTTIME if hasattr(time, "CLOCK_BOOTTIME") else time.CLOCK_MONOTONIC
_PAGES = ("you", "income", "work", "background")


def measure(_: Path) -> Iterator[Figure]:
    """Starts are taken in turn, ours and bare, so that both meet the same machine."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_FONT_DPI": "96"}
    pairs = [(_start("ours"), _start("bare")) for _ in range(STARTS)]
    ours, bare = (median(times) for times in zip(*pairs, strict=True))
    yield Figure("start to first paint", ours, "s")
    yield Figure("start to first paint of a bare Fusion window", bare, "s")
    yield Figure("ratio to the bare window", ours / bare, "", RATIO_LIMIT)
    told = subprocess.run([sys.executable, "-m", "bench.window", "frames"], capture_output=True, text=True, check=True)
    switch, key = (float(each) for each in told.stdout.split())
    yield Figure("page switch, median", switch, "ms", FRAME_LIMIT)
    yield Figure("key to repaint, median", key, "ms", FRAME_LIMIT)


def _start(how: str) -> float:
    began = time.clock_gettime(_CLOCK)
    told = subprocess.run([sys.executable, "-m", "bench.window", how], capture_output=True, text=True, check=True)
    return float(told.stdout) - began


def _ours() -> None:
    """As `gui.start.run` does it."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the start is what is measured

    from talentpack.gui.application import Application  # noqa: PLC0415 - as above
    from talentpack.gui.preferences import Preferences  # noqa: PLC0415 - as above
    from talentpack.gui.style import load_fonts  # noqa: PLC0415 - as above

    app = QApplication([])
    load_fonts()
    application = Application(app, Preferences("en"), lambda: datetime.now(UTC))
    _paint(application.window)


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415 - as above

    app = QApplication([])
    app.setStyle("Fusion")
    window = QMainWindow()
    window.setCentralWidget(QLabel("Talentpack"))
    window.resize(1280, 800)
    _paint(window)


def _paint(window: object) -> None:
    """Shows a window and tells when it was painted."""
    from PySide6.QtWidgets import QApplication, QWidget  # noqa: PLC0415 - as above

    assert isinstance(window, QWidget)  # noqa: S101 - Qt is not imported up here
    window.show()
    window.repaint()
    print(time.clock_gettime(_CLOCK), flush=True)
    window.hide()
    QApplication.quit()


def _frames() -> None:
    """Medians in milliseconds: switching between pages that are built, and a letter typed until it is seen."""
    from PySide6.QtTest import QTest  # noqa: PLC0415 - Qt is not imported up here
    from PySide6.QtWidgets import QApplication, QLineEdit  # noqa: PLC0415 - as above

    from talentpack.gui.application import Application  # noqa: PLC0415 - as above
    from talentpack.gui.preferences import Preferences  # noqa: PLC0415 - as above
    from talentpack.gui.style import load_fonts  # noqa: PLC0415 - as above

    app = QApplication([])
    load_fonts()
    application = Application(app, Preferences("en"), lambda: datetime(2026, 11, 22, tzinfo=UTC))
    application.window.show()
    application.open_example()
    case = application.window.case
    if case is None:
        raise SystemExit("the example did not open")
    for page in _PAGES:
        case.go(page)
        app.processEvents()
    switches = [_timed(lambda page=page: case.go(page), app.processEvents) for page in _PAGES * (SWITCHES // 4)]
    case.go("you", "applicant/surname")
    app.processEvents()
    edit = QApplication.focusWidget()
    if not isinstance(edit, QLineEdit):
        raise SystemExit("the field did not take the focus")
    keys = [_timed(lambda: QTest.keyClicks(edit, "x"), app.processEvents) for _ in range(KEYS)]
    print(median(switches), median(keys), flush=True)
    application.leave()


def _timed(act: Callable[[], object], paint: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    paint()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    {"ours": _ours, "bare": _bare, "frames": _frames}[sys.argv[1]]()
