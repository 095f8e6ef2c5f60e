"""Putting the 476-page, 200 MB bundle together: memory and processor time of the process that writes it.

Ours does everything a bundle has (stamps, links, bookmarks, labels, metadata); the peer, pikepdf's ``pages.extend``,
only joins the same files. ``python -m bench.assemble ours|peer FOLDER`` is one such process.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bench.figures import Figure
from bench.process import cost_of, tell_cost
from bench.scans import EXHIBITS, PAGES, scans

FRONT_PAGES = 12
PEAK_LIMIT = 120
SECONDS_LIMIT = 4
SHARE_OF_PEER = 0.5


@dataclass(frozen=True)
class _Leaf:
    kind: str
    section: str = ""


@dataclass(frozen=True)
class _Area:
    leaf: int
    rect: tuple[float, float, float, float]
    exhibit: str
    page: int | None = None
    section: str = ""


@dataclass(frozen=True)
class _Front:
    pdf: bytes
    leaves: tuple[_Leaf, ...]
    areas: tuple[_Area, ...]


def measure(folder: Path) -> Iterator[Figure]:
    """Builds the case in a fresh process, ours and the peer's."""
    case = folder / "assemble"
    files = scans(case / "scans")
    size = sum(path.stat().st_size for path in files) / 1e6
    ours, peer = (cost_of("bench.assemble", how, str(case)) for how in ("ours", "peer"))
    yield Figure("pages of evidence", EXHIBITS * PAGES, "pages")
    yield Figure("evidence", size, "MB")
    yield Figure("peak memory", ours.peak, "MB", PEAK_LIMIT)
    yield Figure("processor time", ours.seconds, "s", SECONDS_LIMIT)
    yield Figure("peak memory of pages.extend", peer.peak, "MB")
    yield Figure("processor time of pages.extend", peer.seconds, "s")
    yield Figure("peak memory, share of pages.extend", ours.peak / peer.peak, "", SHARE_OF_PEER)
    yield Figure("processor time, ratio to pages.extend", ours.seconds / peer.seconds, "")


def _ours(case: Path) -> None:
    from bench.case import case_plan  # noqa: PLC0415 - the cost of the imports belongs to this process
    from talentpack.pack.bookmarks import Bookmark  # noqa: PLC0415 - as above
    from talentpack.pack.bundle import write_bundle  # noqa: PLC0415 - as above
    from talentpack.pack.describe import Description  # noqa: PLC0415 - as above
    from talentpack.pack.layout import lay_out  # noqa: PLC0415 - as above
    from talentpack.pack.stamp_font import cut  # noqa: PLC0415 - as above

    exhibits = case_plan(scans(case / "scans"), PAGES).exhibits
    front = _front([exhibit.number for exhibit in exhibits])
    layout = lay_out(exhibits, lambda numbers: replace(front, areas=front.areas if numbers.total else ()))
    path = case / "front.pdf"
    path.write_bytes(front.pdf)
    marks = [
        Bookmark(title=f"{part.exhibit.number} page {page}", page=part.first + page, level=1 if page else 0)
        for part in layout.order
        if part.exhibit
        for page in range(part.length)
    ]
    font = cut((Path(__file__).parents[1] / "resources" / "fonts" / "SourceSans3-600.ttf").read_bytes())
    about = Description("Bench", "en", date(2026, 11, 22))
    write_bundle(case / "ours.pdf", layout, path, font, marks, about)


def _front(numbers: list[str]) -> _Front:
    """Blank pages in place of ours, with an index that links to every page of every exhibit."""
    import io  # noqa: PLC0415 - see _ours

    from pikepdf import Pdf  # noqa: PLC0415 - see _ours

    pdf, data = Pdf.new(), io.BytesIO()
    for _ in range(FRONT_PAGES):
        pdf.add_blank_page(page_size=(595.28, 841.89))
    pdf.save(data)
    areas = [
        _Area(FRONT_PAGES - 2, (60, 20 * row, 500, 20 * row + 18), exhibit, page)
        for row, exhibit in enumerate(numbers)
        for page in range(1, PAGES + 1)
    ]
    leaves = (*[_Leaf("letter")] * (FRONT_PAGES - 2), _Leaf("index"), _Leaf("divider", "B"))
    return _Front(data.getvalue(), leaves, tuple(areas))


def _peer(case: Path) -> None:
    from pikepdf import Pdf  # noqa: PLC0415 - see _ours

    joined = Pdf.new()
    for path in scans(case / "scans"):
        with Pdf.open(path) as pdf:
            joined.pages.extend(pdf.pages)
    joined.save(case / "peer.pdf", deterministic_id=True)


if __name__ == "__main__":
    {"ours": _ours, "peer": _peer}[sys.argv[1]](Path(sys.argv[2]))
    tell_cost()
