"""A box with suggestions: arrows choose, Enter takes, Tab takes nothing, Esc closes, Alt+Down opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from talentpack.gui.fields.boxes import LineBox
from talentpack.gui.fields.suggestions import Suggestions

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SuggestingBox(LineBox):
    """``asked`` wants suggestions for what stands there, be it nothing."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestions: Suggestions | None = None

    def event(self, event: QEvent) -> bool:
        """Enter and Esc are for the list while it is open, not for the window's shortcuts."""
        mine = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._open()
        if mine and isinstance(event, QKeyEvent) and event.key() in (*_TAKE, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._for_the_list(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _for_the_list(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self.suggestions is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if not self._open():
            if key == Qt.Key.Key_Down:
                self.asked.emit()
            return key == Qt.Key.Key_Down
        if key in _STEPS:
            self.suggestions.step(_STEPS[key])
            self._say(self.suggestions.sentence)
            return True
        if key == Qt.Key.Key_Escape:
            self.suggestions.hide()
            return True
        return key in _TAKE and self.suggestions.take()

    def _open(self) -> bool:
        return self.suggestions is not None and self.suggestions.isVisible()

    def _say(self, sentence: str) -> None:
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
