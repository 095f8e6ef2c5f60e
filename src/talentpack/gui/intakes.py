"""What readers said about the papers of the open case, and pictures of their pages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from talentpack.app.taking import render, take_in
from talentpack.core.lines import Line
from talentpack.core.papers import Intake, Pixels
from talentpack.core.problems import Problem
from talentpack.gui.jobs import Job, Jobs
from talentpack.worker.protocol import Step

Then = Callable[[QImage], None]
_Picture = tuple[str, int, int]

PICTURES = 200
"""Pages kept as pictures: a thumbnail has 50 kB, a page to read 5 MB; old ones go first."""


class Intakes(QObject):
    """By key, ``<evidence id>/<file|translation>``. An intake belongs to the file the key named when it was read."""

    taken = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._found: dict[str, tuple[Path, Intake | tuple[Problem, ...]]] = {}
        self._reading: dict[str, tuple[Path, Job]] = {}
        self._pictures: OrderedDict[_Picture, QImage] = OrderedDict()
        self._asked: dict[_Picture, list[Then]] = {}
        self._drawing: dict[_Picture, Job] = {}

    def intake(self, key: str, path: Path) -> Intake | None:
        """What the reader said; None while it has not, or when the file could not even be read."""
        found = self._at(key, path)
        return found if isinstance(found, Intake) else None

    def refusal(self, key: str, path: Path) -> tuple[Problem, ...]:
        """Why the file could not be read at all; empty otherwise."""
        found = self._at(key, path)
        return found if isinstance(found, tuple) else ()

    def reading(self, key: str) -> bool:
        return key in self._reading

    def unusable(self, key: str, path: Path) -> Line | None:
        """Why the file cannot be used, as far as it was read."""
        found = self._at(key, path)
        if isinstance(found, Intake):
            return found.reason if found.verdict != "ready" else None
        return found[0].what if found else None

    def take(self, key: str, path: Path) -> None:
        """Has the file read, unless it was or is being read."""
        if self._at(key, path) is not None or self._reading.get(key, (None, None))[0] == path:
            return
        self.leave(key)
        job = self._jobs.read(lambda: take_in(path))
        self._reading[key] = (path, job)
        job.done.connect(partial(self._keep, key, path))
        job.refused.connect(partial(self._keep, key, path))
        job.died.connect(partial(self._drop, key))
        self.taken.emit(key)

    def leave(self, key: str) -> None:
        """Stops reading."""
        _, job = self._reading.pop(key, (None, None))
        if job is not None:
            job.cancel()

    def close(self) -> None:
        """Stops everything; nobody is told any more."""
        for key in list(self._reading):
            self.leave(key)
        for job in self._drawing.values():
            job.cancel()
        self._drawing.clear()
        self._asked.clear()

    def pixels(self, intake: Intake, page: int, width: int, then: Then) -> None:
        """Calls ``then`` with a page (1-based) as a picture ``width`` wide, at once or later; null if it cannot be drawn."""
        wanted = (intake.sha256, page, width)
        if wanted in self._pictures:
            self._pictures.move_to_end(wanted)
            then(self._pictures[wanted])
            return
        if wanted in self._asked:
            self._asked[wanted].append(then)
            return
        self._asked[wanted] = [then]
        job = self._drawing[wanted] = self._jobs.read(lambda: _draw(intake, page, width))
        job.done.connect(partial(self._drawn, wanted))
        job.refused.connect(partial(self._not_drawn, wanted))
        job.died.connect(partial(self._not_drawn, wanted))

    def _at(self, key: str, path: Path) -> Intake | tuple[Problem, ...] | None:
        read, found = self._found.get(key, (None, None))
        return found if read == path else None

    def _keep(self, key: str, path: Path, found: Intake | tuple[Problem, ...]) -> None:
        self._found[key] = (path, found)
        self._drop(key)

    def _drop(self, key: str, _: object = None) -> None:
        self._reading.pop(key, None)
        self.taken.emit(key)

    def _drawn(self, wanted: _Picture, pixels: Pixels) -> None:
        size = (pixels.width, pixels.height, 3 * pixels.width)
        picture = QImage(pixels.rgb, *size, QImage.Format.Format_RGB888).copy() if pixels.rgb else QImage()
        self._pictures[wanted] = picture
        while len(self._pictures) > PICTURES:
            self._pictures.popitem(last=False)
        self._deliver(wanted, picture)

    def _not_drawn(self, wanted: _Picture, _: object = None) -> None:
        self._deliver(wanted, QImage())

    def _deliver(self, wanted: _Picture, picture: QImage) -> None:
        self._drawing.pop(wanted, None)
        for then in self._asked.pop(wanted, ()):
            then(picture)


def _draw(intake: Intake, page: int, width: int) -> Generator[Step, None, Pixels]:
    return render(intake, page, width)
