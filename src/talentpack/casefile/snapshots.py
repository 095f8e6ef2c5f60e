"""Earlier states of the database, thinned with age."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from talentpack.casefile.disk import make_folder
from talentpack.casefile.failures import file_failures
from talentpack.casefile.store import Store

APART = timedelta(minutes=10)
"""A case opened again sooner than this is not copied again."""

_NEWEST, _DAYS, _WEEKS = 6, 14, 26
_NAME = re.compile(r"(\d{8}T\d{6})Z-(\d+)\.db")


class Snapshot(NamedTuple):
    """A copy made at ``at`` (UTC), with all actions up to number ``last``."""

    at: datetime
    last: int
    path: Path


def snapshots(folder: Path) -> tuple[Snapshot, ...]:
    """What there is, newest first."""
    found = (
        Snapshot(datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC), int(match[2]), path)
        for path in folder.glob("*.db")
        if (match := _NAME.fullmatch(path.name))
    )
    return tuple(sorted(found, reverse=True))


def take_snapshot(store: Store, folder: Path, now: datetime) -> Snapshot | None:
    """Copies the case unless nothing changed since the newest copy, or that is not ten minutes old. Raises Refused."""
    at, last = now.astimezone(UTC).replace(microsecond=0), store.last()
    before = snapshots(folder)
    if not last or (before and (before[0].last == last or timedelta() <= at - before[0].at < APART)):
        return None
    with file_failures():
        make_folder(folder)
        for part in folder.glob("*.part"):
            part.unlink()
    path = folder / f"{at:%Y%m%dT%H%M%S}Z-{last}.db"
    store.copy_to(path)
    taken = Snapshot(at, last, path)
    with file_failures():
        for each in superfluous((taken, *before)):
            each.path.unlink()
    return taken


def superfluous(found: Iterable[Snapshot]) -> tuple[Snapshot, ...]:
    """All but the newest six, the last of each of fourteen days and the last of each of twenty-six weeks."""
    newest_first = sorted(set(found), reverse=True)
    kept = set(newest_first[:_NEWEST])
    for count, period in ((_DAYS, "%Y-%m-%d"), (_WEEKS, "%G-%V")):
        by_period: dict[str, Snapshot] = {}
        for each in newest_first:
            by_period.setdefault(each.at.strftime(period), each)
        kept |= set(list(by_period.values())[:count])
    return tuple(each for each in newest_first if each not in kept)
