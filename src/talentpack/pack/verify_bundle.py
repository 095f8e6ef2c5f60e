"""What the bundle must show, read with pypdf and compared with the manifest. Each check yields what differs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, Destination, DictionaryObject, IndirectObject

from talentpack.core.lines import N_, Item, Line, line
from talentpack.core.values import Value
from talentpack.pack.manifest import Manifest

_STAMP = re.compile(rb"\bBT\s+/(\S+)\s+\S+\s+Tf\s+<([0-9A-Fa-f]*)>\s+Tj\s+ET\b")
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


class Difference(Value, frozen=True, kw_only=True):
    """Something in a pack that is not as its manifest says; ``ref`` is a file, a page or an exhibit."""

    code: str
    ref: str
    text: Line


def differs(code: str, ref: str, template: str, /, **values: Item) -> Difference:
    return Difference(code=code, ref=ref, text=line(template, **values))


def pages(reader: PdfReader, manifest: Manifest) -> Iterator[Difference]:
    count = len(reader.pages)
    if count != manifest.pages:
        text = N_("The bundle has {found} pages instead of {wanted}")
        yield differs("verify.pages", "Bundle.pdf", text, found=count, wanted=manifest.pages)


def outline(reader: PdfReader, manifest: Manifest) -> Iterator[Difference]:
    """Titles, levels and target pages of all bookmarks, in order."""
    found = list(_bookmarks(reader, reader.outline, 0))
    wanted = [(mark.level, mark.title, mark.page) for mark in manifest.bookmarks]
    for position, (level, title, page) in enumerate(wanted):
        if position >= len(found):
            yield differs("verify.outline", title, N_("The bookmark {title} is missing"), title=title)
        elif found[position] != (level, title, page):
            template = N_("The bookmark {title} does not lead to page {page}, or stands elsewhere")
            yield differs("verify.outline", title, template, title=title, page=page)
    for _level, title, _page in found[len(wanted) :]:
        yield differs("verify.outline", title, N_("The bookmark {title} was not there"), title=title)


def labels(reader: PdfReader, _manifest: Manifest) -> Iterator[Difference]:
    """Printed number = PDF page number."""
    for number, label in enumerate(reader.page_labels, 1):
        if label != str(number):
            template = N_("Page {page} is labelled {label}")
            yield differs("verify.labels", str(number), template, page=number, label=label)


def stamps(reader: PdfReader, manifest: Manifest) -> Iterator[Difference]:
    """The last content stream of each page says the right thing, in an embedded font."""
    exhibits = _exhibits(manifest, len(reader.pages))
    for number, page in enumerate(reader.pages, 1):
        place = f"{number} / {manifest.pages}"
        wanted = f"{exhibits[number]} · {place}" if number in exhibits else place
        found, font = _stamp(page)
        if found != wanted:
            template = N_("The stamp of page {page} reads “{found}” instead of “{wanted}”")
            yield differs("verify.stamps", str(number), template, page=number, found=found, wanted=wanted)
        elif not _embedded(font):
            yield differs("verify.fonts", str(number), N_("The stamp's font is missing on page {page}"), page=number)


def links(reader: PdfReader, manifest: Manifest) -> Iterator[Difference]:
    """The links of each page lead where they should."""
    wanted = {entry.page: list(entry.to) for entry in manifest.links}
    numbers = _page_numbers(reader)
    for number, page in enumerate(reader.pages, 1):
        found = [numbers.get(target) for target in _targets(page)]
        if found != wanted.get(number, []):
            yield differs("verify.links", str(number), N_("The links of page {page} lead elsewhere"), page=number)


def fonts(reader: PdfReader, manifest: Manifest) -> Iterator[Difference]:
    """Every font of our own pages is embedded; those of the evidence are as they came."""
    exhibits = _exhibits(manifest, len(reader.pages))
    for number, page in enumerate(reader.pages, 1):
        if number not in exhibits:
            for name, font in _fonts(page).items():
                if not _embedded(font.get_object()):
                    template = N_("A font of page {page} is not embedded ({font})")
                    base = str(font.get_object().get("/BaseFont", name))
                    yield differs("verify.fonts", str(number), template, page=number, font=base)


def claims(_reader: PdfReader, manifest: Manifest) -> Iterator[Difference]:
    """Every claim is cited at a page of its exhibit."""
    exhibits = {entry.exhibit: entry for entry in manifest.exhibits}
    for claim in manifest.claims:
        for cite in claim.cites:
            entry = exhibits.get(cite.exhibit)
            if entry is None or not entry.first <= cite.bundle_page == entry.first + cite.page - 1 <= entry.last:
                text = N_("{claim}: page {page} is no page of exhibit {exhibit}")
                values: dict[str, Item] = {"claim": claim.label, "page": cite.bundle_page, "exhibit": cite.exhibit}
                yield differs("verify.claims", claim.address, text, **values)


CHECKS: MappingProxyType[str, Callable[[PdfReader, Manifest], Iterator[Difference]]] = MappingProxyType(
    {
        "pages": pages,
        "outline": outline,
        "labels": labels,
        "stamps": stamps,
        "links": links,
        "fonts": fonts,
        "claims": claims,
    }
)


def _exhibits(manifest: Manifest, count: int) -> dict[int, str]:
    """The exhibit of each bundle page that belongs to one."""
    return {
        page: entry.exhibit for entry in manifest.exhibits for page in range(entry.first, min(entry.last, count) + 1)
    }


def _bookmarks(reader: PdfReader, items: Any, level: int) -> Iterator[tuple[int, str, int]]:
    for item in items:
        if isinstance(item, Destination):
            page = reader.get_destination_page_number(item)
            yield level, str(item.title), -1 if page is None else page + 1
        else:
            yield from _bookmarks(reader, item, level + 1)


def _stamp(page: PageObject) -> tuple[str, DictionaryObject | None]:
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if not isinstance(contents, ArrayObject) or not contents:
        return "", None
    found = _STAMP.search(contents[-1].get_object().get_data())
    if found is None:
        return "", None
    font = _fonts(page).get("/" + found[1].decode("latin-1"))
    return bytes.fromhex(found[2].decode()).decode("cp1252"), font.get_object() if font is not None else None


def _fonts(page: PageObject) -> DictionaryObject:
    resources = page.get("/Resources", DictionaryObject()).get_object()
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    return fonts if isinstance(fonts, DictionaryObject) else DictionaryObject()


def _embedded(font: DictionaryObject | None) -> bool:
    if font is None:
        return False
    if font.get("/Subtype") == "/Type3":
        return True
    if "/DescendantFonts" in font:
        font = font["/DescendantFonts"][0].get_object()  # type: ignore[index] # pypdf types every value alike
    descriptor = font.get("/FontDescriptor") if font is not None else None
    return descriptor is not None and any(name in descriptor.get_object() for name in _PROGRAMS)


def _page_numbers(reader: PdfReader) -> dict[int, int]:
    return {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, 1)
        if page.indirect_reference is not None
    }


def _targets(page: PageObject) -> Iterator[int]:
    """The object numbers of the pages that a page's links lead to; 0 for a link that leads to no page."""
    for entry in page.get("/Annots", ArrayObject()).get_object():
        annotation = entry.get_object()
        if annotation.get("/Subtype") == "/Link":
            target = annotation.get("/Dest", ArrayObject()).get_object()
            first = target[0] if isinstance(target, ArrayObject) and target else None
            yield first.idnum if isinstance(first, IndirectObject) else 0
