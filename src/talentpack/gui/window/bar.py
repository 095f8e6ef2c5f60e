"""The command bar under every page: back, undo, redo, whether all is saved, continue."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from talentpack.core.lines import N_
from talentpack.gui import icons
from talentpack.gui.desk import Desk
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Rule
from talentpack.gui.widgets.buttons import Button, LinkButton, ToolButton
from talentpack.gui.widgets.text import Text
from talentpack.gui.window.sizes import BAR

_SAID = {
    "unsaved": N_("Not saved yet"),
    "saving": N_("Saving…"),
    "saved": N_("All changes saved"),
    "failed": N_("Could not save"),
}
_LINKS = {"unsaved": N_("Save…"), "failed": N_("Try again")}
_SIGNS = {
    "unsaved": ("advice", "amber"),
    "saving": ("clock", "muted"),
    "saved": ("tick", "green"),
    "failed": ("advice", "red"),
}


class Action(NamedTuple):
    """What the right button says and does. Only one button of a window is ``primary``."""

    text: str
    do: Callable[[], None]
    primary: bool = False


class CommandBar(QFrame):
    """``continued`` is the right button, unless the room says what else it does."""

    back = Signal()
    continued = Signal()
    save = Signal()

    def __init__(self, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._style = desk, style
        self._own: Callable[[], None] | None = None
        self.setFixedHeight(style.px(BAR))
        say = desk.words.text
        self._back = Button(style, say(N_("Back")))
        self._undo = ToolButton(style, "undo", say(N_("Undo")))
        self._redo = ToolButton(style, "redo", say(N_("Redo")))
        self._sign = QLabel()
        self._said = Text(style, "hint", colour="muted")
        self._link = LinkButton(style, "", size="hint")
        self.right = Button(style, say(N_("Continue")), primary=True)
        self._lay_out()
        self._back.clicked.connect(self.back)
        self._undo.clicked.connect(desk.undo)
        self._redo.clicked.connect(desk.redo)
        self._link.clicked.connect(self.save)
        self.right.clicked.connect(self.press)
        desk.changed.connect(self._refresh)
        desk.saved_state.connect(self._saved)
        self._refresh()
        self._saved(desk.state)

    def press(self) -> None:
        """Does what the right button does."""
        if self._own is not None:
            self._own()
        else:
            self.continued.emit()

    def offer(self, action: Action | None, *, first: bool, last: bool) -> None:
        """What the right button says and does on this page; without an action it continues, and ``last`` has nothing to."""
        say = self._desk.words.text
        self._own = action.do if action else None
        self.right.say(action.text if action else say(N_("Continue")))
        self.right.be_primary(action is None or action.primary)
        self.right.setVisible(action is not None or not last)
        self._back.say(say(N_("Back")))
        self._back.setVisible(not first)

    def offer_return(self) -> None:
        """The page on screen is no step: only the way back to the case."""
        self._own = self.back.emit
        self._back.say(self._desk.words.text(N_("Back to your case")))
        self._back.show()
        self.right.hide()

    def _refresh(self) -> None:
        self._undo.setEnabled(self._desk.can_undo)
        self._redo.setEnabled(self._desk.can_redo)

    def _saved(self, state: str) -> None:
        say = self._desk.words.text
        self._sign.setVisible(state in _SIGNS)
        if state in _SIGNS:
            self._sign.setPixmap(icons.picture(self._style, *_SIGNS[state]))
        self._said.setText(say(_SAID[state]) if state in _SAID else "")
        self._link.setVisible(state in _LINKS)
        if state in _LINKS:
            self._link.say(say(_LINKS[state]))

    def _lay_out(self) -> None:
        px = self._style.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(px(40), 0, px(40), 0)
        row.setSpacing(px(10))
        left: tuple[QWidget, ...] = (self._back, self._undo, self._redo)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        saved: tuple[QWidget, ...] = (self._sign, self._said, self._link)
        for widget in saved:
            row.addWidget(widget)
        row.addSpacing(px(4))
        row.addWidget(self.right)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
