"""Who has a case open: a file for the sentence. What keeps others out is SQLite's lock on the database."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import msgspec

from talentpack.casefile.disk import replace_file
from talentpack.core.lines import N_, Day, Line, line
from talentpack.core.values import Value

NAME = "case.lock"
_LARGEST = 4096


class Holder(Value, frozen=True, kw_only=True):
    """A process that has the case open, on which computer, since when."""

    who: str
    host: str
    process: int
    since: datetime

    def said(self) -> Line:
        template = N_("The case is open: {who} on {host}, since {day}, {time} (process {process}).")
        return line(
            template,
            who=self.who or "?",
            host=self.host or "?",
            day=Day(date=self.since.date()),
            time=self.since.strftime("%H:%M"),
            process=str(self.process),
        )


def this_process(who: str, now: datetime) -> Holder:
    return Holder(who=who, host=_host(), process=os.getpid(), since=now)


def read_lock(folder: Path) -> Holder | None:
    """Whoever wrote the lock file last; None without one, or when it cannot be read."""
    try:
        with (folder / NAME).open("rb") as file:
            return msgspec.json.decode(file.read(_LARGEST), type=Holder)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def write_lock(folder: Path, holder: Holder) -> None:
    """Raises OSError."""
    replace_file(folder / NAME, msgspec.json.encode(holder))


def remove_lock(folder: Path) -> None:
    (folder / NAME).unlink(missing_ok=True)


def elsewhere(holder: Holder) -> bool:
    """Whether the holder is on another computer, whose locks may not reach this one."""
    return holder.host != _host()


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
