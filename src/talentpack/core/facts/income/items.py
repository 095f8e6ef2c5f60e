"""One income as the rules see it: its worth, and everything that decides whether it counts."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from talentpack.core.case import Case
from talentpack.core.conditions import Truth, both
from talentpack.core.dates import PartialDate
from talentpack.core.facts.income import tax_years
from talentpack.core.facts.income.money import Priced, price
from talentpack.core.facts.income.periods import ANYHOW, Dated, Standing, company, salary
from talentpack.core.facts.income.spans import Span, if_counted
from talentpack.core.facts.income.tax_years import Period
from talentpack.core.facts.possible import missing, options

LIST = "income"
_BUSINESS = "business_profit"
_INVESTMENT = "investment"


class Item(NamedTuple):
    """None is "not known". ``earned``: employment or business, and taxable. ``held``: shares held, or none asked.

    ``standings``: how its period may stand. ``needs``: the answers that are missing, none where they change nothing.
    """

    case: Case
    business: bool | None
    earned: bool | None
    held: bool | None
    minority: bool | None
    untaxed: bool | None
    priced: Priced
    standings: tuple[Standing, ...]
    needs: tuple[str, ...]

    @property
    def investment(self) -> bool:
        return self.case.text("income.kind") == _INVESTMENT

    @property
    def out(self) -> bool:
        """Whether it certainly does not count."""
        return self.earned is False or self.held is False or not any(standing.counts for standing in self.standings)

    def counted(self, *, period: bool = True, shares: bool = True) -> Span:
        """What it adds to the total in HKD; without ``period`` or ``shares``: as if that did not stand against it."""
        truths = [self.earned, self.held] if shares else [self.earned]
        stands = [standing.counts for standing in self.standings] if period else [True]
        must = all(truth is True for truth in truths) and all(stands)
        may = all(truth is not False for truth in truths) and any(stands)
        return if_counted(self.priced.worth, must=must, may=may)


def read_items(case: Case) -> tuple[Item, ...]:
    """Every income of the case, in order."""
    return tuple(_item(each) for each in case.records(LIST))


def nothing_entered(case: Case) -> tuple[str, ...]:
    """``income`` while no income is entered and nobody said that there is none."""
    return () if case.answers.ids(LIST) or case.answers.said_empty(LIST) else (LIST,)


def _item(case: Case) -> Item:
    kind = case.text("income.kind")
    business = kind == _BUSINESS if kind else None
    earned = both([Truth(kind != _INVESTMENT if kind else None), Truth(case.yes_no("income.taxable"))]).known
    priced = price(case, business=business)
    item = Item(
        case=case,
        business=business,
        earned=earned,
        held=_held(case, business),
        minority=_minority(case, business),
        untaxed=_untaxed(case),
        priced=priced,
        standings=_standings(case, business),
        needs=(),
    )
    return item._replace(needs=_needs(item))


def _held(case: Case, business: bool | None) -> bool | None:
    """Whether shares, if any, were held throughout the assessment year."""
    held = case.yes_no("income.shares_held_whole_year")
    if business is False or held or not case.amount("income.shares_held"):
        return True
    return False if business and held is False else None


def _minority(case: Case, business: bool | None) -> bool | None:
    share = case.decimal("income.share_percent")
    if business is False or (share is not None and share >= case.amount("income.minority")):
        return False
    return True if business and share is not None else None


def place(case: Case) -> str:
    """Where the income was paid: the payer's country, else the residence; empty when neither is answered."""
    return case.text("income.country") or case.text("applicant.residence")


def where(case: Case) -> tuple[str, ...]:
    """The answer that would say where it was paid, when it is missing."""
    return () if place(case) else missing(case, "income.country")


def _untaxed(case: Case) -> bool | None:
    paid_in = place(case)
    return paid_in in case.codes("income.no_tax") if paid_in else None


def _standings(case: Case, business: bool | None) -> tuple[Standing, ...]:
    first, last = case.date("income.from"), case.date("income.to")
    if first is None or last is None:
        return ANYHOW
    period = _period(first, last)
    basis = case.text("income.basis")
    paid_in = place(case)
    starts = (tax_years.start_of(case, paid_in),) if paid_in else tax_years.known_starts(case)
    found: dict[tuple[bool, frozenset[str]], Standing] = {}
    for start, tax_basis, own in product(starts, options(basis == "tax_year" if basis else None), options(business)):
        standing = (company if own else salary)(Dated(case, period, start, tax_basis))
        found.setdefault((standing.counts, standing.fits), standing)
    return tuple(found.values())


def _period(first: PartialDate, last: PartialDate) -> Period:
    return Period(first.earliest, last.latest)


def _needs(item: Item) -> tuple[str, ...]:
    """The answers that could still change what it adds, or to which year."""
    case = item.case
    if item.earned is False or item.priced.worth.high == 0:
        return ()
    needs = missing(case, "income.kind", "income.taxable") + item.priced.needs
    if item.held is None and item.business:
        needs += missing(case, "income.shares_held_whole_year")
    if len(item.standings) > 1:
        needs += missing(case, "income.from", "income.to", "income.basis") + where(case)
    return tuple(dict.fromkeys(needs))
