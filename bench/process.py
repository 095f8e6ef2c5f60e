"""Running one function in a fresh process and reading what it cost."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """``peak`` in MB (10^6 bytes) of resident memory, ``seconds`` of processor time, start of Python included."""

    peak: float
    seconds: float


def cost_of(module: str, *arguments: str) -> Cost:
    """The cost of ``python -m module arguments``, which ends with `tell_cost`."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def tell_cost() -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"peak": _peak(usage.ru_maxrss), "seconds": usage.ru_utime + usage.ru_stime}))


def _peak(maxrss: int) -> float:
    """Linux hands ru_maxrss of the parent down to its child; the high-water mark in /proc is the process's own."""
    status = Path("/proc/self/status")
    if not status.exists():
        return maxrss / 1e6 if sys.platform == "darwin" else maxrss * 1024 / 1e6
    mark = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    return int(mark.split()[1]) * 1024 / 1e6
