"""Records of a list in one line, and what an income is worth."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.facts.income.money import rate_of
from talentpack.core.lines import N_, Item, Line, line
from talentpack.core.questions import Forms, Listing
from talentpack.core.rules import Rules
from talentpack.core.saying import answer_item

_PLACE = re.compile(r"\{([\w.]+)\}")
_INCOME, _AMOUNT = "income", "amount"


def record_title(forms: Forms, answers: Answers, listing: Listing, record: str) -> Line:
    """The list's summary of a record; of one not yet filled what there is, else its kind and number."""
    names = _PLACE.findall(listing.summary.template)
    base = f"{listing.id}/{record}"
    items = {name: answer_item(forms, answers, f"{base}/{name.replace('.', '/')}") for name in names}
    said = {name: item for name, item in items.items() if item is not None}
    if len(said) == len(items):
        return replace(listing.summary, values=said)
    return _joined(list(said.values())) or record_number(answers, listing, record)


def record_number(answers: Answers, listing: Listing, record: str) -> Line:
    """``income 2``"""
    return line(N_("{one} {n}"), one=listing.one, n=answers.ids(listing.id).index(record) + 1)


def _joined(items: list[Item]) -> Line | None:
    if not items:
        return None
    said = line("{first}", first=items[0])
    for item in items[1:]:
        said = line(N_("{before}, {after}"), before=said, after=item)
    return said


def worth_in_hkd(answers: Answers, day: date, rules: Rules, address: str) -> tuple[bool, Decimal | None]:
    """Whether a money answer is one in another currency, and its worth in HKD once rate, its day and source are known."""
    listed, *rest = address.split("/")
    if listed != _INCOME or rest[1:] != [_AMOUNT]:
        return False, None
    case = Case(answers, day, rules).at(listed, rest[0])
    amount, rate = case.decimal("income.amount"), rate_of(case)
    foreign = case.text("income.currency") not in ("", "HKD") and amount is not None
    return foreign, amount * rate if foreign and amount is not None and rate is not None else None
