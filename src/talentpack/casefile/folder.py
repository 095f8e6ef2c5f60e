"""A case's folder as one thing: opened, it is this process's alone until it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from talentpack.casefile import lock
from talentpack.casefile.disk import make_folder
from talentpack.casefile.failures import file_failures, held
from talentpack.casefile.snapshots import take_snapshot
from talentpack.casefile.store import Store
from talentpack.casefile.vault import Vault
from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem, Refused, refuse

DATABASE, EVIDENCE, SNAPSHOTS = "case.db", "evidence", "snapshots"


class CaseFolder:
    """``<cases>/<id>/``: its store and its vault, open. Make one with ``create`` or ``open``; close it."""

    def __init__(self, path: Path, store: Store) -> None:
        self.path = path
        self.store = store
        self.vault = Vault(path / EVIDENCE, store)
        self.warnings: tuple[Problem, ...] = ()
        """What did not work at opening, though the case itself is sound."""

    @classmethod
    def create(cls, path: Path, about: Mapping[str, str]) -> CaseFolder:
        """A new, empty case. Raises Refused."""
        with file_failures():
            make_folder(path)
        return cls(path, Store.create(path / DATABASE, about))

    @classmethod
    def open(cls, path: Path, who: str, now: datetime) -> CaseFolder:
        """Opens a case, sweeps what was never finished, and keeps a copy of how it is now.

        Raises Refused: as ``Store.open``; a case open elsewhere says where.
        """
        try:
            store = Store.open(path / DATABASE)
        except Refused as refused:
            holder = lock.read_lock(path)
            if holder and refused.problems[0].code == "case.open_elsewhere":
                raise held(path / DATABASE, holder.said()) from refused
            raise
        case = cls(path, store)
        try:
            case._settle(who, now)
        except BaseException:
            store.close()
            raise
        return case

    def close(self) -> None:
        """Lets go of the case."""
        try:
            with file_failures():
                lock.remove_lock(self.path)
        finally:
            self.store.close()

    def _settle(self, who: str, now: datetime) -> None:
        holder = lock.read_lock(self.path)
        if holder is not None and lock.elsewhere(holder):
            raise _on_another_computer(self.path, holder)
        with file_failures():
            lock.write_lock(self.path, lock.this_process(who, now))
        self.vault.sweep()
        missing = len(self.vault.missing())
        self.warnings = (_papers_missing(missing),) if missing else ()
        try:
            take_snapshot(self.store, self.path / SNAPSHOTS, now)
        except Refused as refused:  # without a new copy the case is as good as before
            self.warnings += tuple(map(_without_copy, refused.problems))


def _papers_missing(count: int) -> Problem:
    what = Line(
        template=N_("{n} paper of the case is gone from its folder, or no longer whole."),
        plural=N_("{n} papers of the case are gone from its folder, or no longer whole."),
        values={"n": count},
    )
    remedy = line(N_("Attach the same file again: known by its contents, it takes its old place."))
    return Problem(code="case.papers_missing", what=what, remedy=remedy)


def _without_copy(problem: Problem) -> Problem:
    return Problem(
        code="case.no_snapshot",
        what=line(N_("No copy of the case as it was when it was opened could be kept.")),
        remedy=problem.remedy,
    )


def _on_another_computer(path: Path, holder: lock.Holder) -> Refused:
    return refuse(
        "case.open_elsewhere",
        holder.said(),
        line(
            N_("Close it there. If that computer is switched off for good, remove the file {file} and try again."),
            file=str(path / lock.NAME),
        ),
        path.name,
    )
