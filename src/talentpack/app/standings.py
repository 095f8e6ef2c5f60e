"""What the list of universities says of one name, in words for the person who typed it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from talentpack.app.universities import search
from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.facts.listing import Standing, standing_of
from talentpack.core.lines import N_, Day, Line, line
from talentpack.core.names import folded
from talentpack.core.rules import Rules
from talentpack.core.universities import University
from talentpack.core.values import Value


class NameTold(Value, frozen=True, kw_only=True):
    """``word`` is one of listing.STANDINGS. ``near`` is a name of the list that may be meant, ``choice`` those that an
    ambiguous name may mean: then ``title`` asks.
    """

    word: str
    title: Line
    text: Line | None = None
    near: str = ""
    choice: tuple[University, ...] = ()


def told_of(name: str, rules: Rules, day: date, denied: Iterable[str]) -> NameTold:
    """``denied`` are the names the applicant confirms are not on the list."""
    case = Case(Answers(), day, rules)
    standing = standing_of(case, name, {folded(each) for each in denied})
    if standing.university is not None:
        return _found(standing, standing.university)
    if standing.word == "ambiguous":
        return _which(standing)
    if standing.word == "not_listed":
        since = Day(date=case.figure("list.names").since)
        title = line(N_("Not on the list of {day}"), day=since)
        return NameTold(word=standing.word, title=title, text=line(_B_AND_C))
    return _unknown(standing, rules, day)


_B_AND_C = N_("Categories B and C need a listed university; A does not.")
_COMPARE = N_("Compare the name with the certificate.")


def _found(standing: Standing, university: University) -> NameTold:
    since = Day(date=university.listed)
    note = line("{note}", note=university.notes) if university.notes else None
    if university.delisted is not None:
        left = Day(date=university.delisted)
        return NameTold(word=standing.word, title=line(N_("Left the list on {day}"), day=left), text=note)
    if standing.word == "later":
        return NameTold(word=standing.word, title=line(N_("On the list only from {day}"), day=since), text=note)
    return NameTold(word=standing.word, title=line(N_("On the list since {day}"), day=since), text=note)


def _which(standing: Standing) -> NameTold:
    if len(standing.choice) == 1:
        title = line(
            N_("“{name}” is the name of more than one university. Which one is on your certificate?"),
            name=standing.name,
        )
    else:
        asked = N_("“{name}” stands for {n} universities on the list. Which one is on your certificate?")
        title = line(asked, name=standing.name, n=len(standing.choice))
    return NameTold(word=standing.word, title=title, choice=standing.choice)


def _unknown(standing: Standing, rules: Rules, day: date) -> NameTold:
    near = search(rules.universities, day).near(standing.name)
    if near is not None:
        title = line(N_("Did you mean {name}?"), name=near.name)
        return NameTold(word=standing.word, title=title, text=line(_COMPARE), near=near.name)
    title = line(N_("No name of the list matches"))
    return NameTold(
        word=standing.word,
        title=title,
        text=line(N_("Enter the name as the certificate has it, or say that it is not on the list.")),
    )
