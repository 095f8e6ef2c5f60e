"""Several answers to one question: an editor each, one more on request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from talentpack.core.lines import N_
from talentpack.core.problems import Refused
from talentpack.core.values import Plain
from talentpack.gui.fields.editor import Editor, Place
from talentpack.gui.widgets.buttons import LinkButton, ToolButton

_BETWEEN, _BESIDE = 10, 4
_REMOVE = N_("Remove")


Make = Callable[[Place, QWidget], Editor]


class _Item(QWidget):
    """An editor with its button to remove it; the only one has none."""

    def __init__(self, place: Place, make: Make, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = make(place, self)
        self.remove = ToolButton(place.style, "trash", place.words.text(_REMOVE), parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(place.style.px(_BESIDE))
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)


class ManyEditor(Editor):
    """``put`` takes a list; what is empty is left out of it."""

    def __init__(self, place: Place, make: Make, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self._make = make
        self._items: list[_Item] = []
        self._names = ("", "")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(place.style.px(_BETWEEN))
        text = _ANOTHER_UNIVERSITY if place.question.kind == "university" else _ANOTHER
        self.more = LinkButton(place.style, place.words.text(text), icon="plus", parent=self)
        self.more.clicked.connect(self._add)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.watch(self.more)
        self._resize(1)

    @property
    def editors(self) -> list[Editor]:
        return [item.editor for item in self._items]

    @property
    def boxes(self) -> Sequence[QWidget]:
        return [box for editor in self.editors for box in editor.boxes]

    @property
    def composing(self) -> bool:
        return any(editor.composing for editor in self.editors)

    def named(self, label: str, description: str) -> None:
        self._names = (label, description)
        several = len(self._items) > 1
        for number, item in enumerate(self._items, 1):
            own = f"{label} {number}" if several else label
            item.editor.named(own, description)
            item.remove.setAccessibleName(f"{self.place.words.text(_REMOVE)}: {own}")
        self.more.setAccessibleDescription(label)

    def put(self, value: Plain | None) -> None:
        """While the person is here, boxes still empty stay."""
        values = value if isinstance(value, list) else []
        filled = [editor for editor in self.editors if _holds(editor)]
        now = self.window().focusWidget()
        if now is not None and self.isAncestorOf(now) and len(filled) == len(values):
            for editor, each in zip(filled, values, strict=True):
                editor.put(each)
            return
        self._resize(max(len(values), 1))
        for number, editor in enumerate(self.editors):
            editor.put(values[number] if number < len(values) else None)

    def follow(self) -> None:
        for editor in self.editors:
            editor.follow()

    def raw(self) -> object | None:
        return [raw for editor in self.editors if (raw := editor.raw()) is not None] or None

    def _resize(self, count: int) -> None:
        while len(self._items) > count:
            self._drop(self._items[-1])
        while len(self._items) < count:
            self._append()
        for item in self._items:
            item.remove.setVisible(len(self._items) > 1)
        stops = [stop for item in self._items for stop in (*item.editor.boxes, item.remove)]
        for before, after in pairwise([*stops, self.more]):
            QWidget.setTabOrder(before, after)
        self.named(*self._names)

    def _append(self) -> None:
        item = _Item(self.place, self._make, self)
        item.editor.typed.connect(self.typed)
        item.editor.chosen.connect(self.chosen)
        item.editor.paused.connect(self.paused)
        item.editor.left.connect(self._item_left)
        item.remove.clicked.connect(self._removed)
        self._column.insertWidget(len(self._items), item)
        self._items.append(item)
        item.show()

    def _drop(self, item: _Item) -> None:
        self._items.remove(item)
        self._column.removeWidget(item)
        item.hide()
        item.deleteLater()

    def _add(self) -> None:
        """One more box."""
        self._rest()
        self._resize(len(self._items) + 1)
        self.editors[-1].boxes[0].setFocus()

    def _removed(self) -> None:
        item = next(item for item in self._items if item.remove is self.sender())
        self._rest()
        place = self._items.index(item)
        self._drop(item)
        self._resize(len(self._items))
        self.editors[min(place, len(self._items) - 1)].boxes[0].setFocus()
        self.chosen.emit()

    def _rest(self) -> None:
        """What was typed so far is an act of its own; the boxes stay as they are."""
        self.paused.emit()
        self.place.desk.rest()

    def _item_left(self) -> None:
        """From one of its boxes to another is not away from it, but what was left is an answer."""
        now = self.window().focusWidget()
        inside = now is not None and self.isAncestorOf(now)
        (self.chosen if inside else self.left).emit()


def _holds(editor: Editor) -> bool:
    """Whether something stands there, be it wrong."""
    try:
        return editor.raw() is not None
    except Refused:
        return True


_ANOTHER = N_("Add another")
_ANOTHER_UNIVERSITY = N_("Add another awarding university (joint degree)")
