"""What crosses the pipes between the program and a worker: msgpack, decoded strictly, never unpickled.

The child sends one frame a message. A request or a result is announced by its size and follows in raw pieces, so that
neither side holds it twice in one buffer. The parent writes only after ``Ready``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from talentpack.core.problems import Problem
from talentpack.core.values import Value

MESSAGE_BYTES = 1 << 20
PIECE_BYTES = 1 << 20


class Step(Value, frozen=True, kw_only=True):
    """How far long work has come: ``done`` of ``total`` under ``label``, an identifier the caller has words for.

    ``detail`` is data (an exhibit, a file of ours), shown as it is. ``total`` 0: it is not known how much there is.
    """

    label: str
    done: int
    total: int
    detail: str = ""


class Ready(Value, frozen=True, kw_only=True, tag="ready"):
    """The job is imported and the limits hold: the request may come."""


class Progress(Value, frozen=True, kw_only=True, tag="progress"):
    step: Step


class Result(Value, frozen=True, kw_only=True, tag="result"):
    """The result follows, ``size`` bytes in all."""

    size: Annotated[int, msgspec.Meta(ge=0)]


class Failed(Value, frozen=True, kw_only=True, tag="failed"):
    """The job refused, with its reasons."""

    problems: Annotated[tuple[Problem, ...], msgspec.Meta(min_length=1)]


class Broken(Value, frozen=True, kw_only=True, tag="broken"):
    """The job raised something unexpected. Only its type crosses: its text may hold what the person wrote."""

    kind: Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z_][A-Za-z0-9_]{0,79}\Z")]


Message = Ready | Progress | Result | Failed | Broken

_decoder: msgspec.msgpack.Decoder[Message] = msgspec.msgpack.Decoder(Message)


class Garbled(Exception):  # noqa: N818 - says what the bytes are
    """Bytes from a worker that are no message of ours, or too many of them."""


def encode(message: Message) -> bytes:
    return msgspec.msgpack.encode(message)


def decode(frame: bytes) -> Message:
    """Raises Garbled."""
    try:
        return _decoder.decode(frame)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Garbled from error


def pieces(data: bytes) -> Iterator[memoryview]:
    """``data`` in views of at most PIECE_BYTES; none for an empty one."""
    view = memoryview(data)
    for start in range(0, len(view), PIECE_BYTES):
        yield view[start : start + PIECE_BYTES]
