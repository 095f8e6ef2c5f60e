"""Frames to and from a worker without ever waiting past a deadline.

`Connection.recv_bytes` blocks once a frame has begun: a broken child that sends half of one and then sleeps would hold
the program. On Unix the parent therefore reads and writes the same frames itself (a big-endian 32-bit length, then the
bytes: `multiprocessing.connection.Connection`); Windows' pipes deliver whole messages.
"""

from __future__ import annotations

import contextlib
import os
import struct
import sys
import time
from multiprocessing.connection import Connection, wait

from talentpack.worker.protocol import PIECE_BYTES, Garbled

_HEADER = struct.Struct("!i")


def remaining(until: float) -> float:
    """Seconds left until ``until`` on the monotonic clock. Raises TimeoutError when there are none."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def widen(end: Connection) -> None:
    """Makes room for a whole piece in the pipe where the system lets us (Linux), so that large files cross in fewer turns."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # more than the system allows a user: the usual 64 KiB will do
            fcntl.fcntl(end.fileno(), fcntl.F_SETPIPE_SZ, PIECE_BYTES)


def receive(end: Connection, most: int, until: float) -> bytes:
    """One frame of at most ``most`` bytes. Raises TimeoutError, EOFError or Garbled."""
    if not wait([end], remaining(until)):
        raise TimeoutError
    if sys.platform == "win32":
        try:
            return end.recv_bytes(most)
        except EOFError:
            raise
        except OSError as error:
            raise Garbled from error
    (size,) = _HEADER.unpack(_read(end, _HEADER.size, until))
    if not 0 <= size <= most:
        raise Garbled
    return bytes(_read(end, size, until))


def send(end: Connection, data: memoryview, until: float) -> None:
    """One frame. Raises TimeoutError, or BrokenPipeError when nobody reads."""
    if sys.platform == "win32":
        end.send_bytes(data)
        return
    os.set_blocking(end.fileno(), False)
    _write(end, memoryview(_HEADER.pack(len(data))), until)
    _write(end, data, until)


if sys.platform != "win32":
    import fcntl
    import select

    def _read(end: Connection, size: int, until: float) -> bytearray:
        data = bytearray()
        while len(data) < size:
            if not wait([end], remaining(until)):
                raise TimeoutError
            part = os.read(end.fileno(), min(size - len(data), PIECE_BYTES))
            if not part:
                raise EOFError
            data += part
        return data

    def _write(end: Connection, data: memoryview, until: float) -> None:
        poll = select.poll()
        poll.register(end.fileno(), select.POLLOUT)
        while data:
            if not poll.poll(1000 * remaining(until)):
                raise TimeoutError
            data = data[os.write(end.fileno(), data) :]
