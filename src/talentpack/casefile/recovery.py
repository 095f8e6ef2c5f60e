"""Back to the newest earlier state of a damaged case. What is damaged is set aside, never deleted."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from talentpack.casefile.disk import sync_folder
from talentpack.casefile.failures import file_failures
from talentpack.casefile.folder import DATABASE, SNAPSHOTS
from talentpack.casefile.snapshots import Snapshot, snapshots
from talentpack.casefile.store import Store
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused, refuse

_JOURNAL = "-journal"
_BROKEN = ("case.damaged", "case.not_there")


def recover(folder: Path, now: datetime) -> tuple[Snapshot, Path | None]:
    """Puts the newest sound snapshot in the place of a damaged database: the snapshot, and where the damaged file is now.

    Raises Refused: ``case.sound`` when there is nothing to recover, ``case.no_earlier_state``, ``case.open_elsewhere``.
    """
    database = folder / DATABASE
    if not _broken(database):
        raise refuse(
            "case.sound",
            line(N_("The case is not damaged.")),
            line(N_("Use undo to take back what was done.")),
            folder.name,
        )
    fresh = database.with_name(f"{DATABASE}.recovered")
    used = next((each for each in snapshots(folder / SNAPSHOTS) if _copied(each.path, fresh)), None)
    if used is None:
        raise refuse(
            "case.no_earlier_state",
            line(N_("No sound earlier state of the case was kept.")),
            line(
                N_("Keep {folder}: its papers are whole, and the damaged file may still be read by an expert."),
                folder=str(folder),
            ),
            folder.name,
        )
    with file_failures():
        aside = _set_aside(database, now)
        fresh.replace(database)
        sync_folder(folder)
    return used, aside


def _broken(database: Path) -> bool:
    """Whether a database cannot be opened, or its actions make no sense."""
    try:
        store = Store.open(database)
    except Refused as refused:
        if refused.problems[0].code in _BROKEN:
            return True
        raise
    try:
        return not _sound(store)
    finally:
        store.close()


def _copied(snapshot: Path, target: Path) -> bool:
    """Whether a snapshot was sound and is copied."""
    try:
        store = Store.open(snapshot)
    except Refused as refused:
        if refused.problems[0].code in _BROKEN:
            return False
        raise
    try:
        if not _sound(store):
            return False
        store.copy_to(target)
    finally:
        store.close()
    return True


def _sound(store: Store) -> bool:
    try:
        store.actions()
    except Refused as refused:
        if refused.problems[0].code in _BROKEN:
            return False
        raise
    return True


def _set_aside(database: Path, now: datetime) -> Path | None:
    """The damaged file's new place, its journal beside it; None when there was no file."""
    aside = database.with_name(f"damaged-{now.astimezone(UTC):%Y%m%dT%H%M%S}Z.db")
    if not database.exists():
        return None
    journal = database.with_name(database.name + _JOURNAL)
    if journal.exists():
        journal.rename(aside.with_name(aside.name + _JOURNAL))
    database.rename(aside)
    sync_folder(database.parent)
    return aside
