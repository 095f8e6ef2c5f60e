"""The whole pack of the 476-page case as the builder makes and checks it: front, bundle, folders, manifest.

``python -m bench.whole build|verify FOLDER`` is one such process.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

from bench.figures import Figure
from bench.process import cost_of, tell_cost
from bench.scans import PAGES, scans

BUILD_PEAK_LIMIT = 120
VERIFY_PEAK_LIMIT = 120
SECONDS_LIMIT = 15


def measure(folder: Path) -> Iterator[Figure]:
    """Builds and verifies in fresh processes."""
    case = folder / "assemble"
    scans(case / "scans")
    for how, peak in (("build", BUILD_PEAK_LIMIT), ("verify", VERIFY_PEAK_LIMIT)):
        cost = cost_of("bench.whole", how, str(case))
        yield Figure(f"{how}: peak memory", cost.peak, "MB", peak)
        yield Figure(f"{how}: processor time", cost.seconds, "s", SECONDS_LIMIT)
    shutil.rmtree(case / "pack")


def _build(case: Path) -> None:
    from bench.case import case_plan  # noqa: PLC0415 - the cost of the imports belongs to this process
    from talentpack.app.words import words_for  # noqa: PLC0415 - as above
    from talentpack.pack.build import build  # noqa: PLC0415 - as above

    resources = Path(__file__).parents[1] / "resources"
    staging = case / "pack"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    words = words_for("en", resources)
    _run(build(case_plan(scans(case / "scans"), PAGES), words, words, resources / "fonts", staging, ""))


def _verify(case: Path) -> None:
    from talentpack.pack.verify import verify  # noqa: PLC0415 - see _build

    differences = _run(verify(case / "pack"))
    if differences:
        raise SystemExit(f"the pack does not verify: {differences}")


def _run(steps: Generator[object, None, object]) -> object:
    """Runs long work to its end and returns its result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


if __name__ == "__main__":
    {"build": _build, "verify": _verify}[sys.argv[1]](Path(sys.argv[2]))
    tell_cost()
