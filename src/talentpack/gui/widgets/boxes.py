"""Boxes of the design: card, note, chip, rule, and the scrolling page with its gutter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from talentpack.gui import icons
from talentpack.gui.style import Style
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.text import Text

TONES = {"": "muted", "green": "green", "amber": "amber", "accent": "accent", "red": "red"}
GUTTER, BAR = 28, 12


class Card(QFrame):
    """A bordered box with a column, ``column``; ``padding`` is across and down."""

    def __init__(self, style: Style, padding: tuple[int, int] = (20, 16), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        across, down = (style.px(each) for each in padding)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(across, down, across, down)
        self.column.setSpacing(style.px(12))


class Note(QFrame):
    """A tinted box: icon, title, text, and at most one link at the right. ``tone``: amber, green, accent, red, or none."""

    def __init__(  # noqa: PLR0913 - each but two has its usual value
        self,
        style: Style,
        title: str,
        text: str = "",
        *,
        tone: str = "",
        icon: str = "noted",
        link: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self.setProperty("tone", tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.px(16), style.px(12), style.px(16), style.px(12))
        row.setSpacing(style.px(10))
        sign = QLabel()
        sign.setPixmap(icons.picture(style, icon, TONES[tone], on="page"))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self.words = QVBoxLayout()
        self.words.setSpacing(style.px(2))
        self.title = Text(style, "label", title, wrap=True)
        self.text = Text(style, "hint", text, wrap=True)
        self.link = LinkButton(style, link)
        row.addLayout(self.words, 1)
        self.words.addWidget(self.title)
        self.words.addWidget(self.text)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        # Only now that they stand in the note: shown without a parent, each would be a window for a moment.
        self.title.setVisible(bool(title))
        self.text.setVisible(bool(text))
        self.link.setVisible(bool(link))
        self.setAccessibleName(f"{title} {text}".strip())


class Chip(QFrame):
    """A small fact, 26 high."""

    def __init__(
        self, style: Style, text: str, *, tone: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setProperty("tone", tone)
        self.setFixedHeight(style.px(26))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.px(10), 0, style.px(12), 0)
        row.setSpacing(style.px(6))
        if icon:
            sign = QLabel()
            sign.setPixmap(icons.picture(style, icon, TONES[tone], 16))
            row.addWidget(sign)
        row.addWidget(Text(style, "hint", text, colour=tone or "text"))


class Rule(QFrame):
    """A line across, one pixel high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule")
        self.setFixedHeight(1)


class Gutter(QScrollArea):
    """A page that scrolls without moving its right edge: the bar takes room that is kept free for it."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._free = style.px(BAR)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, 0, self._free, 0)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def _make_room(self, least: int, most: int) -> None:
        self.setViewportMargins(0, 0, 0 if most > least else self._free, 0)
