"""A date in three boxes, the year first in Chinese: kinds date and partial_date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from talentpack.core.lines import N_
from talentpack.core.typed_dates import TypedDate, date_text, in_boxes
from talentpack.core.values import Plain
from talentpack.gui.fields.boxes import LineBox
from talentpack.gui.fields.editor import Editor, Place
from talentpack.gui.widgets.text import Text

_WIDTHS = {"day": 64, "month": 64, "year": 92}
_NAMES = {"day": N_("Day"), "month": N_("Month"), "year": N_("Year")}
_BETWEEN, _UNDER_NAME = 12, 4


class DateEditor(Editor):
    """Three boxes that take figures and words alike; what they hold together is read when they are left."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        order = ("day", "month", "year") if place.words.language == "en" else ("year", "month", "day")
        self.parts = {name: LineBox(self) for name in order}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(place.style.px(_BETWEEN))
        grid.setVerticalSpacing(place.style.px(_UNDER_NAME))
        for column, (name, box) in enumerate(self.parts.items()):
            self._add(grid, column, name, box)
        grid.setColumnStretch(len(self.parts), 1)

    @property
    def boxes(self) -> Sequence[QWidget]:
        return list(self.parts.values())

    def named(self, label: str, description: str) -> None:
        for name, box in self.parts.items():
            box.setAccessibleName(f"{label}: {self.place.words.text(_NAMES[name])}")
            box.setAccessibleDescription(description)

    def put(self, value: Plain | None) -> None:
        typed = in_boxes(str(value)) if value is not None else TypedDate()
        for name, box in self.parts.items():
            box.put(getattr(typed, name))

    def raw(self) -> object | None:
        """The date as text. Raises Refused when a part is missing or not understood."""
        typed = TypedDate(**{name: box.text() for name, box in self.parts.items()})
        return date_text(self.place.question, typed) or None

    def _add(self, grid: QGridLayout, column: int, name: str, box: LineBox) -> None:
        label = Text(self.place.style, "hint", self.place.words.text(_NAMES[name]), colour="muted")
        label.setBuddy(box)
        box.setFixedWidth(self.place.style.px(_WIDTHS[name]))
        box.textEdited.connect(self._edited)
        box.returnPressed.connect(self.chosen)
        grid.addWidget(label, 0, column)
        grid.addWidget(box, 1, column)
        self.watch(box)

    def _edited(self) -> None:
        self.typed.emit()
