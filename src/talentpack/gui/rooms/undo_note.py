"""What was just taken away, with the way to have it back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from talentpack.core.lines import N_, Line
from talentpack.gui.desk import Desk
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Note


class UndoNote(Note):
    """Stands until the next change of the case, whatever it is."""

    def __init__(self, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, "", "", icon="trash", link=desk.words.text(N_("Undo")), parent=parent)
        self._desk = desk
        self._after = -1
        self.link.clicked.connect(desk.undo)
        self.hide()

    def offer(self, said: Line) -> None:
        """Says what the newest act removed."""
        self._after = len(self._desk.session.actions)
        self.title.setText(self._desk.words.say(said))
        self.title.show()
        self.setAccessibleName(self.title.text())
        self.show()

    def refresh(self) -> None:
        if len(self._desk.session.actions) != self._after:
            self.hide()
