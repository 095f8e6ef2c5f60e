"""Qt's input widgets, but for what they take away from the window: undo, the wheel, and composing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

_WHOLE_CASE = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_for_the_case(event: QEvent) -> bool:
    """Whether a key undoes or redoes: the window does that for the whole case."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _WHOLE_CASE)


class LineBox(QLineEdit):
    """A line of text. ``composing`` while an input method shows text that is not yet entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and is_for_the_case(event):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _without_undo(self.createStandardContextMenu(), event)

    def put(self, text: str) -> None:
        """Shows a text, unless it stands there already: the cursor stays where it was."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)


class TextBox(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.composing = False
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and is_for_the_case(event):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _without_undo(self.createStandardContextMenu(), event)

    def put(self, text: str) -> None:
        if self.toPlainText() != text:
            self.setPlainText(text)


class Combo(QComboBox):
    """A combo the wheel turns only once it has the focus, and that is as wide as its column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _without_undo(menu: QMenu, event: QContextMenuEvent) -> None:
    """Their own undo would take back letters the case knows nothing of."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())
