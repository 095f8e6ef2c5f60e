"""Answers the tests of conditions from a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from talentpack.core.case import Case
from talentpack.core.conditions import Look, Test, Truth
from talentpack.core.results import Missing
from talentpack.core.values import Plain

YesNo = Mapping[str, Callable[[Case], bool | None]]


def looker(case: Case, yes_no: YesNo, own: str = "") -> Look:
    """A Look over ``case``. ``own`` is the list whose record is in focus: its names are meant first."""

    def look(test: Test) -> Truth:
        if test.name.startswith("fact."):
            return _fact(test, case, yes_no)
        if test.by == "given":
            return Truth(_given(case, test.name, own) is test.value)
        value = _answer(case, test.name, own)
        if test.by == "said":
            return Truth((value is True) is test.value)
        if value is None:
            return Truth(None, (_address(case, test.name, own),))
        return Truth(_compares(test, value))

    return look


def _fact(test: Test, case: Case, yes_no: YesNo) -> Truth:
    """A fact that misses answers is not known, and they would settle it."""
    try:
        known = yes_no[test.name.removeprefix("fact.")](case)
    except Missing as missing:
        return Truth(None, missing.addresses)
    return Truth(None if known is None else known is test.value)


def _address(case: Case, name: str, own: str) -> str:
    head = name.split(".", maxsplit=1)[0]
    elsewhere = head in _TOP or case.rules.scheme.knows(head)
    is_own = bool(own) and (not elsewhere or head in _OWN_TABLES.get(own, ()))
    return case.address(f"{own}.{name}" if is_own else name)


# Tables and single answers of a case (vocabulary.md); any other name inside a record is the record's own.
_TOP = frozenset(
    {"scheme", "purpose", "route", "filing_date", "none"} | {"applicant", "travel_document", "background", "extension"}
)
# Tables that a record has of its own, under the same name.
_OWN_TABLES: Mapping[str, frozenset[str]] = {"dependant": frozenset({"travel_document"})}


def _answer(case: Case, name: str, own: str) -> Plain | None:
    if name == "route" and case.route:
        return case.route
    return case.answers.get(_address(case, name, own))


def _given(case: Case, name: str, own: str) -> bool:
    return _answer(case, name, own) is not None


def _compares(test: Test, value: Plain) -> bool:
    values = value if isinstance(value, list) else [value]
    if test.by == "one_of":
        return isinstance(test.value, tuple) and any(item in test.value for item in values)
    if test.by == "at_least":
        return any(_at_least(str(item), str(test.value)) for item in values)
    return any(item == test.value for item in values)


def _at_least(value: str, bound: str) -> bool:
    """Numbers as numbers; dates are ISO texts and compare as texts."""
    try:
        return Decimal(value) >= Decimal(bound)
    except InvalidOperation:
        return value >= bound
