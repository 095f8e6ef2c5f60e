"""What every use case needs to know: the rules, the forms, the facts. Loaded once and passed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from talentpack import assets
from talentpack.app.suggesting import with_suggestions
from talentpack.content.forms import read_forms
from talentpack.content.scheme import read_rules
from talentpack.core.answers import Answers
from talentpack.core.assess import assess
from talentpack.core.case import Case
from talentpack.core.criteria import Facts
from talentpack.core.facts import FACTS, YES_NO
from talentpack.core.findings import Assessment
from talentpack.core.lines import N_, Line, line
from talentpack.core.look import YesNo
from talentpack.core.problems import refuse
from talentpack.core.proofs import ProofRow, proofs_wanted
from talentpack.core.questions import Forms
from talentpack.core.rules import Rules
from talentpack.core.walk import Walk

SCHEMES = ("ttps",)
PURPOSES = ("entry", "extension")


@dataclass(frozen=True)
class World:
    """One scheme and purpose as shipped."""

    rules: Rules
    forms: Forms
    facts: Facts
    yes_no: YesNo

    def assess(self, answers: Answers, day: date) -> Assessment:
        """The assessment on ``day``. Raises Refused before the first day of the rules."""
        self.check_day(day)
        used = self.used(answers, day)
        found = assess(used, day, self.rules, self.facts, self.yes_no)
        return with_suggestions(found, Case(used, day, self.rules))

    def check_day(self, day: date) -> None:
        """Raises Refused before the first day of the rules."""
        if day < self.rules.scheme.first_day:
            raise refuse(
                "rules.too_early",
                line(N_("The day is before the scheme began: no rules are known for it.")),
                line(N_("Enter a filing day on or after 28 December 2022.")),
                "filing_date",
            )

    def proofs(
        self, answers: Answers, assessment: Assessment, unusable: Mapping[str, Line] = MappingProxyType({})
    ) -> tuple[ProofRow, ...]:
        """The proofs a case wants. ``unusable`` says of an evidence id why its file cannot be used."""
        used = self.used(answers, assessment.on)
        return proofs_wanted(used, assessment, self.rules, self.yes_no, unusable)

    def used(self, answers: Answers, day: date) -> Answers:
        """The answers without those whose question another answer hides: they are kept, and not used."""
        case = Case(answers, day, self.rules, answers.text("route"))
        return Walk(self.forms, case, self.yes_no).used


def load(scheme: str = "ttps", purpose: str = "entry") -> World:
    """The world of a scheme and purpose. Raises Refused for one that is not shipped or has a fault in its data."""
    _shipped(scheme, SCHEMES, "scheme")
    _shipped(purpose, PURPOSES, "purpose")
    rules = read_rules(assets.resources() / "schemes" / scheme)
    forms = read_forms(assets.forms(), scheme, purpose)
    return World(rules=rules, forms=forms, facts=FACTS, yes_no=YES_NO)


def _shipped(name: str, known: tuple[str, ...], key: str) -> None:
    if name not in known:
        raise refuse(
            f"answers.{key}",
            line(N_("This release does not know {key} = {name}."), key=key, name=name),
            line(N_("It knows: {names}."), names=", ".join(known)),
            key,
        )
