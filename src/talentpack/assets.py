"""Where the data of the program are: inside a frozen program, beside a checkout, or inside an installed package."""

from __future__ import annotations

import sys
from pathlib import Path


def forms() -> Path:
    """The folder of what is asked."""
    return _root() / "forms"


def resources() -> Path:
    """The folder of all other data."""
    return _root() / "resources"


def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen, "talentpack", "_data")
    checkout = package.parents[1]
    if package.parent.name == "src" and (checkout / "pyproject.toml").is_file() and (checkout / "forms").is_dir():
        return checkout  # before a copy in the package, which an edit here would leave stale
    return package / "_data"
