"""A radio button whose words may take several lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from talentpack.gui.style import Style

_LOWEST, _SIGN, _GAP, _NARROWEST = 24, 18, 10, 60


class Radio(QRadioButton):
    """The button stands at the first line; the words are plain text, also an ampersand."""

    def __init__(self, style: Style, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._design = style
        self._words = text
        self.setAccessibleName(text)
        self.setFont(style.font("body"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self._indent + self.fontMetrics().horizontalAdvance(self._words) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._indent + self._design.px(_NARROWEST), self._design.px(_LOWEST))

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._indent, 1), 0)
        needed = self.fontMetrics().boundingRect(room, self._flags, self._words).height()
        return max(self._design.px(_LOWEST), needed + self._design.px(4))

    def hitButton(self, position: object) -> bool:
        """The words are as good as the button."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        line = self._design.px(_LOWEST)
        several = self.height() >= 2 * self.fontMetrics().height()
        option.rect = QRect(0, 0 if several else (self.height() - line) // 2, self.width(), line)
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_RadioButton, option, painter, self)
            painter.setPen(self._design.colour("text"))
            painter.setFont(self.font())
            inset = self._design.px(2)
            painter.drawText(self.rect().adjusted(self._indent, inset, 0, -inset), self._flags, self._words)

    @property
    def _indent(self) -> int:
        return self._design.px(_SIGN) + self._design.px(_GAP)

    @property
    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
