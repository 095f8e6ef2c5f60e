"""Makes a pack as `exporting` does, and says what lies in the folder afterwards."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from talentpack.app.building import BuildAnswer
from talentpack.app.exporting import export
from talentpack.app.opening import Opened
from talentpack.core.plan import Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.values import Value
from talentpack.worker.protocol import Step


class Part(Value, frozen=True, kw_only=True):
    """A file of the pack, or a folder of it with all that is below: ``files`` of ``size`` bytes together."""

    name: str
    folder: bool
    files: int
    size: int


class Made(Value, frozen=True, kw_only=True):
    """A pack in its place. ``pages`` are the bundle's."""

    directory: str
    pages: int
    exhibits: int
    parts: tuple[Part, ...]
    warnings: tuple[Warning, ...]

    @property
    def files(self) -> int:
        return sum(part.files for part in self.parts)


def make(opened: Opened, target: Path) -> Generator[Step, None, Made]:
    """Exports the case into ``target``. Raises Refused; closing it leaves an earlier pack untouched."""
    answer = yield from export(opened, target)
    return describe(answer, target)


def describe(answer: BuildAnswer, target: Path) -> Made:
    """The parts at the top of a pack: the bundle, then folders, then the other files."""
    sizes: dict[str, list[int]] = {}
    for file in answer.files:
        sizes.setdefault(file.split("/")[0], []).append((target / file).stat().st_size)
    folders = {file.split("/")[0] for file in answer.files if "/" in file}
    parts = [
        Part(name=name, folder=name in folders, files=len(each), size=sum(each)) for name, each in sorted(sizes.items())
    ]
    order = sorted(parts, key=lambda part: (part.name != BUNDLE, not part.folder, part.name))
    exhibits = sum(1 for file in answer.files if file.startswith(f"{EVIDENCE}/") and file.lower().endswith(".pdf"))
    return Made(
        directory=str(target), pages=answer.pages, exhibits=exhibits, parts=tuple(order), warnings=answer.warnings
    )


BUNDLE, EVIDENCE = "Bundle.pdf", "Evidence"
