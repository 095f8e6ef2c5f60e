"""Laying out at once. Qt passes the word that a size has changed up one widget an event: deep pages move in jerks."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QWidget


def lay_out_now(widget: QWidget) -> None:
    """Lays out everything from ``widget`` up to the page that scrolls, or the window."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, QScrollArea):
        layout = above.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        above = None if above.isWindow() else above.parentWidget()


def lay_out_below(widget: QWidget) -> None:
    """Lays out a whole page, from the inside out."""
    for below in reversed(widget.findChildren(QWidget)):
        layout = below.layout()
        if layout is not None and not below.isHidden():
            layout.activate()
    lay_out_now(widget)
