"""What a person does in a room with the mouse: clicks and drops."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def settle() -> None:
    """What was just added to a layout is shown, and moved to its place, a few events later."""
    for _ in range(5):
        QApplication.processEvents()


def click(widget: QWidget) -> None:
    settle()
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()


def drop(widget: QWidget, files: Iterable[Path], at: QPoint | None = None) -> bool:
    """Drags files over a widget and lets go; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    place = at or widget.rect().center()
    where = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(place, *where)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(place, *where)
    QApplication.sendEvent(widget, event)
    settle()
    return event.isAccepted()
