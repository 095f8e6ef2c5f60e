"""The files for the online form: by person and slot, in a format the slot takes, with a word on what breaks its limits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from pikepdf import Pdf

from talentpack.core.exhibits import Exhibit
from talentpack.core.lines import N_, Number, line
from talentpack.core.plan import PackPlan, Person, Slot, Warning  # noqa: A004 - the vocabulary's word for it
from talentpack.core.values import Value
from talentpack.core.words import Words
from talentpack.pack.describe import Description, describe
from talentpack.pack.folder import write_exhibit
from talentpack.pack.join import save, unreadable
from talentpack.pack.manifest import FileEntry, file_entry
from talentpack.pack.names import distinct, safe
from talentpack.pack.pictures import PICTURES, picture_kind, write_pages, write_picture

PORTAL = "Portal"
SHEET = "README.pdf"


class PortalFile(Value, frozen=True, kw_only=True):
    """A file of the set: whose, for which slot, from which exhibit."""

    person: str
    slot: str
    exhibit: str
    file: FileEntry


def write_portal(plan: PackPlan, words: Words, root: Path) -> Iterator[PortalFile]:
    """Writes ``Portal/<person>/<slot>/<nn> <name>.<ext>`` and yields each file.

    An exhibit that cannot be made into a format of its slot yields nothing; `portal_warnings` says so.
    """
    exhibits = {exhibit.number: exhibit for exhibit in plan.exhibits}
    people = _folders(plan.people)
    places: dict[str, set[str]] = {}
    for slot in plan.slots:
        taken = places.setdefault(slot.person, set())
        folder = root / PORTAL / people[slot.person] / distinct(words.say(slot.title), "", taken)
        wanted = [exhibits[number] for number in slot.exhibits]
        if wanted:
            folder.mkdir(parents=True)
        yield from _slot(plan, words, slot, wanted, folder, root)


def write_sheet(plan: PackPlan, words: Words, root: Path, pdf: bytes) -> FileEntry:
    """Writes ``Portal/README.pdf``: what to upload where."""
    (root / PORTAL).mkdir(exist_ok=True)
    path = root / PORTAL / SHEET
    with Pdf.open(BytesIO(pdf)) as document:
        pages = len(document.pages)
        describe(document, Description(words.say(line(N_("What to upload where"))), plan.language, plan.day))
        save(document, path)
    return file_entry(root, path, pages)


def portal_warnings(plan: PackPlan, files: list[PortalFile]) -> Iterator[Warning]:
    """What the form will not take: too large, too many, or in no format of the slot."""
    titles = {exhibit.number: exhibit.paper.title for exhibit in plan.exhibits}
    for slot in plan.slots:
        here = [file for file in files if (file.person, file.slot) == (slot.person, slot.id)]
        yield from (_too_large(slot, file) for file in here if file.file.bytes > slot.max_bytes)
        if len(here) > slot.max_files:
            template = N_("{slot}: {n} files, and the online form takes {most}")
            text = line(template, slot=slot.title, n=len(here), most=slot.max_files)
            yield Warning(code="portal.too_many", ref=f"{slot.person}/{slot.id}", text=text)
        made = {file.exhibit for file in here}
        for number in slot.exhibits:
            if number not in made:
                template = N_("{exhibit} {title}: the online form takes it in no format that can be made here")
                text = line(template, exhibit=number, title=titles[number])
                yield Warning(code="portal.format", ref=number, text=text)


def _too_large(slot: Slot, file: PortalFile) -> Warning:
    template = N_("{slot}: {file} has {size} MB, and the online form takes {most} MB a file")
    name = file.file.path.rpartition("/")[2]
    # The size is rounded up, so that a file over the limit never reads as one that keeps it.
    size, most = _tenths(file.file.bytes + 99_999), _tenths(slot.max_bytes)
    text = line(template, slot=slot.title, file=name, size=size, most=most)
    return Warning(code="portal.too_large", ref=file.file.path, text=text)


def _tenths(size: int) -> Number:
    """Bytes as MB (1,000,000 bytes) to a tenth, downwards."""
    return Number(value=Decimal(size // 100_000) / 10)


def _folders(people: tuple[Person, ...]) -> dict[str, str]:
    taken: set[str] = set()
    return {person.ref: distinct(person.name, "", taken) for person in people}


def _slot(
    plan: PackPlan, words: Words, slot: Slot, wanted: list[Exhibit], folder: Path, root: Path
) -> Iterator[PortalFile]:
    number = 0
    for exhibit in wanted:
        title = words.say(exhibit.paper.title)
        for path, pages in _written(plan, slot, exhibit, title, folder):
            number += 1
            numbered = path.with_name(safe(f"{number:02d} {title}", path.suffix))
            path.rename(numbered)
            entry = file_entry(root, numbered, pages)
            yield PortalFile(person=slot.person, slot=slot.id, exhibit=exhibit.number, file=entry)


def _written(
    plan: PackPlan, slot: Slot, exhibit: Exhibit, title: str, folder: Path
) -> Iterator[tuple[Path, int | None]]:
    """The exhibit in the first way its slot takes: its picture as it is, a PDF, its pages as pictures."""
    kinds = [PICTURES[name.lower()] for name in slot.formats if name.lower() in PICTURES]
    takes_pdf = "pdf" in (name.lower() for name in slot.formats)
    sheaf = exhibit.paper.sheaves[0]
    photograph = exhibit.page_count == 1 and bool(sheaf.picture)
    if kinds and photograph and (not takes_pdf or exhibit.paper.proof == "photo"):
        kind = _picture_kind(exhibit)
        kind = kind if kind in kinds else kinds[0]
        yield write_picture(sheaf, folder / "picture", kind), None
        return
    path = folder / "pages.pdf"
    if not (takes_pdf or kinds):
        return
    write_exhibit(path, exhibit, Description(title, plan.language, plan.day))
    if takes_pdf:
        yield path, exhibit.page_count
        return
    yield from ((picture, None) for picture in write_pages(path, folder, kinds[0]))
    path.unlink()


def _picture_kind(exhibit: Exhibit) -> str:
    try:
        return picture_kind(Path(exhibit.paper.sheaves[0].picture))
    except OSError as error:
        raise unreadable(exhibit.number) from error
