"""Where the files lie that answers name. In a stored case an answer holds the name people know, its ``_id`` the file."""

from __future__ import annotations

from pathlib import Path

from talentpack.core.answers import Answers

ID = "_id"
"""Ends the address of a file's id: ``evidence/e1/file`` has its contents in the vault as ``evidence/e1/file_id``."""


def file_at(answers: Answers, folder: Path, address: str) -> Path:
    """The file an address names: in the vault of the stored case ``folder``, else by its name relative to ``folder``."""
    stored = answers.text(address + ID)
    if not stored:
        return folder / answers.text(address)
    from talentpack.casefile.folder import EVIDENCE  # noqa: PLC0415 - an answers file needs no database
    from talentpack.casefile.vault import path_of  # noqa: PLC0415 - as above

    return path_of(folder / EVIDENCE, stored)


def shown_name(path: Path) -> str:
    """A file's own name as text that can be kept, whatever bytes its system allows."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
