"""The income table that finding, worksheet page and letter share."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from talentpack.core.facts.income.items import LIST, Item
from talentpack.core.facts.income.spans import NOTHING
from talentpack.core.facts.income.working import kind_label, why
from talentpack.core.findings import IncomeRow, IncomeTable


def table(items: tuple[Item, ...], total: Decimal, threshold: Decimal) -> IncomeTable:
    """The rows add up to the total: what is not known yet adds nothing."""
    return IncomeTable(rows=tuple(_row(item) for item in items), total=total, threshold=threshold)


def _row(item: Item) -> IncomeRow:
    case, counted = item.case, item.counted()
    counts: Literal["yes", "no", "unknown"] = "yes" if counted.certain else "unknown"
    if item.out:
        counts = "no"
    return IncomeRow(
        record=case.focus(LIST),
        kind=case.text("income.kind"),
        label=kind_label(case),
        payer=case.text("income.payer"),
        amount=case.decimal("income.amount"),
        currency=case.text("income.currency"),
        rate=item.priced.rate,
        share=case.decimal("income.share_percent") if item.business else None,
        hkd={"yes": counted.low, "no": NOTHING, "unknown": None}[counts],
        counts=counts,
        note=why(item),
    )
