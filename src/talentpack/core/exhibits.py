"""The one place that numbers exhibits."""

from __future__ import annotations

from collections.abc import Iterable

from talentpack.core.dates import PartialDate
from talentpack.core.lines import Line
from talentpack.core.papers import OutlineEntry
from talentpack.core.values import Value

DEPENDANTS = "F"


class Sheaf(Value, frozen=True, kw_only=True):
    """Pages taken from one cleaned file.

    ``pages`` are page numbers of the original as taken in (1-based), in the order wanted; ``rotate`` turns some of
    them by 90, 180 or 270 degrees clockwise. ``sha256`` and ``size`` are those of the original file.
    """

    path: str
    name: str
    sha256: str
    size: int
    pages: tuple[int, ...]
    rotate: dict[int, int] = {}
    outline: tuple[OutlineEntry, ...] = ()
    flags: tuple[str, ...] = ()
    picture: str = ""


class Filed(Value, frozen=True, kw_only=True):
    """A paper ready to be numbered. ``sheaves`` are the paper and then its translation.

    ``order`` is its proof's place in the official order, ``person`` 0 for the applicant and 1, 2 … for dependants,
    ``record`` the position of what it proves, ``taken`` the position in which it was taken in.
    """

    evidence: str
    proof: str
    section: str
    slot: str
    title: Line
    date: PartialDate | None
    sheaves: tuple[Sheaf, ...]
    order: int
    person: int
    record: int
    taken: int


class Exhibit(Value, frozen=True, kw_only=True):
    """A numbered paper: ``B2``, or ``F1.3`` for the third paper of the first dependant."""

    number: str
    paper: Filed

    @property
    def section(self) -> str:
        return self.number[0]

    @property
    def page_count(self) -> int:
        return sum(len(sheaf.pages) for sheaf in self.paper.sheaves)


def number(papers: Iterable[Filed]) -> tuple[Exhibit, ...]:
    """Numbers papers by section, order, person, record and the order taken in; dependants as person.paper."""
    exhibits = []
    counts: dict[str, int] = {}
    for paper in sorted(papers, key=_place):
        group = f"{DEPENDANTS}{paper.person}." if paper.person else paper.section
        counts[group] = counts.get(group, 0) + 1
        exhibits.append(Exhibit(number=f"{group}{counts[group]}", paper=paper))
    return tuple(exhibits)


def _place(paper: Filed) -> tuple[str, int, str, int, int, int]:
    group = DEPENDANTS if paper.person else paper.section
    return group, paper.person, paper.section, paper.order, paper.record, paper.taken
