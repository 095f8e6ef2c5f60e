"""Export: choose, make, and what came of it. The work runs beside the window and may be left alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from talentpack.app.building import VerifyAnswer
from talentpack.app.exporting import verify_pack
from talentpack.app.making import Made, make
from talentpack.app.people import people_of
from talentpack.core.lines import N_, Day, Line, line
from talentpack.core.problems import Problem
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.messages import Messages
from talentpack.gui.rooms.check import open_lines
from talentpack.gui.rooms.export_choose import Choices
from talentpack.gui.rooms.export_done import Done
from talentpack.gui.rooms.export_progress import Progress
from talentpack.gui.rooms.exporting import exporting_of
from talentpack.gui.rooms.room import TextRoom
from talentpack.gui.style import Style
from talentpack.gui.window.bar import Action


class ExportRoom(TextRoom):
    """One export at a time. What the case was when it began is what is made, whatever is changed meanwhile."""

    def __init__(self, desk: Desk, style: Style, jobs: Jobs, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(desk, style, jobs, messages, parent)
        self.choices = Choices(desk, style, self.page)
        self.progress = Progress(self.words, style)
        self.done = Done(self.words, style)
        self.exporting = exporting_of(desk)
        # No QStackedWidget: it is as high as its highest page, and would scroll into nothing.
        self._view: QWidget = self.choices
        for view in (self.choices, self.progress, self.done):
            self.column.addWidget(view)
        self.column.addStretch(1)
        self.choices.see.connect(self._see)
        self.choices.ask_folder.connect(self._ask_folder)
        self.done.opened.connect(self._open)
        self.done.verify.connect(self._verify)
        self.exporting.stepped.connect(self.progress.take)
        self.exporting.done.connect(self._done)
        self.exporting.refused.connect(self._refused)
        self.exporting.cancelled.connect(self._cancelled)
        desk.changed.connect(self._changed)
        self.setFocusProxy(self.choices.letter)
        self._take_up()

    def _take_up(self) -> None:
        """Shows the export as it stands: the room may be new, and the export not."""
        if self.exporting.running:
            self._begin()
        elif self.exporting.made is not None:
            self.done.show_made(self.exporting.made)
            self._show(self.done)
        else:
            self._show(self.choices)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.choices.box.text():
            self.choices.box.setText(str(self._usual_folder()))
        self._refresh()

    def reveal(self, address: str) -> None:
        field = self.choices.rows.field(address)
        if field is not None:
            self.choices.more.hide()
            self.choices.rows.show()
            field.focus()

    def bar_action(self) -> Action:
        text = self.words.text
        if self.exporting.running:
            said = N_("Cancelling…") if self.exporting.cancelling else N_("Cancel")
            return Action(text(said), self.cancel)
        if self._view is self.done:
            return Action(text(N_("Make again")), self.again)
        return Action(text(N_("Make the pack")), self.make, primary=True)

    # What is done.

    def make(self) -> None:
        """Makes the pack of the case as it stands now."""
        target = self.choices.folder
        self.choices.tell(None)
        if target is None:
            self.choices.refuse((_no_folder(),))
            return
        self.choices.refuse(())
        self.desk.settling.emit()
        opened = self.desk.snapshot()
        self.exporting.begin(lambda: make(opened, target))
        self.desk.mark(self.page.id, "in_progress")
        self._begin()

    def _begin(self) -> None:
        self.progress.begin()
        if self.exporting.step is not None:
            self.progress.take(self.exporting.step)
        self._show(self.progress)

    def cancel(self) -> None:
        self.exporting.cancel()
        self.bar_changed.emit()

    def again(self) -> None:
        self._show(self.choices)
        self._refresh()

    @property
    def made(self) -> Made | None:
        """The last pack made of this case."""
        return self.exporting.made

    def _done(self) -> None:
        made = self.made
        if made is None:
            return
        self.progress.end()
        self.messages.folder = Path(made.directory).parent
        self.desk.mark(self.page.id, "completed")
        self.done.stale.hide()
        self.done.show_made(made)
        self._show(self.done)
        if self.isVisible():
            self.done.bundle.setFocus(Qt.FocusReason.OtherFocusReason)
        self.messages.note(line(N_("The pack is ready and verified.")))

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.progress.end()
        self.desk.mark(self.page.id, "problem")
        self.choices.refuse(problems)
        self._show(self.choices)

    def _cancelled(self) -> None:
        self.progress.end()
        self.desk.mark(self.page.id, None)
        self.choices.tell(line(N_("Cancelled. The earlier pack is untouched.")))
        self._show(self.choices)

    def _verify(self) -> None:
        if self.made is not None:
            job = self.jobs.begin(partial(verify_pack, Path(self.made.directory)))
            job.done.connect(self._verified)
            job.refused.connect(self.done.show_not_verified)

    def _verified(self, answer: VerifyAnswer) -> None:
        self.done.show_again(answer)

    def _open(self, name: str) -> None:
        if self.made is not None:
            self.messages.open(Path(self.made.directory) / name)

    # How it stands.

    def _show(self, view: QWidget) -> None:
        self._view = view
        for each in (self.choices, self.progress, self.done):
            each.setVisible(each is view)
        title, lead = self._heads(view)
        self.title.setText(self.words.say(title))
        self.lead.setText(self.words.say(lead) if lead else "")
        self.gutter.verticalScrollBar().setValue(0)
        self.bar_changed.emit()

    def _heads(self, view: QWidget) -> tuple[Line, Line | None]:
        if view is self.progress:
            lead = line(N_("You can go on working. Nothing is put in place before it is checked."))
            return line(N_("Making the pack")), lead
        if view is self.done and self.made is not None:
            made = line(N_("Made on {day} from your answers."), day=Day(date=self.desk.today))
            return line(N_("The pack is ready")), made
        return self.page.title, self.page.lead

    def _changed(self) -> None:
        if self.made is not None and not self.exporting.running:
            self.done.stale.show()
            self.desk.mark(self.page.id, None)
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self.choices.refresh(len(open_lines(self.desk)))

    def _see(self) -> None:
        self.jump.emit("check")

    def _ask_folder(self) -> None:
        chosen = self.messages.ask_folder(line(N_("Choose the folder for the pack")))
        if chosen is not None:
            self.choices.box.setText(str(chosen / self._name() if _holds_other_things(chosen) else chosen))
            self.choices.refuse(())

    def _usual_folder(self) -> Path:
        return self.messages.folder / self._name()

    def _name(self) -> str:
        """``CHAN Siu Ming 2026-11-22``"""
        applicant = people_of(self.desk.answers, self.desk.forms)[0].name
        safe = "".join(each for each in applicant if each.isalnum() or each in " -").strip()
        return f"{safe or 'Pack'} {self.desk.day.isoformat()}"


def _holds_other_things(folder: Path) -> bool:
    """Whether a pack must go into a folder of its own there."""
    return folder.is_dir() and any(folder.iterdir()) and not (folder / "manifest.json").is_file()


def _no_folder() -> Problem:
    what, remedy = line(N_("Where must be entered.")), line(N_("Enter a folder, or choose one."))
    return Problem(code="publish.no_folder", what=what, remedy=remedy)
