"""A case on screen: steps, page over command bar, findings; and the way between pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from talentpack.core.lines import N_, line
from talentpack.core.questions import Page
from talentpack.gui.desk import Desk
from talentpack.gui.messages import ANSWERS, Messages
from talentpack.gui.pages.page import PageView
from talentpack.gui.rooms.room import Room
from talentpack.gui.style import Style
from talentpack.gui.window.bar import Action, CommandBar
from talentpack.gui.window.notice import Notice
from talentpack.gui.window.panel import FindingsPanel
from talentpack.gui.window.sizes import NO_LIST, NO_PANEL
from talentpack.gui.window.stack import PageStack, View
from talentpack.gui.window.steps import StepsPane
from talentpack.gui.window.strip import Strip
from talentpack.gui.window.summary import page_of, summary_of


class CaseView(QWidget):
    """``home`` leaves the case."""

    home = Signal()

    def __init__(self, desk: Desk, style: Style, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._style, self._messages = style, messages
        self._warned = ""
        self._came_from = ""
        # In the order of Tab: content, command bar, panel, list.
        self.notice = Notice(messages, style, self)
        self.strip = Strip(desk, style, self)
        self.stack = PageStack(desk, style, messages, self)
        self.bar = CommandBar(desk, style, self)
        self.panel = FindingsPanel(desk, style, parent=self)
        self.steps = StepsPane(desk, style, self)
        self._due = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.refresh()
        self.go(self._first())

    # The way.

    def go(self, page: str, address: str = "") -> None:
        """Shows a page, and on it an address. A page that is hidden by now is left for the next one shown."""
        shown = next((each for each in self.desk.pages if each.id == page), None)
        if shown is None:
            shown = self.desk.standing.walk.after(page) or self.desk.pages[0]
        view = self.stack.show_page(shown)
        self._warned = self._came_from = ""
        self.notice.clear()
        self.steps.show_page(shown.id)
        self._fit()
        self._offer()
        if address:
            view.reveal(address)
        else:
            self._focus(view)

    def go_on(self) -> None:
        """To the next page. Problems are shown once and then left; from the check, back to it."""
        if self.stack.on_findings:
            self.go(self.stack.page)
            return
        page = self.stack.page
        problems = self.stack.problems()
        self.desk.mark(page, "problem" if problems else None)
        if problems and self._warned != page:
            self._warned = page
            return
        if self._came_from:
            self._return()
            return
        following = self.desk.standing.walk.after(page)
        if following is not None:
            self.go(following.id)

    def go_back(self) -> None:
        if self.stack.on_findings:
            self.go(self.stack.page)
            return
        before = self.desk.standing.walk.before(self.stack.page)
        if before is not None:
            self.go(before.id)

    def go_to(self, number: int) -> None:
        """To the step of that number, from 1."""
        if number <= len(self.desk.pages):
            self.go(self.desk.pages[number - 1].id)

    def jump(self, address: str) -> None:
        """To where an address is asked; Continue leads back."""
        page = page_of(self.desk, address) or self._room_of(address)
        if page is not None:
            came_from = self.stack.page
            self.go(page.id, address)
            self._came_from = came_from
            self._offer()

    def show_findings(self) -> None:
        self.stack.show_findings(summary_of(self.desk))
        self._fit()
        self._offer()

    def save(self) -> None:
        """Writes the answers file; asks where it is to lie if nobody said so yet."""
        if self.desk.path is not None:
            self.desk.save()
        else:
            self.save_as()

    def save_as(self) -> None:
        """Asks where the answers file is to lie, and writes it there from now on."""
        path = self._messages.ask_save_file(line(N_("Save the answers")), "answers.toml", ANSWERS)
        if path is not None:
            self.desk.save_as(path if path.suffix else path.with_suffix(".toml"))

    # What follows from answers, size and page.

    def refresh(self) -> None:
        """Says anew what follows from the answers; once for many changes, when they are made."""
        summary = summary_of(self.desk)
        self.panel.say(summary)
        self.strip.say(summary)
        self.stack.say(summary)
        self.steps.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._style.px
        narrow, no_list = self.width() < px(NO_PANEL), self.width() < px(NO_LIST)
        wide = self.stack.wide and not self.stack.on_findings
        self.panel.setVisible(not narrow and not wide and not self.stack.on_findings)
        self.strip.setVisible(no_list or (narrow and not wide and not self.stack.on_findings))
        self.strip.menu.setVisible(no_list)
        self.strip.box.setVisible(not wide and not self.stack.on_findings)
        self.steps.setVisible(not no_list)

    def _show_steps(self) -> None:
        self.steps.setVisible(self.steps.isHidden())
        if self.steps.isVisible():
            self.steps.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        if self.stack.on_findings:
            self.bar.offer_return()
            return
        walk, page = self.desk.standing.walk, self.stack.page
        returning = Action(self.desk.words.text(N_("Back to the check")), self.go_on, primary=True)
        action = returning if self._came_from else self.stack.action()
        self.bar.offer(action, first=walk.before(page) is None, last=walk.after(page) is None)

    def _focus(self, view: View) -> None:
        """To where a person begins: a page's first field; a room knows by itself."""
        first = view.first_field() if isinstance(view, PageView) else view
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _return(self) -> None:
        self.go(self._came_from)
        view = self.stack.view
        if isinstance(view, Room):
            view.returned()

    def _first(self) -> str:
        """The first page that is not completed; the first of all when none is begun or all are done."""
        pages = self.desk.pages
        begun = any(self.desk.status(page) != "not_started" for page in pages)
        unfinished = (page for page in pages if self.desk.status(page) != "completed")
        return next(unfinished, pages[0]).id if begun else pages[0].id

    def _room_of(self, address: str) -> Page | None:
        """A room by its name or page; a proof (``proof/photo/applicant``) is in that of evidence."""
        name = "evidence" if address.startswith("proof/") else address
        return next((page for page in self.desk.pages if name in (page.room, page.id)), None)

    def _connect(self) -> None:
        self._due.timeout.connect(self.refresh)
        for signal in (self.desk.changed, self.desk.taken, self.desk.marked):
            signal.connect(self._due.start)
        self.strip.steps.connect(self._show_steps)
        self.strip.panel.connect(self.show_findings)
        self.stack.jump.connect(self.jump)
        self.stack.wanted.connect(self.go)
        self.stack.bar_changed.connect(self._offer)
        self.bar.back.connect(self.go_back)
        self.bar.continued.connect(self.go_on)
        self.bar.save.connect(self.save)
        self.panel.wanted.connect(self.go)
        self.steps.chosen.connect(self.go)
        self.steps.home.connect(self.home)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps)
        centre = QVBoxLayout()
        centre.setSpacing(0)
        for widget in (self.notice, self.strip):
            centre.addWidget(widget)
        centre.addWidget(self.stack, 1)
        centre.addWidget(self.bar)
        row.addLayout(centre, 1)
        row.addWidget(self.panel)
