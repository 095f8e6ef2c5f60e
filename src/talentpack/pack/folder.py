"""The evidence as files of its own, one an exhibit, and the documents that are handed in or edited apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from talentpack.core.exhibits import Exhibit
from talentpack.core.lines import N_, line
from talentpack.core.plan import PackPlan
from talentpack.core.words import Words
from talentpack.pack.bookmarks import FRONT_TITLES, own_outline
from talentpack.pack.describe import Description, describe
from talentpack.pack.join import Run, joined, runs, save
from talentpack.pack.layout import CHECKLIST, LETTER, Layout
from talentpack.pack.manifest import FileEntry, file_entry
from talentpack.pack.names import distinct
from talentpack.pack.outline import write_outline

EVIDENCE = "Evidence"
ALONE = MappingProxyType({LETTER: "Cover letter.pdf", CHECKLIST: "Checklist.pdf"})
"""The front's documents that are also files of their own."""


def write_evidence(plan: PackPlan, words: Words, root: Path) -> Iterator[tuple[str, FileEntry]]:
    """One PDF an exhibit, with the pages and turns of the bundle and no stamp; yields number and file."""
    taken: set[str] = set()
    (root / EVIDENCE).mkdir()
    for exhibit in plan.exhibits:
        person = plan.people[exhibit.paper.person]
        title = words.say(exhibit.paper.title)
        named = line(N_("{number} {title} - {person}"), number=exhibit.number, title=title, person=person.name)
        path = root / EVIDENCE / distinct(words.say(named), ".pdf", taken)
        write_exhibit(path, exhibit, Description(title, plan.language, plan.day))
        yield exhibit.number, file_entry(root, path, exhibit.page_count)


def write_exhibit(path: Path, exhibit: Exhibit, about: Description) -> None:
    """The exhibit's pages as one PDF with their own bookmarks."""
    with joined(runs(exhibit)) as pdf:
        write_outline(pdf, tuple(own_outline(exhibit, 1, 0)))
        describe(pdf, about)
        save(pdf, path)


def write_alone(plan: PackPlan, layout: Layout, words: Words, front: Path, root: Path) -> Iterator[FileEntry]:
    """The cover letter and the checklist, taken out of the front."""
    for part in layout.order:
        if part.kind in ALONE:
            path = root / ALONE[part.kind]
            language = plan.letter_language if part.kind == LETTER else plan.language
            with joined([Run(str(front), tuple(leaf + 1 for leaf in part.leaves), {})]) as pdf:
                describe(pdf, Description(words.say(FRONT_TITLES[part.kind]), language, plan.day))
                save(pdf, path)
            yield file_entry(root, path, part.length)
