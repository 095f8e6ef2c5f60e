"""What a reader of a PDF finds, by pypdf alone: no part of the program is asked."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, StreamObject

STAMP = re.compile(r"(?:([A-G][\d.]+) · )?(\d+) / (\d+)")


class Link(NamedTuple):
    """``says`` is the text below it, ``to`` the page it leads to."""

    page: int
    says: str
    to: int


class Stamp(NamedTuple):
    exhibit: str
    page: int
    of: int


def links(reader: PdfReader) -> list[Link]:
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}
    found = []
    for number, page in enumerate(reader.pages, 1):
        pieces = list(_pieces(page))
        for entry in page.get("/Annots", []):
            annotation = entry.get_object()
            assert annotation["/Subtype"] == "/Link", f"page {number}: {annotation['/Subtype']}"
            left, bottom, right, top = (float(side) for side in annotation["/Rect"])
            inside = [text for x, y, text in pieces if left - 2 <= x < right and bottom - 2 <= y < top]
            found.append(Link(number, inside[0] if inside else "", numbers[annotation["/Dest"][0].idnum]))
    return found


def _pieces(page: PageObject) -> Iterator[tuple[float, float, str]]:
    """Every run of text with the place it begins at."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, _size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append((x, y, text.strip()))

    page.extract_text(visitor_text=visit)
    return iter(found)


def stamps(reader: PdfReader) -> list[Stamp]:
    """The stamp of each page: what stands last on it."""
    found = []
    for page in reader.pages:
        *_, (_, _, last) = _pieces(page)
        match = STAMP.fullmatch(last)
        assert match, last
        found.append(Stamp(match[1] or "", int(match[2]), int(match[3])))
    return found


def outline(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Level, title and page of every bookmark, in order."""

    def walk(items: list[Any], level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from walk(item, level + 1)
            else:
                yield level, str(item.title), reader.get_destination_page_number(item) + 1

    return list(walk(reader.outline, 0))


def objects(reader: PdfReader) -> Iterator[Any]:
    """Every object of a file, used or not."""
    numbers = {number for generation in reader.xref.values() for number in generation} | set(reader.xref_objStm)
    for number in sorted(numbers):
        found = reader.get_object(number)
        if found is not None and not isinstance(found, NullObject):
            yield found
    yield reader.trailer


def keys(value: Any) -> Iterator[str]:
    """Every key and every name inside an object, without following references."""
    if isinstance(value, DictionaryObject):
        for key, inner in value.raw_items() if hasattr(value, "raw_items") else dict.items(value):
            yield str(key)
            yield from keys(inner)
    elif isinstance(value, ArrayObject):
        for inner in list.__iter__(value):
            yield from keys(inner)
    elif isinstance(value, str) and value.startswith("/"):
        yield str(value)


def contents(reader: PdfReader) -> Iterator[bytes]:
    """Every stream, decoded where pypdf can; texts of dictionaries too."""
    for found in objects(reader):
        if isinstance(found, StreamObject):
            yield found.get_data() if "/Filter" not in found or "/FlateDecode" in str(found["/Filter"]) else found._data
        yield repr(found).encode("utf-8", "surrogatepass")


def fonts(page: PageObject) -> Iterator[tuple[str, bool]]:
    """Every font of a page and of the forms it uses: its name, and whether it is embedded."""
    yield from _fonts(page.get("/Resources", {}), set())


def _fonts(resources: Any, seen: set[int]) -> Iterator[tuple[str, bool]]:
    resources = resources.get_object()
    for font in (each.get_object() for each in resources.get("/Font", DictionaryObject()).get_object().values()):
        parts = [each.get_object() for each in font.get("/DescendantFonts", [font])]
        descriptors = [part["/FontDescriptor"].get_object() for part in parts if "/FontDescriptor" in part]
        whole = [any(name.startswith("/FontFile") for name in each) for each in descriptors]
        yield str(font.get("/BaseFont", "")), font["/Subtype"] == "/Type3" or (bool(whole) and all(whole))
    for entry in resources.get("/XObject", DictionaryObject()).get_object().values():
        number = entry.idnum if isinstance(entry, IndirectObject) else id(entry)
        form = entry.get_object()
        if number not in seen and form.get("/Subtype") == "/Form" and "/Resources" in form:
            seen.add(number)
            yield from _fonts(form["/Resources"], seen)


def poppler(path: Path) -> str:
    """The text as pdftotext gives it, in the order of its content."""
    return subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8")


def squeezed(text: str) -> str:
    """Without any white space: readers put it where lines end and where Chinese meets figures."""
    return "".join(text.split())
