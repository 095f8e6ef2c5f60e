"""Whether the institutions named on a certificate are on the list in force on the filing day (rules.md, 2)."""

from __future__ import annotations

from datetime import date

from talentpack.core.case import Case
from talentpack.core.facts.degrees import need_degree
from talentpack.core.lines import N_, Day, Item, Line, Several, line
from talentpack.core.names import folded, names
from talentpack.core.results import OneOf
from talentpack.core.universities import University
from talentpack.core.values import Value

# Best first. What a name may still turn out to be decides which one a certificate is judged by.
STANDINGS = ("listed", "stale", "ambiguous", "unknown", "later", "delisted", "not_listed")
_OPEN = ("ambiguous", "unknown")
LIST_SOURCE = "aggregate_list"


class Standing(Value, frozen=True, kw_only=True):
    """One awarding name and what the list says of it: a word of STANDINGS."""

    name: str
    word: str
    university: University | None = None
    choice: tuple[University, ...] = ()


def standings(case: Case) -> tuple[Standing, ...]:
    """Every institution named on the certificate in focus, in its order. Raises Missing."""
    need_degree(case, "awarded_by")
    denied = {folded(name) for name in case.several("degree.not_listed")}
    return tuple(standing_of(case, name, denied) for name in case.several("degree.awarded_by"))


def listed(case: Case) -> OneOf:
    """The first name that is listed; else the first that may turn out to be; else the first."""
    return _result(case, [_first(standings(case))])


def joint(case: Case) -> OneOf:
    """The worst of all other names on the certificate."""
    named = list(standings(case))
    named.remove(_first(tuple(named)))
    return _result(case, sorted(named, key=lambda standing: STANDINGS.index(standing.word), reverse=True))


def is_joint(case: Case) -> bool:
    """Whether the certificate in focus names more than one institution."""
    return len(case.several("degree.awarded_by")) > 1


def new_list_day(case: Case) -> date:
    """The 1 January after the list was last checked: a new one has probably taken effect by then."""
    return new_list_since(case.rules.sources[LIST_SOURCE].checked)


def new_list_since(checked: date) -> date:
    """The same for a list read on a day."""
    return date(checked.year + 1, 1, 1)


def standing_of(case: Case, name: str, denied: set[str]) -> Standing:
    """What the list says of one name; ``denied`` are folded names the applicant confirms are not on it."""
    match = names(case.rules.universities).match(name)
    university = match.university
    if university is not None:
        return Standing(name=name, word=_word(case, university), university=university)
    if folded(name) in denied:
        return Standing(name=name, word="not_listed")
    return Standing(name=name, word="ambiguous" if match.choice else "unknown", choice=match.choice)


def _word(case: Case, university: University) -> str:
    if university.on_list(case.day):
        return "stale" if case.day >= new_list_day(case) else "listed"
    return "later" if university.listed > case.day else "delisted"


def _first(named: tuple[Standing, ...]) -> Standing:
    hopeful = ("listed", "stale", *_OPEN)
    on_list = [standing for standing in named if standing.word in ("listed", "stale")]
    perhaps = [standing for standing in named if standing.word in hopeful]
    return (on_list or perhaps or list(named))[0]


def _result(case: Case, ranked: list[Standing]) -> OneOf:
    """The first of ``ranked`` decides; each has its line in the working."""
    shown = ranked[0]
    needs = [need for standing in ranked for need in _needs(case, standing)] if shown.word in _OPEN else []
    return OneOf(
        words=(shown.word,),
        needs=tuple(dict.fromkeys(needs)),
        working=tuple(said for standing in ranked for said in _working(standing)),
        values={**_list_values(case), **_values(shown)},
    )


def _needs(case: Case, standing: Standing) -> tuple[str, ...]:
    """The name is to be chosen or corrected, or its absence from the list confirmed."""
    if standing.word not in _OPEN:
        return ()
    return (case.address("degree.awarded_by"), case.address("degree.not_listed"))


def _list_values(case: Case) -> dict[str, Item]:
    entry = case.figure("list.names")
    return {"list_day": Day(date=entry.since), "new_list": Day(date=new_list_day(case))}


def _values(standing: Standing) -> dict[str, Item]:
    values: dict[str, Item] = {"name": standing.name}
    if standing.choice:
        values["choice"] = Several(items=tuple(each.title for each in standing.choice))
    if standing.university is not None:
        values["university"] = standing.university.title
        values["listed"] = Day(date=standing.university.listed)
        if standing.university.delisted is not None:
            values["delisted"] = Day(date=standing.university.delisted)
    return values


def _working(standing: Standing) -> tuple[Line, ...]:
    university = standing.university
    if university is None:
        return ()
    since, name = Day(date=university.listed), university.title
    if university.delisted is None:
        said = line(N_("{name}: on the list since {since}."), name=name, since=since)
    else:
        left = Day(date=university.delisted)
        said = line(N_("{name}: on the list from {since}, off it since {left}."), name=name, since=since, left=left)
    note = (line(N_("On this name: {note}"), note=university.note),) if university.notes else ()
    return (said, *note)
