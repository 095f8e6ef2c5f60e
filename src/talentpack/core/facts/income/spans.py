"""Amounts in HKD of which only bounds are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_DOWN, Context, Decimal, localcontext
from functools import wraps
from typing import NamedTuple, TypeVar

from talentpack.core.case import Case

Fact = TypeVar("Fact")

# Wide enough for an amount times a rate times a share, each with all the digits an answer may have (core/amounts.py):
# nothing is rounded on the way to a comparison, and what is shown is rounded down.
_EXACT = Context(prec=120, rounding=ROUND_DOWN)

NOTHING = Decimal(0)
UNBOUNDED = Decimal("Infinity")


class Span(NamedTuple):
    """From ``low`` to ``high``, both possible; ``high`` may be infinite."""

    low: Decimal
    high: Decimal

    @property
    def certain(self) -> bool:
        return self.low == self.high


def exact(fact: Callable[[Case], Fact]) -> Callable[[Case], Fact]:
    """The fact, reckoned without rounding."""

    @wraps(fact)
    def reckoned(case: Case) -> Fact:
        with localcontext(_EXACT):
            return fact(case)

    return reckoned


def exactly(amount: Decimal) -> Span:
    return Span(amount, amount)


def total(spans: Iterable[Span]) -> Span:
    """The sum of amounts that vary independently."""
    low = high = NOTHING
    for span in spans:
        low, high = low + span.low, high + span.high
    return Span(low, high)


def if_counted(worth: Span, *, must: bool, may: bool) -> Span:
    """What an amount adds that certainly (``must``), possibly (``may``) or never counts."""
    return Span(worth.low if must else NOTHING, worth.high if may else NOTHING)


def cents(amount: Decimal) -> Decimal:
    """Rounded down to cents: nothing is ever rounded up to the threshold."""
    return amount.quantize(Decimal("0.01"), ROUND_DOWN)


def plain(amount: Decimal) -> str:
    """Canonical decimal text of an amount rounded down to cents: ``2400000``, ``3348659.2``."""
    text = f"{cents(amount):f}"
    return text.rstrip("0").rstrip(".")
