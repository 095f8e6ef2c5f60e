"""The states an income may be in while yes/no answers or its period are missing, one by one.

Bounds alone would allow half of an income that counts whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from talentpack.core.facts.income.items import Item
from talentpack.core.facts.possible import options

# Beyond this many combinations the bounds of the items stand for them: more is called possible than is, never less.
_MOST = 256


def worlds(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    """The items in each combination of what is possible; worths that are not known stay bounds."""
    states = [_states(item) for item in items]
    if prod(len(each) for each in states) > _MOST:
        yield items
    else:
        yield from product(*states)


def _states(item: Item) -> tuple[Item, ...]:
    if item.earned is False or item.priced.worth.high == 0:
        return (item,)
    return tuple(
        item._replace(earned=earned, held=held, standings=(standing,))
        for earned, held, standing in product(options(item.earned), options(item.held), item.standings)
    )
