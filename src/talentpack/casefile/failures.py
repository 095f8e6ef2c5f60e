"""What can go wrong with a case on disk, as sentences."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Refused, refuse

_FULL = line(N_("the disk is full"))
_UNWRITABLE = line(N_("its folder cannot be written to"))
_FAILED = line(N_("the disk reported a fault"))


@contextmanager
def database_failures(path: Path) -> Iterator[None]:
    """Turns what SQLite reports into Refused."""
    try:
        yield
    except (apsw.BusyError, apsw.LockedError) as error:
        raise held(path) from error
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise damaged(path) from error
    except apsw.CantOpenError as error:
        raise (not_saved(_UNWRITABLE) if path.exists() else not_there(path)) from error
    except apsw.FullError as error:
        raise not_saved(_FULL) from error
    except (apsw.ReadOnlyError, apsw.PermissionsError) as error:
        raise not_saved(_UNWRITABLE) from error
    except apsw.Error as error:
        raise not_saved(_FAILED) from error


@contextmanager
def file_failures() -> Iterator[None]:
    """The same for what the system reports of a file."""
    try:
        yield
    except OSError as error:
        raise not_saved(line(N_("{why}"), why=os.strerror(error.errno or 0))) from error


def not_saved(why: Line) -> Refused:
    return refuse(
        "case.not_saved",
        line(N_("The case could not be saved: {why}."), why=why),
        line(
            N_("Make room, or see that its folder may be written to, then do it again. What was saved before is safe.")
        ),
    )


def not_there(path: Path) -> Refused:
    return refuse(
        "case.not_there",
        line(N_("The folder of the case holds no case.")),
        line(N_("Look whether it was moved: {folder}."), folder=str(path.parent)),
    )


def damaged(path: Path) -> Refused:
    """Nothing of a damaged case is touched."""
    return refuse(
        "case.damaged",
        line(N_("The case is damaged and was not opened; nothing in it was changed.")),
        line(
            N_("Run talentpack recover {case}: it keeps the damaged file, and goes back to the newest earlier state."),
            case=path.parent.name,
        ),
        path.parent.name,
    )


def newer() -> Refused:
    return refuse(
        "case.newer",
        line(N_("The case was written by a newer release of this program.")),
        line(N_("Install the newest release and open it with that; nothing was changed.")),
    )


def changed() -> Refused:
    return refuse(
        "case.changed",
        line(N_("The case on disk is not as it was when it was opened.")),
        line(N_("Close it and open it again.")),
    )


def held(path: Path, where: Line | None = None) -> Refused:
    """Somebody else has the case open; ``where`` says who, if that is known."""
    what = where or line(N_("The case is open elsewhere."))
    return refuse("case.open_elsewhere", what, line(N_("Close it there, then try again.")), path.parent.name)
