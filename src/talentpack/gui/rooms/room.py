"""What the window asks of every room, and the column a room of words stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from talentpack.core.lines import Line
from talentpack.core.questions import Page
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.messages import Messages
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Gutter
from talentpack.gui.widgets.column import Column
from talentpack.gui.widgets.text import Text
from talentpack.gui.window.bar import Action

LEFT, RIGHT, TOP, COLUMN = 40, 28, 32, 680


class Room(QWidget):
    """A page of its own kind. ``wide``: it takes the panel's place too."""

    wide = False
    jump = Signal(str)
    """An address to be shown on its page; leaving that page by Continue comes back here."""
    bar_changed = Signal()
    """`bar_action` answers something else now."""

    def __init__(self, desk: Desk, style: Style, jobs: Jobs, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.design = style
        self.jobs = jobs
        self.messages = messages
        self.words = desk.words
        self.page = _page_of(desk, self.name)

    @property
    def name(self) -> str:
        """As the forms name the room."""
        return type(self).__name__.removesuffix("Room").lower()

    def reveal(self, address: str) -> None:
        """Shows what an address means in this room."""

    def problems(self) -> list[tuple[str, Line]]:
        """What stands in the way of leaving by Continue: nothing, in most rooms."""
        return []

    def bar_action(self) -> Action | None:
        """What the right button of the command bar says and does here; None: it continues."""
        return None

    def returned(self) -> None:
        """The person is back from where `jump` led."""


class TextRoom(Room):
    """A room of words: title, lead and a column that scrolls."""

    def __init__(self, desk: Desk, style: Style, jobs: Jobs, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, style, jobs, messages, parent)
        self.gutter = Gutter(style)
        inside = Column()
        inside.setMaximumWidth(style.px(COLUMN))
        self.column = inside.column
        self.column.setContentsMargins(0, style.px(TOP), 0, style.px(TOP))
        self.title = Text(style, "title", self.words.say(self.page.title), wrap=True)
        self.lead = Text(
            style, "lead", self.words.say(self.page.lead) if self.page.lead else "", colour="muted", wrap=True
        )
        self.column.addWidget(self.title)
        self.column.addSpacing(style.px(8))
        self.column.addWidget(self.lead)
        self.column.addSpacing(style.px(16))
        self.gutter.setWidget(inside)
        self.gutter.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        around = QVBoxLayout(self)
        around.setContentsMargins(style.px(LEFT), 0, style.px(RIGHT), 0)
        around.addWidget(self.gutter)


def _page_of(desk: Desk, room: str) -> Page:
    return next(page for page in desk.forms.pages if page.room == room)
