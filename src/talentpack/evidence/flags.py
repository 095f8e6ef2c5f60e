"""What a person is told about a paper, from what was removed, converted and looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from talentpack.core.papers import LOW_DPI, Flag, FlagCode, PageLook, RemovedCode
from talentpack.evidence.pictures import Pictures

_LARGEST_SIDE, _SMALLEST_SIDE = 3_400.0, 72.0  # points: beyond A0, below an inch

Looks = tuple[PageLook, ...]


def removed(counts: Counter[RemovedCode]) -> tuple[Flag, ...]:
    return tuple(Flag(code=code, count=count) for code, count in sorted(counts.items()) if count)


def pictures(taken: Pictures) -> Iterator[Flag]:
    yield Flag(code="picture", count=len(taken.frames))
    turned = tuple(number for number, frame in enumerate(taken.frames, 1) if frame.turned)
    if turned:
        yield Flag(code="rotated", count=len(turned), pages=turned)
    if taken.left_out:
        yield Flag(code="first_only", count=taken.left_out)


def looks(pages: Looks) -> Iterator[Flag]:
    seen: dict[FlagCode, list[bool]] = {
        "low_dpi": [page.dpi is not None and page.dpi < LOW_DPI for page in pages],
        "blank_page": [page.blank for page in pages],
        "odd_size": [_is_odd(page) for page in pages],
    }
    for code, hits in seen.items():
        yield from _where(code, hits)


def textless(pages: Looks) -> Iterator[Flag]:
    """Said of PDFs only: that a photograph cannot be searched is no news."""
    return _where("no_text", [not page.text and not page.blank for page in pages])


def _where(code: FlagCode, hits: list[bool]) -> Iterator[Flag]:
    pages = tuple(number for number, hit in enumerate(hits, 1) if hit)
    if pages:
        yield Flag(code=code, pages=pages)


def _is_odd(page: PageLook) -> bool:
    return max(page.width, page.height) > _LARGEST_SIDE or min(page.width, page.height) < _SMALLEST_SIDE
