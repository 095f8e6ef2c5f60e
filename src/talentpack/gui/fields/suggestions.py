"""The list under a box while something is typed. It never takes the focus: the box hands it the keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollArea, QVBoxLayout, QWidget

from talentpack.gui.fields.suggestion_row import SuggestionRow
from talentpack.gui.style import Style
from talentpack.gui.widgets.laying import lay_out_now
from talentpack.gui.widgets.text import Text

_MOST, _GAP, _PADDING = 7, 4, 6
Index = QModelIndex | QPersistentModelIndex


class Suggestion(NamedTuple):
    """``spans`` of the title were typed and stand out; ``beside`` follows it muted; ``under`` is a second line."""

    value: str
    title: str
    spans: tuple[tuple[int, int], ...] = ()
    beside: str = ""
    under: str = ""

    @property
    def sentence(self) -> str:
        return ", ".join(part for part in (self.title, self.beside) if part)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: Sequence[Suggestion] = ()

    def fill(self, rows: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.sentence
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return row.under
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class Suggestions(QFrame):
    """Lies over the page that scrolls, under its box or, without room there, above it."""

    taken = Signal(str)
    """The value of the row that was chosen."""

    def __init__(self, box: QWidget, style: Style, footer: QWidget | None = None) -> None:
        super().__init__(_ground(box))
        self.setProperty("kind", "suggestions")
        self._box, self._style, self._footer = box, style, footer
        self._model = _Rows(self)
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(SuggestionRow(style, self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setUniformItemSizes(True)
        self.view.clicked.connect(self._clicked)
        self.nothing = Text(style, "hint", colour="muted", parent=self)
        self._lay_out()
        box.installEventFilter(self)
        box.destroyed.connect(self.deleteLater)
        self.hide()

    def offer(self, rows: Sequence[Suggestion], nothing: str = "") -> None:
        """Shows the rows, the first one current; without any the sentence ``nothing``, or nothing at all."""
        self._model.fill(rows)
        self.view.setVisible(bool(rows))
        self.nothing.setText(nothing)
        self.nothing.setVisible(not rows)
        if not rows and not nothing:
            self.hide()
            return
        if rows:
            self.view.setCurrentIndex(self._model.index(0))
        self._place(len(rows))
        self.show()
        self.raise_()

    def step(self, rows: int) -> None:
        """Moves the current row up or down."""
        row = min(max(self.view.currentIndex().row() + rows, 0), self._model.rowCount() - 1)
        self.view.setCurrentIndex(self._model.index(row))

    def take(self) -> bool:
        """Chooses the current row; False without one."""
        index = self.view.currentIndex()
        if not self.isVisible() or not index.isValid():
            return False
        self._clicked(index)
        return True

    @property
    def sentence(self) -> str:
        """The current row for a reader."""
        return str(self.view.currentIndex().data() or "") if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        return super().eventFilter(watched, event)

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        self.hide()
        self.taken.emit(row.value)

    def _lay_out(self) -> None:
        padding = self._style.px(_PADDING)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(padding, padding, padding, padding)
        layout.setSpacing(0)
        layout.addWidget(self.view)
        layout.addWidget(self.nothing)
        self.nothing.setMargin(padding)
        if self._footer is not None:
            layout.addWidget(self._footer)

    def _place(self, rows: int) -> None:
        """As high as its rows, as far as there is room; above the box where more of it would be seen."""
        lay_out_now(self._box)
        ground = _ground(self._box)
        if self.parentWidget() is not ground:
            self.setParent(ground)
        seen = ground.visibleRegion().boundingRect()
        box = QRect(self._box.mapTo(ground, self._box.rect().topLeft()), self._box.size())
        gap = self._style.px(_GAP)
        below, above = seen.bottom() - box.bottom() - gap, box.top() - seen.top() - gap
        frame = self._frame()
        wanted = frame + self._row_height() * min(rows, _MOST)
        height = min(wanted, max(below, above))
        up = below < wanted and above > below
        self.view.setFixedHeight(max(height - frame, 0))
        self.setGeometry(box.left(), box.top() - gap - height if up else box.bottom() + gap, box.width(), height)

    def _frame(self) -> int:
        footer = self._footer.sizeHint().height() if self._footer is not None else 0
        nothing = self.nothing.sizeHint().height() if self.nothing.isVisibleTo(self) else 0
        return footer + nothing + 2 * self._style.px(_PADDING) + 2 * self.frameWidth()

    def _row_height(self) -> int:
        return max(self.view.sizeHintForRow(0), 0)


def _ground(box: QWidget) -> QWidget:
    """What the list lies on: the page that scrolls, else the window."""
    above: QWidget | None = box.parentWidget()
    while above is not None:
        around = above.parentWidget()
        if around is not None and isinstance(around.parentWidget(), QScrollArea):
            return above
        above = around
    return box.window()
