"""Takes the evidence of a case in: every file through a reader of its own, whatever it is."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from talentpack.app.files import file_at
from talentpack.app.jobs import read
from talentpack.core.answers import Answers
from talentpack.core.lines import N_, Line, line
from talentpack.core.papers import TOO_LARGE, Intake, IntakeRequest, Pixels, RenderRequest
from talentpack.core.problems import Problem, Refused, refuse
from talentpack.worker.protocol import Step
from talentpack.worker.supervise import WorkerDied

# Parts of an evidence item that name a file; the paper itself and its translation.
FILE_FIELDS = ("file", "translation")

_NOT_THERE = line(N_("There is no such file, or it cannot be read."))
_NO_FILE = line(N_("It is not a file."))
_LINK = line(N_("It is only a link to a file."))
_TOO_LARGE = line(N_("The file is larger than 250 MB."))
_DIED: Mapping[str, Line] = {
    "timeout": line(N_("Reading it took longer than 20 seconds, so it was given up.")),
    "memory": line(N_("Reading it needs more memory than a document should.")),
    "killed": line(N_("Reading it failed: the reader was stopped.")),
    "broken": line(N_("Reading it failed: the file broke the reader.")),
}
_REPLACE = line(N_("Open it in another program, save it as a new PDF, and name that file instead."))


def take_in_all(answers: Answers, folder: Path) -> Generator[Step, None, Mapping[str, Intake]]:
    """Every file of the evidence, by ``<evidence id>/<field>`` ("e1/file", "e1/translation").

    Files are where ``file_at`` says. The same file named twice is read once. Raises Refused with one problem for
    each file that cannot be used.
    """
    wanted = dict(files_named(answers))
    taken: dict[str, Intake] = {}
    problems: list[Problem] = []
    by_path: dict[Path, Intake | Problem] = {}
    for done, (key, name) in enumerate(wanted.items()):
        yield Step(label="take_in", done=done, total=len(wanted), detail=Path(name).name)
        path = file_at(answers, folder, f"evidence/{key}")
        if path not in by_path:
            by_path[path] = yield from _outcome(path, name)
        outcome = by_path[path]
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            taken[key] = outcome
    if problems:
        raise Refused(_once(problems))
    return taken


def files_named(answers: Answers) -> Generator[tuple[str, str], None, None]:
    """Each file the evidence names, as ``(key, name)``."""
    for each in answers.ids("evidence"):
        for field in FILE_FIELDS:
            name = answers.text(f"evidence/{each}/{field}")
            if name:
                yield f"{each}/{field}", name


def take_logo(answers: Answers, folder: Path) -> Generator[Step, None, bytes]:
    """The consultant's logo as an upright picture without metadata; empty for none. Raises Refused for anything else."""
    name = answers.text("consultant/logo")
    if not name:
        return b""
    outcome = yield from _outcome(file_at(answers, folder, "consultant/logo"), name)
    if isinstance(outcome, Problem):
        raise Refused(outcome)
    if not outcome.picture:
        raise Refused(_problem("letterhead.logo", name, _NO_PICTURE, _AS_PICTURE))
    return outcome.picture


_NO_PICTURE = line(N_("The logo is not a picture."))
_AS_PICTURE = line(N_("Save it as PNG or JPEG and name that file."))


def missing_files(answers: Answers, folder: Path) -> Mapping[str, Line]:
    """Evidence ids whose file is not there, with the reason: all that ``check`` looks at."""
    named = ((key.split("/")[0], file_at(answers, folder, f"evidence/{key}")) for key, _ in files_named(answers))
    return {record: why for record, path in named if (why := _missing(path))}


def _missing(path: Path) -> Line | None:
    try:
        if path.is_symlink():
            return _LINK
        return None if path.is_file() else _NO_FILE if path.exists() else _NOT_THERE
    except OSError:  # a name no file can have
        return _NOT_THERE


def take_in(path: Path) -> Generator[Step, None, Intake]:
    """One file, whatever its verdict. A reader that dies is a verdict too. Raises Refused when it cannot be read."""
    data = read_file(path)
    try:
        return (yield from read("intake", IntakeRequest(data=data), Intake))
    except WorkerDied as died:
        return Intake(
            verdict="damaged",
            kind="unknown",
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            reason=_DIED[died.reason],
        )


def render(intake: Intake, page: int, width: int) -> Generator[Step, None, Pixels]:
    """A page (1-based) of a paper taken in, as a picture; no pixels when it cannot be drawn, whatever the cause."""
    nothing = Pixels(width=0, height=0, rgb=b"")
    try:
        drawn = yield from read("render", RenderRequest(data=intake.cleaned, page=page, width=width), Pixels)
    except WorkerDied:
        return nothing
    true = drawn.width > 0 and drawn.height > 0 and len(drawn.rgb) == drawn.width * drawn.height * 3
    return drawn if true else nothing


def read_file(path: Path) -> bytes:
    """A regular file's bytes, opened once and never followed through a link. Raises Refused."""
    try:
        with source(path) as file:
            return file.read(TOO_LARGE + 1)
    except OSError:
        raise refuse("evidence.not_there", _NOT_THERE, _NAME_IT, path.name) from None


@contextmanager
def source(path: Path) -> Iterator[BinaryIO]:
    """A regular file of at most 250 MB, open for reading and not followed through a link. Raises Refused."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise refuse("evidence.link", _LINK, _NAME_FILE, path.name) from None
        raise refuse("evidence.not_there", _NOT_THERE, _NAME_IT, path.name) from None
    try:
        _check_regular(os.fstat(handle), path.name)
        with os.fdopen(handle, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(handle)


def _check_regular(state: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise refuse("evidence.not_a_file", _NO_FILE, _NAME_IT, name)
    if state.st_size > TOO_LARGE:
        raise refuse("evidence.too_large", _TOO_LARGE, _REPLACE, name)


_NAME_IT = line(N_("Name a file that is there, relative to the answers file."))
_OTHER = line(N_("Name another file in its place, or leave it out."))
_LOCKED = line(N_("The file is locked with a password."))
_UNLOCK = line(N_("Save a copy of it without a password, and name that file."))
_NAME_FILE = line(N_("Name the file itself."))


def _outcome(path: Path, name: str) -> Generator[Step, None, Intake | Problem]:
    """The intake if it can be used, else what is wrong."""
    try:
        intake = yield from take_in(path)
    except Refused as refused:
        first = refused.problems[0]
        return _problem(first.code, name, first.what, first.remedy)
    return unusable(intake, name) or intake


def unusable(intake: Intake, name: str) -> Problem | None:
    """Why a paper taken in cannot be used; None when it can."""
    if intake.verdict == "ready":
        return None
    code, reason = f"evidence.{intake.verdict}", intake.reason or _DIED["broken"]
    if intake.verdict == "needs_password":
        return _problem(code, name, _LOCKED, _UNLOCK)
    # A reader's own reasons say what to do about the file.
    return _problem(code, name, reason, _REPLACE if reason in _DIED.values() else _OTHER)


def _problem(code: str, name: str, what: Line, remedy: Line) -> Problem:
    return Problem(code=code, ref=name, what=line(N_("{file}: {what}"), file=name, what=what), remedy=remedy)


def _once(problems: list[Problem]) -> list[Problem]:
    return [problem for index, problem in enumerate(problems) if problem not in problems[:index]]
