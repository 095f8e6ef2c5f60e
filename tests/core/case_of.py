"""Cases for tests of facts: answers as an answers file has them, over the figures and universities that are shipped."""

from __future__ import annotations

from datetime import date
from functools import cache

from talentpack import assets
from talentpack.content.figures import read_figures
from talentpack.content.toml import read
from talentpack.content.universities import read_universities
from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.lines import Line
from talentpack.core.rules import Rules, Scheme

DAY = date(2026, 11, 22)


@cache
def rules() -> Rules:
    folder = assets.resources() / "schemes" / "ttps"
    sources, figures = read_figures(folder)
    return Rules(
        scheme=Scheme(id="ttps", title=Line(template=""), routes={}, sections={}, first_day=date(2022, 12, 28)),
        sources=sources,
        figures=figures,
        criteria=(),
        proofs=(),
        slots={},
        universities=read_universities(folder, read(folder / "scheme.toml")["countries"]),
    )


def case_of(
    degree: dict | None = None,
    jobs: list | None = None,
    *,
    on: date = DAY,
    route: str = "B",
    none=(),
    degrees=(),
    **top,
) -> Case:
    """A case with its first degree in focus. ``jobs`` empty: the person says there are none; None: not answered."""
    every = [degree, *degrees] if degree is not None else list(degrees)
    values: dict = {name.replace("__", "/"): value for name, value in top.items()}
    for listed, records in (("degree", every), ("job", jobs or [])):
        if records:
            values[listed] = [f"r{number}" for number in range(1, len(records) + 1)]
        for number, record in enumerate(records, start=1):
            values |= {f"{listed}/r{number}/{name.rstrip('_')}": value for name, value in record.items()}
    said = [*none, *(["job"] if jobs == [] else [])]
    if said:
        values["none"] = said
    case = Case(Answers(values), on, rules(), route)
    return case.at("degree", "r1") if every else case


def job(
    start: str | None, end: str | None = None, mode: str | None = "full_time", employer: str = "Harbour Data"
) -> dict:
    answers = {"employer": employer, "from": start, "to": end, "mode": mode}
    return {name: answer for name, answer in answers.items() if answer is not None}
