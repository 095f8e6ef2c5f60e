"""Pages of many files in one PDF, by qpdf's job: streams are copied from file to file and never held in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from pikepdf import Job, ObjectStreamMode, Pdf, PdfError, StreamDecodeLevel

from talentpack.core.exhibits import Exhibit
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused, refuse
from talentpack.pack.sink import Sink


class Run(NamedTuple):
    """Pages of one file (1-based, in the order wanted); ``turns`` are clockwise degrees by page of the file.

    ``ref`` is what a failure to read the file is reported under: an exhibit's number.
    """

    path: str
    pages: tuple[int, ...]
    turns: dict[int, int]
    ref: str = ""


def runs(exhibit: Exhibit) -> list[Run]:
    """An exhibit's sheaves as runs."""
    return [Run(sheaf.path, sheaf.pages, sheaf.rotate, exhibit.number) for sheaf in exhibit.paper.sheaves]


@contextmanager
def joined(wanted: Sequence[Run]) -> Iterator[Pdf]:
    """The pages of all runs, one after another and turned. Raises Refused for a file that cannot be read.

    The job owns the open files, so it lives until the caller has saved.
    """
    _check(wanted)
    pages = [{"file": run.path, "range": ",".join(str(page) for page in run.pages)} for run in wanted]
    # qpdf wants an output named although only the first stage, which makes the PDF, is run.
    job = Job({"empty": "", "pages": pages, "streamData": "preserve", "noWarn": "", "outputFile": "-"})
    try:
        pdf: Pdf = job.create_pdf()  # type: ignore[no-untyped-call] # pikepdf's stub says nothing
    except (PdfError, RuntimeError) as error:
        raise unreadable(_culprit(wanted)) from error
    try:
        _turn(pdf, wanted)
        yield pdf
    finally:
        pdf.close()


def save(pdf: Pdf, path: Path) -> None:
    """Streams as they are, ours compressed, the ID from the content; small objects packed. Raises OSError."""
    with Sink(path) as sink:
        pdf.save(
            cast(BinaryIO, sink),  # what pikepdf uses of a file
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
            stream_decode_level=StreamDecodeLevel.none,
            recompress_flate=False,
        )


def _turn(pdf: Pdf, wanted: Iterable[Run]) -> None:
    turns = [run.turns.get(page, 0) for run in wanted for page in run.pages]
    for number, turn in enumerate(turns):
        if turn:
            pdf.pages[number].rotate(turn, relative=True)


def _check(wanted: Iterable[Run]) -> None:
    for path, ref in {(run.path, run.ref) for run in wanted}:
        if not Path(path).is_file():
            raise unreadable(ref)


def _culprit(wanted: Iterable[Run]) -> str:
    """Which run's file qpdf cannot open, or has too few pages; the job itself does not say."""
    for run in wanted:
        try:
            with Pdf.open(run.path) as pdf:
                if max(run.pages) > len(pdf.pages):
                    return run.ref
        except PdfError:
            return run.ref
    return ""


def unreadable(ref: str) -> Refused:
    """What it means when a file of the case that was sound when it was taken in cannot be read; ``ref`` an exhibit."""
    return refuse(
        "pack.unreadable",
        line(N_("A file of the evidence could not be read")),
        line(N_("Remove the file from the case and attach it again")),
        ref,
    )
