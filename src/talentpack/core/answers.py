"""The answers of a case at one moment, by permanent address, and the way between addresses and what people write.

Addresses: ``route``, ``applicant/surname``, ``income/r2/amount``, ``dependant/r1/travel_document/number``,
``evidence/e3/proof``. A list's own address (``income``) holds the ids of its records in order. People and files write
positions: ``income[1].amount``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from talentpack.core.lines import N_, line
from talentpack.core.problems import refuse
from talentpack.core.values import Plain, Value

_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")


class Change(Value, frozen=True, kw_only=True):
    """One address before and after; None is "not answered"."""

    address: str
    before: Plain | None
    after: Plain | None


class Answers:
    """An immutable map from address to canonical value (see kinds.py). Absent means not answered."""

    def __init__(self, values: Mapping[str, Plain] | None = None) -> None:
        self._values: Mapping[str, Plain] = MappingProxyType(dict(values or {}))

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answers) and dict(self._values) == dict(other._values)

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._values)))

    def get(self, address: str) -> Plain | None:
        """The canonical value, or None when not answered. An empty text or list is no answer and is never stored."""
        return self._values.get(address)

    def text(self, address: str) -> str:
        """A text answer; empty when not answered."""
        value = self._values.get(address)
        return value if isinstance(value, str) else ""

    def ids(self, listed: str) -> tuple[str, ...]:
        """The ids of a list's records, in order; a list named in ``none`` or never filled has none."""
        value = self._values.get(listed)
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    def said_empty(self, listed: str) -> bool:
        """Whether the person said that a list is empty (``none = ["job"]``)."""
        none = self._values.get("none")
        return isinstance(none, list) and listed in none and not self.ids(listed)

    def below(self, prefix: str) -> dict[str, Plain]:
        """Every answer below an address (``income/r1``), keyed by the rest of its address."""
        start = prefix + "/"
        return {address[len(start) :]: value for address, value in self._values.items() if address.startswith(start)}

    def after(self, changes: Iterable[Change]) -> Answers:
        """The answers once these changes are made."""
        values = dict(self._values)
        for change in changes:
            if change.after is None:
                values.pop(change.address, None)
            else:
                values[change.address] = change.after
        return Answers(values)


def to_path(answers: Answers, address: str) -> str:
    """What people write for an address: ``income/r2/amount`` → ``income[1].amount``; unknown ids stay as they are."""
    head, *rest = address.split("/")
    ids = answers.ids(head)
    if not rest:
        return head
    if rest[0] in ids:
        return ".".join([f"{head}[{ids.index(rest[0])}]", *rest[1:]])
    return ".".join([head, *rest])


def to_address(answers: Answers, path: str) -> str:
    """The address of what people write. Raises Refused (``address.unknown``) for a place that is not there."""
    head, *rest = path.strip().split(".")
    match = _STEP.fullmatch(head)
    if match is None or not all(_STEP.fullmatch(step) for step in rest):
        raise _no_such_place(path)
    name, position = match.groups()
    if position is None:
        return "/".join([name, *rest])
    ids = answers.ids(name)
    if int(position) >= len(ids):
        raise _no_such_place(path)
    return "/".join([name, ids[int(position)], *rest])


def _no_such_place(path: str) -> Exception:
    return refuse(
        "address.unknown",
        line(N_("There is no {path} in this case."), path=path),
        line(N_("Write it as in an answers file, for example income[0].amount; the first record is 0.")),
        path,
    )
