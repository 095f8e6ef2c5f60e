"""The stages of an export in the order they come, and how far one has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from talentpack.core.lines import N_
from talentpack.worker.protocol import Step

STAGES: Mapping[str, str] = {
    "take_in": N_("Papers read and cleaned"),
    "build.front": N_("Letter, checklist, worksheet and index"),
    "build.bundle": N_("Bundle"),
    "build.letter": N_("Cover letter and checklist by themselves"),
    "build.evidence": N_("Evidence folder"),
    "build.portal": N_("Files for the online form"),
    "build.manifest": N_("Manifest"),
    "verify": N_("Checked by a second program"),
}
"""By label of a `Step`; all labels that begin with ``verify.`` are the last."""

_ORDER = tuple(STAGES)


class Stand(NamedTuple):
    """Which stage is under way (from 0), how much of it is done (0 to 1), and what it is at."""

    stage: int
    share: float
    detail: str

    @property
    def whole(self) -> float:
        """How much of everything is done."""
        return (self.stage + self.share) / len(_ORDER)


def stand_at(step: Step) -> Stand | None:
    """None for a step that is a part of a stage already told."""
    label = "verify" if step.label.startswith("verify.") else step.label
    if label not in STAGES:
        return None
    counted = label in ("take_in", "verify") and step.total > 0
    return Stand(_ORDER.index(label), step.done / step.total if counted else 0.0, step.detail)
