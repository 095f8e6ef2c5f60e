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
    """``label`` names the editor; ``description`` is hint and error for a reader.

    What is rarely seen, the reason and the error, is made when it is first wanted.
    """

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.label = Text(place.style, "label", place.label, wrap=True, parent=self)
        self._hint = place.words.say(place.question.hint) if place.question.hint else self._optional
        self._why: Text | None = None
        self._error: Text | None = None
        self._error_row: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, place.style.px(_BETWEEN))
        self._column.setSpacing(place.style.px(_LINES))
        self._column.addLayout(self._first_row())
        if self._hint:
            self._column.addWidget(self._muted(self._hint))

    @property
    def description(self) -> str:
        error = self._error.text() if self._error is not None else ""
        return " ".join(text for text in (error, self._hint) if text)

    def show_error(self, text: str) -> None:
        """Shows what is wrong, last above the editor; an empty text shows nothing."""
        if self._error is None or self._error_row is None:
            if not text:
                return
            self._error = Text(self._place.style, "hint", colour="red", weight=600, wrap=True)
            self._error_row = self._with_icon(self._error)
            self._column.addWidget(self._error_row)
        self._error.setText(text)
        self._error_row.setVisible(bool(text))

    def _first_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._place.style.px(_ICON_GAP))
        row.addWidget(self.label, 1)
        if self._place.question.why is not None:
            link = LinkButton(self._place.style, self._place.words.text(_LINK), size="hint", parent=self)
            link.setAccessibleName(f"{self._place.words.text(_LINK)}: {self._place.label}")
            link.clicked.connect(self._fold)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _muted(self, text: str) -> Text:
        return Text(self._place.style, "hint", text, colour="muted", wrap=True, parent=self)

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
        """Under label and hint, above an error."""
        if self._why is None and self._place.question.why is not None:
            self._why = self._muted(self._place.words.say(self._place.question.why))
            self._why.hide()
            self._column.insertWidget(2 if self._hint else 1, self._why)
        if self._why is not None:
            self._why.setVisible(self._why.isHidden())
        lay_out_now(self)
