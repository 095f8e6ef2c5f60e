"""Conditions as the data languages write them (data-languages.md, "Conditions"), read into core's."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, cast

from talentpack.content.toml import problem, suggestion
from talentpack.core.conditions import All, Condition, Not, Test
from talentpack.core.conditions import Any as AnyOf
from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Refused

_BY = ("one_of", "at_least", "given", "said")


def read_condition(raw: Any, file: str, key: str) -> Condition:
    """One condition. Raises Refused naming the key where the form is not one of the language's."""
    if not isinstance(raw, dict) or len(raw) != 1:
        raise _refused(file, key, line(N_("a condition is a table with one key.")), _EXAMPLE)
    ((name, value),) = raw.items()
    if name in ("all", "any"):
        parts = _parts(value, file, f"{key}.{name}")
        return All(parts=parts) if name == "all" else AnyOf(parts=parts)
    if name == "not":
        return Not(part=read_condition(value, file, f"{key}.not"))
    return _test(name, value, file, f"{key}.{name}")


def optional(raw: Any, file: str, key: str) -> Condition | None:
    return None if raw is None else read_condition(raw, file, key)


def joined(*conditions: Condition | None) -> Condition | None:
    """All of the conditions given; None when there is none."""
    given = tuple(each for each in conditions if each is not None)
    if len(given) < 2:  # noqa: PLR2004 - nothing to join
        return given[0] if given else None
    return All(parts=given)


def tests(condition: Condition | None) -> tuple[Test, ...]:
    """Every comparison inside a condition."""
    if condition is None:
        return ()
    if isinstance(condition, Test):
        return (condition,)
    parts = (condition.part,) if isinstance(condition, Not) else condition.parts
    return tuple(test for part in parts for test in tests(part))


def _parts(value: Any, file: str, key: str) -> tuple[Condition, ...]:
    if not isinstance(value, list) or not value:
        raise _refused(file, key, line(N_("conditions are joined in a list.")), _LIST)
    return tuple(read_condition(part, file, f"{key}[{index}]") for index, part in enumerate(value))


def _test(name: str, value: Any, file: str, key: str) -> Test:
    if not isinstance(value, dict):
        return Test(name=name, by="is", value=_single(value, file, key))
    if len(value) != 1:
        raise _refused(file, key, line(N_("a comparison is a table with one key.")), _EXAMPLE)
    ((by, bound),) = value.items()
    if by not in _BY:
        raise _refused(file, key, line(N_("{word} is no comparison."), word=by), suggestion(by, _BY))
    return Test(
        name=name, by=cast("Literal['one_of', 'at_least', 'given', 'said']", by), value=_bound(by, bound, file, key)
    )


def _bound(by: str, bound: Any, file: str, key: str) -> str | bool | tuple[str, ...]:
    if by == "one_of":
        if isinstance(bound, list) and bound and all(isinstance(item, str) for item in bound):
            return tuple(bound)
        raise _refused(file, key, line(N_("one_of takes a list of texts.")), _ONE_OF)
    if by == "at_least":
        return _text(bound, file, key)
    if isinstance(bound, bool):
        return bound
    raise _refused(file, key, line(N_("{by} takes true or false."), by=by), line(N_("Write {by} = true."), by=by))


def _single(value: Any, file: str, key: str) -> str | bool:
    return value if isinstance(value, bool) else _text(value, file, key)


def _text(value: Any, file: str, key: str) -> str:
    """Numbers and days in their canonical text form, as answers hold them."""
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if type(value) is date:
        return value.isoformat()
    raise _refused(file, key, line(N_("an answer is compared with a text, a number or a day.")), _EXAMPLE)


def _refused(file: str, key: str, what: Line, remedy: Line) -> Refused:
    return Refused(problem(file, key, what, remedy, "data.condition"))


_EXAMPLE = line(
    N_("Write {example}."),
    example='{ kind = "salary" }, { kind = { one_of = ["salary", "bonus"] } } or { all = [ … ] }',
)
_LIST = line(N_("Write {example}."), example='{ all = [{ route = "A" }, { kind = "salary" }] }')
_ONE_OF = line(N_("Write {example}."), example='{ kind = { one_of = ["salary", "bonus"] } }')
