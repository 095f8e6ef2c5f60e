"""Drives the jobs in this process, so that a test sees their tracebacks, and looks at what they return."""

from __future__ import annotations

import io
from collections.abc import Iterator

import msgspec
import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Stream
from pikepdf.settings import get_qpdf_limits, set_qpdf_limits
from PIL import Image

from talentpack.core.papers import Intake, IntakeRequest, Pixels, RenderRequest
from talentpack.evidence import draw, jobs


def answer(job, request):
    """What the job returns, with the process's limits as they were before."""
    qpdf, pillow = get_qpdf_limits(), Image.MAX_IMAGE_PIXELS
    steps = job(msgspec.msgpack.encode(request))
    try:
        while True:
            next(steps)
    except StopIteration as end:
        return end.value
    finally:
        set_qpdf_limits(**qpdf)
        Image.MAX_IMAGE_PIXELS = pillow


def read(data: bytes, password: str = "") -> Intake:
    return msgspec.msgpack.decode(answer(jobs.intake, IntakeRequest(data=data, password=password)), type=Intake)


def render(data: bytes, page: int, width: int) -> Pixels:
    return msgspec.msgpack.decode(answer(jobs.render, RenderRequest(data=data, page=page, width=width)), type=Pixels)


def codes(paper: Intake) -> set[str]:
    return {flag.code for flag in paper.flags}


def drawn(data: bytes, page: int = 1, width: int = 595, password: str = "") -> Image.Image:
    with draw.document(data, password) as document:
        seen = draw.pixels(document, page, width)
    return Image.frombytes("RGB", (seen.width, seen.height), seen.rgb)


def text(data: bytes, page: int = 1) -> str:
    with draw.document(data) as document:
        loaded = document[page - 1]
        return loaded.get_textpage().get_text_bounded()


def everything(data: bytes) -> Iterator[tuple[str, object]]:
    """Every key of every dictionary of a PDF with its value, and every element of every array under the key ``[]``."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        waiting = [pdf.trailer, *pdf.objects]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, (Dictionary, Stream)):
                pairs = list(thing.items())
            elif isinstance(thing, Array):
                pairs = [("[]", value) for value in thing]
            else:
                continue
            yield from pairs
            waiting += [value for _, value in pairs if not getattr(value, "is_indirect", True)]


def open_pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data), conversion_mode="explicit")


PdfiumError = pypdfium2.PdfiumError
