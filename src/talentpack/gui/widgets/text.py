"""Words on a page: plain text in one of the design's types."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from talentpack.gui.style import Style


class Text(QLabel):
    """Plain text, never markup: what the person wrote stands in it. ``kind`` is a type of `tokens`."""

    def __init__(  # noqa: PLR0913 - each but two has its usual value
        self,
        style: Style,
        kind: str,
        text: str = "",
        *,
        colour: str = "text",
        wrap: bool = False,
        weight: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(style.font(kind, weight))
        self.setWordWrap(wrap)
        self.paint_in(colour)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def paint_in(self, colour: str) -> None:
        """Takes another colour of `tokens`. The sheet gives it: Qt forgets a label's own palette when styles change."""
        if self.property("colour") != colour:
            self.setProperty("colour", colour)
            self.style().unpolish(self)
            self.style().polish(self)


class Elided(Text):
    """One line that gives way: what does not fit ends in …, and is whole in the tool tip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shown(self.rect())
        self.setToolTip("" if shown == self.text() else self.text())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter) | int(self.alignment()), shown)

    def _shown(self, rect: QRect) -> str:
        return QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
