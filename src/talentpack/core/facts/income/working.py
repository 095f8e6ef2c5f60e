"""The working of an income: one line an item, and the total."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.facts.income.items import Item
from talentpack.core.facts.income.spans import Span
from talentpack.core.lines import N_, Line, Money, Number, line

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
    share = item.case.decimal("income.share_percent")
    if item.business and share is not None:
        return line(N_("counts: {share}% of the profit"), share=Number(value=share))
    return _COUNTS.get(item.case.text("income.kind"), _COUNTS[""])


def item_line(item: Item) -> Line:
    """``Salary, Example Ltd: CNY 1,680,000.00 at 1.0865 is HK$1,825,320.00; counts: taxable employment income.``"""
    case, rate = item.case, item.priced.rate
    amount = case.decimal("income.amount")
    currency = case.text("income.currency")
    if amount is None or not currency:
        return line(N_("{item}: {why}."), item=named(case), why=why(item))
    shown = Money(amount=amount, currency=currency)
    worth = item.priced.worth
    if rate is None or not worth.certain:
        return line(N_("{item}: {amount}; {why}."), item=named(case), amount=shown, why=why(item))
    hkd = Money(amount=worth.low, currency="HKD")
    if currency == "HKD":
        return line(N_("{item}: {hkd}; {why}."), item=named(case), hkd=hkd, why=why(item))
    template = N_("{item}: {amount} at {rate} is {hkd}; {why}.")
    return line(template, item=named(case), amount=shown, rate=Number(value=rate), hkd=hkd, why=why(item))


def closing(total: Span, threshold: Decimal) -> tuple[Line, ...]:
    """The threshold, then the total: what is certain of it while an answer is missing."""
    template = N_("Total counted: {total}") if total.certain else N_("Total certain so far: {total}")
    return (
        line(N_("Threshold: {threshold}"), threshold=Money(amount=threshold, currency="HKD")),
        line(template, total=Money(amount=total.low, currency="HKD")),
    )
