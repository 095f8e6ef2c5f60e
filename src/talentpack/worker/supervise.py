"""The parent's side: start a worker, hear it out, and see to its end whatever happens."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Literal

from talentpack.core.problems import Refused
from talentpack.worker import child, pipes
from talentpack.worker.limits import Profile
from talentpack.worker.protocol import (
    MESSAGE_BYTES,
    PIECE_BYTES,
    Broken,
    Failed,
    Garbled,
    Message,
    Progress,
    Ready,
    Result,
    Step,
    decode,
    pieces,
)

Reason = Literal["timeout", "memory", "killed", "broken"]

_GRACE = 0.5  # seconds a child has to go by itself before it is killed


class WorkerDied(Exception):  # noqa: N818 - it names what happened
    """The child gave no answer. A reader's death is a verdict on the file it read, never an error of the program.

    ``kind`` is the type of the exception that ended it, if it could still say so.
    """

    def __init__(self, reason: Reason, kind: str = "") -> None:
        self.reason: Reason = reason
        self.kind = kind
        super().__init__(f"{reason} {kind}".rstrip())


def run(job: str, request: bytes, profile: Profile) -> Generator[Step, None, bytes]:
    """Runs ``job`` ("package.module:function") on ``request`` in a process of its own; returns its result.

    The function is a generator of steps that returns bytes; to see its traceback, drive it in this process instead.
    Closing this generator kills the child, which gets no chance to clean up: files it was writing are the caller's to
    remove. Raises Refused with the problems the job refused with, and WorkerDied.
    """
    until = time.monotonic() + profile.wall_seconds
    with _child(job, len(request), profile) as (process, inbox, outbox):
        try:
            return (yield from _converse(request, profile, inbox, outbox, until))
        except TimeoutError:
            raise WorkerDied("timeout") from None
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise WorkerDied(_cause(process)) from None
        except Garbled:
            raise WorkerDied("broken") from None


def _converse(
    request: bytes, profile: Profile, inbox: Connection, outbox: Connection, until: float
) -> Generator[Step, None, bytes]:
    _expect_ready(_message(outbox, until))
    for piece in pieces(request):
        pipes.send(inbox, piece, until)
    while True:
        match _message(outbox, until):
            case Progress(step=step):
                yield step
            case Result(size=size) if size <= profile.max_result_bytes:
                return _result(outbox, size, until)
            case other:
                raise _ending(other)


def _message(outbox: Connection, until: float) -> Message:
    return decode(pipes.receive(outbox, MESSAGE_BYTES, until))


def _expect_ready(message: Message) -> None:
    if not isinstance(message, Ready):
        raise _ending(message)


def _ending(message: Message) -> Refused | WorkerDied:
    match message:
        case Failed(problems=problems):
            return Refused(problems)
        case Broken(kind="MemoryError"):
            return WorkerDied("memory", "MemoryError")
        case Broken(kind=kind):
            return WorkerDied("broken", kind)
    return WorkerDied("broken")  # a message out of turn, or a result larger than the profile allows


def _result(outbox: Connection, size: int, until: float) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        part = pipes.receive(outbox, min(size, PIECE_BYTES), until)
        if not part:
            raise Garbled
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _cause(process: SpawnProcess) -> Reason:
    """Why a child that closed its pipe is gone."""
    process.join(_GRACE)
    code = process.exitcode
    if code is None or code >= 0:
        return "broken"
    over = {getattr(signal, name, None) for name in ("SIGXCPU", "SIGALRM")}
    return "timeout" if -code in over else "killed"


@contextmanager
def _child(job: str, size: int, profile: Profile) -> Iterator[tuple[SpawnProcess, Connection, Connection]]:
    """The process with the parent's ends of its two pipes; killed and reaped on leaving."""
    context = get_context("spawn")
    child_in, inbox = context.Pipe(duplex=False)
    outbox, child_out = context.Pipe(duplex=False)
    pipes.widen(inbox)
    pipes.widen(outbox)
    with inbox, outbox:
        with child_in, child_out:
            process = context.Process(target=child.main, args=(job, size, profile, child_in, child_out), daemon=True)
            with _signals_held_back():
                process.start()
        try:
            yield process, inbox, outbox
        finally:
            _end(process)


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """A start is not broken off half-way: the child would answer with a traceback.

    The child begins with these signals blocked; it answers all but Ctrl-C, which is the parent's, once it is sealed off.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # starting it later, inside, would lift the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(process: SpawnProcess) -> None:
    process.terminate()
    process.join(_GRACE)
    if process.exitcode is None:
        process.kill()
        process.join()
    process.close()
