"""The working of an income: one line an item, and the total."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.facts.income.items import Item
from talentpack.core.facts.income.spans import Span
from talentpack.core.lines import N_, Line, Money, Number, line
from talentpack.core.lines import Item as Shown

_KINDS = {
    "salary": line(N_("Salary")),
    "allowance": line(N_("Allowance")),
    "bonus": line(N_("Bonus")),
    "stock_option": line(N_("Stock options")),
    "business_profit": line(N_("Profit of own company")),
    "investment": line(N_("Investment income")),
    "": line(N_("Income")),
}
_COUNTS = {
    "stock_option": line(N_("counts: taxable stock options")),
    "": line(N_("counts: taxable employment income")),
}


def kind_label(case: Case) -> Line:
    kind = case.text("income.kind")
    return _KINDS.get(kind, _KINDS[""])


def named(case: Case) -> Line:
    """An income by its kind and payer."""
    payer = case.text("income.payer")
    if not payer:
        return kind_label(case)
    return line(N_("{kind}, {payer}"), kind=kind_label(case), payer=payer)


def owned(case: Case) -> str | Line:
    """A company by its name."""
    return case.text("income.payer") or kind_label(case)


def why(item: Item) -> Line:
    """Why it counts, does not, or is not known to."""
    case = item.case
    if item.investment:
        return line(N_("left out: personal investment"))
    if case.yes_no("income.taxable") is False:
        return line(N_("left out: not taxable"))
    if item.held is False:
        return line(N_("left out: shares not held throughout the assessment year"))
    if not any(standing.counts for standing in item.standings):
        return line(N_("left out: {note}"), note=item.standings[0].note)
    if not item.counted().certain:
        return line(N_("not known yet: an answer is missing"))
    return _counts(item)


def _counts(item: Item) -> Line:
    if item.business:
        return line(N_("counts: profit at the share held"))
    return _COUNTS.get(item.case.text("income.kind"), _COUNTS[""])


def item_line(item: Item) -> Line:
    """``Salary, Example Ltd: CNY 1,680,000 at 1.0865 is HK$1,825,320; counts: taxable employment income.``"""
    case = item.case
    amount, currency, worth = case.decimal("income.amount"), case.text("income.currency"), item.priced.worth
    values: dict[str, Shown] = {"item": named(case), "why": why(item)}
    if amount is None or not currency:
        return Line(template=N_("{item}: {why}."), values=values)
    values["amount"] = Money(amount=amount, currency=currency)
    if item.priced.rate is None or not worth.certain:
        return Line(template=N_("{item}: {amount}; {why}."), values=values)
    values |= {"hkd": Money(amount=worth.low, currency="HKD"), "rate": Number(value=item.priced.rate)}
    share = case.decimal("income.share_percent")
    if item.business and share is not None:
        values["share"] = Number(value=share)
    return Line(template=_reckoned(converted=currency != "HKD", shared="share" in values), values=values)


def _reckoned(*, converted: bool, shared: bool) -> str:
    if shared and converted:
        return N_("{item}: {share}% of {amount} at {rate} is {hkd}; {why}.")
    if shared:
        return N_("{item}: {share}% of {amount} is {hkd}; {why}.")
    return N_("{item}: {amount} at {rate} is {hkd}; {why}.") if converted else N_("{item}: {amount}; {why}.")


def closing(total: Span, threshold: Decimal) -> tuple[Line, ...]:
    """The threshold, then the total: what is certain of it while an answer is missing."""
    template = N_("Total counted: {total}") if total.certain else N_("Total certain so far: {total}")
    return (
        line(N_("Threshold: {threshold}"), threshold=Money(amount=threshold, currency="HKD")),
        line(template, total=Money(amount=total.low, currency="HKD")),
    )
