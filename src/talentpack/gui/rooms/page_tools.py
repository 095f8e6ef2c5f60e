"""What is done to the page chosen: turn, leave out, say which figure it shows."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from talentpack.app.paper_pages import figures, kept, left_out, pinned, pins_of, taken_in, turned, unpinned
from talentpack.core.claims import Pin
from talentpack.core.lines import N_, Line, line
from talentpack.core.saying import answer_item
from talentpack.gui import icons
from talentpack.gui.desk import Desk
from talentpack.gui.style import Style
from talentpack.gui.widgets.buttons import LinkButton, ToolButton
from talentpack.gui.widgets.text import Elided, Text


class PageTools(QWidget):
    """Tools for one page of the paper ``evidence``; `choose` says which."""

    def __init__(self, desk: Desk, style: Style, evidence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._design, self._evidence = desk, style, evidence
        self._page = self._count = 0
        words = desk.words
        self._which = Text(style, "label")
        self._left = ToolButton(style, "turn_left", words.text(N_("Turn left")))
        self._right = ToolButton(style, "turn_right", words.text(N_("Turn right")))
        self._out = ToolButton(style, "leave_out", words.text(N_("Leave this page out")))
        self._in = ToolButton(style, "take_in", words.text(N_("Take this page in again")))
        self.pin = LinkButton(style, words.text(N_("Pin a figure")), icon="pin")
        self._left.clicked.connect(self.turn_left)
        self._right.clicked.connect(self.turn_right)
        self._out.clicked.connect(self.leave_or_take)
        self._in.clicked.connect(self.leave_or_take)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._pin_chosen)
        self.pin.clicked.connect(self.ask_figure)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.px(6), 0, style.px(6))
        row.setSpacing(style.px(2))
        row.addWidget(self._which)
        row.addSpacing(style.px(12))
        for tool in (self._left, self._right, self._out, self._in):
            row.addWidget(tool)
        row.addStretch(1)
        row.addWidget(self.pin)

    def choose(self, page: int, count: int) -> None:
        self._page, self._count = page, count
        self.refresh()

    def refresh(self) -> None:
        pages = kept(self._desk.answers, self._evidence, self._count)
        taken = self._page in pages
        said = line(N_("Page {page} of {n}"), page=self._page, n=self._count)
        self._which.setText(self._desk.words.say(said))
        self._out.setVisible(taken)
        self._out.setEnabled(len(pages) > 1)
        self._in.setVisible(not taken)
        self.pin.setVisible(bool(self._free_figures()))

    def turn_left(self) -> None:
        self._edit(turned(self._desk.answers, self._evidence, self._page, -90))

    def turn_right(self) -> None:
        self._edit(turned(self._desk.answers, self._evidence, self._page, 90))

    def leave_or_take(self) -> None:
        do = left_out if self._page in kept(self._desk.answers, self._evidence, self._count) else taken_in
        self._edit(do(self._desk.answers, self._evidence, self._count, self._page))

    def ask_figure(self) -> None:
        """The figures no page of this paper is pinned to yet, to choose from."""
        self._menu.clear()
        for address in self._free_figures():
            action = QAction(said_figure(self._desk, address).replace("&", "&&"), self._menu)
            action.setData(address)
            self._menu.addAction(action)
        self._menu.popup(self.pin.mapToGlobal(self.pin.rect().bottomLeft()))

    def _pin_chosen(self, action: QAction) -> None:
        self._edit(pinned(self._desk.answers, self._evidence, self._page, action.data()))

    def _free_figures(self) -> list[str]:
        answers, forms = self._desk.answers, self._desk.forms
        taken = {pin.says for pin in pins_of(answers, self._evidence)}
        targets = [row.target for row in self._desk.rows if self._evidence in row.evidence]
        found = dict.fromkeys(each for target in targets for each in figures(answers, forms, target))
        return [each for each in found if each not in taken]

    def _edit(self, fields: object) -> None:
        if isinstance(fields, dict) and fields:
            self._desk.edit_evidence(self._evidence, fields)


class PinBox(QFrame):
    """A page said to show a figure."""

    removed = Signal(object)
    """The Pin."""

    def __init__(self, desk: Desk, style: Style, pin: Pin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin = pin
        self.setProperty("kind", "note")
        self.setFixedHeight(style.px(38))
        words = desk.words
        item = answer_item(desk.forms, desk.answers, pin.says)
        shown = line(N_("Page {page} shows {answer}"), page=pin.page, answer=item if item is not None else "")
        question = desk.forms.question(pin.says)
        row = QHBoxLayout(self)
        row.setContentsMargins(style.px(12), 0, style.px(12), 0)
        row.setSpacing(style.px(8))
        sign = QLabel()
        sign.setPixmap(icons.picture(style, "pin", "accent"))
        remove = LinkButton(style, words.text(N_("Remove")))
        remove.setAccessibleName(words.say(line(N_("Remove: {what}"), what=shown)))
        remove.clicked.connect(self._remove)
        row.addWidget(sign)
        row.addWidget(Text(style, "label", words.say(shown)))
        row.addWidget(Elided(style, "hint", words.say(question.label) if question else "", colour="muted"), 1)
        row.addWidget(remove)

    def _remove(self) -> None:
        self.removed.emit(self._pin)


class PinBoxes(QWidget):
    """The figures the pages of a paper show."""

    def __init__(self, desk: Desk, style: Style, evidence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._design, self._evidence = desk, style, evidence
        self._shown: list[tuple[Pin, str]] = []
        self._boxes: list[PinBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, style.px(6))
        self._column.setSpacing(style.px(8))

    def refresh(self) -> None:
        wanted = [(pin, said_figure(self._desk, pin.says)) for pin in pins_of(self._desk.answers, self._evidence)]
        if wanted != self._shown:
            self._shown = wanted
            for box in self._boxes:
                self._column.removeWidget(box)
                box.deleteLater()
            self._boxes = [PinBox(self._desk, self._design, pin) for pin, _ in wanted]
            for box in self._boxes:
                box.removed.connect(self._remove)
                self._column.addWidget(box)
        self.setVisible(bool(wanted))

    def _remove(self, pin: Pin) -> None:
        self._desk.edit_evidence(self._evidence, unpinned(self._desk.answers, pin))


def said_figure(desk: Desk, address: str) -> str:
    """``Amount: CNY 1,488,000``"""
    question, item = desk.forms.question(address), answer_item(desk.forms, desk.answers, address)
    if question is None or item is None:
        return address
    said: Line = line(N_("{question}: {answer}"), question=question.label, answer=item)
    return desk.words.say(said)
