"""Facts by the names criteria.toml uses: the explicit tables, no registration at import."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from talentpack.core.case import Case
from talentpack.core.results import Result

FACTS: Mapping[str, Callable[[Case], Result]] = {}

# Yes/no facts that conditions name as ``fact.<name>``.
YES_NO: Mapping[str, Callable[[Case], bool | None]] = {}

# Every word a fact can return; criteria.toml has a sentence for each (checked when the rules are read).
WORDS: Mapping[str, tuple[str, ...]] = {}
