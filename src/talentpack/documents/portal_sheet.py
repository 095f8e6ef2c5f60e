"""What to upload where: the files of the portal set, slot by slot, to be ticked off. It is not in the bundle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_UP, Decimal
from itertools import groupby
from pathlib import Path, PurePosixPath

from talentpack.core.lines import N_, Line, Number, Several, line
from talentpack.core.plan import Numbers, PackPlan, Slot
from talentpack.core.values import Value
from talentpack.core.words import Words
from talentpack.documents.fonts import FontSet
from talentpack.documents.ink import Sheets
from talentpack.documents.para import Para
from talentpack.documents.rows import THIN, WIDTH, Column, Group, Padding, Row, table
from talentpack.documents.setting import Setting, figures_needed, person_name, person_of
from talentpack.documents.sheet import FRAME, foot, note_strips, title_strips
from talentpack.documents.strips import Page, paginate, spaced
from talentpack.documents.styles import CELL_GREY, CELL_STRONG, HEAD, NOTE, PERSON, SIDE_IN_TABLE, TICK

COLUMNS = (
    Column(0, 16),
    Column(18, 50),
    Column(72, 130),
    Column(206, 174),
    Column(384, 40),
    Column(426, 42, right=True),
)
_PERSON_COLUMNS = (Column(0, 66), Column(72, 240), Column(316, WIDTH - 316, right=True))
_MEGABYTE = 1_000_000
_KINDS = {"jpg": "JPEG", "tiff": "TIF"}


class Upload(Value, frozen=True, kw_only=True):
    """A file of the portal set: whose, for which slot, its path in the pack with slashes, its size in bytes."""

    person: str
    slot: str
    path: str
    bytes: int


class PortalSheet(Value, frozen=True, kw_only=True):
    """The sheet as a PDF, and the characters that no font has."""

    pdf: bytes
    missing: tuple[str, ...]


def set_portal_sheet(plan: PackPlan, words: Words, uploads: Sequence[Upload], fonts: Path) -> PortalSheet:
    """The sheet for ``plan.slots`` with the files made for them, in the order to upload them."""
    faces = FontSet(fonts)
    setting = Setting(words, Numbers(), figures_needed(plan), faces)
    marks = foot(person_name(plan.people[0], setting), words.say(plan.title), setting)
    sheets = Sheets(faces, words.text(N_("What to upload where")))
    for page in _pages(plan, uploads, setting):
        sheets.page((*page, *marks))
    return PortalSheet(pdf=sheets.pdf(), missing=faces.missing)


def _pages(plan: PackPlan, uploads: Sequence[Upload], setting: Setting) -> tuple[Page, ...]:
    words = setting.words
    lead = N_(
        "The portal asks for one person at a time. Upload the files of each slot in the order shown, tick them off, and "
        "keep the receipt."
    )
    strips = title_strips(words.text(N_("What to upload where")), words.text(lead), setting)
    heads = (N_("File"), N_("Slot in the portal"), N_("Name in this pack"), N_("Format"), N_("Size, MB"))
    head = Row(((), *(setting.label(each, HEAD) for each in heads)))
    strips += spaced(table(COLUMNS, head, _groups(plan, uploads, setting), setting.fonts), 21)
    if plan.slots:
        strips += note_strips(setting.text(words.say(_limits(plan.slots)), NOTE), setting)
    return paginate(strips, FRAME)


def _groups(plan: PackPlan, uploads: Sequence[Upload], setting: Setting) -> Iterator[Group]:
    for ref, slots in groupby(plan.slots, key=lambda slot: slot.person):
        files = [upload for upload in uploads if upload.person == ref]
        rows = tuple(row for slot in slots for row in _slot(slot, files, setting))
        folder = "/".join(PurePosixPath(files[0].path).parts[:2]) if files else ""
        heads = [_head(plan, ref, folder, setting, again=again) for again in (False, True)]
        yield Group(rows, (heads[0],), (heads[1],))


def _head(plan: PackPlan, ref: str, folder: str, setting: Setting, *, again: bool) -> Row:
    person = person_of(plan, ref)
    name, role = (person_name(person, setting), setting.words.say(person.role)) if person else (ref, "")
    if again:
        name = setting.words.say(line(N_("{name} (continued)"), name=name))
    cells = setting.cell(role, SIDE_IN_TABLE), setting.cell(name, PERSON), setting.cell(folder, NOTE)
    return Row(cells, Padding(18, 3), columns=_PERSON_COLUMNS)


def _slot(slot: Slot, files: Sequence[Upload], setting: Setting) -> Iterator[Row]:
    """A slot's files: no rule between them."""
    here = [upload for upload in files if upload.slot == slot.id]
    title = setting.say(slot.title, CELL_STRONG)
    tick = setting.cell("☐", TICK)
    if not here:
        none = setting.label(N_("No file yet"), CELL_STRONG)
        yield Row((tick, _count(0, slot, setting), title, none, (), ()))
        return
    for number, upload in enumerate(here, 1):
        first, last = number == 1, number == len(here)
        path = PurePosixPath(upload.path)
        kind = path.suffix.removeprefix(".").lower()
        cells = (
            tick,
            _count(number, slot, setting),
            title if first else (),
            setting.cell(path.name),
            setting.cell(_KINDS.get(kind, kind.upper())),
            setting.cell(_megabytes(upload.bytes, setting)),
        )
        padding = Padding(3 if first else 1.5, 3 if last else 1.5)
        yield Row(cells, padding, rule=THIN if last else 0, keep=not first)


def _count(number: int, slot: Slot, setting: Setting) -> tuple[Para, ...]:
    return setting.say(line(N_("{n} of {most}"), n=number, most=slot.max_files), CELL_GREY)


def _megabytes(size: int, setting: Setting) -> str:
    """To a tenth, upwards: a file that is too large never looks as if it fitted."""
    return setting.words.number((Decimal(size) / _MEGABYTE).quantize(Decimal("0.1"), rounding=ROUND_UP))


def _limits(slots: Sequence[Slot]) -> Line:
    """What the slots take, each different limit once."""
    limits = dict.fromkeys((slot.formats, slot.max_bytes) for slot in slots)
    said = tuple(
        line(
            N_("{formats}, up to {size} MB a file"),
            formats=Several(items=formats),
            size=Number(value=(Decimal(size) / _MEGABYTE).normalize()),
        )
        for formats, size in limits
    )
    return line(N_("The portal takes {limits}."), limits=Several(items=said))
