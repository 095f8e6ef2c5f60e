"""Names in conditions, criteria and proofs that lead nowhere, and answers compared with what they can never be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from talentpack.content.conditions import tests
from talentpack.content.sentences import places
from talentpack.content.toml import problem, suggestion, unknown
from talentpack.core.conditions import Condition, Test
from talentpack.core.countries import COUNTRIES
from talentpack.core.letters import LetterRule
from talentpack.core.lines import N_, line
from talentpack.core.problems import Problem
from talentpack.core.questions import Forms, Question
from talentpack.core.rules import Rules

# Answers that no page asks.
_UNASKED = frozenset({"scheme", "purpose", "none", "evidence.file", "evidence.translation", "evidence.for"})
# Stands for a record's id: which one makes no difference to the question.
_ANY = "any"


class Names:
    """What may be named: questions of the forms, lists, yes/no facts (None: any)."""

    def __init__(self, forms: Forms, rules: Rules, yes_no: frozenset[str] | None) -> None:
        self.forms = forms
        self.rules = rules
        self.yes_no = yes_no

    def question(self, name: str, own: str) -> Question | None:
        """The question a name means; a record's own first."""
        path = name.replace(".", "/")
        mine = self.forms.question(f"{own}/{_ANY}/{path}") if own else None
        head, _, rest = path.partition("/")
        return mine or self.forms.question(path) or self.forms.question(f"{head}/{_ANY}/{rest}")

    def exists(self, name: str, own: str) -> bool:
        known = name in _UNASKED or f"{own}.{name}" in _UNASKED or name in self.rules.scheme.lists
        return known or self.question(name, own) is not None

    def near(self, own: str) -> list[str]:
        """Every name, for suggestions."""
        single = [q.id for page in self.forms.pages if page.listing is None for q in page.questions]
        listed = [(page.listing.id, q.id) for page in self.forms.pages if page.listing for q in page.questions]
        return [*single, *(name if each == own else f"{each}.{name}" for each, name in listed)]

    def condition(self, condition: Condition | None, own: str, file: str, key: str) -> Iterator[Problem]:
        """What is wrong with the names and values of a condition."""
        for test in tests(condition):
            if test.name.startswith("fact."):
                if self.yes_no is not None and test.name.removeprefix("fact.") not in self.yes_no:
                    yield unknown(file, key, test.name, {f"fact.{each}" for each in self.yes_no})
            elif not self.exists(test.name, own):
                yield unknown(file, key, test.name, self.near(own))
            else:
                yield from self._values(test, own, file, key)

    def _values(self, test: Test, own: str, file: str, key: str) -> Iterator[Problem]:
        question = self.question(test.name, own)
        if question is None or test.by not in ("is", "one_of"):
            return
        possible = _possible(question)
        for value in test.value if isinstance(test.value, tuple) else (test.value,):
            if possible and value not in possible:
                what = line(N_("{name} is never {value}."), name=test.name, value=str(value))
                remedy = suggestion(str(value), [str(each) for each in possible])
                yield problem(file, key, what, remedy, "audit.value")


def _possible(question: Question) -> tuple[str | bool, ...]:
    """What an answer can be; empty when that is open."""
    if question.kind == "choice":
        return tuple(choice.id for choice in question.choices)
    if question.kind == "yes_no":
        return (True, False)
    return tuple(sorted(COUNTRIES)) if question.kind == "country" else ()


def of_pages(names: Names) -> Iterator[Problem]:
    for page in names.forms.pages:
        own = page.listing.id if page.listing else ""
        yield from names.condition(page.when, "", f"page {page.id}", "when")
        for question in page.questions:
            yield from names.condition(question.when, own, f"page {page.id}", f"{question.id}.when")


def of_criteria(names: Names, facts: frozenset[str]) -> Iterator[Problem]:
    """``concerns`` looks at the dependant, or at the record a route rests on, first."""
    file = "criteria.toml"
    best = sorted(set(names.rules.scheme.best_of.values()))
    for criterion in names.rules.criteria:
        own = "dependant" if criterion.dependants else ""
        lists = [own] if own else ["", *best]
        if criterion.answer and not any(names.exists(criterion.answer, each) for each in lists):
            yield unknown(file, f"{criterion.id}.answer", criterion.answer, names.near(own))
        if criterion.fact and criterion.fact not in facts:
            yield unknown(file, f"{criterion.id}.fact", criterion.fact, set(facts))
        found = [tuple(names.condition(criterion.concerns, each, file, f"{criterion.id}.concerns")) for each in lists]
        yield from min(found, key=len)


def of_proofs(names: Names) -> Iterator[Problem]:
    file = "proofs.toml"
    for proof in names.rules.proofs:
        own = "" if proof.per == "applicant" else proof.per
        yield from names.condition(proof.when, own, file, f"{proof.id}.when")
        for place in sorted(places(proof.title)):
            if not own or not names.exists(place, own):
                yield unknown(file, f"{proof.id}.title", place, names.near(own))


def of_letters(names: Names, letters: Mapping[str, LetterRule]) -> Iterator[Problem]:
    """Conditions and answers of paragraphs. A letter's facts and its words without a point are its composer's own."""
    composed = Names(names.forms, names.rules, None)
    for file, letter in letters.items():
        for index, paragraph in enumerate(letter.paragraphs):
            key = f"paragraph[{index}]"
            yield from composed.condition(paragraph.when, paragraph.per, file, f"{key}.when")
            for place in sorted(places(paragraph.text)):
                name = place.removeprefix("claim:")
                if "." in name and not names.exists(name, paragraph.per):
                    yield unknown(file, f"{key}.text", name, names.near(paragraph.per))
