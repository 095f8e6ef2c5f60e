"""Opening a stranger's PDF: qpdf decides whether it is one, PDFium gives a second opinion on its pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pikepdf
import pypdfium2

from talentpack.core.lines import N_, Line, line
from talentpack.core.papers import Flag
from talentpack.evidence.limits import MAX_PAGES, Unfit
from talentpack.evidence.sniff import Bytes
from talentpack.evidence.source import stream_of


@dataclass(frozen=True)
class Opened:
    """A file qpdf reads, with the password that opened it: empty when none was needed."""

    pdf: pikepdf.Pdf
    password: str
    pages: int
    second_pages: int
    """As PDFium counts them; 0 when it cannot open the file."""


@contextmanager
def opened(data: Bytes, password: str) -> Iterator[Opened]:
    """The file as qpdf reads it, in explicit conversion mode. Raises Unfit."""
    pdf, used = _unlocked(data, password)
    with pdf:
        yield Opened(pdf, used, _count(pdf), _second_count(data, used))


def repairs(file: Opened) -> Iterator[Flag]:
    """What is to be said of the file itself; asked after cleaning, when qpdf has met all its damage."""
    if file.pdf.is_encrypted:
        yield Flag(code="password" if file.password else "encrypted")
    if file.pdf.get_warnings():
        yield Flag(code="repaired")
    if file.second_pages != file.pages:
        yield Flag(code="readers_disagree")


def _unlocked(data: Bytes, password: str) -> tuple[pikepdf.Pdf, str]:
    for attempt in dict.fromkeys(("", password)):
        try:
            return pikepdf.open(stream_of(data), password=attempt, conversion_mode="explicit"), attempt
        except pikepdf.PasswordError:
            continue
        except pikepdf.PikepdfError as error:
            raise damaged() from error
    raise Unfit("needs_password", _password_reason(password))


def _password_reason(password: str) -> Line:
    if password:
        return line(N_("That password does not open this file. Enter the password that opens it."))
    return line(N_("This file is locked. Enter the password that opens it."))


def _count(pdf: pikepdf.Pdf) -> int:
    try:
        pages = len(pdf.pages)
    except pikepdf.PikepdfError as error:
        raise damaged() from error
    if not pages:
        raise damaged()
    if pages > MAX_PAGES:
        raise Unfit(
            "too_large",
            line(
                N_("This file has {n} pages, more than {most}. Split it into smaller files."), n=pages, most=MAX_PAGES
            ),
        )
    return pages


def damaged() -> Unfit:
    return Unfit(
        "damaged",
        line(
            N_("No page of this file can be read. Open it in another program and save it again, or ask for a new copy.")
        ),
    )


def _second_count(data: Bytes, password: str) -> int:
    try:
        document = pypdfium2.PdfDocument(stream_of(data), password=password or None)
    except pypdfium2.PdfiumError:
        return 0
    try:
        return len(document)
    finally:
        document.close()
