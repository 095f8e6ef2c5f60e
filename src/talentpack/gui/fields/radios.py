"""Radio buttons that can be empty again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from talentpack.core.lines import N_
from talentpack.core.values import Plain
from talentpack.gui.fields.editor import Editor, Place
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.radio import Radio

_BETWEEN, _ACROSS = 6, 24


class Option(NamedTuple):
    value: str | bool
    label: str


class RadiosEditor(Editor):
    """A row of radio buttons each, or all ``across``; *Don't know yet* behind them takes the answer away."""

    whole = True

    def __init__(
        self, place: Place, options: Sequence[Option], parent: QWidget | None = None, *, across: bool = False
    ) -> None:
        super().__init__(place, parent)
        self.options = options
        self._group = QButtonGroup(self)
        self._buttons = [self._button(option, number) for number, option in enumerate(options)]
        self.unknown = LinkButton(place.style, place.words.text(N_("Don't know yet")), size="hint", parent=self)
        self.unknown.clicked.connect(self._forget)
        self._lay_out(across=across)
        self._group.idClicked.connect(self._clicked)
        self.watch(*self._buttons, self.unknown)
        self.put(None)

    @property
    def boxes(self) -> Sequence[QWidget]:
        return self._buttons

    @property
    def buddy(self) -> QWidget:
        """The one chosen, where the focus goes by the keyboard too."""
        return self._group.checkedButton() or self._buttons[0]

    def named(self, label: str, description: str) -> None:
        for option, button in zip(self.options, self._buttons, strict=True):
            button.setAccessibleName(f"{label} {option.label}")
            button.setAccessibleDescription(description)
        self.unknown.setAccessibleDescription(label)

    def put(self, value: Plain | None) -> None:
        self._group.setExclusive(False)
        for option, button in zip(self.options, self._buttons, strict=True):
            button.setChecked(option.value == value)
        self._group.setExclusive(True)
        self._show_way_back()

    def raw(self) -> object | None:
        chosen = self._group.checkedId()
        return None if chosen < 0 else self.options[chosen].value

    def _button(self, option: Option, number: int) -> Radio:
        button = Radio(self.place.style, option.label, self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.addButton(button, number)
        return button

    def _lay_out(self, *, across: bool) -> None:
        px = self.place.style.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(_BETWEEN))
        first = QHBoxLayout()
        first.setSpacing(px(_ACROSS))
        column.addLayout(first)
        for number, button in enumerate(self._buttons):
            (first if across or not number else column).addWidget(button)
        first.addWidget(self.unknown)
        first.addStretch(1)
        policy = self.unknown.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.unknown.setSizePolicy(policy)

    def _clicked(self) -> None:
        self._show_way_back()
        self.chosen.emit()

    def _forget(self) -> None:
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.put(None)
        self.chosen.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_way_back()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_way_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_way_back()
        return super().eventFilter(watched, event)

    def _show_way_back(self) -> None:
        """Only once there is an answer to take away, and the person is here: pages stay calm."""
        focus = QApplication.focusWidget()
        here = self.underMouse() or (focus is not None and self.isAncestorOf(focus))
        self.unknown.setVisible(here and self._group.checkedId() >= 0)
