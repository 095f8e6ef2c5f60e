"""What a reader is asked to do. Each job decodes its request, works in steps, and returns the encoded answer."""

from __future__ import annotations

from collections.abc import Generator

import msgspec
import pypdfium2

from talentpack.core.papers import RenderRequest
from talentpack.core.values import Value
from talentpack.evidence import draw
from talentpack.evidence.intake import take_in
from talentpack.evidence.limits import set_limits
from talentpack.worker.protocol import Step


class _IntakeRequest(Value, frozen=True, kw_only=True):
    """`papers.IntakeRequest` as it is read here: the file stays where it came in, there is no room for a second."""

    data: memoryview
    password: str = ""


def intake(request: bytes) -> Generator[Step, None, bytes]:
    """`papers.IntakeRequest` in, `papers.Intake` out."""
    set_limits()
    asked = msgspec.msgpack.decode(request, type=_IntakeRequest)
    answer = yield from take_in(asked.data, asked.password)
    return msgspec.msgpack.encode(answer)


def render(request: bytes) -> Generator[Step, None, bytes]:
    """`papers.RenderRequest` in, `papers.Pixels` out; no pixels when the page cannot be drawn."""
    set_limits()
    asked = msgspec.msgpack.decode(request, type=RenderRequest)
    yield Step(label="draw", done=0, total=1)
    try:
        with draw.document(asked.data) as document:
            drawn = draw.pixels(document, asked.page, asked.width)
    except pypdfium2.PdfiumError:
        drawn = draw.NOTHING
    return msgspec.msgpack.encode(drawn)
