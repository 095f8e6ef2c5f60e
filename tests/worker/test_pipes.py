from __future__ import annotations

import time
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from talentpack.worker import pipes
from talentpack.worker.protocol import PIECE_BYTES, Garbled

Ends = tuple[Connection, Connection]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """The reading and the writing end of one pipe."""
    reader, writer = Pipe(duplex=False)
    with reader, writer:
        yield reader, writer


def soon() -> float:
    return time.monotonic() + 0.2


def test_frames_are_those_of_the_standard_library(ends: Ends) -> None:
    reader, writer = ends
    pipes.send(writer, memoryview(b"to the child"), soon())
    assert reader.recv_bytes(100) == b"to the child"
    writer.send_bytes(b"")
    writer.send_bytes(b"to the parent")
    assert pipes.receive(reader, 100, soon()) == b""
    assert pipes.receive(reader, 100, soon()) == b"to the parent"


def test_silence_ends_at_the_deadline(ends: Ends) -> None:
    with pytest.raises(TimeoutError):
        pipes.receive(ends[0], 100, soon())


def test_a_reader_that_stops_reading_ends_at_the_deadline(ends: Ends) -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        pipes.send(ends[1], memoryview(bytes(8 * PIECE_BYTES)), soon())
    assert time.monotonic() - begun < 2


def test_nobody_there_is_told_from_silence(ends: Ends) -> None:
    reader, writer = ends
    writer.close()
    with pytest.raises(EOFError):
        pipes.receive(reader, 100, soon())


def test_nobody_reading_is_a_broken_pipe(ends: Ends) -> None:
    reader, writer = ends
    reader.close()
    with pytest.raises(BrokenPipeError):
        pipes.send(writer, memoryview(b"x"), soon())


def test_a_frame_over_the_cap_is_left_unread(ends: Ends) -> None:
    reader, writer = ends
    writer.send_bytes(b"12345")
    with pytest.raises(Garbled):
        pipes.receive(reader, 4, soon())


def test_a_deadline_passed_is_a_timeout() -> None:
    with pytest.raises(TimeoutError):
        pipes.remaining(time.monotonic() - 1)
