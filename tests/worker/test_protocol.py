from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpack.core.lines import Money, line
from talentpack.core.problems import Problem
from talentpack.worker.protocol import (
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
    encode,
    pieces,
)

PROBLEM = Problem(
    code="a.b",
    what=line("{n} of {amount}", n=3, amount=Money(amount=Decimal("0.10"), currency="HKD")),
    remedy=line("Enter {what}.", what=line("less")),
    ref="income/r1/amount",
)


@pytest.mark.parametrize(
    "message",
    [
        Ready(),
        Progress(step=Step(label="stamp", done=1, total=9, detail="B2")),
        Result(size=0),
        Failed(problems=(PROBLEM, PROBLEM)),
        Broken(kind="PdfError"),
    ],
)
def test_a_message_comes_back_equal(message: Message) -> None:
    assert decode(encode(message)) == message


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_garbled(frame: bytes) -> None:
    try:
        message = decode(frame)
    except Garbled:
        return
    assert isinstance(message, get_args(Message))


@given(st.integers(0, 4), st.integers(-1, 1))
def test_pieces_are_the_whole_in_order(whole: int, more: int) -> None:
    data = bytes(range(256)) * (whole * PIECE_BYTES // 256) + b"x" * max(more, 0)
    cut = [bytes(piece) for piece in pieces(data)]
    assert b"".join(cut) == data
    assert all(0 < len(piece) <= PIECE_BYTES for piece in cut)
