"""A paper that was handed in, as the reader saw it: what came in, what the reader answers, what it warns of."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from talentpack.core.lines import N_, Line, Several
from talentpack.core.values import Value

Verdict = Literal["ready", "needs_password", "damaged", "not_a_document", "too_large"]
Kind = Literal["pdf", "jpeg", "png", "tiff", "gif", "webp", "heic", "avif", "docx", "zip", "unknown"]
PictureKind = Literal["", "jpeg", "png"]

# Taken out of the copy, or drawn into it:
RemovedCode = Literal[
    "script",
    "launch",
    "link",
    "action",
    "embedded_file",
    "rich_media",
    "external",
    "xfa",
    "form",
    "annotation",
    "comment",
    "hidden",
    "layers",
    "signature",
]
# Seen, and worth a word to the person:
SeenCode = Literal[
    "repaired",
    "readers_disagree",
    "encrypted",
    "password",
    "rotated",
    "first_only",
    "picture",
    "low_dpi",
    "blank_page",
    "no_text",
    "odd_size",
    "differs",
    "not_compared",
]
FlagCode = Literal[RemovedCode, SeenCode]

TOO_LARGE = 250_000_000
"""Bytes. A larger file is refused before anything of it is read."""
LOW_DPI = 150
"""A picture that covers most of a page and has fewer dots an inch is hard to read in print."""


class IntakeRequest(Value, frozen=True, kw_only=True):
    """One file, whole. The password is used once and neither kept nor repeated in the answer."""

    data: bytes
    password: str = ""


class PageLook(Value, frozen=True, kw_only=True):
    """One page as it is seen: width and height in points after /Rotate and /UserUnit; ``rotate`` is 0, 90, 180 or 270.

    ``dpi`` is the lowest resolution of the pictures that cover much of the page, None when no picture does.
    """

    width: float
    height: float
    rotate: int
    dpi: int | None
    blank: bool
    text: bool


class OutlineEntry(Value, frozen=True, kw_only=True):
    """A bookmark of the original. ``level`` counts from 0, ``page`` from 1."""

    title: str
    level: int
    page: int


class Flag(Value, frozen=True, kw_only=True):
    """Something to know about a paper. ``count`` is how many; ``pages`` (1-based) where, when that is known."""

    code: FlagCode
    count: int = 0
    pages: tuple[int, ...] = ()


class Intake(Value, frozen=True, kw_only=True):
    """What the reader says about one file.

    ``cleaned`` is a PDF and ``pages`` has one entry a page of it, both only when the verdict is ``ready``. ``picture``
    is the upright JPEG or PNG without metadata when the paper is a single picture, else empty. ``size`` and ``sha256``
    (hex) are those of the file as it came. ``reason`` says why the verdict is not ``ready``.
    """

    verdict: Verdict
    kind: Kind
    sha256: str
    size: int
    pages: tuple[PageLook, ...] = ()
    flags: tuple[Flag, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    cleaned: bytes = b""
    picture: bytes = b""
    picture_kind: PictureKind = ""
    reason: Line | None = None


class RenderRequest(Value, frozen=True, kw_only=True):
    """A page (1-based) of a cleaned PDF, to be drawn ``width`` pixels wide."""

    data: bytes
    page: int
    width: int


class Pixels(Value, frozen=True, kw_only=True):
    """``rgb`` holds width × height × 3 bytes, rows from the top, no padding. All empty: the page cannot be drawn."""

    width: int
    height: int
    rgb: bytes


def counted(one: str, other: str) -> Line:
    """A sentence that counts ``{n}`` things; its values come later."""
    return Line(template=one, plural=other)


FLAG_WORDS: Mapping[FlagCode, Line] = MappingProxyType(
    {
        "script": counted(N_("{n} script removed"), N_("{n} scripts removed")),
        "launch": counted(
            N_("{n} command to start another program removed"),
            N_("{n} commands to start another program removed"),
        ),
        "link": counted(N_("{n} link removed"), N_("{n} links removed")),
        "action": counted(N_("{n} automatic action removed"), N_("{n} automatic actions removed")),
        "embedded_file": counted(N_("{n} attached file removed"), N_("{n} attached files removed")),
        "rich_media": counted(N_("{n} film, sound or 3D model removed"), N_("{n} films, sounds or 3D models removed")),
        "external": counted(
            N_("{n} reference to a file outside this one removed"),
            N_("{n} references to files outside this one removed"),
        ),
        "xfa": Line(template=N_("A dynamic form was removed; check that its pages show what they should")),
        "form": counted(
            N_("{n} form field drawn into the page, with what was filled in"),
            N_("{n} form fields drawn into the pages, with what was filled in"),
        ),
        "annotation": counted(
            N_("{n} comment or mark drawn into the page"), N_("{n} comments or marks drawn into the pages")
        ),
        "comment": counted(
            N_("{n} comment removed that has no form of its own on the page"),
            N_("{n} comments removed that have no form of their own on the page"),
        ),
        "hidden": counted(N_("{n} hidden comment or field removed"), N_("{n} hidden comments or fields removed")),
        "layers": counted(
            N_("{n} layer; it is shown as the file shows it at first"),
            N_("{n} layers; they are shown as the file shows them at first"),
        ),
        "signature": counted(
            N_("{n} digital signature is lost in the copy; your signed file stays as it is"),
            N_("{n} digital signatures are lost in the copy; your signed file stays as it is"),
        ),
        "repaired": Line(template=N_("The file is damaged in places and was repaired; look at every page")),
        "readers_disagree": Line(
            template=N_("Two programs read this file differently; compare its pages with the original")
        ),
        "encrypted": Line(template=N_("The file was protected against changes; the copy is not")),
        "password": Line(template=N_("Opened with its password; the copy in this case has none")),
        "rotated": counted(N_("{n} picture turned upright"), N_("{n} pictures turned upright")),
        "first_only": counted(
            N_("Only the first of several pictures was taken; {n} was left out"),
            N_("Only the first of several pictures was taken; {n} were left out"),
        ),
        "picture": counted(N_("{n} picture made into a page"), N_("{n} pictures made into pages")),
        "low_dpi": counted(
            N_("Page {pages}: fewer than 150 dots an inch, hard to read in print"),
            N_("Pages {pages}: fewer than 150 dots an inch, hard to read in print"),
        ),
        "blank_page": counted(N_("Page {pages} is blank"), N_("Pages {pages} are blank")),
        "no_text": counted(
            N_("Page {pages} has no text that can be searched or copied"),
            N_("Pages {pages} have no text that can be searched or copied"),
        ),
        "odd_size": counted(N_("Page {pages} has an unusual size"), N_("Pages {pages} have an unusual size")),
        "not_compared": counted(
            N_("Page {pages} was not compared with the original after cleaning; look at it"),
            N_("Pages {pages} were not compared with the original after cleaning; look at them"),
        ),
        "differs": counted(
            N_("Page {pages} looks different from the original after cleaning; compare them"),
            N_("Pages {pages} look different from the original after cleaning; compare them"),
        ),
    }
)
"""What a person reads for each flag. ``{n}`` and ``{pages}`` are filled in by `flag_line`."""

FLAG_CODES: tuple[FlagCode, ...] = tuple(FLAG_WORDS)
REMOVED_CODES: frozenset[FlagCode] = frozenset(get_args(RemovedCode))


def page_ranges(pages: tuple[int, ...]) -> tuple[str, ...]:
    """``(1, 2, 3, 7)`` → ``("1–3", "7")``; the pages in ascending order."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    return tuple(str(first) if first == last else f"{first}–{last}" for first, last in ranges)


def flag_line(flag: Flag) -> Line:
    """The sentence for a flag: ``2 scripts removed``."""
    words = FLAG_WORDS[flag.code]
    number = flag.count or len(flag.pages)
    return Line(
        template=words.template,
        plural=words.plural,
        values={"n": number, "pages": Several(items=page_ranges(flag.pages))},
    )
