"""Whether the income that counts reaches the threshold."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from talentpack.core.case import Case
from talentpack.core.facts.income.items import Item, nothing_entered, read_items
from talentpack.core.facts.income.spans import NOTHING, UNBOUNDED, Span, exact, plain, total
from talentpack.core.facts.income.table import table
from talentpack.core.facts.income.working import closing, item_line
from talentpack.core.facts.income.worlds import worlds
from talentpack.core.facts.possible import in_order
from talentpack.core.lines import Money, Number
from talentpack.core.results import OneOf

ENOUGH = ("exactly", "enough", "edge", "short", "nothing")
THRESHOLD = "income.threshold"


class Sums(NamedTuple):
    """What counts, in HKD from the start and converted."""

    hkd: Span
    converted: Span

    @property
    def all(self) -> Span:
        return total((self.hkd, self.converted))


@exact
def enough(case: Case) -> OneOf:
    """The word for the total, with the table of incomes; while answers are missing the total is what is certain."""
    items = read_items(case)
    needs = nothing_entered(case)
    sums = _sums(items, unknown=bool(needs))
    threshold = case.amount(THRESHOLD)
    possible = (_words(case, _sums(world, unknown=bool(needs)), threshold) for world in worlds(items))
    words = in_order((word for found in possible for word in found), ENOUGH)
    if len(words) > 1:
        needs += tuple(need for item in items if not item.counted().certain for need in item.needs)
    sure = sums.all.low
    gap = abs(sure - threshold)
    return OneOf(
        words=words,
        needs=needs,
        working=(*(item_line(item) for item in items), *closing(sums.all, threshold)),
        values={
            "total": Money(amount=sure, currency="HKD"),
            "gap": Money(amount=gap, currency="HKD"),
            "percent": Number(value=_tenths(gap * 100 / threshold)),
        },
        numbers={"total_hkd": plain(sure)},
        table=table(items, sure, threshold),
    )


def _tenths(percent: Decimal) -> Decimal:
    return Decimal(plain(percent.quantize(Decimal("0.1"), ROUND_DOWN)))


def _sums(items: tuple[Item, ...], *, unknown: bool) -> Sums:
    if unknown:
        return Sums(Span(NOTHING, UNBOUNDED), Span(NOTHING, UNBOUNDED))
    return Sums(
        total(item.counted() for item in items if not item.priced.converted),
        total(item.counted() for item in items if item.priced.converted),
    )


def _words(case: Case, sums: Sums, threshold: Decimal) -> set[str]:
    """Every word some total still possible leads to."""
    edge_low, edge_high = case.amount("income.edge_low"), case.amount("income.edge_high")
    hkd, converted = sums
    words = set()
    if hkd.high >= threshold or sums.all.high > edge_high:
        words.add("exactly" if sums.all == Span(threshold, threshold) else "enough")
    if (
        hkd.low < threshold
        and converted.high > 0
        and sums.all.low <= edge_high
        and _capped(sums, threshold) >= edge_low
    ):
        words.add("edge")
    if sums.all.low < edge_low or (converted.low == 0 and hkd.low < threshold):
        words.add("short" if sums.all.high > 0 else "nothing")
    return words


def _capped(sums: Sums, threshold: Decimal) -> Decimal:
    """The largest total while the items in HKD alone stay below the threshold."""
    return min(sums.hkd.high, threshold) + sums.converted.high
