"""What an income is worth in HKD, as far as it is known."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from talentpack.core.case import Case
from talentpack.core.facts.income.spans import NOTHING, UNBOUNDED, Span, exactly
from talentpack.core.facts.possible import missing

HKD = "HKD"
_ALL = Decimal(100)


class Priced(NamedTuple):
    """``worth`` if the income counts. ``converted``: not, or not surely, in HKD. ``rate`` is 1 for HKD."""

    worth: Span
    converted: bool
    rate: Decimal | None
    needs: tuple[str, ...]


def price(case: Case, *, business: bool | None) -> Priced:
    """The worth of the income in focus. The profit of an own company is multiplied by the share held."""
    amount = case.decimal("income.amount")
    currency = case.text("income.currency")
    rate = rate_of(case)
    needs = missing(case, "income.amount", "income.currency")
    if currency not in ("", HKD):
        needs += missing(case, "income.rate", "income.rate_date", "income.rate_source")
    if amount == 0:
        return Priced(exactly(NOTHING), converted=False, rate=rate, needs=())
    worth = Span(NOTHING, UNBOUNDED) if amount is None or rate is None else exactly(amount * rate)
    return _shared(case, Priced(worth, currency != HKD, rate, needs), business=business)


def rate_of(case: Case) -> Decimal | None:
    """HKD for one unit. A rate without date and source is no rate yet."""
    currency = case.text("income.currency")
    if currency == HKD:
        return Decimal(1)
    if not currency or not case.text("income.rate_date") or not case.text("income.rate_source"):
        return None
    return case.decimal("income.rate")


def _shared(case: Case, priced: Priced, *, business: bool | None) -> Priced:
    if business is False:
        return priced
    share = case.decimal("income.share_percent")
    if share is None:
        asked = missing(case, "income.share_percent") if business else ()
        return priced._replace(worth=Span(NOTHING, priced.worth.high), needs=priced.needs + asked)
    if share == 0 and business:
        return priced._replace(worth=exactly(NOTHING), needs=())
    least_worth = priced.worth.low * share / _ALL
    most_worth = priced.worth.high * share / _ALL if business else priced.worth.high
    return priced._replace(worth=Span(least_worth, most_worth))
