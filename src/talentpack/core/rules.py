"""The rules of one scheme as read from its folder, strictly, by `content`."""

from __future__ import annotations

from datetime import date
from typing import Literal

from talentpack.core.conditions import Condition
from talentpack.core.figures import Figure, Source
from talentpack.core.lines import Line
from talentpack.core.universities import University
from talentpack.core.values import Value

Comparison = Literal["is", "one_of", "none_of", "at_least", "at_most", "below", "age_at_least", "age_below", "words"]
Per = Literal["applicant", "dependant", "income", "degree", "job"]


class Said(Value, frozen=True, kw_only=True):
    """What a word of a fact means: its outcome, the reason, and the source where it is not the criterion's own."""

    outcome: Literal["met", "not_met", "not_yet_known", "advice", "noted"]
    reason: Line
    source: str = ""


class Criterion(Value, frozen=True, kw_only=True):
    """A rule: an answer or a fact, compared, with a sentence for every outcome.

    Exactly one of ``answer`` and ``fact`` is given. ``by`` says how: a comparison with ``figure`` or ``value``, or
    ``words``: the fact returns one of ``words``. ``fails_as`` softens a failure. ``since``/``until`` bound its days.
    ``figure`` is shown with the finding, and compared with where ``by`` compares.
    """

    id: str
    title: Line
    source: str
    routes: tuple[str, ...] = ()
    dependants: bool = False
    answer: str = ""
    fact: str = ""
    by: Comparison = "words"
    figure: str = ""
    value: str | bool | tuple[str, ...] = ""
    fails_as: Literal["not_met", "advice", "noted"] = "not_met"
    met: Line | None = None
    not_met: Line | None = None
    unknown: Line | None = None
    advice: Line | None = None
    words: dict[str, Said] = {}
    also: tuple[str, ...] = ()
    concerns: Condition | None = None
    since: date | None = None
    until: date | None = None


class ProofRule(Value, frozen=True, kw_only=True):
    """A kind of evidence and when it is wanted. ``order`` is its place among the exhibits of its section."""

    id: str
    per: Per
    section: str
    slot: str
    title: Line
    accepts: Line
    source: str
    order: int
    when: Condition | None = None
    required: Literal["yes", "advised"] = "yes"
    parts: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


class SlotRule(Value, frozen=True, kw_only=True):
    """A place of the online form: what it takes. ``max_bytes`` a file; without ``colour`` a scan may be made grey."""

    id: str
    title: Line
    formats: tuple[str, ...]
    max_bytes: int
    max_files: int
    source: str
    checked: date
    colour: bool = False


class Scheme(Value, frozen=True, kw_only=True):
    """A scheme's own names. ``best_of`` says which list's record a route is assessed with; ``lists`` names all lists.

    ``purposes`` are what can be applied for (entry, extension).
    """

    id: str
    title: Line
    routes: dict[str, Line]
    sections: dict[str, Line]
    first_day: date
    best_of: dict[str, str] = {}
    lists: tuple[str, ...] = ()
    purposes: dict[str, Line] = {}

    def knows(self, name: str) -> bool:
        """Whether a name is one of the scheme's lists of records."""
        return name in self.lists


class Rules(Value, frozen=True, kw_only=True):
    """Everything `content` reads from ``resources/schemes/<id>/``."""

    scheme: Scheme
    sources: dict[str, Source]
    figures: dict[str, Figure]
    criteria: tuple[Criterion, ...]
    proofs: tuple[ProofRule, ...]
    slots: dict[str, SlotRule]
    universities: tuple[University, ...]
