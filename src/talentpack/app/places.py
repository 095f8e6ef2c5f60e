"""Where the program keeps what it keeps."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def data_folder(home: Path | None = None) -> Path:
    """The folder named by the person, else the system's place for a program's data. It need not exist yet."""
    return home if home is not None else user_data_path("talentpack", appauthor=False)


def cases_folder(home: Path | None = None) -> Path:
    """Where the cases lie, a folder each."""
    return data_folder(home) / "cases"
