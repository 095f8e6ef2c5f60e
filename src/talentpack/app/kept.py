"""A case kept by the program, open: every act of its session is on the disk before it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from talentpack.app.opening import Opened, check
from talentpack.app.people import passport_name
from talentpack.app.session import Session
from talentpack.app.taking import source
from talentpack.app.world import load
from talentpack.content.answers_write import write_answers
from talentpack.core.actions import Action, fold
from talentpack.core.answers import Answers
from talentpack.core.findings import Assessment
from talentpack.core.problems import Problem, Refused
from talentpack.core.proofs import APPLICANT, ProofRow
from talentpack.core.renames import renamed
from talentpack.worker.protocol import Step

if TYPE_CHECKING:
    from talentpack.casefile.folder import CaseFolder
    from talentpack.casefile.store import StoredFile
    from talentpack.casefile.summary import Summary


class KeptCase:
    """Make one with ``open_case``. ``who`` acts; ``now`` dates what is done."""

    def __init__(self, folder: CaseFolder, now: Callable[[], datetime], who: str) -> None:
        self._folder = folder
        self._now = now
        self._about = folder.store.about()
        actions = folder.store.actions()
        answers = fold(actions)
        world = load(answers.text("scheme") or "ttps", answers.text("purpose") or "entry")
        self.session = Session(world, now, who, renamed(actions, world.forms), self._keep)

    @property
    def id(self) -> str:
        return self._about.get("id", self._folder.path.name)

    @property
    def name(self) -> str:
        """The case's own name, else its applicant's; may be empty."""
        return self._about.get("name") or passport_name(self.session.answers, APPLICANT)

    @property
    def answers(self) -> Answers:
        return self.session.answers

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What did not work at opening, though the case itself is sound."""
        return self._folder.warnings

    def opened(self, on: date | None = None) -> Opened:
        """The case as an answers file gives it. ``on`` beats the filing date; with neither the day is today's."""
        filed = self.answers.text("filing_date")
        day = on or (date.fromisoformat(filed) if filed else self._now().date())
        recipe = write_answers(self.answers, self.session.world.forms)
        return Opened(session=self.session, day=day, folder=self._folder.path, recipe=recipe)

    def take_in(self, path: Path) -> Generator[Step, None, StoredFile]:
        """Copies a file into the vault. Raises Refused."""
        with source(path) as opened:
            return (yield from self._folder.vault.take_in(opened))

    def start(self, values: Answers) -> None:
        """The first act of a new case."""
        self.session.open({each: value for each in values if (value := values.get(each)) is not None})

    def summarise(self) -> None:
        """Rewrites the summary; one that cannot be written is removed, and made again when the case is next opened."""
        from talentpack.casefile.summary import NAME, write_summary  # noqa: PLC0415 - needs a case that is open

        try:
            write_summary(self._folder.path, self.summary())
        except OSError:
            with suppress(OSError):
                (self._folder.path / NAME).unlink()

    def summary(self) -> Summary:
        """The case at a glance, as of its day."""
        from talentpack.casefile.summary import Summary  # noqa: PLC0415 - needs a case that is open

        answers, actions = self.answers, self.session.actions
        assessment, rows = self._standing()
        filed = answers.text("filing_date")
        return Summary(
            id=self.id,
            name=self.name,
            scheme=answers.text("scheme"),
            purpose=answers.text("purpose"),
            route=answers.text("route"),
            verdicts={each.route: each.verdict for each in assessment.routes} if assessment else {},
            proofs=dict(Counter(row.state for row in rows)),
            next_date=filed if filed >= self._now().date().isoformat() else "",
            rules_checked=assessment.rules_checked.isoformat() if assessment else "",
            actions=len(actions),
            changed=actions[-1].at if actions else self._now(),
        )

    def _standing(self) -> tuple[Assessment | None, tuple[ProofRow, ...]]:
        """None and nothing where the day is before the rules."""
        try:
            return check(self.opened())
        except Refused:
            return None, ()

    def _keep(self, action: Action) -> None:
        self._folder.store.append(action)


@contextmanager
def open_case(folder: Path, now: Callable[[], datetime], who: str) -> Iterator[KeptCase]:
    """The case in a folder, this process's alone meanwhile; its summary is rebuilt at the start, and after what was done.

    Raises Refused as ``CaseFolder.open``.
    """
    from talentpack.casefile.folder import CaseFolder  # noqa: PLC0415 - an answers file needs no database

    opened = CaseFolder.open(folder, who, now())
    try:
        case = KeptCase(opened, now, who)
        before = len(case.session.actions)
        case.summarise()
        try:
            yield case
        finally:
            if len(case.session.actions) != before:
                case.summarise()
    finally:
        opened.close()
