"""Starts the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from ctypes.util import find_library
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from talentpack.core.lines import N_, line
from talentpack.core.problems import refuse
from talentpack.gui.application import Application
from talentpack.gui.preferences import Preferences
from talentpack.gui.style import load_fonts


def run(language: str, now: Callable[[], datetime], until_painted: bool) -> int:
    """Shows the window and returns the exit status once it is closed; ``until_painted``: right after its first paint.

    Raises Refused where there is no screen to show it on; until painted, none is needed.
    """
    if not until_painted:
        need_screen(os.environ)
    elif not has_screen(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Talentpack")
    load_fonts()
    window = Application(app, Preferences(language), now).window
    if until_painted:
        window.installEventFilter(_Painted(app))
    window.show()
    return app.exec()


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether Qt will find something to draw on; only on Linux can it be missing."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform != "linux" or any(environment.get(name) for name in named)


def need_screen(environment: Mapping[str, str], find: Callable[[str], str | None] = find_library) -> None:
    """Raises Refused with what is missing; Qt itself would end the program without a word people understand."""
    if not has_screen(environment):
        raise refuse(
            "window.no_screen",
            line(N_("There is no screen to open a window on.")),
            line(N_("Start it in a desktop session, or use the commands: talentpack --help lists them.")),
        )
    only_x = sys.platform == "linux" and not (environment.get("QT_QPA_PLATFORM") or environment.get("WAYLAND_DISPLAY"))
    if only_x and find("xcb-cursor") is None:
        raise refuse(
            "window.xcb_cursor",
            line(N_("The system's library libxcb-cursor0 is missing, which windows need here.")),
            line(N_("Install it, for example with apt install libxcb-cursor0, then start again.")),
        )


class _Painted(QObject):
    """Ends the program once the window was painted and what waited for that has run."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._end)
        return False

    def _end(self) -> None:
        QApplication.quit()
