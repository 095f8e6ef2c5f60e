"""An export under way or done: it belongs to the case and outlives the room, which another theme builds anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from talentpack.app.making import Made
from talentpack.core.lines import N_, line
from talentpack.core.problems import Problem
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Job, Work
from talentpack.worker.protocol import Step


class Exporting(QObject):
    """A child of its desk; one export at a time."""

    stepped = Signal(object)
    done = Signal()
    """`made` is there."""
    refused = Signal(object)
    """A tuple of Problems."""
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: Job | None = None
        self.cancelling = False
        self.made: Made | None = None
        self.step: Step | None = None
        """The last one told."""

    @property
    def running(self) -> bool:
        return self._job is not None

    def begin(self, work: Work) -> None:
        self.cancelling, self.step = False, None
        self._job = self._desk.jobs.begin(work)
        self._job.step.connect(self._step)
        self._job.done.connect(self._done)
        self._job.refused.connect(self._refused)
        self._job.died.connect(self._died)
        self._job.cancelled.connect(self._cancelled)

    def cancel(self) -> None:
        if self._job is not None:
            self.cancelling = True
            self._job.cancel()

    def _step(self, step: Step) -> None:
        self.step = step
        self.stepped.emit(step)

    def _done(self, made: Made) -> None:
        self._job, self.made = None, made
        self.done.emit()

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self._job = None
        self.refused.emit(problems)

    def _died(self, reason: str) -> None:
        what = line(N_("Making the pack stopped ({reason})."), reason=reason)
        remedy = line(N_("Try again; if it happens again, report it."))
        self._refused((Problem(code="export.died", what=what, remedy=remedy),))

    def _cancelled(self) -> None:
        self._job = None
        self.cancelled.emit()


def exporting_of(desk: Desk) -> Exporting:
    """The export of a case; a new one when there was none."""
    found = desk.findChild(Exporting)
    return found if isinstance(found, Exporting) else Exporting(desk)
