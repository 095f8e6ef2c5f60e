"""``python -m bench [NAME …]``: runs the measurements, prints them and writes out/bench/<name>.json.

A measurement is a module here with ``measure(folder)``, which yields figures and may keep its inputs in ``folder``.
Exits 1 when a figure is over its limit.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from bench.figures import report

FOLDER = Path(__file__).parents[1] / "out" / "bench"
MEASUREMENTS = ("rules", "assemble", "whole", "window")


def main(names: list[str]) -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    good = [report(name, import_module(f"bench.{name}").measure(FOLDER), FOLDER) for name in names or MEASUREMENTS]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
