"""What stands above an editor: label, hint, why we ask, error."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from talentpack.core.lines import N_
from talentpack.gui.fields.editor import Place
from talentpack.gui.icons import picture
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.laying import lay_out_now
from talentpack.gui.widgets.text import Text

_BETWEEN, _LINES, _ICON, _ICON_GAP = 4, 2, 16, 8
_LINK = N_("Why we ask")


class Head(QWidget):
    """``label`` names the editor; ``description`` is hint and error for a reader."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        question, words = place.question, place.words
        style = place.style
        self.label = Text(style, "label", place.label, wrap=True)
        self._hint = self._muted(words.say(question.hint) if question.hint else self._optional)
        self._why = self._muted(words.say(question.why) if question.why else "")
        self._error = Text(style, "hint", colour="red", weight=600, wrap=True)
        self._error_row = self._with_icon(self._error)
        self._lay_out()

    @property
    def description(self) -> str:
        return " ".join(text for text in (self._error.text(), self._hint.text()) if text)

    def show_error(self, text: str) -> None:
        self._error.setText(text)
        self._error_row.setVisible(bool(text))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, self._place.style.px(_BETWEEN))
        layout.setSpacing(self._place.style.px(_LINES))
        layout.addLayout(self._first_row())
        for part in (self._hint, self._why, self._error_row):
            layout.addWidget(part)
        self._hint.setVisible(bool(self._hint.text()))
        self._why.hide()
        self._error_row.hide()

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._place.style.px(_ICON_GAP))
        row.addWidget(self.label, 1)
        if self._why.text():
            link = LinkButton(self._place.style, self._place.words.text(_LINK), size="hint", parent=self)
            link.setAccessibleName(f"{self._place.words.text(_LINK)}: {self._place.label}")
            link.clicked.connect(self._fold)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _muted(self, text: str) -> Text:
        return Text(self._place.style, "hint", text, colour="muted", wrap=True)

    @property
    def _optional(self) -> str:
        return self._place.words.text(N_("Optional")) if self._place.question.optional else ""

    def _with_icon(self, text: QLabel) -> QWidget:
        row = QWidget(self)
        sign = QLabel(row)
        sign.setPixmap(picture(self._place.style, "advice", "red", _ICON))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, self._place.style.px(_LINES), 0, 0)
        layout.setSpacing(self._place.style.px(_ICON_GAP))
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1)
        return row

    def _fold(self) -> None:
        self._why.setVisible(self._why.isHidden())
        lay_out_now(self)
