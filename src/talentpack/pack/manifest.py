"""The manifest: what a pack holds and where its claims are shown, so that it can be checked and built again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from talentpack.core.plan import ClaimCited, PackPlan
from talentpack.core.values import Value
from talentpack.core.words import Words
from talentpack.pack.bookmarks import Bookmark
from talentpack.pack.layout import Layout

NAME = "manifest.json"
BUNDLE = "Bundle.pdf"
FORMAT = 1
LARGEST = 64_000_000
"""Bytes. A manifest holds the answers and some lines a page; a larger file is none of ours."""
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in folders by themselves: no part of a pack, and nothing that anybody misses."""
_PIECE = 1 << 20


class FileEntry(Value, frozen=True, kw_only=True):
    """A file of the pack. ``path`` is relative with forward slashes, ``sha256`` hex; ``pages`` only of a PDF."""

    path: str
    bytes: int
    sha256: str
    pages: int | None = None


class ExhibitEntry(Value, frozen=True, kw_only=True):
    """``sources`` are the sha256 of the original files, paper then translation; pages are bundle pages from 1.

    ``file`` is the exhibit's own PDF in the pack.
    """

    exhibit: str
    file: str
    proof: str
    person: str
    sources: tuple[str, ...]
    first: int
    last: int


class CiteEntry(Value, frozen=True, kw_only=True):
    """``page`` counts inside the exhibit, ``bundle_page`` in the bundle."""

    exhibit: str
    page: int
    bundle_page: int


class ClaimEntry(Value, frozen=True, kw_only=True):
    """``pinned``: a page was named; otherwise the cite means the exhibit as a whole."""

    address: str
    label: str
    pinned: bool
    cites: tuple[CiteEntry, ...]


class LinkEntry(Value, frozen=True, kw_only=True):
    """The pages that the links on one bundle page lead to, in their order."""

    page: int
    to: tuple[int, ...]


class Manifest(Value, frozen=True, kw_only=True):
    """All of it. ``index`` is the bundle page every stamp leads to, 0 for none."""

    format: int = FORMAT
    program: str
    scheme: str
    purpose: str
    route: str
    day: date
    rules_from: date
    rules_checked: date
    pages: int
    index: int
    files: tuple[FileEntry, ...]
    exhibits: tuple[ExhibitEntry, ...]
    claims: tuple[ClaimEntry, ...]
    bookmarks: tuple[Bookmark, ...]
    links: tuple[LinkEntry, ...]
    recipe: str


def encode(manifest: Manifest) -> bytes:
    """Keys sorted, two spaces, one final line feed: the same manifest is the same bytes."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=2) + b"\n"


def read(directory: Path) -> Manifest | None:
    """The manifest of a pack, or None when there is none that this release understands. Raises OSError."""
    path = directory / NAME
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        return None
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return manifest if manifest.format == FORMAT else None


def file_entry(root: Path, path: Path, pages: int | None = None) -> FileEntry:
    """Measures a file that lies below ``root``."""
    digest, size = digest_of(path)
    return FileEntry(path=path.relative_to(root).as_posix(), bytes=size, sha256=digest, pages=pages)


def digest_of(path: Path) -> tuple[str, int]:
    """The sha256 (hex) and size of a file, read in pieces."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return digest.hexdigest(), size


def exhibit_entries(plan: PackPlan, layout: Layout, files: Mapping[str, str]) -> tuple[ExhibitEntry, ...]:
    """``files`` are the paths of the exhibits' own PDFs, by number."""
    return tuple(
        ExhibitEntry(
            exhibit=part.exhibit.number,
            file=files[part.exhibit.number],
            proof=part.exhibit.paper.proof,
            person=plan.people[part.exhibit.paper.person].ref,
            sources=tuple(sheaf.sha256 for sheaf in part.exhibit.paper.sheaves),
            first=part.first,
            last=part.last,
        )
        for part in layout.order
        if part.exhibit
    )


def claim_entries(plan: PackPlan, layout: Layout, words: Words) -> tuple[ClaimEntry, ...]:
    return tuple(_claim(cited, layout, words) for cited in plan.claims)


def link_entries(links: Sequence[tuple[int, int]]) -> tuple[LinkEntry, ...]:
    """Groups (page, target) pairs by page, keeping their order on it."""
    by_page: dict[int, list[int]] = {}
    for page, target in links:
        by_page.setdefault(page, []).append(target)
    return tuple(LinkEntry(page=page, to=tuple(targets)) for page, targets in sorted(by_page.items()))


def _claim(cited: ClaimCited, layout: Layout, words: Words) -> ClaimEntry:
    return ClaimEntry(
        address=cited.claim.address,
        label=words.say(cited.label),
        pinned=cited.pinned,
        cites=tuple(
            CiteEntry(exhibit=cite.exhibit, page=cite.page or 1, bundle_page=layout.numbers.page(cite))
            for cite in cited.claim.cites
        ),
    )
