"""Jobs that behave well and badly. They are run in a worker by the tests beside this file."""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
import time
from collections.abc import Generator
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from talentpack.core.lines import N_, Money, line
from talentpack.core.problems import refuse
from talentpack.worker.protocol import Step

Steps = Generator[Step, None, bytes]


def _step(done: int = 0, detail: str = "") -> Step:
    return Step(label="test", done=done, total=3, detail=detail)


def echo(request: bytes) -> Steps:
    for done in (1, 2, 3):
        yield _step(done)
    return request[::-1]


def at_once(request: bytes) -> Steps:
    return request
    yield


def refusing(request: bytes) -> Steps:
    yield _step(1)
    raise refuse(
        "test.refused",
        line(N_("{file} is worth {amount}."), file=request.decode(), amount=Money(amount=12, currency="HKD")),
        line(N_("Choose another file.")),
        ref="somewhere",
    )


def raising(request: bytes) -> Steps:
    yield _step()
    raise LookupError(request.decode())


def leaving(request: bytes) -> Steps:
    yield _step()
    sys.exit(0)


def wrong_type(request: bytes) -> Steps:
    yield _step()
    return "text"  # type: ignore[return-value]  # that is the point


def sleeping(request: bytes) -> Steps:
    yield _step(detail=str(os.getpid()))
    time.sleep(60)
    return b""


def deaf(request: bytes) -> Steps:
    """Not to be ended by asking."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    yield from sleeping(request)
    return b""


def spinning(request: bytes) -> Steps:
    yield _step()
    while True:
        pass


def hungry(request: bytes) -> Steps:
    yield _step()
    held = []
    while True:
        held.append(bytearray(50_000_000))


def crashing(request: bytes) -> Steps:
    yield _step()
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def large(request: bytes) -> Steps:
    yield _step()
    return b"x" * int(request)


def writing(request: bytes) -> Steps:
    yield _step()
    try:
        Path(request.decode()).write_bytes(b"left behind")
    except OSError:
        return b"stopped"
    return b"written"


def looking_round(request: bytes) -> Steps:
    """What a child can see that is none of its business."""
    yield _step()
    initial = b""
    with contextlib.suppress(FileNotFoundError, PermissionError):  # only root may look into a process without dumps
        initial = Path("/proc/self/environ").read_bytes()
    streams = [os.fstat(number).st_rdev == Path(os.devnull).stat().st_rdev for number in (0, 1, 2)]
    seen = {
        "names": sorted(os.environ),
        "values": sorted(os.environ.values()),
        "initial": request in initial,
        "streams": streams,
        "argv": sys.argv,
        "path": sys.path,
        "modules": sorted(sys.modules),
    }
    return msgspec.msgpack.encode(seen)


def limited(request: bytes) -> Steps:
    import resource  # noqa: PLC0415 - Unix only

    yield _step()
    status = Path("/proc/self/status").read_text() if sys.platform == "linux" else ""
    kinds = {name: resource.getrlimit(getattr(resource, name)) for name in request.decode().split()}
    raised = False
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (10**6, 10**6))
        raised = os.geteuid() != 0
    return msgspec.msgpack.encode({"limits": kinds, "no_new": "NoNewPrivs:\t1" in status, "raised": raised})


# A child that a hostile file has taken over: it writes what it likes to the pipe.


def _outbox() -> Connection:
    return max(
        (end for end in gc.get_objects() if isinstance(end, Connection) and end.writable),
        key=lambda end: end.fileno(),
    )


class _Bomb:
    """Unpickling one makes the file named by the request."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (Path(self.path),)


def pickling(request: bytes) -> Steps:
    yield _step()
    _outbox().send_bytes(pickle.dumps(_Bomb(request.decode())))
    time.sleep(60)
    return b""


def saying(request: bytes) -> Steps:
    """Sends the request as if it were a message, as one frame."""
    yield _step()
    _outbox().send_bytes(request)
    time.sleep(60)
    return b""


def dribbling(request: bytes) -> Steps:
    """Sends the request as raw bytes, no frame, and sleeps."""
    yield _step()
    os.write(_outbox().fileno(), request)
    time.sleep(60)
    return b""


def hanging_up(request: bytes) -> Steps:
    yield _step()
    os.close(_outbox().fileno())
    time.sleep(60)
    return b""


def shouting(request: bytes) -> Steps:
    """Steps without end."""
    while True:
        yield _step()


def stepping(request: bytes) -> Steps:
    """A step every twentieth of a second, each with the child's id."""
    while True:
        yield _step(detail=str(os.getpid()))
        time.sleep(0.05)
