"""A small case with one paper, and the command line run on it."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from talentpack.cli import main

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
A, B = SAMPLES / "a-income" / "answers.toml", SAMPLES / "b-degree" / "answers.toml"
PAPER = A.parent / "evidence" / "employer-letter.pdf"  # two pages
COMMAND = (sys.executable, "-m", "talentpack")

CASE = """\
scheme = "ttps"
purpose = "entry"
filing_date = 2026-11-22
route = "A"

[applicant]
surname = "Ångström & Söhne"
given_names = "Zoë"
birth_date = 1985-05-14

[[income]]
kind = "salary"
payer = "Example <Robotics> Ltd."
country = "MY"
amount = "3120500.00"
currency = "HKD"
from = 2025-01-01
to = 2025-12-31
basis = "tax_year"
taxable = true

[[evidence]]
file = "paper.pdf"
proof = "income_proof"
for = "income[0]"
pins = [{ page = 2, says = "income[0].amount" }]
"""


def case(folder: Path, was: str = "", now: str = "", paper: bytes | None = None) -> Path:
    """The answers file of the small case with one thing changed, its paper beside it."""
    assert was in CASE
    file = folder / "case.toml"
    file.write_text(CASE.replace(was, now) if was else CASE + now, "utf-8")
    if paper is None:
        shutil.copyfile(PAPER, folder / "paper.pdf")
    else:
        (folder / "paper.pdf").write_bytes(paper)
    return file


def run(*arguments: str | Path) -> Result:
    """The command line in this process. An exception that is none of click's is the test's."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def output_of(*arguments: str | Path) -> Any:
    """What a command that succeeds prints as JSON; nothing may stand beside it."""
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def environment() -> dict[str, str]:
    """For the command in a process of its own."""
    return os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
