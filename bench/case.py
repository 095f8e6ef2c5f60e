"""A plan whose exhibits are the scans: one invented applicant, every paper in section B."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from talentpack.core.exhibits import Filed, Sheaf, number
from talentpack.core.findings import Assessment
from talentpack.core.lines import line
from talentpack.core.plan import Letter, PackPlan, Person, Slot

DAY = date(2026, 11, 22)


def case_plan(files: Sequence[Path], pages: int) -> PackPlan:
    """Every file has ``pages`` pages; the second is turned."""
    exhibits = number(_filed(path, taken, pages) for taken, path in enumerate(files))
    return PackPlan(
        scheme="ttps",
        purpose="entry",
        day=DAY,
        route="A",
        language="en",
        letter_language="en",
        title=line("Top Talent Pass Scheme, Category A"),
        people=(Person(ref="applicant", role=line("Applicant"), name="CHAN Tai Man"),),
        sections={"B": line("Income")},
        exhibits=exhibits,
        checklist=(),
        assessment=Assessment(scheme="ttps", purpose="entry", on=DAY, rules_since=DAY, rules_checked=DAY, routes=()),
        income=None,
        income_cites={},
        letter=_letter(),
        claims=(),
        slots=(_slot(exhibits[0].number),),
        warnings=(),
    )


def _filed(path: Path, taken: int, pages: int) -> Filed:
    chosen = tuple(range(1, pages + 1))
    sheaf = Sheaf(path=str(path), name=path.name, sha256="", size=path.stat().st_size, pages=chosen, rotate={2: 90})
    return Filed(
        evidence=path.stem,
        proof="income_proof",
        section="B",
        slot="income",
        title=line("A paper"),
        date=None,
        sheaves=(sheaf,),
        order=0,
        person=0,
        record=0,
        taken=taken,
    )


def _letter() -> Letter:
    return Letter(
        name="CHAN Tai Man",
        name_zh="",
        sender=(),
        letterhead=None,
        date=DAY,
        addressee=(),
        salutation=line("Dear Sir or Madam"),
        subject=line("Application"),
        paragraphs=(),
        closing=line("Yours faithfully"),
        enclosures=(),
    )


def _slot(exhibit: str) -> Slot:
    return Slot(
        person="applicant",
        id="income",
        title=line("Proof of income"),
        formats=("PDF",),
        max_bytes=5_000_000,
        max_files=5,
        exhibits=(exhibit,),
    )
