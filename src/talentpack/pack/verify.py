"""Checking a pack against its manifest with pypdf, which had no part in making it.

Hashes first, then what a reader of the bundle relies on: pages, bookmarks, labels, stamps, links, embedded fonts.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path, PurePosixPath

from pypdf import PdfReader

from talentpack.core.lines import N_, Item, line
from talentpack.core.problems import refuse
from talentpack.pack.manifest import BUNDLE, LITTER, NAME, FileEntry, Manifest, digest_of, read
from talentpack.pack.verify_bundle import CHECKS, Difference, differs
from talentpack.worker.protocol import Step

__all__ = ["Difference", "verify"]


def verify(directory: Path) -> Generator[Step, None, tuple[Difference, ...]]:
    """Every difference between a pack and its manifest; none: all is true.

    Raises Refused when there is no manifest of ours, OSError when the folder cannot be read.
    """
    manifest = read(directory)
    if manifest is None:
        what = line(N_("This folder holds no pack that this release can read"))
        raise refuse("verify.not_a_pack", what, line(N_("Choose the folder that holds manifest.json")), directory.name)
    found: list[Difference] = []
    total = len(manifest.files) + len(CHECKS)
    for done, entry in enumerate(manifest.files):
        yield Step(label="verify.file", done=done, total=total, detail=entry.path)
        found.extend(_file(directory, entry))
    found.extend(_unlisted(directory, manifest))
    for done, (name, check) in enumerate(CHECKS.items(), len(manifest.files)):
        yield Step(label=f"verify.{name}", done=done, total=total)
        found.extend(_bundle(directory / BUNDLE, manifest, check))
    # Each check opens the file anew, so one that cannot be read is told once a check.
    return tuple({(one.code, one.ref, one.text.template): one for one in found}.values())


def _file(directory: Path, entry: FileEntry) -> Iterator[Difference]:
    path = directory / entry.path
    if not _inside(entry.path) or path.is_symlink() or not path.is_file():
        yield differs("verify.missing", entry.path, N_("The file is missing"))
        return
    if digest_of(path) != (entry.sha256, entry.bytes):
        yield differs("verify.changed", entry.path, N_("The file is not the one that was written"))
    if entry.pages is not None:
        yield from _pages(path, entry, entry.pages)


def _inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not PurePosixPath(path).is_absolute() and ".." not in parts


def _unlisted(directory: Path, manifest: Manifest) -> Iterator[Difference]:
    listed = {NAME, *(entry.path for entry in manifest.files)}
    for place, _below, files in os.walk(directory):
        for name in sorted(files):
            path = (Path(place).relative_to(directory) / name).as_posix()
            if path not in listed and name not in LITTER:
                yield differs("verify.unlisted", path, N_("The file is no part of the pack"))


def _pages(path: Path, entry: FileEntry, wanted: int) -> Iterator[Difference]:
    def check(reader: PdfReader) -> Iterable[Difference]:
        count = len(reader.pages)
        if count != wanted:
            yield _counted(entry.path, count, wanted)

    yield from _guarded(path, entry.path, check)


def _bundle(
    path: Path, manifest: Manifest, check: Callable[[PdfReader, Manifest], Iterable[Difference]]
) -> Iterator[Difference]:
    if path.is_file():
        yield from _guarded(path, BUNDLE, lambda reader: check(reader, manifest))


def _guarded(path: Path, ref: str, check: Callable[[PdfReader], Iterable[Difference]]) -> list[Difference]:
    try:
        with path.open("rb") as file:  # given a path, pypdf would hold the whole file in memory
            return list(check(PdfReader(file)))
    except Exception as error:  # noqa: BLE001 - a damaged PDF makes pypdf raise anything, and damage is what we report
        return [
            differs("verify.unreadable", ref, N_("The file cannot be read ({reason})"), reason=type(error).__name__)
        ]


def _counted(ref: str, found: int, wanted: int) -> Difference:
    values: dict[str, Item] = {"found": found, "wanted": wanted}
    return differs("verify.pages", ref, N_("The file has {found} pages instead of {wanted}"), **values)
