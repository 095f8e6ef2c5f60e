"""All files of a pack, written from a finished layout."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
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
from talentpack.pack.portal import PortalFile, portal_warnings, write_portal, write_sheet
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
    """All that the files are written from. ``sheet`` sets the portal sheet as a PDF once its files are known."""

    plan: PackPlan
    words: Words
    layout: Layout
    letter: bytes
    font: StampFont
    recipe: str
    sheet: Callable[[Sequence[PortalFile]], bytes]


@dataclass
class _Written:
    """What is on the disk so far. ``own`` are the exhibits' own PDFs by number."""

    files: list[FileEntry] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    portal: list[PortalFile] = field(default_factory=list)


def write_pack(ready: Ready, staging: Path) -> Generator[Step, None, Built]:
    """Writes the pack into the folder ``staging``, a step a file. Raises Refused and OSError."""
    plan, written = ready.plan, _Written()
    total = 3 + len(plan.exhibits) + sum(len(slot.exhibits) for slot in plan.slots)
    for done, (label, detail) in enumerate(_parts(ready, staging, written)):
        # An exhibit that becomes several pictures for the form makes more steps than were counted.
        yield Step(label=label, done=min(done, total - 1), total=total, detail=detail)
    return Built(
        files=tuple(entry.path for entry in written.files),
        pages=ready.layout.numbers.total,
        portal=tuple(written.portal),
        warnings=(*plan.warnings, *portal_warnings(plan, written.portal)),
    )


def _parts(ready: Ready, staging: Path, written: _Written) -> Iterator[tuple[str, str]]:
    """Writes part after part and yields label and detail of each."""
    marks = bookmarks(ready.plan, ready.layout, ready.words)
    front = staging / _FRONT
    front.write_bytes(ready.layout.front.pdf)
    yield "build.bundle", ""
    written.files.append(_bundle(ready, staging, front, marks))
    yield "build.letter", ""
    written.files.extend(write_alone(ready.plan, ready.layout, ready.words, front, staging))
    front.unlink()
    (staging / LETTER_DOCX).write_bytes(ready.letter)
    written.files.append(file_entry(staging, staging / LETTER_DOCX))
    for number, entry in write_evidence(ready.plan, ready.words, staging):
        yield "build.evidence", number
        written.files.append(entry)
        written.own[number] = entry.path
    for file in write_portal(ready.plan, ready.words, staging):
        yield "build.portal", file.exhibit
        written.files.append(file.file)
        written.portal.append(file)
    if ready.plan.slots:
        written.files.append(write_sheet(ready.plan, ready.words, staging, ready.sheet(written.portal)))
    yield "build.manifest", ""
    written.files.sort(key=lambda entry: entry.path)
    (staging / NAME).write_bytes(encode(_manifest(ready, written, marks)))
    written.files.append(file_entry(staging, staging / NAME))


def _bundle(ready: Ready, staging: Path, front: Path, marks: tuple[Bookmark, ...]) -> FileEntry:
    path = staging / BUNDLE
    write_bundle(path, ready.layout, front, ready.font, marks, _about(ready.plan, ready.words))
    return file_entry(staging, path, ready.layout.numbers.total)


def _about(plan: PackPlan, words: Words) -> Description:
    applicant = plan.people[0]
    name = f"{applicant.name} {applicant.name_zh}".strip()
    title = words.say(line(N_("{scheme}: {name}"), scheme=plan.title, name=name))
    return Description(title, plan.language, plan.day)


def _manifest(ready: Ready, written: _Written, marks: tuple[Bookmark, ...]) -> Manifest:
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
        files=tuple(written.files),
        exhibits=exhibit_entries(plan, layout, written.own),
        claims=claim_entries(plan, layout, ready.words),
        bookmarks=marks,
        links=link_entries(all_links(layout)),
        recipe=ready.recipe,
    )
