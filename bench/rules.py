"""What `check` costs: the assessment of a case of 30 records, and the whole process beside the libraries it stands on."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from bench.figures import Figure
from talentpack.app.world import load
from talentpack.content.answers_file import parse_answers
from talentpack.core.answers import Answers
from talentpack.core.assess import assess

ASSESS_LIMIT = 5
PROCESS_LIMIT = 3
ROUNDS = 20
DAY = date(2026, 11, 22)
SAMPLE = Path(__file__).parents[1] / "resources" / "samples" / "a-income" / "answers.toml"
BARE = (sys.executable, "-c", "import click, msgspec")
CHECK = (sys.executable, "-m", "talentpack", "check", str(SAMPLE), "--json")


def measure(_: Path) -> Iterator[Figure]:
    """The best of several rounds: what the machine does besides only adds."""
    world = load()
    for route in ("A", "B", "C", ""):
        answers = Answers(parse_answers(_case(route), "case.toml", world.forms, world.rules))
        seconds = _best(
            lambda answers=answers: assess(answers, DAY, world.rules, world.facts, world.yes_no), time.process_time
        )
        yield Figure(f"assessment of 30 records, {route or 'all routes'}", seconds * 1000, "ms", ASSESS_LIMIT)
    bare, check = _best(lambda: _run(BARE), time.perf_counter), _best(lambda: _run(CHECK), time.perf_counter)
    yield Figure("check, as a multiple of importing click and msgspec", check / bare, "times", PROCESS_LIMIT)


def _best(run: Callable[[], object], clock: Callable[[], float]) -> float:
    def once() -> float:
        began = clock()
        run()
        return clock() - began

    return min(once() for _ in range(ROUNDS))


def _run(command: tuple[str, ...]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _case(route: str) -> str:
    """Ten incomes, two degrees, thirteen jobs, five children."""
    head = f'route = "{route}"\n' if route else ""
    person = '[applicant]\nbirth_date = 1985-01-01\nnationality = "MY"\nresidence = "MY"\n'
    return (
        head + person + "".join([*map(_income, range(10)), *map(_degree, range(2)), *map(_job, range(13)), *_CHILDREN])
    )


def _income(number: int) -> str:
    return (
        f'[[income]]\nkind = "salary"\npayer = "P{number}"\ncountry = "CN"\namount = "300000"\ncurrency = "CNY"\n'
        'rate = "1.09"\nrate_date = 2026-11-01\nrate_source = "Bank"\nbasis = "tax_year"\nfrom = 2025-01-01\n'
        "to = 2025-12-31\ntaxable = true\n"
    )


def _degree(number: int) -> str:
    return (
        f'[[degree]]\nlevel = "bachelor"\nawarded_by = ["University of Oxford"]\ncompleted = "{2010 + number}-06"\n'
        'mode = "full_time"\nhonorary = false\nextension_school = false\nverified_by = "HEDD"\n'
    )


def _job(number: int) -> str:
    return (
        f'[[job]]\nemployer = "E{number}"\nfrom = "{2012 + number}-01"\nto = "{2012 + number}-11"\nmode = "full_time"\n'
    )


_CHILDREN = ('[[dependant]]\nrelation = "child"\nbirth_date = 2015-01-01\nnationality = "MY"\nmarried = false\n',) * 5
