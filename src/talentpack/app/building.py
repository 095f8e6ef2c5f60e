"""The jobs of a builder: write a pack into its staging folder, and check one."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import msgspec

from talentpack import assets
from talentpack.app.words import words_for
from talentpack.core.lines import Line
from talentpack.core.plan import PackPlan, Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.values import Value
from talentpack.worker.protocol import Step


class BuildRequest(Value, frozen=True, kw_only=True):
    """``staging`` is an empty folder to write the pack into; ``recipe`` the answers file it is made from."""

    plan: PackPlan
    staging: str
    recipe: str


class BuildAnswer(Value, frozen=True, kw_only=True):
    """The files written, relative to the staging folder, the bundle's page count, what to know."""

    files: tuple[str, ...]
    pages: int
    warnings: tuple[Warning, ...]


class VerifyRequest(Value, frozen=True, kw_only=True):
    directory: str


class Found(Value, frozen=True, kw_only=True):
    """One thing in which a pack differs from its manifest."""

    code: str
    ref: str
    text: Line


class VerifyAnswer(Value, frozen=True, kw_only=True):
    differences: tuple[Found, ...]


def build(request: bytes) -> Generator[Step, None, bytes]:
    """Writes the pack of a BuildRequest; the result is a BuildAnswer."""
    from talentpack.pack.build import build as write  # noqa: PLC0415 - heavy, and only for a builder

    asked = msgspec.msgpack.decode(request, type=BuildRequest)
    resources = assets.resources()
    built = yield from write(
        asked.plan,
        words_for(asked.plan.language, resources),
        words_for(asked.plan.letter_language, resources),
        resources / "fonts",
        Path(asked.staging),
        asked.recipe,
    )
    answer = BuildAnswer(files=built.files, pages=built.pages, warnings=built.warnings)
    return msgspec.msgpack.encode(answer)


def verify(request: bytes) -> Generator[Step, None, bytes]:
    """Checks the pack of a VerifyRequest; the result is a VerifyAnswer."""
    from talentpack.pack.verify import verify as check  # noqa: PLC0415 - heavy, and only for a builder

    asked = msgspec.msgpack.decode(request, type=VerifyRequest)
    differences = yield from check(Path(asked.directory))
    found = tuple(Found(code=each.code, ref=each.ref, text=each.text) for each in differences)
    return msgspec.msgpack.encode(VerifyAnswer(differences=found))
