"""A copy of a PDF that shows the same pages and can do nothing: new root, new pages, only what `schema` allows."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Page, Stream, StreamDecodeLevel

from talentpack.core.lines import N_, line
from talentpack.core.papers import RemovedCode
from talentpack.evidence.annotations import Overlay, appearances, overlay
from talentpack.evidence.boxes import boxes
from talentpack.evidence.detect import detect
from talentpack.evidence.effort import check_effort
from talentpack.evidence.layers import copied_layers
from talentpack.evidence.limits import Unfit
from talentpack.evidence.resources import Copier
from talentpack.worker.protocol import Step

_STEP = 50  # pages

_ROOT_KEYS = frozenset({"/Type", "/Pages", "/OCProperties"})
_PAGE_KEYS = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"}
)
_KEPT_IN_TRAILER = frozenset({"/Root", "/Size", "/Encrypt"})


@dataclass(frozen=True)
class Cleaned:
    """The copy, what was taken out of it or drawn in, and the pages (1-based) that might look different for it."""

    data: bytes
    removed: Counter[RemovedCode]
    changed: tuple[int, ...]


def clean(pdf: pikepdf.Pdf) -> Generator[Step, None, Cleaned]:
    """Cleans ``pdf``, which is used up. Expects explicit conversion mode. Raises Unfit, pikepdf.PikepdfError."""
    removed = detect(pdf)
    form = pdf.acroform
    appearances(pdf, form)
    copier = Copier(pdf)
    kids, changed, drawn = [], [], Counter[RemovedCode]()
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages))
    sources = list(pdf.pages)
    for number, page in enumerate(sources, 1):
        marks = overlay(page, copier, form)
        drawn.update(marks.counts)
        if marks.changes:
            changed.append(number)
        kids.append(_page(pdf, page, tree, marks, copier))
        if number % _STEP == 0:
            yield Step(label="clean", done=number, total=len(sources))
    check_effort(kids)
    _replace_root(pdf, tree, kids, copier)
    data = saved(pdf)
    yield Step(label="check", done=0, total=1)
    check(data, len(kids))
    everywhere = tuple(range(1, len(kids) + 1))
    return Cleaned(data, _counted(removed, drawn), everywhere if copier.lost else tuple(changed))


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The document's bytes, the same for the same document: no clock, no path, no encryption."""
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        encryption=False,
        object_stream_mode=ObjectStreamMode.generate,
        stream_decode_level=StreamDecodeLevel.none,
        preserve_pdfa=False,
        fix_metadata_version=False,
        force_version="1.7",
    )
    return out.getvalue()


def check(data: bytes, pages: int) -> None:
    """Opens a cleaned copy afresh and raises Unfit unless it holds so many pages and nothing else."""
    with pikepdf.open(io.BytesIO(data), conversion_mode="explicit", inherit_page_attributes=False) as pdf:
        left = set(detect(pdf)) - {"layers"}
        keys = set(pdf.Root.keys()) - _ROOT_KEYS
        for page in pdf.pages:
            keys |= set(page.obj.keys()) - _PAGE_KEYS
        if left or keys or len(pdf.pages) != pages or Name.Info in pdf.trailer:
            raise Unfit(
                "damaged",
                line(
                    N_(
                        "No safe copy of this file could be made. "
                        "Print it to a new PDF, or attach pictures of its pages."
                    )
                ),
            )


def _page(pdf: pikepdf.Pdf, page: Page, tree: Object, marks: Overlay, copier: Copier) -> Object:
    source = page.obj
    copied = Dictionary({"/Type": Name.Page, "/Parent": tree} | boxes(source))
    resources = copier.take(source.get(Name.Resources), "resources")
    copied[Name.Resources] = _with_forms(resources, marks)
    copied[Name.Contents] = _contents(pdf, source, marks, copier)
    group = copier.take(source.get(Name.Group), "group")
    if isinstance(group, Dictionary):
        copied[Name.Group] = group
    return pdf.make_indirect(copied)


def _with_forms(resources: Object | None, marks: Overlay) -> Object:
    own = resources if isinstance(resources, Dictionary) else Dictionary()
    if not marks.forms:
        return own
    return Dictionary(
        dict(own.items())
        | {"/XObject": _joined(own.get(Name.XObject), marks.forms)}
        | {"/ExtGState": _joined(own.get(Name.ExtGState), marks.states)}
    )


def _joined(table: Object | None, more: dict[str, Object]) -> Dictionary:
    return Dictionary((dict(table.items()) if isinstance(table, Dictionary) else {}) | more)


def _contents(pdf: pikepdf.Pdf, source: Object, marks: Overlay, copier: Copier) -> Array:
    listed = source.get(Name.Contents)
    originals = list(listed) if isinstance(listed, Array) else [listed]
    streams = [copier.take(stream, "contents") for stream in originals if isinstance(stream, Stream)]
    copies = [stream for stream in streams if stream is not None]
    if not marks.content:
        return Array(copies)
    # The page's own content may leave the coordinates changed; the marks are meant for untouched ones.
    return Array([pdf.make_stream(b"q\n"), *copies, pdf.make_stream(b"\nQ\n" + marks.content)])


def _replace_root(pdf: pikepdf.Pdf, tree: Object, kids: list[Object], copier: Copier) -> None:
    for page in pdf.pages:
        if Name.Annots in page.obj:
            del page.obj[Name.Annots]  # on saving, pikepdf warns of widgets without a form
    tree[Name.Kids] = Array(kids)
    tree[Name.Count] = len(kids)
    root = Dictionary(Type=Name.Catalog, Pages=tree)
    layers = copied_layers(pdf.Root, copier)
    if layers is not None:
        root[Name.OCProperties] = layers
    for key in set(pdf.trailer.keys()) - _KEPT_IN_TRAILER:
        del pdf.trailer[key]
    pdf.trailer[Name.Root] = pdf.make_indirect(root)


def _counted(removed: Counter[RemovedCode], drawn: Counter[RemovedCode]) -> Counter[RemovedCode]:
    """Fields and marks are counted as pages show them; a media clip may lie in both counts."""
    counts = Counter({code: count for code, count in removed.items() if code not in {"form", "annotation"}})
    for code, count in drawn.items():
        counts[code] = max(counts[code], count)
    return counts
