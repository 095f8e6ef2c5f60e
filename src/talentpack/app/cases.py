"""The cases kept by the program: listed, found by what people call them, begun, erased."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from talentpack.app.files import ID, shown_name
from talentpack.app.kept import KeptCase, open_case
from talentpack.app.opening import Opened
from talentpack.app.taking import files_named
from talentpack.core.answers import Answers, Change
from talentpack.core.lines import N_, line
from talentpack.core.problems import Problem, Refused, refuse
from talentpack.core.typed import folded_text
from talentpack.worker.protocol import Step

if TYPE_CHECKING:
    from talentpack.casefile.snapshots import Snapshot
    from talentpack.casefile.summary import Summary

Clock = Callable[[], datetime]

_UNFINISHED, _GOING = ".part", ".erased"
_OLD = timedelta(days=1)
_NONE: tuple[Problem, ...] = ()


class Listed(NamedTuple):
    """A case in its folder; without a summary ``problems`` say why it has none."""

    folder: Path
    summary: Summary | None
    problems: tuple[Problem, ...] = ()


def listed(cases: Path, now: Clock, who: str) -> Iterator[Listed]:
    """Every case, by id. One without a summary is opened to make it."""
    from talentpack.casefile.summary import read_summary  # noqa: PLC0415 - an answers file needs no database

    for folder in _folders(cases):
        summary, problems = read_summary(folder), _NONE
        if summary is None:
            try:
                with open_case(folder, now, who) as case:
                    summary = case.summary()
            except Refused as refused:
                problems = refused.problems
        yield Listed(folder, summary, problems)


def find(cases: Path, said: str, now: Clock, who: str) -> Path:
    """The folder of the case somebody means: its id, else its name, else a unique beginning of its id.

    Raises Refused: ``case.unknown``, ``case.ambiguous``.
    """
    folders = _folders(cases)
    whole = [folder for folder in folders if folder.name == said]
    names = () if whole else tuple(listed(cases, now, who))
    named = [each.folder for each in names if each.summary and _same(each.summary.name, said)]
    begun = [folder for folder in folders if said and folder.name.startswith(said)]
    found = whole or named or begun
    if len(found) == 1:
        return found[0]
    if found:
        what = line(N_("{case} may be any of {count} cases."), case=said, count=len(found))
        ids = ", ".join(folder.name for folder in found)
        raise refuse("case.ambiguous", what, line(N_("Name it by its id: {ids}."), ids=ids), said)
    raise refuse(
        "case.unknown",
        line(N_("There is no case {case}."), case=said),
        line(N_("Name it by its id or its name; talentpack list shows them.")),
        said,
    )


def begin(
    cases: Path, now: Clock, who: str, name: str = "", opened: Opened | None = None
) -> Generator[Step, None, str]:
    """A new case, with the answers and all the files of an answers file; its id.

    It appears whole or not at all: closing this, a failure or a refusal leaves nothing. Raises Refused.
    """
    from talentpack.casefile.disk import sync_folder  # noqa: PLC0415 - an answers file needs no database
    from talentpack.casefile.failures import file_failures  # noqa: PLC0415 - as above
    from talentpack.casefile.folder import CaseFolder  # noqa: PLC0415 - as above

    case_id = str(uuid4())
    _sweep(cases, now())
    part = cases / f".{case_id}{_UNFINISHED}"
    about = {"id": case_id, "name": " ".join(folded_text(name).split()), "begun": now().isoformat()}
    try:
        folder = CaseFolder.create(part, about)
        try:
            case = KeptCase(folder, now, who)
            case.start((yield from _with_files(case, opened)) if opened else _EMPTY)
            case.summarise()
        finally:
            folder.close()
        with file_failures():
            part.rename(cases / case_id)
            sync_folder(cases)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return case_id


_EMPTY = Answers({"scheme": "ttps", "purpose": "entry"})


def erase(folder: Path, now: Clock, who: str) -> None:
    """Removes a case with its papers and earlier states. Raises Refused when it is open, or something cannot be removed.

    A damaged case, or one of a newer release, can be erased too.
    """
    from talentpack.casefile.disk import sync_folder  # noqa: PLC0415 - an answers file needs no database
    from talentpack.casefile.failures import file_failures  # noqa: PLC0415 - as above
    from talentpack.casefile.folder import CaseFolder  # noqa: PLC0415 - as above

    try:
        CaseFolder.open(folder, who, now()).close()
    except Refused as refused:
        if refused.problems[0].code not in {"case.damaged", "case.newer", "case.not_there"}:
            raise
    going = folder.with_name(f".{folder.name}{_GOING}")
    with file_failures():
        folder.rename(going)
        sync_folder(folder.parent)
        shutil.rmtree(going)
        sync_folder(folder.parent)


def recover(folder: Path, now: Clock) -> tuple[Snapshot, Path | None]:
    """As ``casefile.recovery.recover``. Raises Refused."""
    from talentpack.casefile import recovery  # noqa: PLC0415 - an answers file needs no database

    return recovery.recover(folder, now())


def _with_files(case: KeptCase, opened: Opened) -> Generator[Step, None, Answers]:
    """The answers of a file, every file they name taken in. Raises Refused with one problem for each that cannot be."""
    changes: list[Change] = []
    problems: list[Problem] = []
    addresses = [f"evidence/{key}" for key, _ in files_named(opened.answers)]
    if opened.answers.text("consultant/logo"):
        addresses.append("consultant/logo")
    for address in addresses:
        path = opened.folder / opened.answers.text(address)
        try:
            stored = yield from case.take_in(path)
        except Refused as refused:
            problems += refused.problems
            continue
        changes.append(Change(address=address, before=None, after=shown_name(path)))
        changes.append(Change(address=address + ID, before=None, after=stored.id))
    if problems:
        raise Refused(problems)
    return opened.answers.after(changes)


def _folders(cases: Path) -> list[Path]:
    if not cases.is_dir():
        return []
    return sorted(path for path in cases.iterdir() if path.is_dir() and not path.name.startswith("."))


def _same(name: str, said: str) -> bool:
    return bool(said.strip()) and " ".join(name.split()).casefold() == " ".join(said.split()).casefold()


def _sweep(cases: Path, now: datetime) -> None:
    """Removes what a crash left of beginning or erasing a case, once it is a day old."""
    for path in cases.glob(".*"):
        old = now.timestamp() - path.stat().st_mtime > _OLD.total_seconds()
        if path.name.endswith((_UNFINISHED, _GOING)) and (old or path.name.endswith(_GOING)):
            shutil.rmtree(path, ignore_errors=True)
