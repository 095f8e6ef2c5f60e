"""The pages of a case on screen, each built when it is first visited."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from talentpack.core.lines import Line
from talentpack.core.questions import Page
from talentpack.gui.desk import Desk
from talentpack.gui.messages import Messages
from talentpack.gui.pages.page import PageView
from talentpack.gui.rooms.room import Room
from talentpack.gui.style import Style
from talentpack.gui.window.bar import Action
from talentpack.gui.window.panel import FindingsPanel
from talentpack.gui.window.summary import Summary

View = PageView | Room

ROOMS = {"check": ("check", "CheckRoom"), "evidence": ("evidence", "EvidenceRoom"), "export": ("export", "ExportRoom")}
"""Module and class of each room, loaded when it is first visited; the first paint does not wait for them."""


class PageStack(QStackedWidget):
    """``jump`` asks for an address elsewhere; ``bar_changed``: the page on screen offers something else now."""

    jump = Signal(str)
    bar_changed = Signal()
    wanted = Signal(str, str)

    def __init__(self, desk: Desk, style: Style, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._style, self._messages = desk, style, messages
        self._views: dict[str, View] = {}
        self._panel: FindingsPanel | None = None
        self.page = ""
        """The id of the page on screen; the last one while the findings stand in its place."""

    @property
    def view(self) -> View | None:
        """The page on screen; None before the first."""
        return self._views.get(self.page)

    @property
    def wide(self) -> bool:
        """Whether the page on screen takes the panel's place too."""
        view = self.view
        return isinstance(view, Room) and view.wide

    def show_page(self, page: Page) -> View:
        view = self._views.get(page.id)
        if view is None:
            view = self._views[page.id] = self._built(page)
            self.addWidget(view)
        self.page = page.id
        self.setCurrentWidget(view)
        return view

    def show_findings(self, summary: Summary) -> None:
        """The whole panel in the page's place."""
        if self._panel is None:
            self._panel = FindingsPanel(self._desk, self._style, narrow=False, parent=self)
            self._panel.wanted.connect(self.wanted)
            self.addWidget(self._panel)
        self._panel.say(summary)
        self.setCurrentWidget(self._panel)

    def say(self, summary: Summary) -> None:
        """Keeps the panel true while it is on screen."""
        if self._panel is not None and self.on_findings:
            self._panel.say(summary)

    @property
    def on_findings(self) -> bool:
        return self._panel is not None and self.currentWidget() is self._panel

    def problems(self) -> list[tuple[str, Line]]:
        """What stands against leaving the page on screen by Continue; the page shows it."""
        view = self.view
        return [] if view is None or self.on_findings else list(view.problems())

    def action(self) -> Action | None:
        """What the page on screen offers at the right of the command bar."""
        view = self.view
        return view.bar_action() if isinstance(view, Room) else None

    def _built(self, page: Page) -> View:
        if page.room not in ROOMS:
            return PageView(page, self._desk, self._style)
        module, name = ROOMS[page.room]
        room: type[Room] = getattr(import_module(f"talentpack.gui.rooms.{module}"), name)
        view = room(self._desk, self._style, self._desk.jobs, self._messages)
        view.jump.connect(self.jump)
        view.bar_changed.connect(self.bar_changed)
        return view
