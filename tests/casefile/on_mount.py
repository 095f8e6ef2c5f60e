"""Run in a namespace of its own: a case on a small file system that fills, and one that cannot be written to.

Arguments: an empty folder. Prints what was found as JSON.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.casefile.acts import NOW, finished
from tests.casefile.made import action, new_case

from talentpack.casefile.folder import CaseFolder
from talentpack.core.problems import Refused


def codes(refused: Refused) -> list[str]:
    return [problem.code for problem in refused.problems]


def fills(folder: Path) -> dict[str, object]:
    """Acts and papers until there is no room, then again after some was made."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=True)
    case = CaseFolder.open(new_case(folder / "case", 1), "Anna", NOW)
    (folder / "ballast").write_bytes(b"x" * 300_000)
    refused = [_until_refused(case)]
    with Path(sys.executable).open("rb") as too_large:
        try:
            finished(case.vault.take_in(too_large))
        except Refused as told:
            refused.append(codes(told))
    kept = len(case.store.actions())
    (folder / "ballast").unlink()
    case.store.append(action(kept + 1, phone="there is room again"))
    case.close()
    again = CaseFolder.open(folder / "case", "Anna", NOW)
    found = {"refused": refused, "kept": kept, "after": len(again.store.actions()), "files": len(again.store.files())}
    again.close()
    return {**found, "left": [path.name for path in folder.rglob("*.part")]}


def _until_refused(case: CaseFolder) -> list[str]:
    for number in range(2, 1000):
        try:
            case.store.append(action(number, phone="x" * 20_000))
        except Refused as told:
            return codes(told)
    return []


def read_only(folder: Path) -> dict[str, object]:
    """A case opened where nothing can be written."""
    new_case(folder / "case", 1)
    before = (folder / "case" / "case.db").read_bytes()
    for options in (["--bind"], ["-o", "remount,bind,ro"]):
        subprocess.run(["mount", *options, str(folder), str(folder)], check=True)
    try:
        CaseFolder.open(folder / "case", "Anna", NOW).close()
        refused = []
    except Refused as told:
        refused = codes(told)
    return {"refused": refused, "same": (folder / "case" / "case.db").read_bytes() == before}


if __name__ == "__main__":
    place = Path(sys.argv[1])
    for each in (fills, read_only):
        shutil.rmtree(place / each.__name__, ignore_errors=True)
        (place / each.__name__).mkdir()
        print(json.dumps(each(place / each.__name__)))  # noqa: T201 - the test reads it
