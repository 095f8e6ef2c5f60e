"""The people of a case as the pack names them."""

from __future__ import annotations

from talentpack.core.answers import Answers
from talentpack.core.lines import N_, Line, line
from talentpack.core.plan import Person
from talentpack.core.proofs import APPLICANT
from talentpack.core.questions import Forms
from talentpack.core.saying import choice_label

_APPLICANT = line(N_("Applicant"))
_DEPENDANT = line(N_("Dependant"))


def people_of(answers: Answers, forms: Forms) -> tuple[Person, ...]:
    """The applicant, then the dependants in their order."""
    applicant = _person(answers, APPLICANT, _APPLICANT)
    dependants = (f"dependant/{record}" for record in answers.ids("dependant"))
    return (applicant, *(_person(answers, ref, _role(answers, forms, ref)) for ref in dependants))


def passport_name(answers: Answers, ref: str) -> str:
    """As in the passport: surname in capitals, then the given names; a mononym stands alone. May be empty."""
    return f"{answers.text(f'{ref}/surname').upper()} {answers.text(f'{ref}/given_names')}".strip()


def _person(answers: Answers, ref: str, role: Line) -> Person:
    name_zh = answers.text(f"{ref}/name_zh")
    name = passport_name(answers, ref)
    return Person(ref=ref, role=role, name=name, name_zh=name_zh)


def _role(answers: Answers, forms: Forms, ref: str) -> Line:
    question = forms.question(f"{ref}/relation")
    relation = answers.text(f"{ref}/relation")
    label = choice_label(question, relation) if question and relation else _DEPENDANT
    return label if isinstance(label, Line) else _DEPENDANT
