"""Check your answers: what is still open, then everything once more, each with the way to where it is changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from talentpack.app.exhibiting import numbers_of
from talentpack.app.final_check import OpenLine, Reviewed, final_check, notes_of
from talentpack.app.summary import AnswerGroup, Told, summary
from talentpack.app.taking import files_named
from talentpack.core.case import Case
from talentpack.core.lines import N_, Line, line
from talentpack.core.papers import Intake
from talentpack.core.plan import Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.messages import Messages
from talentpack.gui.rooms.answer_rows import AnswerLine, GroupBox
from talentpack.gui.rooms.jump_row import JumpRow
from talentpack.gui.rooms.room import TextRoom
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Card, Note
from talentpack.gui.widgets.text import Text


def open_lines(desk: Desk) -> tuple[OpenLine, ...]:
    """The final check of the case as it stands; of papers only what has been read of them so far."""
    standing, world = desk.standing, desk.session.world
    notes = plan_notes(desk)
    return final_check(Reviewed(world, desk.answers, standing.walk, standing.assessment, standing.rows, notes))


def plan_notes(desk: Desk) -> tuple[Warning, ...]:
    """What a plan would warn of; nothing while a paper is unread or cannot be used."""
    taken: dict[str, Intake] = {}
    for key, _ in files_named(desk.answers):
        intake = desk.intake(key)
        if intake is None or intake.verdict != "ready":
            return ()
        taken[key] = intake
    return notes_of(desk.session.world, desk.answers, desk.day, taken)


class CheckRoom(TextRoom):
    """`jump` leads to a question, a list or a proof; back from there, the same place has the focus."""

    def __init__(self, desk: Desk, style: Style, jobs: Jobs, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, style, jobs, messages, parent)
        self._left_for = ""
        self._boxes: list[GroupBox] = []
        self.rows: list[JumpRow] = []
        self._card, self._count = self._make_card()
        self._clear = Note(
            style, self.words.text(N_("Nothing is open")), self.words.text(N_("Read once more, then export.")), tone="green", icon="met"
        )  # fmt: skip
        self._reading = Text(style, "hint", colour="muted", wrap=True)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(0)
        self.column.addWidget(self._card)
        self.column.addWidget(self._clear)
        self.column.addSpacing(style.px(6))
        self.column.addWidget(self._reading)
        self.column.addLayout(self._groups)
        self.column.addStretch(1)
        desk.changed.connect(self._changed)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._changed)
        desk.taken.connect(self._told)

    def _make_card(self) -> tuple[Card, Text]:
        card = Card(self.design, (9, 12))
        card.column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(self.design.px(9), 0, self.design.px(9), self.design.px(6))
        count = Text(self.design, "hint", colour="muted")
        head.addWidget(Text(self.design, "head", self.words.text(N_("Final check"))))
        head.addStretch(1)
        head.addWidget(count)
        card.column.addLayout(head)
        return card, count

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for key, _ in files_named(self.desk.answers):
            self.desk.take(key)
        self._refresh()

    def reveal(self, address: str) -> None:
        """The answer's row."""
        row = self._line(address)
        if row is not None:
            row.change.setFocus(Qt.FocusReason.OtherFocusReason)
            self.gutter.ensureWidgetVisible(row)

    def returned(self) -> None:
        self._refresh()
        row = self._line(self._left_for)
        target = row.change if row else next((each for each in self.rows if each.address == self._left_for), None)
        first = self.rows[0] if self.rows else None
        chosen = target or first
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self.gutter.ensureWidgetVisible(chosen)

    def _line(self, address: str) -> AnswerLine | None:
        return next((row for box in self._boxes for row in box.lines if row.address == address), None)

    def _told(self) -> None:
        """Readers tell often: once all have had their say, everything is shown at once."""
        self._soon.start()

    def _changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._show_open(open_lines(self.desk))
        unread = sum(self.desk.taking(key) for key, _ in files_named(self.desk.answers))
        self._reading.setText(self.words.say(_reading(unread)) if unread else "")
        self._reading.setVisible(bool(unread))
        self._show_groups(self._summary())

    def _show_open(self, lines: tuple[OpenLine, ...]) -> None:
        while len(self.rows) < len(lines):
            row = JumpRow(self.design)
            row.asked.connect(self._go)
            self._card.column.addWidget(row)
            self.rows.append(row)
        for unwanted in self.rows[len(lines) :]:
            self._card.column.removeWidget(unwanted)
            unwanted.deleteLater()
        self.rows = self.rows[: len(lines)]
        steps = {page.id: self.words.say(page.step or page.title) for page in self.desk.forms.pages}
        for row, each in zip(self.rows, lines, strict=True):
            row.show_line(each.weight, self.words.say(each.text), steps[each.page], each.address)
        self._count.setText(self.words.say(_counted(lines)))
        self._card.setVisible(bool(lines))
        self._clear.setVisible(not lines)

    def _summary(self) -> tuple[AnswerGroup, ...]:
        desk, rules = self.desk, self.desk.session.world.rules
        case = Case(desk.answers, desk.day, rules, desk.answers.text("route"))
        return summary(Told(desk.standing.walk, case, numbers_of(desk.answers, desk.rows, rules)))

    def _show_groups(self, groups: tuple[AnswerGroup, ...]) -> None:
        if [len(box.lines) for box in self._boxes] != [len(group.rows) for group in groups]:
            for box in self._boxes:
                self._groups.removeWidget(box)
                box.deleteLater()
            self._boxes = [GroupBox(self.design, self.words, len(group.rows)) for group in groups]
            for box in self._boxes:
                box.asked.connect(self._go)
                self._groups.addWidget(box)
        for box, group in zip(self._boxes, groups, strict=True):
            box.put(group)

    def _go(self, address: str) -> None:
        self._left_for = address
        self.jump.emit(address)


def _counted(lines: tuple[OpenLine, ...]) -> Line:
    fix = sum(each.weight == "fix" for each in lines)
    look = len(lines) - fix
    if not look:
        return line(N_("{n} to fix"), n=fix)
    return line(N_("{n} to fix, {m} to look at"), n=fix, m=look) if fix else line(N_("{n} to look at"), n=look)


def _reading(n: int) -> Line:
    one, other = N_("Looking at {n} paper; more may follow."), N_("Looking at {n} papers; more may follow.")
    return Line(template=one, plural=other, values={"n": n})
