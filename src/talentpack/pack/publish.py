"""Moving a finished pack into place: the old one stays until the new one is there, and comes back if it cannot be.

Beside the target ``DIR`` lie ``.DIR.part`` while a pack is being written and ``.DIR.replaced`` for the moment of the swap.
Runs in the program, not in the builder: no PDF library here.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Refused, refuse
from talentpack.pack.manifest import LITTER, NAME, Manifest, read

_FULL = (errno.ENOSPC, errno.EDQUOT)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


def prepare(target: Path) -> Path:
    """Makes the empty staging folder for a pack that is to lie at ``target``, and returns it.

    Sweeps away what a killed export left, and brings back the old pack if it was killed in the swap. Raises Refused
    when the target holds anything but a pack of ours, or when nothing can be written there.
    """
    target = _absolute(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _recover(target)
        _check(target)
        staging = _beside(target, "part")
        staging.mkdir()
    except OSError as error:
        raise unwritable(error) from error
    return staging


def publish(staging: Path, target: Path) -> None:
    """Swaps ``staging`` in. Raises Refused, and then the old pack is in its place and staging is gone."""
    target = _absolute(target)
    old = _beside(target, "replaced")
    try:
        _check(target)
        _flush_tree(staging)
        _swap(staging, target, old)
    except OSError as error:
        discard(staging)
        raise unwritable(error) from error
    except Refused:
        discard(staging)
        raise
    # From here on the new pack is in place: what fails now is swept by the next export.
    with suppress(OSError):
        _flush(target.parent)
    shutil.rmtree(old, ignore_errors=True)


def discard(staging: Path) -> None:
    """Removes a staging folder, whatever it holds."""
    shutil.rmtree(staging, ignore_errors=True)


def unwritable(error: OSError) -> Refused:
    """What a failure to write means to the person. The text of the error, which names paths, is not passed on."""
    if error.errno in _FULL:
        what = line(N_("There is not enough room on the disk for the pack"))
        return refuse("publish.full", what, line(N_("Free some room, or choose a folder on another disk")))
    if error.errno in _READ_ONLY:
        what = line(N_("Nothing can be written in the folder chosen for the pack"))
        return refuse("publish.read_only", what, line(N_("Choose a folder you may write in")))
    what = line(N_("The pack could not be written ({reason})"), reason=errno.errorcode.get(error.errno or 0, "?"))
    return refuse("publish.failed", what, line(N_("Try again, or choose another folder")))


def _absolute(target: Path) -> Path:
    """A link to a folder means the folder, so that the link itself survives the swap."""
    whole = target.resolve()
    if not whole.name:
        raise _occupied(line(N_("The folder chosen for the pack holds other things")), str(target))
    return whole


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f".{target.name}.{suffix}")


def _recover(target: Path) -> None:
    old = _beside(target, "replaced")
    if old.exists():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)
    staging = _beside(target, "part")
    if staging.exists():
        shutil.rmtree(staging)


def _check(target: Path) -> None:
    """Raises Refused unless the target is absent, empty, or a pack with nothing in it that its manifest leaves out."""
    if not target.exists():
        return
    if not target.is_dir():
        raise _occupied(line(N_("There is a file of this name where the pack is to go")), target.name)
    if not any(target.iterdir()):
        return
    manifest = read(target)
    if manifest is None:
        raise _occupied(line(N_("The folder chosen for the pack holds other things")), target.name)
    stranger = _stranger(target, manifest)
    if stranger is not None:
        what = line(N_("The folder chosen for the pack also holds {name}"), name=stranger)
        raise _occupied(what, stranger)


def _stranger(target: Path, manifest: Manifest) -> str | None:
    """Something in the folder that is not the pack's, or None."""
    listed = {NAME, *(entry.path for entry in manifest.files)}
    folders = {parent.as_posix() for path in listed for parent in Path(path).parents}
    for place, below, files in os.walk(target):
        inside = Path(place).relative_to(target)
        for name in sorted(below):
            path = (inside / name).as_posix()
            if path not in folders or (target / path).is_symlink():
                return path
        for name in sorted(files):
            path = (inside / name).as_posix()
            if name not in LITTER and (path not in listed or (target / path).is_symlink()):
                return path
    return None


def _occupied(what: Line, ref: str) -> Refused:
    return refuse(
        "publish.occupied", what, line(N_("Choose a new or empty folder, or the folder of an older pack")), ref
    )


def _swap(staging: Path, target: Path, old: Path) -> None:
    moved = target.exists()
    if moved:
        target.rename(old)
    try:
        staging.rename(target)
    except OSError:
        if moved:
            old.rename(target)
        raise


def _flush_tree(root: Path) -> None:
    for place, _below, files in os.walk(root):
        for name in files:
            _flush(Path(place) / name)
        _flush(Path(place))


def _flush(path: Path) -> None:
    """To the disk for good. Windows cannot open folders; its file system keeps their entries in a journal."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
