"""How often forms inside forms would be drawn: 28 forms that each draw the next one twice make 2^28 drawings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from talentpack.evidence.resources import too_much

MAX_DRAWN = 200_000
"""Forms on one page; PDFium draws some 100,000 simple ones a second."""
_DO = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")

Weights = dict[tuple[int, int], int]
Drawn = list[tuple[Object, int]]


def check_effort(pages: Iterable[Object]) -> None:
    """Raises Unfit when a page draws more forms than MAX_DRAWN, or one that draws itself.

    Names written with #-escapes are not counted; a reader's time ends what this lets through.
    """
    weights: Weights = {}
    for page in pages:
        if _forms(page):
            drawn = _drawn(page, _content(page))
            for form, _ in drawn:
                _weigh(form, weights)
            _limited(drawn, weights)


def _weigh(top: Object, weights: Weights) -> None:
    """Children before parents, without recursion: chains may be thousands long."""
    waiting: list[tuple[Object, Drawn | None]] = [(top, None)]
    while waiting:
        form, drawn = waiting.pop()
        if drawn is not None:
            weights[form.objgen] = 1 + _limited(drawn, weights)
        elif form.objgen not in weights:
            weights[form.objgen] = MAX_DRAWN + 1  # while it is on its way: whoever draws it now is drawn by it
            drawn = _drawn(form, _data(form)) if _forms(form) else []
            waiting.append((form, drawn))
            waiting += [(child, None) for child, _ in drawn]


def _limited(drawn: Drawn, weights: Weights) -> int:
    total = sum(weights[form.objgen] * times for form, times in drawn)
    if total > MAX_DRAWN:
        raise too_much()
    return total


def _drawn(holder: Object, content: bytes) -> Drawn:
    """The forms a page or form draws, with how often it does."""
    forms = _forms(holder)
    named = Counter(f"/{name.decode('latin-1')}" for name in _DO.findall(content))
    return [(forms[name], times) for name, times in named.items() if name in forms]


def _forms(holder: Object) -> dict[str, Object]:
    resources = holder.get(Name.Resources)
    known = resources.get(Name.XObject) if isinstance(resources, Dictionary) else None
    if not isinstance(known, Dictionary):
        return {}
    return {
        name: thing
        for name, thing in known.items()
        if isinstance(thing, Stream) and thing.get(Name.Subtype) == Name.Form
    }


def _content(page: Object) -> bytes:
    contents = page.get(Name.Contents)
    return b"\n".join(_data(stream) for stream in contents) if isinstance(contents, Array) else b""


def _data(stream: Object) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PikepdfError:
        return b""  # a reader can make nothing of it either
