"""All files of a pack, written from a finished layout."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import NamedTuple

from talentpack.core.lines import N_, line
from talentpack.core.plan import PackPlan, Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.values import Value
from talentpack.core.words import Words
from talentpack.pack.bookmarks import Bookmark, bookmarks
from talentpack.pack.bundle import all_links, write_bundle
from talentpack.pack.describe import PROGRAM, Description
from talentpack.pack.folder import write_alone, write_evidence
from talentpack.pack.layout import Layout
from talentpack.pack.manifest import (
    BUNDLE,
    NAME,
    FileEntry,
    Manifest,
    claim_entries,
    encode,
    exhibit_entries,
    file_entry,
    link_entries,
)
from talentpack.pack.portal import PortalFile, portal_warnings, write_portal
from talentpack.pack.stamp_font import StampFont
from talentpack.worker.protocol import Step

LETTER_DOCX = "Cover letter.docx"
_FRONT = ".front.pdf"


class Built(Value, frozen=True, kw_only=True):
    """What was written: every file by its path in the pack, the bundle's page count, and what to know about it."""

    files: tuple[str, ...]
    pages: int
    portal: tuple[PortalFile, ...]
    warnings: tuple[Warning, ...]


class Ready(NamedTuple):
    """All that the files are written from."""

    plan: PackPlan
    words: Words
    layout: Layout
    letter: bytes
    font: StampFont
    recipe: str


def write_pack(ready: Ready, staging: Path) -> Generator[Step, None, Built]:
    """Writes the pack into the empty folder ``staging``, a step a file. Raises Refused and OSError."""
    plan, words, layout = ready.plan, ready.words, ready.layout
    total = 3 + len(plan.exhibits) + sum(len(slot.exhibits) for slot in plan.slots)
    front = staging / _FRONT
    front.write_bytes(layout.front.pdf)
    marks = bookmarks(plan, layout, words)

    yield Step(label="build.bundle", done=0, total=total)
    bundle = staging / BUNDLE
    write_bundle(bundle, layout, front, ready.font, marks, _about(plan, words))
    files = [file_entry(staging, bundle, layout.numbers.total)]

    yield Step(label="build.letter", done=1, total=total)
    files += write_alone(plan, layout, words, front, staging)
    front.unlink()
    letter = staging / LETTER_DOCX
    letter.write_bytes(ready.letter)
    files.append(file_entry(staging, letter))

    own: dict[str, str] = {}
    for done, (number, entry) in enumerate(write_evidence(plan, words, staging), 2):
        yield Step(label="build.evidence", done=done, total=total, detail=number)
        files.append(entry)
        own[number] = entry.path
    portal: list[PortalFile] = []
    for file in write_portal(plan, words, staging):
        done = min(2 + len(plan.exhibits) + len(portal), total - 1)
        yield Step(label="build.portal", done=done, total=total, detail=file.exhibit)
        portal.append(file)
    files += [file.file for file in portal]

    yield Step(label="build.manifest", done=total - 1, total=total)
    files.sort(key=lambda entry: entry.path)
    (staging / NAME).write_bytes(encode(_manifest(ready, files, own, marks)))
    warnings = (*plan.warnings, *portal_warnings(plan, portal))
    names = (*(entry.path for entry in files), NAME)
    return Built(files=names, pages=layout.numbers.total, portal=tuple(portal), warnings=warnings)


def _about(plan: PackPlan, words: Words) -> Description:
    applicant = plan.people[0]
    name = f"{applicant.name} {applicant.name_zh}".strip()
    title = words.say(line(N_("{scheme}: {name}"), scheme=plan.title, name=name))
    return Description(title, plan.language, plan.day)


def _manifest(ready: Ready, files: list[FileEntry], own: dict[str, str], marks: tuple[Bookmark, ...]) -> Manifest:
    plan, layout = ready.plan, ready.layout
    return Manifest(
        program=PROGRAM,
        scheme=plan.scheme,
        purpose=plan.purpose,
        route=plan.route,
        day=plan.day,
        rules_from=plan.assessment.rules_since,
        rules_checked=plan.assessment.rules_checked,
        pages=layout.numbers.total,
        index=layout.numbers.index,
        files=tuple(files),
        exhibits=exhibit_entries(plan, layout, own),
        claims=claim_entries(plan, layout, ready.words),
        bookmarks=marks,
        links=link_entries(all_links(layout)),
        recipe=ready.recipe,
    )
