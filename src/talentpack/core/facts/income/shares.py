"""Whether the profit of an own company that is needed comes from shares held, and held long enough."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.facts.income.enough import THRESHOLD
from talentpack.core.facts.income.items import Item, read_items
from talentpack.core.facts.income.spans import exact, total
from talentpack.core.facts.income.working import named, owned
from talentpack.core.facts.income.worlds import worlds
from talentpack.core.facts.possible import in_order, settled
from talentpack.core.lines import N_, Line, Number, Several, line
from talentpack.core.results import OneOf

WHOLE = Decimal(100)
_MET = ("held", "without", "not_missed")
SHARES = (*_MET, "minority", "not_held")


@exact
def own_company(case: Case) -> bool:
    """Whether the profit of an own company is entered; or may be, in an income the threshold may need."""
    items = read_items(case)
    if any(item.business for item in items):
        return True
    sure = total(item.counted() for item in items if item.business is False)
    return any(item.business is None for item in items) and sure.low < case.amount(THRESHOLD)


@exact
def shares(case: Case) -> OneOf:
    """The word for the shares. Profit not counted decides only where the threshold is missed because of it."""
    items = read_items(case)
    threshold = case.amount(THRESHOLD)
    found = in_order((word for world in worlds(items) for word in _words(world, threshold)), SHARES)
    found = settled(found, _MET, "not_missed")
    own = [item for item in items if item.business is not False]
    needs = tuple(need for item in items for need in item.needs if not _settled(item)) if len(found) > 1 else ()
    payers = Several(items=tuple(owned(item.case) for item in own if item.minority or item.held is False))
    return OneOf(words=found, needs=needs, values={"payers": payers}, working=tuple(_line(item) for item in own))


def _words(items: tuple[Item, ...], threshold: Decimal) -> list[str]:
    words = _met(items, threshold)
    if _minority_needed(items, threshold):
        words.append("minority")
    if _missed(items, threshold):
        words.append("not_held")
    return words


def _settled(item: Item) -> bool:
    return item.counted(shares=False).certain and item.held is not None and item.minority is not None


def _missed(items: tuple[Item, ...], threshold: Decimal) -> bool:
    """Whether the total may miss the threshold, and reach it with the profit of shares not held long enough."""
    lost = total(item.counted(shares=False) for item in items if item.held is not True)
    rest = total(item.counted() for item in items if item.held is True)
    if rest.low >= threshold or lost.high == 0:
        return False
    return rest.high >= threshold or rest.high + lost.high >= threshold


def _minority_needed(items: tuple[Item, ...], threshold: Decimal) -> bool:
    """Whether profit of a share under half may count while the rest is not enough; profit missed weighs more."""
    small = total(item.counted() for item in items if item.minority is not False)
    rest = total(item.counted() for item in items if item.minority is False)
    least = total(item.counted(shares=False) for item in items)
    reached = min(rest.high, threshold) + small.high >= threshold
    return small.high > 0 and rest.low < threshold and (reached or least.low < threshold)


def _met(items: tuple[Item, ...], threshold: Decimal) -> list[str]:
    """The word of a state in which shares are no matter, if there may be one."""
    rest = total(item.counted() for item in items if not item.minority)
    least = total(item.counted(shares=False) for item in items)
    small = any(item.minority and item.counted().low > 0 for item in items)
    enough = rest.high >= threshold
    if not enough and (small or least.low >= threshold):
        return []
    counting = [item for item in items if item.business is not False and item.counted(shares=False).high > 0]
    if counting and all(item.held and item.minority is False for item in counting):
        return ["held"]
    return ["without" if enough else "not_missed"]


def _line(item: Item) -> Line:
    """The share, and how it is read: a half or more but not all adds a line, less asks for advice."""
    share = item.case.decimal("income.share_percent")
    if share is None:
        return line(N_("{item}: the share held is not answered."), item=named(item.case))
    return line(_read_as(item, share), item=named(item.case), share=Number(value=share))


def _read_as(item: Item, share: Decimal) -> str:
    if item.held is False:
        return N_("{item}: {share}% held, not throughout the assessment year; the profit is not counted.")
    if item.minority:
        return N_("{item}: {share}% held, less than half; profit counted at that share.")
    if share < WHOLE:
        return N_("{item}: {share}% held; profit counted at that share, the rest is other owners'.")
    return N_("{item}: {share}% held; the whole profit counted.")
