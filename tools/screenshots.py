"""Pictures of every page of the window into out/screens: themes, sizes, languages. Look at them after every change.

``python tools/screenshots.py [--language en] [--theme light] [--size 1280x800] [--page income] [--scale 1.5]``; each may
be given several times. ``home`` and ``findings`` are pages too. The example is shown as of a fixed day.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from talentpack.gui.application import Application
from talentpack.gui.preferences import Preferences
from talentpack.gui.style import load_fonts

FOLDER = Path(__file__).parents[1] / "out" / "screens"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SETTLED = 25
"""Rounds of the event loop without work before a picture is taken."""
LONGEST = 20.0


def now() -> datetime:
    return NOW


def quiet(kind: QtMsgType, _: object, text: str) -> None:
    """What Qt has to say, but for what the offscreen platform cannot do."""
    if "propagateSizeHints" not in text:
        print(f"qt {kind.name}: {text}")


def settle(app: QApplication, application: Application) -> None:
    """Runs the event loop until papers are read, pages drawn and nothing is left to do."""
    until, idle = time.monotonic() + LONGEST, 0
    while idle < SETTLED and time.monotonic() < until:
        app.processEvents()
        idle = 0 if application.desk is not None and application.desk.jobs.busy else idle + 1
        time.sleep(0.005)


def shots(app: QApplication, application: Application, pages: list[str]) -> Iterator[str]:
    """Shows one page after the other, yielding its name when it stands still."""
    settle(app, application)
    if not pages or "home" in pages:
        yield "home"
    application.open_example()
    case = application.window.case
    if case is None:
        raise SystemExit("the example did not open")
    for page in case.desk.pages:
        if not pages or page.id in pages:
            case.go(page.id)
            settle(app, application)
            yield page.id
    if not pages or "findings" in pages:
        case.show_findings()
        settle(app, application)
        yield "findings"


def wanted() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__)
    for name in ("language", "theme", "size", "page", "scale"):
        asked.add_argument(f"--{name}", action="append", default=[])
    return asked.parse_args()


def main() -> None:
    asked = wanted()
    FOLDER.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(quiet)
    app = QApplication([])
    load_fonts()
    every = product(
        asked.language or ["en", "zh_Hant", "zh_Hans"],
        asked.theme or ["light", "dark"],
        asked.size or ["1280x800", "960x540"],
        asked.scale or ["1"],
    )
    for language, theme, size, scale in every:
        application = Application(app, Preferences(language, theme, float(scale)), now)
        application.window.resize(*(int(side) for side in size.split("x")))
        application.window.show()
        for name in shots(app, application, asked.page):
            kept = FOLDER / f"{name}-{language}-{theme}-{size}-{scale}.png"
            application.window.grab().save(str(kept))
            print(kept.relative_to(FOLDER.parents[1]))
        application.window.hide()
        application.leave()


if __name__ == "__main__":
    main()
