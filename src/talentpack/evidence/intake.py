"""One file from its bytes to an answer: what it is, its cleaned copy, how its pages look, what to know about it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Generator

import pikepdf

from talentpack.core.lines import N_, Line, line
from talentpack.core.papers import TOO_LARGE, Intake, Kind
from talentpack.evidence import flags
from talentpack.evidence.clean import clean
from talentpack.evidence.compare import compare
from talentpack.evidence.limits import Unfit
from talentpack.evidence.look import look
from talentpack.evidence.outline import outline
from talentpack.evidence.pdf import damaged, opened, repairs
from talentpack.evidence.pictures import PILLOW, pictures
from talentpack.evidence.sheets import as_pdf
from talentpack.evidence.sniff import Bytes, is_office, kind_of
from talentpack.worker.protocol import Step


def take_in(data: Bytes, password: str = "") -> Generator[Step, None, Intake]:
    """The answer about one file. Raises MemoryError only: whatever else is wrong with a file is its verdict."""
    if len(data) > TOO_LARGE:
        return _refused(data, "unknown", too_large())
    yield Step(label="probe", done=0, total=1)
    kind = kind_of(data)
    try:
        with pikepdf.explicit_conversion():
            if kind == "pdf":
                return (yield from _from_pdf(data, password))
            if kind in PILLOW:
                return (yield from _from_pictures(data, kind))
        return _refused(data, kind, Unfit("not_a_document", _no_document(data, kind)))
    except Unfit as unfit:
        return _refused(data, kind, unfit)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - three libraries on hostile bytes: whatever fails in them, the file is broken
        return _refused(data, kind, damaged())


def too_large() -> Unfit:
    most = TOO_LARGE // 1_000_000
    return Unfit(
        "too_large",
        line(N_("Larger than {most} MB. Scan it at 300 dots an inch, or split it into smaller files."), most=most),
    )


def _from_pdf(data: Bytes, password: str) -> Generator[Step, None, Intake]:
    with opened(data, password) as file:
        bookmarks = outline(file.pdf)
        cleaned = yield from clean(file.pdf)
        seen = tuple(repairs(file))
    looks = yield from look(cleaned.data)
    differing = yield from compare(data, file.password, cleaned.data, cleaned.changed, len(looks))
    return Intake(
        verdict="ready",
        kind="pdf",
        sha256=_sha256(data),
        size=len(data),
        pages=looks,
        flags=(*flags.removed(cleaned.removed), *seen, *flags.looks(looks), *flags.textless(looks), *differing),
        outline=bookmarks,
        cleaned=cleaned.data,
    )


def _from_pictures(data: Bytes, kind: Kind) -> Generator[Step, None, Intake]:
    taken = yield from pictures(data, kind)
    with pikepdf.open(io.BytesIO(as_pdf(taken.frames))) as pdf:
        cleaned = yield from clean(pdf)
    looks = yield from look(cleaned.data)
    single = taken.frames[0] if len(taken.frames) == 1 else None
    return Intake(
        verdict="ready",
        kind=kind,
        sha256=_sha256(data),
        size=len(data),
        pages=looks,
        flags=(*flags.pictures(taken), *flags.looks(looks)),
        cleaned=cleaned.data,
        picture=single.data if single else b"",
        picture_kind=single.kind if single else "",
    )


def _refused(data: Bytes, kind: Kind, unfit: Unfit) -> Intake:
    return Intake(verdict=unfit.verdict, kind=kind, sha256=_sha256(data), size=len(data), reason=unfit.reason)


def _sha256(data: Bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _no_document(data: Bytes, kind: Kind) -> Line:
    if not data:
        return line(N_("The file is empty."))
    if kind == "docx" or is_office(data):
        return line(N_("A word processor's file looks different on every computer. Save it as PDF, and add the PDF."))
    if kind == "zip":
        return line(N_("An archive is no document. Unpack it, and add the files inside."))
    return line(N_("Neither a PDF nor a picture. Save or print it as PDF, and add the PDF."))
