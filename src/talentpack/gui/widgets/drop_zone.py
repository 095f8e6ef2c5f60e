"""Where files are dropped, and always also chosen by a button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from talentpack.gui import icons
from talentpack.gui.style import Style
from talentpack.gui.widgets.buttons import Button
from talentpack.gui.widgets.text import Text

LARGE, SMALL, RADIUS = 190, 54, 8


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer among what is dropped."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class DropZone(QWidget):
    """``large`` while nothing is there: icon, title, formats and a primary button; small it is one row."""

    dropped = Signal(object)
    """A tuple of paths."""
    asked = Signal()
    """The button was pressed."""

    def __init__(
        self, style: Style, title: str, hint: str, button: str, *, large: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._design = style
        self._over = False
        self.setAcceptDrops(True)
        self.setFixedHeight(style.px(LARGE if large else SMALL))
        self.button = Button(style, button, primary=large)
        self.button.clicked.connect(self.asked)
        sign = QLabel()
        sign.setPixmap(icons.picture(style, "drop", "accent" if large else "muted", 28 if large else 20))
        words = Text(style, "head" if large else "body", title, colour="text" if large else "muted")
        if large:
            self._lay_out_large(style, sign, words, Text(style, "hint", hint, colour="muted", wrap=True))
        else:
            self._lay_out_small(style, sign, words)

    def _lay_out_large(self, style: Style, sign: QLabel, words: Text, hint: Text) -> None:
        px, middle = style.px, Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(28), px(20), px(28))
        column.setSpacing(px(6))
        hint.setAlignment(middle)
        column.addWidget(sign, 0, middle)
        column.addSpacing(px(4))
        column.addWidget(words, 0, middle)
        column.addWidget(hint)
        column.addSpacing(px(8))
        column.addWidget(self.button, 0, middle)

    def _lay_out_small(self, style: Style, sign: QLabel, words: Text) -> None:
        px = style.px
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(px(16), 0, px(9), 0)
        row.setSpacing(px(10))
        row.addWidget(sign)
        row.addWidget(words, 1)
        row.addWidget(self.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self._design.colour("accent" if self._over else "border"), 2 if self._over else 1)
            if not self._over:
                pen.setDashPattern([4, 3])
            painter.setPen(pen)
            if self._over:
                painter.setBrush(self._design.colour("accent_soft"))
            edge = self._design.px(RADIUS)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), edge, edge)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def _show_over(self, over: bool) -> None:
        self._over = over
        self.update()
