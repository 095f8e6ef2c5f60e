"""Answers as items of a sentence: a date as a date, money with its currency, a choice by its label."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.answers import Answers
from talentpack.core.dates import partial
from talentpack.core.lines import N_, Country, Day, Item, Line, Money, Number, Several, line
from talentpack.core.questions import Forms, Question
from talentpack.core.values import Plain

_YES = line(N_("Yes"))
_NO = line(N_("No"))


def answer_item(forms: Forms, answers: Answers, address: str) -> Item | None:
    """The answer at ``address`` ready to stand in a Line; None when it is not answered or no page asks it."""
    question = forms.question(address)
    value = answers.get(address)
    if question is None or value is None:
        return None
    if isinstance(value, list):
        return Several(items=tuple(_item(question, answers, address, each) for each in value))
    return _item(question, answers, address, value)


def _item(question: Question, answers: Answers, address: str, value: Plain) -> Item:
    if isinstance(value, bool):
        return _YES if value else _NO
    text = str(value)
    match question.kind:
        case "choice":
            return choice_label(question, text)
        case "date":
            return Day(date=partial(text).earliest)
        case "partial_date":
            return partial(text)
        case "number":
            return Number(value=Decimal(text))
        case "money":
            sibling = address.rsplit("/", maxsplit=1)[0] + "/" + question.currency
            return Money(amount=Decimal(text), currency=answers.text(sibling) or "HKD")
        case "country":
            return Country(code=text)
        case _:
            return text


def route_name(route: str) -> Line:
    """What a route is called: a category by its letter, an extension of stay by itself."""
    return line(N_("Extension of stay")) if route == "extension" else line(N_("Category {route}"), route=route)


def choice_label(question: Question, value: str) -> Line | str:
    """The label of a choice; the value itself where the form no longer offers it."""
    return next((choice.label for choice in question.choices if choice.id == value), value)
