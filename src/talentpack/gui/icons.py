"""Icons: one SVG a name in ``resources/icons``, 20 by 20, drawn in the colour asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from talentpack import assets
from talentpack.gui.style import Style

SIDE = 20

# Verdicts and outcomes by shape; the colour only repeats it.
OUTCOMES = {
    "met": ("met", "green"),
    "advice": ("advice", "amber"),
    "not_yet_known": ("unknown", "muted"),
    "not_met": ("not_met", "muted"),
    "noted": ("noted", "muted"),
}
STATUSES = {
    "completed": ("done", "green"),
    "in_progress": ("half", "accent"),
    "not_started": ("empty", "border"),
    "problem": ("problem", "red"),
}


def picture(style: Style, name: str, colour: str = "muted", size: int = SIDE, on: str = "page") -> QPixmap:
    """An icon ``size`` (in the design's pixels) wide; ``on`` is the colour that shows through a filled one.

    Raises FileNotFoundError for a name without a drawing.
    """
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    return _drawn(name, style.colour(colour).name(), style.colour(on).name(), style.px(size), ratio)


def icon(style: Style, name: str, colour: str = "muted", size: int = SIDE) -> QIcon:
    """The same for a button; disabled it is paler."""
    made = QIcon(picture(style, name, colour, size))
    made.addPixmap(picture(style, name, "border", size), QIcon.Mode.Disabled)
    return made


@cache
def _source(name: str) -> str:
    return (assets.resources() / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _drawn(name: str, colour: str, on: str, side: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", colour).replace("knockout", on)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    return pixmap
