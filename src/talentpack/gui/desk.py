"""The window's one way to the case: every change goes through here to the session and is told to everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from talentpack.app.opening import Opened
from talentpack.app.saving import name_from, recipe
from talentpack.app.session import Session
from talentpack.app.taking import files_named, missing_files
from talentpack.core.actions import Action, redoable, undoable
from talentpack.core.answers import Answers
from talentpack.core.findings import Assessment
from talentpack.core.lines import Line
from talentpack.core.papers import Intake
from talentpack.core.problems import Problem, Refused
from talentpack.core.proofs import ProofRow
from talentpack.core.questions import Forms, Page
from talentpack.core.values import Plain
from talentpack.core.words import Words
from talentpack.gui.intakes import Intakes, Then
from talentpack.gui.jobs import Jobs
from talentpack.gui.saver import Saver
from talentpack.gui.standing import Standing, Status


class Desk(QObject):
    """One open case. What it computes from the answers is kept until they change.

    ``folder`` is what the names of evidence files are relative to, as long as the case is open; ``path`` is the
    answers file it is kept in, None for a new case.
    """

    changed = Signal(object)
    """The Action just made."""
    settling = Signal()
    """Whoever still holds back something typed hands it in now."""
    saved_state = Signal(str)
    taken = Signal(str)
    """The key of a paper whose reading began or ended."""
    marked = Signal(str)
    """The id of a page whose status changed without an answer."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a case on screen needs, named in one place
        self,
        session: Session,
        words: Words,
        now: Callable[[], datetime],
        path: Path | None,
        folder: Path,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.words = words
        self.folder = folder
        self.jobs = jobs
        self._now = now
        self._marks: dict[str, Status] = {}
        self._standing: Standing | None = None
        self._intakes = Intakes(jobs, self)
        self._intakes.taken.connect(self._paper_taken)
        self._saver = Saver(jobs, self._text, self)
        self._saver.path = path
        self._saver.state_changed.connect(self.saved_state)

    # What there is.

    @property
    def answers(self) -> Answers:
        return self.session.answers

    @property
    def forms(self) -> Forms:
        return self.session.world.forms

    @property
    def path(self) -> Path | None:
        return self._saver.path

    @property
    def day(self) -> date:
        """The day the rules are read for: the filing date, or today."""
        filed = self.answers.text("filing_date")
        return date.fromisoformat(filed) if filed else self._now().date()

    @property
    def today(self) -> date:
        return self._now().date()

    @property
    def standing(self) -> Standing:
        """Everything the answers lead to: walk, assessment, rows."""
        if self._standing is None:
            self._standing = Standing(self.session.world, self.answers, self.day, self._unusable())
        return self._standing

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.standing.pages

    @property
    def assessment(self) -> Assessment:
        return self.standing.assessment

    @property
    def rows(self) -> tuple[ProofRow, ...]:
        """The proofs wanted, each as it stands with what is attached."""
        return self.standing.rows

    def status(self, page: Page) -> Status:
        """How far a page is; a mark set by `mark` comes first, and for the room of evidence the proofs decide."""
        if page.id in self._marks:
            return self._marks[page.id]
        return self.standing.statuses.get(page.id, "not_started")

    def mark(self, page: str, status: Status | None) -> None:
        """Says how a page stands beyond its answers (errors shown, an export under way); None: nothing more to say."""
        if status != self._marks.get(page):
            if status is None:
                del self._marks[page]
            else:
                self._marks[page] = status
            self.marked.emit(page)

    def snapshot(self) -> Opened:
        """The case as it stands, for long work that must not see later changes."""
        self.settling.emit()
        session = Session(self.session.world, self._now)
        session.open({address: value for address in self.answers if (value := self.answers.get(address)) is not None})
        return Opened(session=session, day=self.day, folder=self.folder, recipe=self._text(self.folder / "case.toml"))

    # What is done.

    def answer(self, address: str, raw: object | None, *, going_on: bool = False) -> Problem | None:
        """Sets an answer, or takes it away (None); refused, it changes nothing. ``going_on``: undone as one until `rest`."""
        try:
            value = self.session.canonical(address, raw)
        except Refused as refused:
            return refused.problems[0]
        if value != self.answers.get(address):
            self._made(self.session.answer(address, value, going_on=going_on))
        return None

    def rest(self) -> None:
        """A field was left: what is typed next is undone by itself."""
        self.session.rest()

    def add(self, listed: str) -> str:
        """The id of a new, empty record."""
        action = self.session.add(listed)
        self._made(action)
        return self.answers.ids(listed)[-1]

    def remove(self, listed: str, record: str) -> None:
        self._made(self.session.remove(listed, record))

    def move(self, listed: str, record: str, to: int) -> None:
        self._made(self.session.move(listed, record, to))

    def say_empty(self, listed: str, said: bool) -> None:
        """Says, or no longer says, that there is none of a list."""
        self._made(self.session.say_empty(listed, said))

    def attach(self, fields: Mapping[str, Plain]) -> str:
        """The id of a new paper; ``fields`` are canonical (``file``, ``proof``, ``for`` …)."""
        self._made(self.session.attach(fields))
        return self.answers.ids("evidence")[-1]

    def edit_evidence(self, record: str, fields: Mapping[str, Plain | None]) -> None:
        self._made(self.session.edit_evidence(record, fields))

    def set_aside(self, proof: str, target: str, reason: str) -> None:
        """Says why a proof does not apply; an empty reason takes that back."""
        self._made(self.session.set_aside(proof, target, reason))

    @property
    def can_undo(self) -> bool:
        return undoable(self.session.actions) is not None

    @property
    def can_redo(self) -> bool:
        return redoable(self.session.actions) is not None

    def undo(self) -> None:
        self.settling.emit()
        self._made(self.session.undo())

    def redo(self) -> None:
        self.settling.emit()
        self._made(self.session.redo())

    # Where it is kept.

    @property
    def state(self) -> str:
        """As told by ``saved_state``."""
        return self._saver.state

    @property
    def not_saved(self) -> tuple[Problem, ...]:
        """Why the last save failed."""
        return self._saver.problems

    @property
    def pending(self) -> bool:
        """Whether a change is still on its way to the disk."""
        return self._saver.pending

    def save(self) -> None:
        self.settling.emit()
        self._saver.save()

    def save_as(self, path: Path) -> None:
        self.settling.emit()
        self._saver.path = path
        self._saver.save()

    def close(self) -> None:
        """Writes what is pending, and ends all other work: the case is left."""
        self.finish()
        self._intakes.close()
        self.jobs.close()

    def finish(self) -> None:
        """Returns once every change so far is on the disk, or failed to get there."""
        self.settling.emit()
        self._saver.finish()

    # Papers.

    def name_of(self, path: Path) -> str:
        """A dropped file's name as an evidence item holds it."""
        return name_from(path, self.folder)

    def path_of(self, key: str) -> Path | None:
        """The file a paper's key names; None when the paper names none."""
        name = self.answers.text(f"evidence/{key}")
        return self.folder / name if name else None

    def take(self, key: str) -> None:
        """Has a paper read, unless that was done."""
        path = self.path_of(key)
        if path is not None:
            self._intakes.take(key, path)

    def stop_taking(self, key: str) -> None:
        self._intakes.leave(key)

    def taking(self, key: str) -> bool:
        return self._intakes.reading(key)

    def intake(self, key: str) -> Intake | None:
        path = self.path_of(key)
        return self._intakes.intake(key, path) if path else None

    def refusal(self, key: str) -> tuple[Problem, ...]:
        """Why a paper's file could not be read at all; empty otherwise."""
        path = self.path_of(key)
        return self._intakes.refusal(key, path) if path else ()

    def pixels(self, key: str, page: int, width: int, then: Then) -> None:
        """Calls ``then`` with the picture of a page of a paper taken in; nothing for one that was not."""
        intake = self.intake(key)
        if intake is not None:
            self._intakes.pixels(intake, page, width, then)

    # Within.

    def _made(self, action: Action | None) -> None:
        if action is None or (not action.changes and action.reverses is None):
            return
        self._standing = None
        self._saver.changed()
        self.changed.emit(action)

    def _paper_taken(self, key: str) -> None:
        unusable = self._unusable()
        if self._standing is not None and self._standing.unusable != unusable:
            self._standing = self._standing.with_unusable(unusable)
        self.taken.emit(key)

    def _text(self, path: Path) -> str:
        return recipe(self.answers, self.forms, self.folder, path.parent)

    def _unusable(self) -> dict[str, Line]:
        missing = dict(missing_files(self.answers, self.folder))
        for key, name in files_named(self.answers):
            reason = self._intakes.unusable(key, self.folder / name)
            if reason is not None:
                missing[key.split("/", maxsplit=1)[0]] = reason
        return missing
