"""Finds in a PDF whatever acts, reaches outside or hides a file: by what an object *is*, wherever it stands.

The same eyes count what the original holds and look for it in the copy, where there must be nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from talentpack.core.papers import RemovedCode

Finding = tuple[RemovedCode, str]
"""A flag code and the evidence for it: one link has an annotation *and* an action, and is still one link."""

_CONTAINERS = (Array, Dictionary, Stream)

# /S of an action (ISO 32000-2, table 201, and what Acrobat adds). Going to a page of the same file does no harm.
_ACTIONS: Mapping[str, RemovedCode] = {
    "/JavaScript": "script",
    "/Launch": "launch",
    "/URI": "link",
    "/GoToR": "link",
    "/GoToE": "link",
    "/Thread": "link",
    "/SubmitForm": "action",
    "/ResetForm": "action",
    "/ImportData": "action",
    "/Hide": "action",
    "/Named": "action",
    "/SetOCGState": "action",
    "/GoTo3DView": "action",
    "/Sound": "rich_media",
    "/Movie": "rich_media",
    "/Rendition": "rich_media",
    "/RichMediaExecute": "rich_media",
}
_ANNOTATIONS: Mapping[str, RemovedCode] = {
    "/Link": "link",
    "/Movie": "rich_media",
    "/Sound": "rich_media",
    "/Screen": "rich_media",
    "/RichMedia": "rich_media",
    "/3D": "rich_media",
    "/FileAttachment": "embedded_file",
    "/Widget": "form",
}
_TYPES: Mapping[str, Finding] = {
    "/EmbeddedFile": ("embedded_file", "stream"),
    "/OCG": ("layers", "group"),
    "/Sig": ("signature", "type"),
}


def detect(pdf: pikepdf.Pdf) -> Counter[RemovedCode]:
    """How many of each thing there are in all objects of the file. Expects explicit conversion mode."""
    found = Counter(finding for thing, keys in dictionaries(pdf) for finding in _findings(thing, keys))
    most: Counter[RemovedCode] = Counter()
    for (code, _), count in found.items():
        most[code] = max(most[code], count)
    return most


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[tuple[Object, frozenset[str]]]:
    """Every dictionary and stream of the file with its keys, direct ones too."""
    for indirect in (pdf.trailer, *pdf.objects):
        waiting = [indirect]
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, Array):
                inside = list(thing)
            elif isinstance(thing, (Dictionary, Stream)):
                items = dict(thing.items())
                inside = list(items.values())
                yield thing, frozenset(items)
            else:
                continue
            # Indirect objects come by themselves.
            waiting += [value for value in inside if isinstance(value, _CONTAINERS) and not value.is_indirect]


def _findings(thing: Object, keys: frozenset[str]) -> Iterator[Finding]:
    for key in _LOOK.keys() & keys:
        finding = _LOOK[key](thing)
        if finding:
            yield finding


def _action(thing: Object) -> Finding | None:
    code = _ACTIONS.get(_name(thing, "/S"))
    return (code, "action") if code else None


def _annotation(thing: Object) -> Finding | None:
    subtype = _name(thing, "/Subtype")
    if subtype == "/PS" or _name(thing, "/Subtype2") == "/PS":
        return ("script", "postscript")
    if Name.Rect not in thing or subtype == "/Popup":
        return None
    return (_ANNOTATIONS.get(subtype, "annotation"), "annotation")


def _script(thing: Object) -> Finding | None:
    return ("script", "source") if _is_data(thing.get(Name.JS)) else None


def _files(thing: Object) -> Finding | None:
    return (
        ("embedded_file", "specification")
        if isinstance(thing.get(Name.EF), Dictionary) and _names_a_file(thing)
        else None
    )


def _external(thing: Object) -> Finding | None:
    return ("external", "stream") if isinstance(thing, Stream) and thing.get(Name.F) is not None else None


def _reference(thing: Object) -> Finding | None:
    reference = thing.get(Name.Ref)
    return ("external", "reference") if isinstance(reference, Dictionary) and Name.F in reference else None


def _prepress(thing: Object) -> Finding | None:
    return ("external", "prepress") if isinstance(thing.get(Name.OPI), Dictionary) and _is_painted(thing) else None


def _dynamic(thing: Object) -> Finding | None:
    return ("xfa", "form") if isinstance(thing.get(Name.XFA), Array) or _is_data(thing.get(Name.XFA)) else None


def _field(thing: Object) -> Finding | None:
    kind = _name(thing, "/FT")
    if kind == "/Sig" and isinstance(thing.get(Name.V), Dictionary):
        return ("signature", "field")
    return ("form", "field") if kind else None


def _signature(thing: Object) -> Finding | None:
    return ("signature", "value") if isinstance(thing.get(Name.ByteRange), Array) else None


def _type(thing: Object) -> Finding | None:
    return _TYPES.get(_name(thing, "/Type"))


_LOOK: Mapping[str, Callable[[Object], Finding | None]] = {
    "/S": _action,
    "/JS": _script,
    "/Subtype": _annotation,
    "/EF": _files,
    "/F": _external,
    "/Ref": _reference,
    "/OPI": _prepress,
    "/XFA": _dynamic,
    "/FT": _field,
    "/ByteRange": _signature,
    "/Type": _type,
}


def _name(thing: Object, key: str) -> str:
    value = thing.get(key)
    return str(value) if isinstance(value, Name) else ""


def _is_painted(thing: Object | None) -> bool:
    return isinstance(thing, Stream) and _name(thing, "/Subtype") in {"/Image", "/Form"}


def _is_data(value: Object | None) -> bool:
    """Text of some kind: resources may bear any name, but they are never this."""
    return isinstance(value, String) or (isinstance(value, Stream) and not _is_painted(value))


def _names_a_file(thing: Object) -> bool:
    return any(isinstance(thing.get(key), String) for key in ("/F", "/UF", "/DOS", "/Unix", "/Mac"))
