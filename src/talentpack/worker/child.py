"""The child's side: seal itself off, import the job, bind itself to the limits, run it, say how it went."""

from __future__ import annotations

import ctypes
import importlib
import os
import signal
import sys
from collections.abc import Callable, Generator
from multiprocessing.connection import Connection

from talentpack.core.problems import Refused
from talentpack.worker import limits
from talentpack.worker.limits import Profile
from talentpack.worker.protocol import (
    PIECE_BYTES,
    Broken,
    Failed,
    Message,
    Progress,
    Ready,
    Result,
    Step,
    encode,
    pieces,
)

Job = Callable[[bytes], Generator[Step, None, bytes]]

# What libraries need to work; everything else in the environment is none of the child's business.
KEPT = frozenset(
    [
        "DYLD_LIBRARY_PATH",
        "LANG",
        "LANGUAGE",
        "LC_ALL",
        "LC_CTYPE",
        "LD_LIBRARY_PATH",
        "PATH",
        "SYSTEMDRIVE",
        "SYSTEMROOT",
        "TEMP",
        "TMP",
        "TMPDIR",
        "TZ",
        "WINDIR",
    ]
)
_PROBLEMS = 100  # more than a person reads; keeps a refusal below MESSAGE_BYTES
_OUT_OF_MEMORY = encode(Broken(kind="MemoryError"))  # made beforehand: there may be nothing left to make it from


def main(job: str, size: int, profile: Profile, inbox: Connection, outbox: Connection) -> None:
    """Runs ``job`` ("package.module:function") on a request of ``size`` bytes and never returns."""
    code = 1
    try:
        _seal()
        _answer(job, size, profile, inbox, outbox)
        code = 0
    finally:
        os._exit(code)  # straight out: the result has gone, and exit handlers of broken libraries may hang


def load(job: str) -> Job:
    """The function a dotted name stands for. Raises ImportError, AttributeError or ValueError."""
    module, name = job.split(":")
    function: Job = getattr(importlib.import_module(module), name)
    return function


def _answer(job: str, size: int, profile: Profile, inbox: Connection, outbox: Connection) -> None:
    result = b""
    try:
        function = load(job)
        limits.apply(profile)
        outbox.send_bytes(encode(Ready()))
        steps = function(_request(inbox, size))
        while True:
            outbox.send_bytes(encode(Progress(step=next(steps))))
    except StopIteration as end:
        result = end.value
        frame = _announce(result)
    except Refused as refused:
        frame = encode(Failed(problems=refused.problems[:_PROBLEMS]))
    except MemoryError:
        frame = _OUT_OF_MEMORY
    except BaseException as error:  # noqa: BLE001 - whatever it was, the parent is told, and told no more than its type
        frame = encode(Broken(kind=type(error).__name__))
    outbox.send_bytes(frame)
    for piece in pieces(result):
        outbox.send_bytes(piece)


def _announce(result: object) -> bytes:
    message: Message = Result(size=len(result)) if isinstance(result, bytes) else Broken(kind="TypeError")
    return encode(message)


def _request(inbox: Connection, size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        parts.append(inbox.recv_bytes(PIECE_BYTES))
        size -= len(parts[-1])
    return b"".join(parts)


def _seal() -> None:
    """No terminal, no environment, no arguments; Ctrl-C is the parent's to answer, and SIGTERM ends us at once."""
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.close(null)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":  # held back while we were started
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGHUP})
    sys.argv = ["talentpack-worker"]
    secret = [name for name in os.environ if name.upper() not in KEPT]
    if sys.platform == "linux":
        _blank(secret)
    for name in secret:
        del os.environ[name]


def _blank(names: list[str]) -> None:
    """Overwrites values where they lie: unsetenv only unlinks them, /proc/self/environ would still show them."""
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_void_p
    for name in names:
        value = libc.getenv(os.fsencode(name))
        if value:
            ctypes.memset(value, 0, len(os.fsencode(os.environ[name])))
