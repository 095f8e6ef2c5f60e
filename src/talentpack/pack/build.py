"""Building a pack: the front is set and numbered, then everything is written into a staging folder."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Sequence
from pathlib import Path

from pikepdf.settings import set_qpdf_limits

from talentpack.core.lines import N_, line
from talentpack.core.plan import Numbers, PackPlan, Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.words import Words
from talentpack.documents.front import Front, set_front
from talentpack.documents.letter_docx import letter_docx
from talentpack.documents.portal_sheet import Upload, set_portal_sheet
from talentpack.pack.layout import lay_out
from talentpack.pack.portal import PortalFile
from talentpack.pack.publish import unwritable
from talentpack.pack.stamp_font import cut
from talentpack.pack.write import Built, Ready, write_pack
from talentpack.worker.protocol import Step

STAMP_FONT = "SourceSans3-600.ttf"


def build(
    plan: PackPlan, words: Words, letter_words: Words, fonts: Path, staging: Path, recipe: str
) -> Generator[Step, None, Built]:
    """Writes the pack of ``plan`` into the folder ``staging``, and nowhere else.

    ``fonts`` is the folder of the shipped fonts, ``recipe`` the answers file the plan was made from. The same
    arguments give the same bytes. When it is closed or fails, what it had written is gone; what lay in the folder
    before is left alone. Raises Refused.
    """
    set_qpdf_limits(doc_max_warnings=2_000, parser_max_container_size=1_000_000, max_stream_filters=6)
    before = set(staging.iterdir())
    finished = False
    try:
        yield Step(label="build.front", done=0, total=0)
        ready, front = _set(plan, words, letter_words, fonts, recipe)
        built = yield from write_pack(ready, staging)
        finished = True
    except OSError as error:
        raise unwritable(error) from error
    finally:
        if not finished:
            _sweep(staging, before)
    return Built(
        files=built.files, pages=built.pages, portal=built.portal, warnings=(*built.warnings, *_undrawn(front))
    )


def _set(plan: PackPlan, words: Words, letter_words: Words, fonts: Path, recipe: str) -> tuple[Ready, Front]:
    fronts: list[Front] = []

    def setting(numbers: Numbers) -> Front:
        fronts.append(set_front(plan, words, letter_words, numbers, fonts))
        return fronts[-1]

    layout = lay_out(plan.exhibits, setting)
    letter = letter_docx(plan, letter_words, layout.numbers)
    font = cut((fonts / STAMP_FONT).read_bytes())

    def sheet(files: Sequence[PortalFile]) -> bytes:
        uploads = [Upload(person=f.person, slot=f.slot, path=f.file.path, bytes=f.file.bytes) for f in files]
        return set_portal_sheet(plan, words, uploads, fonts).pdf

    return Ready(plan, words, layout, letter, font, recipe, sheet), fronts[-1]


def _undrawn(front: Front) -> tuple[Warning, ...]:
    """Characters that no shipped font has: the pages show a gap where they should stand."""
    template = N_("No font has the character {character}: our own pages cannot show it")
    return tuple(
        Warning(code="pack.no_glyph", ref=character, text=line(template, character=character))
        for character in front.missing
    )


def _sweep(staging: Path, before: set[Path]) -> None:
    for path in set(staging.iterdir()) - before:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
