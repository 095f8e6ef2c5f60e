"""A line of the final check: a button across the card that draws itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from talentpack.gui import icons
from talentpack.gui.style import Style

HEIGHT, INSET, GAP, ICON, CHEVRON = 38, 9, 9, 20, 16
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_COLOURS = {"fix": "red", "look": "amber"}


class JumpRow(QPushButton):
    """Sign, sentence, place. Its name is all of it; the arrows walk the rows."""

    asked = Signal(str)
    """The address to go to."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._design = style
        self._address = self._sentence = self._place = ""
        self._weight = "look"
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(style.font("body"))
        self.setFixedHeight(style.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)

    def show_line(self, weight: str, sentence: str, place: str, address: str) -> None:
        self._address, self._sentence, self._place = address, sentence, place
        self._weight = weight
        self.setAccessibleName(f"{sentence}. {place}")
        self._fit()
        self.update()

    @property
    def address(self) -> str:
        return self._address

    def sizeHint(self) -> QSize:
        return QSize(self._design.px(200), self._design.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        parent = self.parentWidget()
        rows = [row for row in parent.findChildren(JumpRow) if row.isVisible()] if parent and step else []
        to = rows.index(self) + step if step and rows else -1
        if 0 <= to < len(rows):
            rows[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif step is None:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        px = self._design.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_box(painter)
            sign = icons.picture(self._design, "advice", _COLOURS[self._weight])
            painter.drawPixmap(px(INSET), (self.height() - px(ICON)) // 2, sign)
            self._paint_place(painter)
            painter.setPen(self._design.colour("text"))
            painter.drawText(self._room(), _WRAPPED, self._sentence)

    def _room(self) -> QRect:
        """Where the sentence stands."""
        px = self._design.px
        left = px(INSET + ICON + GAP)
        return QRect(left, 0, self._place_at().left() - px(16) - left, self.height())

    def _fit(self) -> None:
        """As high as the sentence needs: it is never cut short."""
        px = self._design.px
        needed = self.fontMetrics().boundingRect(0, 0, max(self._room().width(), 1), 10_000, _WRAPPED, self._sentence)
        self.setFixedHeight(max(px(HEIGHT), needed.height() + px(2 * INSET)))

    def _paint_box(self, painter: QPainter) -> None:
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setPen(QColor(Qt.GlobalColor.transparent))
            painter.setBrush(self._design.colour("hover"))
            painter.drawRoundedRect(box, self._design.px(6), self._design.px(6))
        if self.hasFocus():
            painter.setPen(QPen(self._design.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, self._design.px(6), self._design.px(6))

    def _place_at(self) -> QRect:
        px = self._design.px
        width = self.fontMetrics().horizontalAdvance(self._place)
        return QRect(self.width() - px(INSET + CHEVRON + GAP) - width, 0, width, self.height())

    def _paint_place(self, painter: QPainter) -> None:
        px = self._design.px
        at = self._place_at()
        sign = icons.picture(self._design, "forward", "accent", CHEVRON)
        painter.drawPixmap(self.width() - px(INSET + CHEVRON), (self.height() - px(CHEVRON)) // 2, sign)
        painter.setPen(self._design.colour("accent"))
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self._place)

    def _ask(self) -> None:
        self.asked.emit(self._address)
