"""Exports a pack: evidence in, plan, builder, verification, and only then into place."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TypeVar

from talentpack.app.building import BuildAnswer, BuildRequest, VerifyAnswer, VerifyRequest
from talentpack.app.exhibiting import PICTURE_SUFFIX, cleaned_path
from talentpack.app.jobs import build
from talentpack.app.opening import Opened
from talentpack.app.planning import plan_pack
from talentpack.app.taking import take_in_all, take_logo
from talentpack.core.lines import N_, line
from talentpack.core.papers import Intake
from talentpack.core.problems import Problem, Refused, refuse
from talentpack.worker.protocol import Step
from talentpack.worker.supervise import WorkerDied

T = TypeVar("T")

# Inside the staging folder while a pack is built; the copies are gone before it is moved into place.
_CLEANED = ".cleaned"


def export(opened: Opened, target: Path) -> Generator[Step, None, BuildAnswer]:
    """Builds the pack of a case into ``target``, verifies it, and moves it into place.

    Closing the generator, a failure or a refusal leaves an earlier pack untouched and nothing half-written.
    Raises Refused.
    """
    from talentpack.pack.publish import discard, prepare, publish, unwritable  # noqa: PLC0415 - `check` stays light

    staging = prepare(target)
    try:
        taken = yield from take_in_all(opened.answers, opened.folder)
        logo = yield from take_logo(opened.answers, opened.folder)
        cleaned = staging / _CLEANED
        keep_cleaned(taken, cleaned)
        plan = plan_pack(opened.world, opened.answers, opened.day, taken, cleaned, logo)
        size = sum(len(intake.cleaned) + len(intake.picture) for intake in taken.values())
        request = BuildRequest(plan=plan, staging=str(staging), recipe=opened.recipe)
        answer = yield from _built(build("build", request, BuildAnswer, size))
        _remove(cleaned)
        yield from _checked(staging, size)
        publish(staging, target)
    except OSError as error:
        raise unwritable(error) from error
    finally:
        discard(staging)
    return answer


def verify_pack(directory: Path) -> Generator[Step, None, VerifyAnswer]:
    """Every difference between a pack and its manifest. Raises Refused when it is not a pack."""
    size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file()) if directory.is_dir() else 0
    return (yield from _built(build("verify", VerifyRequest(directory=str(directory.resolve())), VerifyAnswer, size)))


def keep_cleaned(taken: Mapping[str, Intake], folder: Path) -> None:
    """Writes the cleaned copies where the builder reads them, for this user only."""
    folder.mkdir(mode=0o700)
    for key, intake in taken.items():
        cleaned_path(folder, key).write_bytes(intake.cleaned)
        if intake.picture:
            cleaned_path(folder, key, PICTURE_SUFFIX[intake.picture_kind]).write_bytes(intake.picture)


def _built(running: Generator[Step, None, T]) -> Generator[Step, None, T]:
    try:
        return (yield from running)
    except WorkerDied as died:
        raise refuse(
            f"build.{died.reason}",
            line(N_("The part of the program that writes the pack stopped ({reason})."), reason=died.reason),
            line(N_("Try again; if it happens again, leave out the newest evidence and report it.")),
        ) from died


def _checked(staging: Path, size: int) -> Generator[Step, None, None]:
    """Nothing that fails its own verification is ever moved into place."""
    request = VerifyRequest(directory=str(staging))
    answer = yield from _built(build("verify", request, VerifyAnswer, size))
    if answer.differences:
        remedy = line(N_("The pack was not put in place; an earlier one is untouched. Try again, and report it."))
        raise Refused(
            Problem(code=found.code, ref=found.ref, what=found.text, remedy=remedy) for found in answer.differences
        )


def _remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
