"""Keeps the answers file of the open case up to date, a moment after the last change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from talentpack.app.saving import save
from talentpack.core.problems import Problem
from talentpack.gui.jobs import Jobs

State = Literal["new", "unsaved", "saving", "saved", "failed"]

AFTER = 400
"""Milliseconds of quiet before a change is written."""


class Saver(QObject):
    """Writes what ``text`` gives to ``path``; one write at a time, the newest text last."""

    state_changed = Signal(str)
    settled = Signal()
    """Nothing is being written any longer."""

    def __init__(self, jobs: Jobs, text: Callable[[Path], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.state: State = "new"
        self.problems: tuple[Problem, ...] = ()
        self._jobs = jobs
        self._text = text
        self._writing = False
        self._again = False
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self.save)

    def changed(self) -> None:
        """Something is not on the disk yet."""
        if self.path is None:
            self._say("unsaved")
            return
        self._say("saving")
        self._timer.start()

    @property
    def pending(self) -> bool:
        """Whether something is still to be written or being written."""
        return self._timer.isActive() or self._writing

    def save(self) -> None:
        """Writes now; nothing without a path."""
        self._timer.stop()
        path = self.path
        if path is None:
            return
        self._again = self._writing
        if self._writing:
            return
        self._writing = True
        self._say("saving")
        text = self._text(path)
        job = self._jobs.begin(lambda: save(path, text))
        job.done.connect(self._done)
        job.refused.connect(self._refused)
        job.died.connect(self._died)

    def finish(self) -> None:
        """Writes what is pending and returns once that is done, well or not; nobody can type meanwhile."""
        if self._timer.isActive():
            self.save()
        if self._writing:
            loop = QEventLoop(self)
            self.settled.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _done(self) -> None:
        self._over("saved")

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self._over("failed", problems)

    def _died(self) -> None:
        self._over("failed")

    def _over(self, state: State, problems: tuple[Problem, ...] = ()) -> None:
        self._writing = False
        if self._again:
            self.save()
            return
        self.problems = problems
        if not self._timer.isActive():
            self._say(state)
        self.settled.emit()

    def _say(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
