"""Buttons of the design: primary, plain, link and tool. Every target is at least 24 high."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from talentpack.gui import icons
from talentpack.gui.style import Style


class Button(QPushButton):
    """36 high. One ``primary`` a window; all others plain."""

    def __init__(self, style: Style, text: str, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_plain(text), parent)
        self._design = style
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.be_primary(primary)

    def be_primary(self, primary: bool) -> None:
        self.setProperty("kind", "primary" if primary else "plain")
        self.setFont(self._design.font("label" if primary else "body"))
        self.style().unpolish(self)
        self.style().polish(self)

    def say(self, text: str) -> None:
        """Another text."""
        self.setText(_plain(text))
        self.setAccessibleName(text)


class LinkButton(QPushButton):
    """Words in accent that do something. ``icon`` stands before them."""

    def __init__(
        self,
        style: Style,
        text: str,
        *,
        icon: str = "",
        tone: str = "",
        size: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_plain(text), parent)
        self.setProperty("kind", "link")
        if tone:
            self.setProperty("tone", tone)
        self.setFont(style.font(size))
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if icon:
            self.setIcon(icons.icon(style, icon, "accent"))
            self.setIconSize(QSize(style.px(icons.SIDE), style.px(icons.SIDE)))

    def say(self, text: str) -> None:
        """Another text."""
        self.setText(_plain(text))
        self.setAccessibleName(text)


class ToolButton(QToolButton):
    """A picture to press, 36 by 36; ``name`` says what it does, to everybody."""

    def __init__(self, style: Style, icon: str, name: str, *, side: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "tool")
        self.setIcon(icons.icon(style, icon))
        self.setIconSize(QSize(style.px(icons.SIDE), style.px(icons.SIDE)))
        self.setFixedSize(style.px(side), style.px(side))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say(name)

    def say(self, name: str) -> None:
        """Another name."""
        self.setAccessibleName(name)
        self.setToolTip(name)


def _plain(text: str) -> str:
    """An ampersand of the text is no shortcut."""
    return text.replace("&", "&&")
