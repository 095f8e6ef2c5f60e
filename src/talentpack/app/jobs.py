"""The jobs a worker is given, and how a use case runs one: a value in, steps, a value out."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import suppress
from multiprocessing import active_children
from types import MappingProxyType
from typing import TypeVar

import msgspec

from talentpack.core.values import Value
from talentpack.worker import limits
from talentpack.worker.limits import Profile
from talentpack.worker.protocol import Step
from talentpack.worker.supervise import WorkerDied, run

JOBS: Mapping[str, str] = MappingProxyType(
    {
        "intake": "talentpack.evidence.jobs:intake",
        "render": "talentpack.evidence.jobs:render",
        "build": "talentpack.app.building:build",
        "verify": "talentpack.app.building:verify",
    }
)

Answer = TypeVar("Answer")


def read(name: str, request: Value, answer: type[Answer]) -> Generator[Step, None, Answer]:
    """Runs a job on one stranger's file. Raises Refused, and WorkerDied: then the file is what is wrong."""
    return _run(name, request, answer, limits.READER)


def build(name: str, request: Value, answer: type[Answer], total_bytes: int) -> Generator[Step, None, Answer]:
    """Runs a job on cleaned files of ``total_bytes`` in all. Raises Refused and WorkerDied.

    A builder that is closed or dies leaves what it had written: the staging folder is the caller's to remove.
    """
    return _run(name, request, answer, limits.builder(total_bytes))


def end_workers() -> None:
    """Ends every worker of this process, so that nobody waits for one any longer: its job then ends with WorkerDied."""
    for child in active_children():
        with suppress(ValueError):  # it ended by itself in this very moment
            child.terminate()


def _run(name: str, request: Value, answer: type[Answer], profile: Profile) -> Generator[Step, None, Answer]:
    result = yield from run(JOBS[name], msgspec.msgpack.encode(request), profile)
    try:
        return msgspec.msgpack.decode(result, type=answer)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise WorkerDied("broken", type(error).__name__) from None
