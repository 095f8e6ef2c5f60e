"""Evidence: every proof with its state beside the papers of the one chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from talentpack.app.exhibiting import numbers_of
from talentpack.app.final_check import proof_address
from talentpack.app.taking import files_named
from talentpack.core.lines import N_, Line, line
from talentpack.core.proofs import ProofRow
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.messages import Messages
from talentpack.gui.rooms.filing import Filing
from talentpack.gui.rooms.proof_detail import ProofDetail
from talentpack.gui.rooms.proof_lines import in_order, proof_lines
from talentpack.gui.rooms.proof_list import ProofList
from talentpack.gui.rooms.room import LEFT, RIGHT, TOP, Room
from talentpack.gui.rooms.undo_note import UndoNote
from talentpack.gui.rooms.verdict_pill import VerdictPill
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Gutter
from talentpack.gui.widgets.buttons import Button, LinkButton, ToolButton
from talentpack.gui.widgets.column import Column
from talentpack.gui.widgets.drop_zone import dropped_files
from talentpack.gui.widgets.text import Text

LIST, BETWEEN, NARROW = 314, 26, 760


class EvidenceRoom(Room):
    """List and detail side by side; in a narrow window one at a time."""

    wide = True

    def __init__(self, desk: Desk, style: Style, jobs: Jobs, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, style, jobs, messages, parent)
        self._in_detail = False
        self.setAcceptDrops(True)
        self.filing = Filing(desk, messages, self)
        self.list = ProofList(style, self.words.text(N_("Proofs")))
        self.detail = ProofDetail(desk, style)
        self.undone = UndoNote(desk, style)
        self.pane = Gutter(style)
        self._lay_out(style)
        self.list.chosen.connect(self._show_chosen)
        self.list.entered.connect(self._enter)
        self.list.clicked.connect(self._enter)
        self.list.dropped.connect(self._drop_on_row)
        self.detail.dropped.connect(self._drop_on_detail)
        self.detail.choose_asked.connect(self._choose_for_detail)
        self.detail.replace_asked.connect(self.filing.ask_file)
        self.detail.remove_asked.connect(self._remove)
        self.detail.assign_asked.connect(self.filing.ask_proof)
        self.detail.assigned.connect(self._assign)
        self.detail.set_aside.connect(self._set_aside)
        choose = QAction(self)
        choose.setShortcut(QKeySequence("Ctrl+Shift+O"))
        choose.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        choose.triggered.connect(self._choose_for_detail)
        self.addAction(choose)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._changed)
        desk.changed.connect(self._changed)
        desk.taken.connect(self._told)
        self.setFocusProxy(self.list)
        QWidget.setTabOrder(self.list, self.add)
        self._fit()

    # How it stands.

    def _lay_out(self, style: Style) -> None:
        px, text = style.px, self.words.text
        self.add = Button(style, text(N_("Add files…")))
        self.add.clicked.connect(self._add)
        self._title = Text(style, "title", self.words.say(self.page.title))
        self._lead = Text(style, "lead", colour="muted")
        self.pill = VerdictPill(style)
        self._top = QHBoxLayout()
        self._top.setSpacing(px(10))
        self._way = self._make_way(style)
        self._top.addWidget(self._title)
        self._top.addWidget(self._way)
        self._top.addStretch(1)
        self._top.addWidget(self.add)
        self._top.addWidget(self.pill)
        inside = Column()
        inside.column.setSpacing(px(12))
        inside.column.addWidget(self.undone)
        inside.column.addWidget(self.detail, 1)
        self.pane.setWidget(inside)
        panes = QHBoxLayout()
        panes.setSpacing(px(BETWEEN))
        panes.addWidget(self.list)
        panes.addWidget(self.pane, 1)
        self._around = QVBoxLayout(self)
        self._around.setSpacing(0)
        self._around.addLayout(self._top)
        self._around.addSpacing(px(4))
        self._around.addWidget(self._lead)
        self._around.addSpacing(px(12))
        self._around.addLayout(panes, 1)

    def _make_way(self, style: Style) -> QWidget:
        """Back to the list and to the neighbours, in a narrow window."""
        text = self.words.text
        way = QWidget()
        row = QHBoxLayout(way)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(8))
        self.back = LinkButton(style, text(N_("All evidence")), icon="back")
        self.back.clicked.connect(self._leave_detail)
        self._place = Text(style, "hint", colour="muted")
        before = ToolButton(style, "up", text(N_("Previous proof")))
        after = ToolButton(style, "down", text(N_("Next proof")))
        before.clicked.connect(self._before)
        after.clicked.connect(self._after)
        for part in (self.back, self._place, before, after):
            row.addWidget(part)
        return way

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._fit()

    @property
    def narrow(self) -> bool:
        return self.width() < self.design.px(NARROW)

    def _fit(self) -> None:
        px, narrow = self.design.px, self.narrow
        detail = narrow and self._in_detail
        self._around.setContentsMargins(px(LEFT), px(14 if detail else 20 if narrow else TOP), px(RIGHT), 0)
        self._top.setContentsMargins(0, 0, px(12), 0)
        self.list.setVisible(not detail)
        self.pane.setVisible(detail or not narrow)
        self.list.setMinimumWidth(px(LIST) if not narrow else 0)
        self.list.setMaximumWidth(px(LIST) if not narrow else 16_777_215)
        self._title.setVisible(not detail)
        self._lead.setVisible(not detail)
        self._way.setVisible(detail)
        self.add.setVisible(not detail)

    def _told(self) -> None:
        """Readers tell often: once all have had their say, everything is shown at once."""
        self._soon.start()

    def _changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        for key, _ in files_named(self.desk.answers):
            self.desk.take(key)
        self._lead.setText(self.words.say(_lead(self.desk.rows)))
        self.pill.put(self.desk)
        self.undone.refresh()
        self.list.put(proof_lines(self.desk))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.filing.row(self.list.key)
        if row is not None:
            numbers = numbers_of(self.desk.answers, self.desk.rows, self.desk.session.world.rules)
            self.detail.show_proof(row, ", ".join(numbers[each] for each in row.evidence))
        elif self.list.key:
            self.detail.show_paper(self.list.key.removeprefix("evidence/"))
        keys = self._keys()
        if self.list.key in keys:
            place = line(N_("{n} of {all}"), n=keys.index(self.list.key) + 1, all=len(keys))
            self._place.setText(self.words.say(place))

    def _keys(self) -> list[str]:
        return [each.key for each in self.list.proofs.lines if each.key]

    # Ways through it.

    def reveal(self, address: str) -> None:
        """A proof by `proof_address`, or the proof a paper serves (``evidence/e1``, ``evidence/e1/language``)."""
        self._refresh()
        key, name = address, ""
        if address.startswith("evidence/"):
            _, evidence, *rest = address.split("/")
            name = rest[0] if rest else ""
            row = next((row for row in in_order(self.desk) if evidence in row.evidence), None)
            key = proof_address(row) if row else f"evidence/{evidence}"
            self.list.choose(key)
            self._enter()
            if name and evidence in self.detail.blocks:
                self.detail.blocks[evidence].reveal(name).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.list.choose(key)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.filing.row(key) is not None:
            self._enter()

    def _enter(self) -> None:
        self._in_detail = True
        self._fit()
        if self.narrow:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_detail(self) -> None:
        self._in_detail = False
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _before(self) -> None:
        self._step(-1)

    def _after(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        keys = self._keys()
        to = keys.index(self.list.key) + by
        if 0 <= to < len(keys):
            self.list.choose(keys[to])

    # What is done.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self._attach(files, None)

    def _attach(self, files: tuple[Path, ...], row: ProofRow | None) -> None:
        attached = self.filing.attach(files, row)
        self.list.choose(proof_address(row) if row else attached.key)
        self.detail.refuse(attached.refused)

    def _drop_on_row(self, key: str, files: tuple[Path, ...]) -> None:
        self._attach(files, self.filing.row(key))

    def _drop_on_detail(self, files: tuple[Path, ...]) -> None:
        self._attach(files, self.filing.row(self.list.key))

    def _choose_for_detail(self) -> None:
        files = self.messages.ask_open_files(line(N_("Choose the paper")))
        if files:
            self._attach(files, self.filing.row(self.list.key))

    def _add(self) -> None:
        files = self.messages.ask_open_files(line(N_("Add files")))
        if files:
            self._attach(files, None)

    def _remove(self, key: str) -> None:
        name = Path(self.desk.answers.text(f"evidence/{key}")).name
        self.filing.remove(key)
        self.undone.offer(line(N_("{file} was removed"), file=name))

    def _assign(self, evidence: str, key: str) -> None:
        self.filing.assign(evidence, key)
        self.list.choose(key)

    def _set_aside(self, reason: str) -> None:
        row = self.filing.row(self.list.key)
        if row is not None:
            self.desk.set_aside(row.rule.id, row.target, reason)


def _lead(rows: tuple[ProofRow, ...]) -> Line:
    """``9 of 12 proofs attached, 1 needs work``"""
    wanted = [row for row in rows if row.required or row.evidence]
    done = sum(row.state in ("attached", "not_applicable") for row in wanted)
    work = sum(bool(row.evidence) and row.state not in ("attached", "not_applicable") for row in wanted)
    said = line(N_("{n} of {all} proofs attached"), n=done, all=len(wanted))
    if not work:
        return said
    one, other = N_("{attached}, {n} needs work"), N_("{attached}, {n} need work")
    return Line(template=one, plural=other, values={"attached": said, "n": work})
