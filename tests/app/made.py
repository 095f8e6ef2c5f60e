"""Cases opened from text, with evidence as a reader would have answered it, without reading any file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from talentpack import assets
from talentpack.app.planning import plan_pack
from talentpack.app.session import Session
from talentpack.app.taking import files_named
from talentpack.app.world import load
from talentpack.content.answers_file import parse_answers
from talentpack.core.papers import Flag, Intake, PageLook
from talentpack.core.plan import PackPlan

DAY = date(2026, 11, 22)
SAMPLES = assets.resources() / "samples"
LOOK = PageLook(width=595, height=842, rotate=0, dpi=None, blank=False, text=True)


def opened(text: str) -> Session:
    """A session on an answers file's text."""
    world = load()
    session = Session(world, lambda: datetime(2026, 11, 22, tzinfo=UTC))
    session.open({"purpose": "entry", **parse_answers(text, "case.toml", world.forms, world.rules, DAY)})
    return session


def ready(pages: int, *flags: Flag) -> Intake:
    """What a reader says of a good PDF."""
    return Intake(
        verdict="ready", kind="pdf", sha256="0" * 64, size=1, pages=(LOOK,) * pages, flags=flags, cleaned=b"%PDF"
    )


def planned(session: Session, pages: int = 12, *flags: Flag) -> PackPlan:
    """The plan of a case all of whose files have ``pages`` pages."""
    taken = {key: ready(pages, *flags) for key, _ in files_named(session.answers)}
    return plan_pack(session.world, session.answers, DAY, taken, Path("cleaned"))


def sample(name: str) -> str:
    return (SAMPLES / name / "answers.toml").read_text("utf-8")
