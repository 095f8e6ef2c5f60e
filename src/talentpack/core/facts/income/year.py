"""Whether the income that reaches the threshold is income of the year before filing."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.dates import add_months, day_before
from talentpack.core.facts.income import tax_years
from talentpack.core.facts.income.enough import THRESHOLD
from talentpack.core.facts.income.items import Item, nothing_entered, place, read_items
from talentpack.core.facts.income.periods import TAX, TWELVE
from talentpack.core.facts.income.spans import NOTHING, Span, exact, total
from talentpack.core.facts.income.working import named, owned
from talentpack.core.facts.income.worlds import worlds
from talentpack.core.facts.possible import in_order, settled, shown
from talentpack.core.lines import N_, Country, Day, Line, Several, line
from talentpack.core.lines import Item as Shown
from talentpack.core.results import Missing, OneOf

_MET = ("twelve_months", "tax_year", "both_years", "not_missed")
PERIOD = (*_MET, "added", "doubtful", "company_year", "left_out")


@exact
def period(case: Case) -> OneOf:
    """The word for the year the income lies in. Raises Missing while no income is entered."""
    if unentered := nothing_entered(case):
        raise Missing(*unentered)
    items = read_items(case)
    threshold = case.amount(THRESHOLD)
    words = in_order((word for world in worlds(items) for word in _words(world, threshold)), PERIOD)
    words = settled(words, _MET, "not_missed")
    open_items = (item for item in items if len(item.standings) > 1 or not _value(item).certain)
    needs = tuple(need for item in open_items for need in item.needs) if len(words) > 1 else ()
    return OneOf(
        words=words,
        needs=needs,
        working=tuple(_line(item) for item in items if item.earned is not False),
        values={
            "years": Several(items=_years(items)),
            "start": Day(date=add_months(case.day, -12)),
            "end": Day(date=day_before(case.day)),
        },
    )


def _years(items: tuple[Item, ...]) -> tuple[Line, ...]:
    """The closed tax years, and years of companies, that the income is of; each once."""
    found = [_year(item) for item in items if all(TAX in each.fits for each in item.standings) and not item.out]
    return tuple(each for index, each in enumerate(found) if each not in found[:index])


def _year(item: Item) -> Line:
    case = item.case
    start = tax_years.start_of(case, place(case))
    first, last = case.date("income.from"), case.date("income.to")
    if item.business and first is not None and last is not None:
        days = {"first": shown(first), "last": shown(last)}
        return line(N_("{company}, {first} to {last}"), company=owned(case), **days)
    closed = tax_years.last_closed(case.day, start)
    days = {"first": Day(date=closed.first), "last": Day(date=closed.last)}
    return line(N_("{country}, {first} to {last}"), country=Country(code=place(case)), **days)


def _words(items: tuple[Item, ...], threshold: Decimal) -> list[str]:
    return [*_met(items, threshold), *_advice(items, threshold), *_left_out(items, threshold)]


def _value(item: Item) -> Span:
    """What it would add if its period did not stand against it."""
    return item.counted(period=False)


def _met(items: tuple[Item, ...], threshold: Decimal) -> list[str]:
    """Reached on one reading of the year; or missed however the periods are read."""
    words = []
    readings = [reading for reading in (TWELVE, TAX) if _most(items, reading) >= threshold]
    if readings:
        words.append("both_years" if len(readings) > 1 else _REACHED[readings[0]])
    if sum((_value(item).low for item in items), NOTHING) < threshold:
        words.append("not_missed")
    return words


_REACHED = {TWELVE: "twelve_months", TAX: "tax_year"}


def _most(items: tuple[Item, ...], reading: str) -> Decimal:
    fitting = (item for item in items if any(reading in standing.fits for standing in item.standings))
    return sum((_value(item).high for item in fitting), NOTHING)


def _advice(items: tuple[Item, ...], threshold: Decimal) -> list[str]:
    """Reached, but on no single reading: by adding both, or with items that are themselves doubtful."""
    doubtful = [item for item in items if any(standing.doubtful for standing in item.standings)]
    rest = [item for item in items if item not in doubtful]
    if _reached_apart(rest, threshold, NOTHING):
        return ["added"]
    if not _reached_apart(rest, threshold, sum((_value(item).high for item in doubtful), NOTHING)):
        return []
    return ["company_year" if all(_of_company(item) for item in doubtful) else "doubtful"]


def _of_company(item: Item) -> bool:
    return any(standing.company for standing in item.standings)


def _reached_apart(items: list[Item], threshold: Decimal, extra: Decimal) -> bool:
    """Whether the total with ``extra`` can reach the threshold while neither reading does alone.

    ``shared`` fits both readings. Raising it helps until one reading is full; hence where it is set.
    """
    twelve, tax, shared = (_group(items, fits) for fits in ({TWELVE}, {TAX}, {TWELVE, TAX}))
    if max(twelve.low, tax.low) + shared.low >= threshold:
        return False
    inside = min(max(shared.low, threshold - max(twelve.high, tax.high)), shared.high, threshold)
    room = threshold - inside
    sum_ = extra + inside + min(twelve.high, room) + min(tax.high, room)
    full = inside == threshold or max(twelve.high, tax.high) >= room
    return sum_ > threshold or (sum_ == threshold and not full)


def _group(items: list[Item], fits: set[str]) -> Span:
    """What the items that fit exactly these readings add; each is put where it fits fewest."""
    return total(
        Span(_value(item).low if all(standing.counts for standing in item.standings) else NOTHING, _value(item).high)
        for item in items
        if _fewest(item) == fits
    )


def _fewest(item: Item) -> frozenset[str]:
    return min((standing.fits for standing in item.standings if standing.clean), key=len, default=frozenset())


def _left_out(items: tuple[Item, ...], threshold: Decimal) -> list[str]:
    """Missed, and reached with what is left out for its period alone."""
    out = [item for item in items if any(not standing.counts for standing in item.standings)]
    left = total(_value(item) for item in out)
    counted = total(_value(item) for item in items if item not in out)
    if counted.low >= threshold or left.high == 0:
        return []
    return ["left_out"] if counted.high >= threshold or counted.high + left.high >= threshold else []


def _line(item: Item) -> Line:
    case = item.case
    first, last = case.date("income.from"), case.date("income.to")
    if first is None or last is None or len(item.standings) > 1:
        return line(N_("{item}: its period is not known yet."), item=named(case))
    days: dict[str, Shown] = {
        "item": named(case),
        "from": shown(first),
        "to": shown(last),
        "note": item.standings[0].note,
    }
    standing = item.standings[0]
    if not standing.counts:
        return Line(template=N_("{item}: {from} to {to}, left out: {note}."), values=days)
    if standing.doubtful:
        return Line(template=N_("{item}: {from} to {to}, counts with advice: {note}."), values=days)
    return Line(template=N_("{item}: {from} to {to}, {note}."), values=days)
