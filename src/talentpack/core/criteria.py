"""Assesses one criterion: an answer or a fact, compared, becomes a finding.

The one rule for all: an outcome stands when every value still possible leads to it; else *not yet known*, or *advice*
where only dates known in part are the cause (data-languages.md, "Criteria").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.dates import PartialDate, add_months, partial
from talentpack.core.figures import FigureUsed
from talentpack.core.findings import Finding, Outcome
from talentpack.core.lines import N_, Country, Day, Item, Line, Money, Number, Several, line
from talentpack.core.results import Between, Known, Missing, OneOf, Result
from talentpack.core.rules import Criterion, Said
from talentpack.core.values import Plain

Facts = Mapping[str, Callable[[Case], Result]]

_UNKNOWN = line(N_("Not known yet: an answer is missing."))
_VAGUE = line(N_("A date is known only in part, and the outcome depends on it: find out the day."))


def evaluate(criterion: Criterion, case: Case, facts: Facts) -> Finding:
    """The finding of one criterion that concerns the case."""
    if criterion.fact:
        return _from_fact(criterion, case, facts)
    return _from_answer(criterion, case)


def unsettled(criterion: Criterion, case: Case, needs: tuple[str, ...]) -> Finding:
    """The finding while it is not known whether the criterion concerns the case at all."""
    return _finding(criterion, case, "not_yet_known", criterion.unknown or _UNKNOWN, needs=needs)


def _from_answer(criterion: Criterion, case: Case) -> Finding:
    address = case.address(criterion.answer)
    answer = case.get(criterion.answer)
    if answer is None:
        return _finding(criterion, case, "not_yet_known", criterion.unknown or _UNKNOWN, needs=(address,))
    values = {"answer": _item(answer), **_ages(criterion, case, answer)}
    outcomes = {_compare(criterion, case, possible) for possible in _possible(criterion, answer)}
    if len(outcomes) > 1:
        return _finding(criterion, case, "advice", criterion.advice or _VAGUE, values)
    return _verdict(criterion, case, values, met=outcomes == {True})


def _possible(criterion: Criterion, answer: Plain) -> tuple[Plain | date, ...]:
    """Both ends of a date known in part; else the answer itself."""
    if not criterion.by.startswith("age_"):
        return tuple(answer) if isinstance(answer, list) else (answer,)
    born = partial(str(answer))
    return (born.earliest, born.latest)


def _compare(criterion: Criterion, case: Case, answer: Plain | date) -> bool:
    bound = _bound(criterion, case)
    if isinstance(answer, date):
        older = add_months(answer, int(str(bound)) * 12) <= case.day
        return older if criterion.by == "age_at_least" else not older
    if criterion.by == "is":
        return answer == bound
    if criterion.by in ("one_of", "none_of"):
        return (answer in _texts(bound)) is (criterion.by == "one_of")
    return _measure(criterion, Decimal(str(answer)), Decimal(str(bound)))


def _texts(bound: str | bool | tuple[str, ...]) -> tuple[str, ...]:
    return bound if isinstance(bound, tuple) else (str(bound),)


def _measure(criterion: Criterion, value: Decimal, bound: Decimal) -> bool:
    if criterion.by == "at_least":
        return value >= bound
    return value <= bound if criterion.by == "at_most" else value < bound


def _bound(criterion: Criterion, case: Case) -> str | bool | tuple[str, ...]:
    if not criterion.figure:
        return criterion.value
    value = case.figure(criterion.figure).value
    return value[case.route] if isinstance(value, dict) else value


def _from_fact(criterion: Criterion, case: Case, facts: Facts) -> Finding:
    try:
        result = facts[criterion.fact](case)
    except Missing as missing:
        return _finding(criterion, case, "not_yet_known", criterion.unknown or _UNKNOWN, needs=missing.addresses)
    if isinstance(result, OneOf):
        return _from_words(criterion, case, result)
    return _from_bounds(criterion, case, result)


def _from_bounds(criterion: Criterion, case: Case, result: Known | Between) -> Finding:
    bound = Decimal(str(_bound(criterion, case)))
    low = result.value if isinstance(result, Known) else result.low
    high = result.value if isinstance(result, Known) else result.high
    met_low = _measure(criterion, low, bound)
    met_high = criterion.by == "at_least" if high is None else _measure(criterion, high, bound)
    if met_low == met_high:
        return _verdict(criterion, case, result.values, met=met_low, result=result)
    needs = result.needs if isinstance(result, Between) else ()
    return _undecided(criterion, case, result, needs)


def _from_words(criterion: Criterion, case: Case, result: OneOf) -> Finding:
    said = [criterion.words[word] for word in result.words]
    if len({word.outcome for word in said}) > 1:
        return _undecided(criterion, case, result, result.needs)
    return _as_said(criterion, case, said[0], result)


def _as_said(criterion: Criterion, case: Case, said: Said, result: OneOf) -> Finding:
    needs = result.needs if said.outcome == "not_yet_known" else ()
    return _finding(
        criterion, case, said.outcome, said.reason, result.values, needs=needs, source=said.source, result=result
    )


def _undecided(criterion: Criterion, case: Case, result: Result, needs: tuple[str, ...]) -> Finding:
    if needs:
        reason = criterion.unknown or _UNKNOWN
        return _finding(criterion, case, "not_yet_known", reason, result.values, needs=needs, result=result)
    return _finding(criterion, case, "advice", criterion.advice or _VAGUE, result.values, result=result)


def _verdict(
    criterion: Criterion, case: Case, values: Mapping[str, Item], *, met: bool, result: Result | None = None
) -> Finding:
    if met:
        return _finding(criterion, case, "met", criterion.met, values, result=result)
    return _finding(criterion, case, criterion.fails_as, criterion.not_met, values, result=result)


def _finding(  # noqa: PLR0913 - the parts of a finding
    criterion: Criterion,
    case: Case,
    outcome: Outcome,
    reason: Line | None,
    values: Mapping[str, Item] | None = None,
    *,
    needs: tuple[str, ...] = (),
    source: str = "",
    result: Result | None = None,
) -> Finding:
    sources = case.rules.sources
    own = source or criterion.source
    named = dict.fromkeys([criterion.source, *criterion.also])
    return Finding(
        criterion=criterion.id,
        title=_filled(criterion.title, case, criterion, {}),
        outcome=outcome,
        reason=_filled(reason or _UNKNOWN, case, criterion, values or {}),
        source=sources[own],
        also=tuple(sources[each] for each in named if each != own),
        needs=needs,
        figure=_figure_used(criterion, case),
        working=result.working if result else (),
        table=result.table if result else None,
        numbers=result.numbers if result else {},
    )


def _filled(sentence: Line, case: Case, criterion: Criterion, values: Mapping[str, Item]) -> Line:
    """The sentence with the values it may use; those of a data file arrive without any."""
    common: dict[str, Item] = {"day": Day(date=case.day), **_figure_item(criterion, case)}
    return Line(
        template=sentence.template,
        context=sentence.context,
        plural=sentence.plural,
        values={**common, **sentence.values, **values},
    )


def _figure_item(criterion: Criterion, case: Case) -> dict[str, Item]:
    if not criterion.figure:
        return {}
    entry = case.figure(criterion.figure)
    value = entry.value[case.route] if isinstance(entry.value, dict) and case.route in entry.value else entry.value
    unit = case.rules.figures[criterion.figure].unit
    if isinstance(value, dict):
        return {}
    if isinstance(value, tuple):
        items: tuple[Item, ...] = tuple(Country(code=code) if unit == "codes" else code for code in value)
        return {"figure": Several(items=items)}
    if unit == "HKD":
        return {"figure": Money(amount=Decimal(value), currency="HKD")}
    return {"figure": Number(value=Decimal(value))}


def _figure_used(criterion: Criterion, case: Case) -> FigureUsed | None:
    if not criterion.figure:
        return None
    entry = case.figure(criterion.figure)
    value = entry.value
    if isinstance(value, dict):
        value = value.get(case.route, "")
    text = ",".join(value) if isinstance(value, tuple) else value
    return FigureUsed(
        id=criterion.figure, value=text, unit=case.rules.figures[criterion.figure].unit, since=entry.since
    )


def _ages(criterion: Criterion, case: Case, answer: Plain) -> dict[str, Item]:
    if not criterion.by.startswith("age_"):
        return {}
    return {"age": age(partial(str(answer)), case.day), "born": partial(str(answer))}


def age(born: PartialDate, day: date) -> int:
    """Whole years on ``day``; the smaller where the birth date is known only in part."""
    last = born.latest
    years = day.year - last.year
    return years if add_months(last, years * 12) <= day else years - 1


def _item(answer: Plain) -> Item:
    if isinstance(answer, list):
        return Several(items=tuple(str(item) for item in answer))
    return str(answer)
