"""Opens an answers file as a session, and what can be asked of it without its evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from talentpack.app.session import Session
from talentpack.app.taking import missing_files
from talentpack.app.world import World, load
from talentpack.content.answers_file import parse_answers, read_head
from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.findings import Assessment
from talentpack.core.lines import N_, line
from talentpack.core.outlook import Fees, Milestone, fees, milestones
from talentpack.core.problems import refuse
from talentpack.core.proofs import ProofRow

LARGEST = 4_000_000
"""Bytes of an answers file. A case with a thousand papers has a tenth of that."""


@dataclass(frozen=True)
class Opened:
    """A session on an answers file: the day its rules are read for, where its evidence lies, its text."""

    session: Session
    day: date
    folder: Path
    recipe: str

    @property
    def answers(self) -> Answers:
        return self.session.answers

    @property
    def world(self) -> World:
        return self.session.world


def open_file(path: Path, now: Callable[[], datetime], on: date | None = None) -> Opened:
    """The case in an answers file. ``on`` beats its filing date; with neither the day is today's.

    Raises Refused with every problem of the file.
    """
    text = _text(path)
    head = read_head(text, path.name)
    world = load(head.scheme, head.purpose)
    today = now().date()
    session = Session(world, now)
    answers = parse_answers(text, path.name, world.forms, world.rules, today)
    session.open({"scheme": head.scheme, "purpose": head.purpose, **answers})
    filed = session.answers.text("filing_date")
    day = on or (date.fromisoformat(filed) if filed else today)
    return Opened(session=session, day=day, folder=path.parent, recipe=text)


def check(opened: Opened) -> tuple[Assessment, tuple[ProofRow, ...]]:
    """The assessment and the proofs wanted. Of evidence files it is only looked whether they are there."""
    answers, world = opened.answers, opened.world
    assessment = world.assess(answers, opened.day)
    return assessment, world.proofs(answers, assessment, missing_files(answers, opened.folder))


def outlook(opened: Opened) -> tuple[Fees | None, tuple[Milestone, ...]]:
    """What filing costs, and the dates to know of."""
    answers, world = opened.answers, opened.world
    case = Case(world.used(answers, opened.day), opened.day, world.rules, answers.text("route"))
    return fees(case), milestones(case)


def _text(path: Path) -> str:
    if path.exists() and not path.is_file():
        raise refuse(
            "answers.not_a_file",
            line(N_("{file} is not a file."), file=str(path)),
            line(N_("Name an answers file; the README shows one.")),
            path.name,
        )
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise refuse(
                "answers.too_large",
                line(N_("{file} is too large for an answers file."), file=path.name),
                line(N_("Name a TOML file with answers; see the README for an example.")),
                path.name,
            )
        return data.decode("utf-8-sig")
    except OSError:
        raise refuse(
            "answers.not_there",
            line(N_("{file} is not there or cannot be read."), file=path.name),
            line(N_("Name an answers file; the README shows one.")),
            path.name,
        ) from None
    except UnicodeDecodeError:
        raise refuse(
            "answers.not_text",
            line(N_("{file} is not text in UTF-8."), file=path.name),
            line(N_("Save it as UTF-8, or name another file.")),
            path.name,
        ) from None
