"""Expected failures: what happened and what to do, as values that carry no private data in their text form."""

from __future__ import annotations

from collections.abc import Iterable

from talentpack.core.lines import Line
from talentpack.core.values import Value


class Problem(Value, frozen=True, kw_only=True):
    """One thing that is wrong.

    ``code`` is permanent and never translated ("answers.unknown_key"); ``ref`` is an address, a file's own name or
    a place in a data file; ``what`` says what is wrong and ``remedy`` what to do about it.
    """

    code: str
    what: Line
    remedy: Line
    ref: str = ""

    def __str__(self) -> str:
        return f"{self.code} {self.ref}".rstrip()


class Refused(Exception):  # noqa: N818 - it names what happened to the request, and is never a defect
    """Raised with one or more Problems. Its text is codes and places only, so that a log stays clean."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(str(problem) for problem in self.problems))


def refuse(code: str, what: Line, remedy: Line, ref: str = "") -> Refused:
    """One Problem, ready to be raised."""
    return Refused(Problem(code=code, what=what, remedy=remedy, ref=ref))
