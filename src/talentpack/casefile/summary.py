"""``summary.json``: what a list of cases shows without opening them. Never the truth; rebuilt whenever a case is opened."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from talentpack.casefile.disk import replace_file
from talentpack.core.values import Value

NAME = "summary.json"
_LARGEST = 1 << 16


class Summary(Value, frozen=True, kw_only=True):
    """A case at a glance. ``verdicts`` by route, ``proofs`` counted by state; ``next_date`` is ISO or empty.

    ``name`` is the case's own or its applicant's. ``rules_checked`` is the day the rules it was assessed by were
    last compared with their sources; ``actions`` tells whether it still speaks of the newest act.
    """

    id: str
    name: str
    scheme: str
    purpose: str
    route: str
    verdicts: dict[str, str]
    proofs: dict[str, int]
    next_date: str
    rules_checked: str
    actions: int
    changed: datetime


def read_summary(folder: Path) -> Summary | None:
    """None when there is none, or it is not one of this release."""
    try:
        with (folder / NAME).open("rb") as file:
            return msgspec.json.decode(file.read(_LARGEST), type=Summary)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def write_summary(folder: Path, summary: Summary) -> None:
    """Raises OSError."""
    replace_file(folder / NAME, msgspec.json.format(msgspec.json.encode(summary), indent=2))
