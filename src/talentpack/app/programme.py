"""What there is to know about a scheme before a case is begun: its categories, its way, and what it costs and takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from talentpack import assets
from talentpack.app.world import World
from talentpack.content.timeline import read_timeline
from talentpack.core.lines import Line
from talentpack.core.timeline import Stage, stated


@dataclass(frozen=True)
class Programme:
    """``facts`` are label and sentence, by id, with figures as in force on the day; ``checked``: the oldest source."""

    title: Line
    routes: tuple[Line, ...]
    stages: tuple[Stage, ...]
    facts: dict[str, tuple[Line, Line]]
    checked: date


def programme(world: World, day: date) -> Programme:
    """The facts of a scheme on a day."""
    rules = world.rules
    timeline = read_timeline(assets.resources() / "schemes" / rules.scheme.id, rules)
    return Programme(
        title=rules.scheme.title,
        routes=tuple(rules.scheme.routes.values()),
        stages=timeline.stages,
        facts={each.id: (each.label, stated(each, rules, day)) for each in timeline.statements},
        checked=min(source.checked for source in rules.sources.values()),
    )
