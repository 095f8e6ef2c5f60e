"""Looks at a file without taking it into a case: what it is, whether it can be used, what stands out."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

from talentpack.app.taking import take_in
from talentpack.core.lines import N_, Line
from talentpack.core.papers import Intake, Verdict, flag_line
from talentpack.core.problems import Refused
from talentpack.core.values import Value
from talentpack.core.words import Words
from talentpack.worker.protocol import Step


class Probed(Value, frozen=True, kw_only=True):
    """A file as the reader saw it, and how long that took."""

    file: str
    intake: Intake
    seconds: float


def probe(path: Path) -> Generator[Step, None, Probed]:
    """What a reader says about a file; a file that cannot even be read is *not a document*, with the reason."""
    start = time.monotonic()
    try:
        intake = yield from take_in(path)
    except Refused as refused:
        intake = _refused(refused.problems[0].what, refused.problems[0].code)
    return Probed(file=str(path), intake=intake, seconds=round(time.monotonic() - start, 2))


def _refused(reason: Line, code: str) -> Intake:
    verdict: Verdict = "too_large" if code == "evidence.too_large" else "not_a_document"
    return Intake(verdict=verdict, kind="unknown", sha256=hashlib.sha256().hexdigest(), size=0, reason=reason)


def as_json(probed: Probed, words: Words) -> dict[str, Any]:
    """``file verdict kind pages flags reason seconds`` of vocabulary.md."""
    intake = probed.intake
    return {
        "file": probed.file,
        "verdict": intake.verdict,
        "kind": intake.kind,
        "pages": len(intake.pages),
        "flags": [flag.code for flag in intake.flags],
        "reason": words.say(intake.reason) if intake.reason else "",
        "seconds": probed.seconds,
    }


def told(probed: Probed, words: Words) -> str:
    """The same on one line for people: the flags in words."""
    intake = probed.intake
    said = [words.say(flag_line(flag)) for flag in intake.flags]
    reason = words.say(intake.reason) if intake.reason else "; ".join(said)
    pages = words.say(Line(template=N_("{n} page"), plural=N_("{n} pages"), values={"n": len(intake.pages)}))
    return f"{probed.file}: {intake.verdict}, {intake.kind}, {pages}" + (f" — {reason}" if reason else "")
