"""The papers of a case, by random id: each copied in whole before anything speaks of it, and never changed after."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from talentpack.casefile.disk import create_file, make_folder, sync_folder
from talentpack.casefile.failures import file_failures
from talentpack.casefile.store import Store, StoredFile
from talentpack.core.lines import N_, line
from talentpack.core.problems import refuse
from talentpack.worker.protocol import Step

_PIECE = 1 << 20


class Vault:
    """``<case>/evidence/ab/<id>``. The store knows which ids there are."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder
        self._store = store

    def sweep(self) -> None:
        """Removes copies that were never finished."""
        with file_failures():
            for part in self._folder.glob("*.part"):
                part.unlink()

    def take_in(self, source: BinaryIO) -> Generator[Step, None, StoredFile]:
        """Copies an open regular file in; one with the same contents is kept once.

        Closing the generator, a failure or a refusal leaves nothing behind. Raises Refused.
        """
        size = os.fstat(source.fileno()).st_size
        name = uuid4().hex
        part = self._folder / f"{name}.part"
        try:
            with file_failures():
                make_folder(self._folder)
                sha256 = yield from _copied(source, size, part)
                known = self._store.file_of(sha256)
                file = known or StoredFile(id=name, sha256=sha256, size=size)
                self._put(part, path_of(self._folder, file.id))
        finally:
            part.unlink(missing_ok=True)
        if known is None:
            self._store.keep_file(file)
        return file

    def missing(self) -> tuple[StoredFile, ...]:
        """Files that are gone, or no longer have their size."""
        return tuple(each for each in self._store.files() if not _there(path_of(self._folder, each.id), each.size))

    def _put(self, part: Path, target: Path) -> None:
        """In place for good, unless it is there already."""
        if _there(target, part.stat().st_size):
            return
        make_folder(target.parent)
        part.replace(target)
        sync_folder(target.parent)


def path_of(folder: Path, file: str) -> Path:
    """Where a file lies below the folder ``evidence``."""
    return folder / file[:2] / file


def _copied(source: BinaryIO, size: int, part: Path) -> Generator[Step, None, str]:
    """Copies to the disk for good; the sha256 of what was copied."""
    digest, done = hashlib.sha256(), 0
    with os.fdopen(create_file(part), "wb") as target:
        while piece := source.read(_PIECE):
            digest.update(piece)
            target.write(piece)
            done += len(piece)
            if done > size:
                break
            yield Step(label="keep", done=done, total=size)
        target.flush()
        os.fsync(target.fileno())
    if done != size:
        raise refuse(
            "evidence.changing",
            line(N_("The file changed while it was read.")),
            line(N_("Wait until the other program has finished with it, then attach it again.")),
        )
    return digest.hexdigest()


def _there(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size
