"""Long work beside the window: a generator of steps driven in a thread. The only file that starts threads."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from talentpack.app.jobs import end_workers
from talentpack.core.problems import Problem, Refused
from talentpack.worker.protocol import Step

Work = Callable[[], Generator[Step, None, Any]]

READERS = 2
"""Readers at once: the usual machine has few cores, and each reader may take 2 GB."""


class _Outcome(NamedTuple):
    """How work ended: exactly one is set; ``cancelled`` when nobody wants the rest."""

    result: Any = None
    problems: tuple[Problem, ...] = ()
    died: str = ""
    cancelled: bool = False


class _Thread(QThread):
    stepped = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.outcome = _Outcome(cancelled=True)

    def run(self) -> None:
        try:
            with closing(self._work()) as running:
                self.outcome = self._drive(running)
        except Refused as refused:
            self.outcome = _Outcome(problems=refused.problems)
        except Exception as error:  # noqa: BLE001 - told in the window; an exception out of run() would end the program
            self.outcome = _Outcome(died=str(getattr(error, "reason", type(error).__name__)))

    def _drive(self, running: Generator[Step, None, Any]) -> _Outcome:
        while not self.isInterruptionRequested():
            try:
                self.stepped.emit(next(running))
            except StopIteration as stop:
                return _Outcome(result=stop.value)
        return _Outcome(cancelled=True)


class Job(QObject):
    """One piece of work. Every signal arrives in the thread this object lives in, the window's.

    Exactly one of ``done`` (the generator's result), ``refused`` (its Problems), ``died`` (a worker's reason, or the
    type of what went wrong) and ``cancelled`` comes, then ``ended``.
    """

    step = Signal(object)
    done = Signal(object)
    refused = Signal(object)
    died = Signal(str)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None
        self._unwanted = False

    @property
    def running(self) -> bool:
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Calls ``work`` in a thread and drives what it returns to its end."""
        self._thread = _Thread(work, self)
        self._thread.stepped.connect(self._stepped)
        self._thread.finished.connect(self._finished)
        self._thread.start()

    def cancel(self) -> None:
        """Closes the generator at its next step, so that its ``finally`` cleans up."""
        self._unwanted = True
        if self._thread is not None:
            self._thread.requestInterruption()

    def wait(self) -> None:
        """Blocks until the thread is gone; what it found is still told afterwards."""
        if self._thread is not None:
            self._thread.wait()

    @property
    def unwanted(self) -> bool:
        return self._unwanted

    def _stepped(self, step: Step) -> None:
        self.step.emit(step)

    def _finished(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:
            return
        thread.wait()
        self.tell(thread.outcome)
        thread.deleteLater()

    def tell(self, outcome: _Outcome) -> None:
        """Says how the work ended."""
        if outcome.cancelled or self._unwanted:
            self.cancelled.emit()
        elif outcome.problems:
            self.refused.emit(outcome.problems)
        elif outcome.died:
            self.died.emit(outcome.died)
        else:
            self.done.emit(outcome.result)
        self.ended.emit()


class Jobs(QObject):
    """All work of a window. Jobs are kept here until they have ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[Job] = []
        self._waiting: list[tuple[Job, Work]] = []
        self._readers: list[Job] = []

    @property
    def busy(self) -> bool:
        """Whether any work is under way or waits its turn."""
        return bool(self._running)

    def begin(self, work: Work) -> Job:
        """Starts now. Signals may be connected afterwards: they come through the event loop."""
        job = self._new()
        job.start(work)
        return job

    def read(self, work: Work) -> Job:
        """A reader's work: at most READERS at once, in the order they came."""
        job = self._new()
        self._waiting.append((job, work))
        self._next()
        return job

    def close(self) -> None:
        """Cancels everything and waits until no thread is left."""
        self._waiting.clear()
        for job in list(self._running):
            job.cancel()
        end_workers()
        for job in list(self._running):
            job.wait()

    def _new(self) -> Job:
        job = Job(self)
        self._running.append(job)
        job.ended.connect(self._ended)
        return job

    def _next(self) -> None:
        while self._waiting and len(self._readers) < READERS:
            job, work = self._waiting.pop(0)
            if job.unwanted:
                job.tell(_Outcome(cancelled=True))
                continue
            self._readers.append(job)
            job.start(work)

    def _ended(self) -> None:
        job = self.sender()
        if not isinstance(job, Job):
            return
        self._running.remove(job)
        if job in self._readers:
            self._readers.remove(job)
        job.deleteLater()
        self._next()
