"""What a fact is given: the answers, the day, the rules, and a focus on one record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from talentpack.core.answers import Answers
from talentpack.core.dates import PartialDate, partial
from talentpack.core.figures import Entry
from talentpack.core.results import Missing
from talentpack.core.rules import Rules
from talentpack.core.values import Plain


class Case:
    """A case on a day, read by name: ``applicant.birth_date``; with ``at("degree", "r1")``, ``degree.level``.

    ``route`` is the route being assessed. ``figures_read`` collects the figures a fact looked at, for the audit.
    """

    def __init__(
        self,
        answers: Answers,
        day: date,
        rules: Rules,
        route: str = "",
        focus: Mapping[str, str] | None = None,
        figures_read: set[str] | None = None,
    ) -> None:
        self.answers = answers
        self.day = day
        self.rules = rules
        self.route = route
        self._focus = dict(focus or {})
        self.figures_read: set[str] = set() if figures_read is None else figures_read

    def at(self, listed: str, record: str) -> Case:
        """The same case with names of ``listed`` meaning this record."""
        focus = {**self._focus, listed: record}
        return Case(self.answers, self.day, self.rules, self.route, focus, self.figures_read)

    def on_route(self, route: str) -> Case:
        """The same case assessed for another route."""
        return Case(self.answers, self.day, self.rules, route, self._focus, self.figures_read)

    def focus(self, listed: str) -> str:
        """The id of the record in focus, empty for none."""
        return self._focus.get(listed, "")

    def address(self, name: str) -> str:
        """The address a name means here: ``degree.level`` → ``degree/r1/level``; the list itself while it is empty."""
        head, *rest = name.split(".")
        record = self._focus.get(head)
        if record is None and rest and self.rules.scheme.knows(head):
            return head
        return "/".join([head, record, *rest] if record and rest else [head, *rest])

    def get(self, name: str) -> Plain | None:
        """The answer, or None when not answered."""
        return self.answers.get(self.address(name))

    def need(self, name: str) -> Plain:
        """The answer; raises Missing when not answered."""
        value = self.get(name)
        if value is None:
            raise Missing(self.address(name))
        return value

    def text(self, name: str) -> str:
        """A text answer; empty when not answered."""
        value = self.get(name)
        return value if isinstance(value, str) else ""

    def yes_no(self, name: str) -> bool | None:
        """A yes or no; None when not answered. A missing answer is never a no."""
        value = self.get(name)
        return value if isinstance(value, bool) else None

    def date(self, name: str) -> PartialDate | None:
        """A date or partial date; None when not answered."""
        text = self.text(name)
        return partial(text) if text else None

    def decimal(self, name: str) -> Decimal | None:
        """Money or a number; None when not answered."""
        text = self.text(name)
        return Decimal(text) if text else None

    def several(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty when not answered."""
        value = self.get(name)
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    def records(self, listed: str) -> tuple[Case, ...]:
        """The case focused on each record of a list in turn."""
        return tuple(self.at(listed, record) for record in self.answers.ids(listed))

    def figure(self, figure_id: str) -> Entry:
        """The figure's entry in force on the day. Raises KeyError for a day before the first (checked on opening)."""
        self.figures_read.add(figure_id)
        entry = self.rules.figures[figure_id].on(self.day)
        if entry is None:
            raise KeyError(figure_id)
        return entry

    def amount(self, figure_id: str, key: str = "") -> Decimal:
        """A figure as a number; ``key`` picks from a table by route or country."""
        value = self.figure(figure_id).value
        if isinstance(value, dict):
            value = value[key or self.route]
        if not isinstance(value, str):
            raise KeyError(figure_id)
        return Decimal(value)

    def codes(self, figure_id: str) -> tuple[str, ...]:
        """A figure that is a list of codes."""
        value = self.figure(figure_id).value
        if not isinstance(value, tuple):
            raise KeyError(figure_id)
        return value
