"""What a case's answers lead to on a day: computed when first asked for, thrown away with the next change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from talentpack.app.world import World
from talentpack.core.answers import Answers
from talentpack.core.assess import assess
from talentpack.core.case import Case
from talentpack.core.findings import Assessment
from talentpack.core.lines import Line
from talentpack.core.proofs import ProofRow, proofs_wanted
from talentpack.core.questions import Page
from talentpack.core.walk import Walk

Status = Literal["not_started", "in_progress", "completed", "problem"]


@dataclass(frozen=True)
class Standing:
    """``unusable`` says of an evidence id why its file cannot be used."""

    world: World
    answers: Answers
    day: date
    unusable: Mapping[str, Line]

    @cached_property
    def walk(self) -> Walk:
        case = Case(self.answers, self.day, self.world.rules, self.answers.text("route"))
        return Walk(self.world.forms, case, self.world.yes_no)

    @cached_property
    def assessment(self) -> Assessment:
        world = self.world
        world.check_day(self.day)
        return assess(self.walk.used, self.day, world.rules, world.facts, world.yes_no)

    @cached_property
    def rows(self) -> tuple[ProofRow, ...]:
        world = self.world
        return proofs_wanted(self.walk.used, self.assessment, world.rules, world.yes_no, self.unusable)

    def with_unusable(self, unusable: Mapping[str, Line]) -> Standing:
        """The same once more is known of the papers: only the rows are computed again."""
        made = replace(self, unusable=unusable)
        vars(made).update({name: each for name, each in vars(self).items() if name in ("walk", "pages", "assessment")})
        return made

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages shown, in order."""
        return self.walk.pages()

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """How far each page shown is, by id."""
        return {page.id: self._status(page) for page in self.pages}

    def _status(self, page: Page) -> Status:
        """The proofs decide for the room of evidence. Reading and making the pack are never answers."""
        if page.room in ("check", "export"):
            return "not_started"
        return self._evidence() if page.room == "evidence" else self.walk.status(page)

    def _evidence(self) -> Status:
        states = [row.state for row in self.rows if row.required]
        if "unusable" in states:
            return "problem"
        if all(state in ("attached", "not_applicable") for state in states):
            return "completed"
        return "in_progress" if self.answers.ids("evidence") else "not_started"
