"""Whether the income that is needed was paid where persons pay income tax."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.facts.income.enough import THRESHOLD
from talentpack.core.facts.income.items import Item, nothing_entered, place, read_items, where
from talentpack.core.facts.income.spans import Span, exact, if_counted, total
from talentpack.core.facts.income.worlds import worlds
from talentpack.core.facts.possible import in_order, missing
from talentpack.core.lines import Country, Several
from talentpack.core.results import Missing, OneOf

TAXED = ("taxed", "untaxed")


@exact
def taxed(case: Case) -> OneOf:
    """The word for where it was paid. Raises Missing while no income is entered."""
    if unentered := nothing_entered(case):
        raise Missing(*unentered)
    items = read_items(case)
    threshold = case.amount(THRESHOLD)
    words = in_order((word for world in worlds(items) for word in _words(world, threshold)), TAXED)
    countries = dict.fromkeys(place(item.case) for item in items if item.untaxed)
    return OneOf(
        words=words,
        needs=tuple(dict.fromkeys(need for item in items for need in _needs(item))) if len(words) > 1 else (),
        values={"countries": Several(items=tuple(Country(code=code) for code in countries))},
    )


def _words(items: tuple[Item, ...], threshold: Decimal) -> set[str]:
    """Income paid there matters where the rest is not enough."""
    words = set()
    sure = total(item.counted() for item in items if item.untaxed is False)
    if sure.low < threshold and any(item.untaxed is not False and _worth(item).high > 0 for item in items):
        words.add("untaxed")
    without = total(item.counted() for item in items if not item.untaxed)
    if without.high >= threshold or not any(item.untaxed and _worth(item).low > 0 for item in items):
        words.add("taxed")
    return words


def _worth(item: Item) -> Span:
    """What counts; and what is left out as not taxable, for there the question means something else."""
    taxable = item.case.yes_no("income.taxable")
    if taxable or item.investment:
        return item.counted()
    stands = bool(item.held) and all(standing.counts for standing in item.standings)
    must = bool(item.case.text("income.kind")) and (taxable is False or stands)
    return if_counted(item.priced.worth, must=must, may=True)


def _needs(item: Item) -> tuple[str, ...]:
    return (*item.needs, *missing(item.case, "income.kind"), *item.priced.needs, *where(item.case))
