"""What a measurement reports, and how it is printed and kept."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One number; ``limit`` is the largest that is good, None when it is only told."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def good(self) -> bool:
        return self.limit is None or self.value <= self.limit

    def __str__(self) -> str:
        limit = "" if self.limit is None else f"   limit {self.limit:g}{'' if self.good else '   OVER'}"
        return f"  {self.name:<44} {self.value:>10.2f} {self.unit}{limit}"


def report(name: str, figures: Iterable[Figure], folder: Path) -> bool:
    """Prints the figures, writes ``<name>.json``, and says whether all are within their limits."""
    kept = list(figures)
    print(name)
    for figure in kept:
        print(figure)
    text = json.dumps([asdict(figure) | {"good": figure.good} for figure in kept], indent=2)
    (folder / f"{name}.json").write_text(text + "\n")
    return all(figure.good for figure in kept)
