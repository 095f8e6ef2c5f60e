"""Keeps a case as an answers file: written beside it, flushed, and only then put in its place."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

from talentpack.app.taking import FILE_FIELDS
from talentpack.content.answers_write import write_answers
from talentpack.core.answers import Answers, Change
from talentpack.core.lines import N_, line
from talentpack.core.problems import refuse
from talentpack.core.questions import Forms
from talentpack.worker.protocol import Step


def recipe(answers: Answers, forms: Forms, folder: Path, beside: Path) -> str:
    """The text of an answers file that lies in ``beside``, for a case whose file names are relative to ``folder``."""
    names = [f"evidence/{each}/{field}" for each in answers.ids("evidence") for field in FILE_FIELDS]
    changes = [
        Change(address=address, before=name, after=name_from(folder / name, beside))
        for address in (*names, "consultant/logo")
        if (name := answers.text(address))
    ]
    return write_answers(answers.after(changes), forms)


def name_from(path: Path, folder: Path) -> str:
    """A file's name as it stands in an answers file: relative inside its folder, whole elsewhere; always with slashes."""
    path, folder = Path(os.path.abspath(path)), Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would follow links
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()


def save(path: Path, text: str) -> Generator[Step, None, None]:
    """Writes ``text``, for this user only; any failure leaves an earlier file as it was. Raises Refused."""
    yield Step(label="save", done=0, total=1, detail=path.name)
    part = path.with_name(f".{path.name}.part")
    try:
        _write(part, text)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise refuse(
            "case.not_saved",
            line(N_("{file} could not be saved: {why}."), file=path.name, why=os.strerror(error.errno or 0)),
            line(N_("Make room or choose another folder, then save again. What you entered is still here.")),
            path.name,
        ) from None


def _write(part: Path, text: str) -> None:
    part.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(part, flags, 0o600), "wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
