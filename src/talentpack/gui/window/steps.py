"""The left side of a case: the way home, whose case it is, the steps, how far it has come."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from talentpack.app.people import passport_name
from talentpack.core.lines import N_, line
from talentpack.gui.desk import Desk
from talentpack.gui.style import Style
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.text import Elided, Text
from talentpack.gui.window.sizes import SIDE
from talentpack.gui.window.steps_model import Role, Row, StepsModel
from talentpack.gui.window.steps_row import StepRow

_LEFT, _RIGHT = 26, 20


class StepsList(QListView):
    """Arrows move the ring; Enter, Space or a click goes there."""

    chosen = Signal(str)

    def __init__(self, model: StepsModel, style: Style, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self._row = StepRow(style)
        self.setItemDelegate(self._row)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._go)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        row: Row | None = index.data(Role.ROW)
        if row is not None and row.page:
            self.chosen.emit(row.page)


class Progress(QWidget):
    """A bar 6 high with its sentence below."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._share = 0.0
        self._said = Text(style, "hint", colour="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style.px(14), 0, 0)
        column.addWidget(self._said)

    def say(self, share: float, text: str) -> None:
        self._share = share
        self._said.setText(text)
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        px = self._style.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for share, colour in ((1.0, "line"), (self._share, "accent")):
                painter.setBrush(self._style.colour(colour))
                painter.drawRoundedRect(QRectF(0, 0, self.width() * share, px(6)), px(3), px(3))


class StepsPane(QFrame):
    """``chosen`` carries a page's id; ``home`` leaves the case."""

    chosen = Signal(str)
    home = Signal()

    def __init__(self, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setFixedWidth(style.px(SIDE))
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), style.colour("list"))
        self.setPalette(palette)
        say = desk.words.text
        self.model = StepsModel(desk, self)
        self._home = LinkButton(style, say(N_("All cases")), icon="back")
        self._home.clicked.connect(self.home)
        self._name = Elided(style, "case")
        self._about = Elided(style, "hint", colour="muted")
        self.list = StepsList(self.model, style, say(N_("Steps")))
        self.list.chosen.connect(self.chosen)
        self._progress = Progress(style)
        self._lay_out(style)
        self.refresh()

    def refresh(self) -> None:
        """Says again whose case it is and how far it has come."""
        self.model.refresh()
        words, answers = self._desk.words, self._desk.answers
        names = (passport_name(answers, "applicant"), answers.text("applicant/name_zh"))
        self._name.setText(next((name for name in names if name), words.text(N_("New case"))))
        title = words.say(self._desk.session.world.rules.scheme.title)
        self._about.setText(title)
        self._about.setToolTip(str(self._desk.path or ""))
        done, total = self.model.completed()
        said = line(N_("{done} of {total} sections completed"), done=done, total=total)
        self._progress.say(done / total if total else 0.0, words.say(said))

    def show_page(self, page: str) -> None:
        """Draws a page as the one on screen."""
        self.model.show_page(page)
        index = self.model.index_of(page)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _lay_out(self, style: Style) -> None:
        px = style.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(18), 0, px(14))
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(px(_LEFT - 5), 0, px(_RIGHT), 0)
        head.setSpacing(0)
        head.addWidget(self._home)
        words = QVBoxLayout()
        words.setContentsMargins(px(5), px(8), 0, 0)
        words.setSpacing(px(2))
        words.addWidget(self._name)
        words.addWidget(self._about)
        head.addLayout(words)
        column.addLayout(head)
        column.addSpacing(px(6))
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(_LEFT), px(8), px(_RIGHT), 0)
        foot.addWidget(self._progress)
        column.addLayout(foot)
