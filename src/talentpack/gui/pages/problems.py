"""What is wrong with a page, on its top: a line each, which jumps to the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from talentpack.core.lines import N_, Line
from talentpack.core.words import Words
from talentpack.gui.style import Style
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.laying import lay_out_now
from talentpack.gui.widgets.text import Text

_PADDING = (16, 12)


class ProblemSummary(QFrame):
    jumping = Signal(str)
    """The address of the field to go to."""

    def __init__(self, words: Words, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self.setProperty("tone", "red")
        self._words, self._style = words, style
        self._links: dict[QWidget, str] = {}
        self._column = QVBoxLayout(self)
        across, down = (style.px(each) for each in _PADDING)
        self._column.setContentsMargins(across, down, across, down)
        self._column.setSpacing(0)
        self.title = Text(style, "head", words.text(N_("There is a problem with this page")), wrap=True)
        self._column.addWidget(self.title)
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, Line]]) -> None:
        """Lists them anew; without any it is not there."""
        for link in self._links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = {self._link(text): address for address, text in problems}
        for link in self._links:
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            link.show()
        self.setVisible(bool(problems))
        lay_out_now(self)

    def announce(self) -> None:
        """Tells a reader once, and takes the focus to the first line."""
        first = next(iter(self._links), None)
        if first is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.title.text()))
            first.setFocus()

    def _link(self, text: Line) -> LinkButton:
        link = LinkButton(self._style, self._words.say(text), tone="red", parent=self)
        link.clicked.connect(self._clicked)
        return link

    def _clicked(self) -> None:
        link = self.sender()
        if isinstance(link, QWidget):
            self.jumping.emit(self._links[link])
