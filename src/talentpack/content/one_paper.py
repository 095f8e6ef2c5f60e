"""One paper's table, read as in an answers file, for a case that is kept elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from talentpack.content.answers_evidence import LIST, read_evidence
from talentpack.content.answers_tables import Reading
from talentpack.core.answers import Answers
from talentpack.core.questions import Forms
from talentpack.core.rules import Rules
from talentpack.core.values import Plain

_RECORD = "paper"


def read_paper(table: Mapping[str, Any], answers: Answers, forms: Forms, rules: Rules, label: str) -> dict[str, Plain]:
    """The fields of an ``[[evidence]]`` table by name, canonical. ``label`` stands for the file in problems.

    ``for`` and ``pins`` may point at whatever ``answers`` hold. Raises Refused with every problem.
    """
    reading = Reading(label, forms, rules)
    there = ((address, answers.get(address)) for address in answers if address.partition("/")[0] != LIST)
    reading.values.update({address: value for address, value in there if value is not None})
    read_evidence(reading, {LIST: [{**table, "id": _RECORD}]})
    reading.complaints.settle()
    return Answers(reading.values).below(f"{LIST}/{_RECORD}")
