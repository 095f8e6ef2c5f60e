"""What ``doctor`` looks at: versions, places, the audit of the rules, and how fresh they are."""

from __future__ import annotations

import platform
import sys
from datetime import date
from importlib.metadata import version
from typing import Any

from talentpack import __version__, assets
from talentpack.app.world import PURPOSES, World, load
from talentpack.content.audit import audit
from talentpack.content.letters import read_letter
from talentpack.content.timeline import read_timeline
from talentpack.core.facts.listing import LIST_SOURCE, new_list_since
from talentpack.core.lines import N_, Day, Line, line
from talentpack.core.problems import Problem
from talentpack.core.values import Value
from talentpack.core.words import Words

LIBRARIES = ("pikepdf", "pypdf", "pypdfium2", "reportlab", "Pillow", "pi-heif", "img2pdf", "msgspec", "babel")
# Rules change: after this long a source is to be read again.
STALE_DAYS = 60


class Checkup(Value, frozen=True, kw_only=True):
    """``problems`` are faults of the shipped data; ``stale`` are sources not read for a while, by title.

    ``new_list`` is the 1 January since which a new list of universities has probably been in force, None before it.
    """

    program: str
    python: str
    system: str
    libraries: dict[str, str]
    places: dict[str, str]
    rules_checked: date
    universities: int
    stale: tuple[str, ...]
    new_list: date | None
    problems: tuple[Problem, ...]


def examine(today: date) -> Checkup:
    """Everything ``doctor`` says. Raises Refused when the shipped data cannot even be read."""
    world = load()
    sources = world.rules.sources.values()
    new_list = new_list_since(world.rules.sources[LIST_SOURCE].checked)
    return Checkup(
        program=__version__,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        libraries={name: version(name) for name in LIBRARIES},
        places={"resources": str(assets.resources()), "forms": str(assets.forms()), "python": sys.executable},
        rules_checked=min(source.checked for source in sources),
        universities=sum(row.on_list(today) for row in world.rules.universities),
        stale=tuple(source.title for source in sources if (today - source.checked).days > STALE_DAYS),
        new_list=new_list if today >= new_list else None,
        problems=_audited(world),
    )


def _audited(world: World) -> tuple[Problem, ...]:
    resources = assets.resources()
    timeline = read_timeline(resources / "schemes" / world.rules.scheme.id, world.rules)
    letters = {path.name: read_letter(path) for path in sorted((resources / "letters").glob("*.toml"))}
    found = (
        each
        for purpose in PURPOSES
        for each in audit(
            world.rules, load(world.rules.scheme.id, purpose).forms, frozenset(world.facts), timeline, letters
        )
    )
    return tuple({(each.code, each.ref, each.what.template): each for each in found}.values())


def as_json(found: Checkup, words: Words) -> dict[str, Any]:
    return {
        "program": found.program,
        "python": found.python,
        "system": found.system,
        "libraries": found.libraries,
        "places": found.places,
        "rules_checked": found.rules_checked.isoformat(),
        "universities": found.universities,
        "stale": list(found.stale),
        "new_list": found.new_list.isoformat() if found.new_list else None,
        "problems": [{"code": each.code, "ref": each.ref, "text": words.say(each.what)} for each in found.problems],
    }


def told(found: Checkup, words: Words) -> list[str]:
    """The same as lines for people."""
    lines = [f"Talentpack {found.program}, Python {found.python}, {found.system}"]
    lines.append(", ".join(f"{name} {number}" for name, number in found.libraries.items()))
    lines += [f"{name}: {place}" for name, place in found.places.items()]
    checked = line(N_("Rules: every source read on or after {day}."), day=Day(date=found.rules_checked))
    count = line(N_("Universities on the list today: {n}."), n=found.universities)
    lines += [words.say(checked), words.say(count)]
    lines += [words.say(line(N_("Read again: {title}"), title=title)) for title in found.stale]
    if found.new_list:
        since = Day(date=found.new_list)
        lines.append(
            words.say(line(N_("Since {day} a new list of universities has probably been in force."), day=since))
        )
    clean = Line(template=N_("The rules' data: no fault found."))
    lines += [words.say(each.what) for each in found.problems] or [words.say(clean)]
    return lines
