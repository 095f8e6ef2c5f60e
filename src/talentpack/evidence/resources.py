"""Copies objects of a PDF key by key, by the allow-list in ``schema``, beside the originals in the same document.

Of a stream only the dictionary is new: its data stays where it lies in the file, so a paper of 250 MB costs no second
250 MB. Nothing of the original is written once the document's root is replaced.
"""

from __future__ import annotations

from collections import deque

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from talentpack.core.lines import N_, line
from talentpack.evidence.limits import MAX_PDF_PICTURE_BYTES, MAX_PDF_PICTURE_DOTS, MAX_STREAM_BYTES, Unfit
from talentpack.evidence.schema import ANY, MAY_BE_STREAM, MUST_BE_STREAM, PICTURES, SHAPES, STREAM_KEYS, Shape

_CONTAINERS = (Array, Dictionary, Stream)
_MAX_DIRECT_DEPTH = 30  # of objects written inside one another; real ones reach 6
_MAX_INFLATION = 1_032  # Flate's best: 258 bytes from 2 bits
_SUBTYPES = {"/Image": "image", "/Form": "form"}


class Copier:
    """Copies what it is asked for once for every role, however often it is asked. Expects explicit conversion mode.

    ``lost`` counts things to be painted that were left out: XObjects that are neither picture nor form, streams whose
    data lies in another file, objects that are not what their place demands. Keys the allow-list lacks do not count.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._made: dict[tuple[int, int, str], Object] = {}
        self._streams: set[tuple[int, int]] = set()
        self._waiting: deque[tuple[Object, Object, str]] = deque()
        self.lost = 0

    def take(self, source: Object | None, role: str) -> Object | None:
        """The copy of ``source`` in ``role``, complete with all it refers to; None when it cannot play that role."""
        copy = self._copy(source, role, 0)
        while self._waiting:
            original, target, its_role = self._waiting.popleft()
            self._fill(original, target, its_role)
        return copy

    def _copy(self, source: Object | None, role: str, depth: int) -> Object | None:
        if not isinstance(source, _CONTAINERS):
            return source if _is_scalar(source) else None
        role = _narrowed(source, role)
        if depth > _MAX_DIRECT_DEPTH or not _fits(source, role):
            self.lost += 1
            return None
        if isinstance(source, Stream) or source.is_indirect:
            return self._indirect(source, role)
        return self._array(source, role, depth) if isinstance(source, Array) else self._dictionary(source, role, depth)

    def _indirect(self, source: Object, role: str) -> Object:
        key = (*source.objgen, role)
        if key not in self._made:
            self._made[key] = self._empty(source, role)
            self._waiting.append((source, self._made[key], role))
        return self._made[key]

    def _empty(self, source: Object, role: str) -> Object:
        if isinstance(source, Stream):
            measure(source, role)
            return self._stream(source)
        return self._pdf.make_indirect(Array() if isinstance(source, Array) else Dictionary())

    def _stream(self, source: Object) -> Object:
        """The stream itself in the first role it plays; in another role, which no honest file has, a real copy."""
        if source.objgen in self._streams:
            return source.copy()
        self._streams.add(source.objgen)
        return source

    def _fill(self, source: Object, target: Object, role: str) -> None:
        if isinstance(source, Stream):
            target.stream_dict = self._stream_dictionary(source, role)
        elif isinstance(source, Array):
            target.extend(self._array(source, role, 0))
        else:
            for key, value in self._dictionary(source, role, 0).items():
                target[key] = value

    def _stream_dictionary(self, source: Object, role: str) -> Dictionary:
        own = source.stream_dict
        copied = self._dictionary(own, role, 0)
        for key, its_role in STREAM_KEYS.items():
            if (value := self._copy(own.get(key), its_role, 0)) is not None:
                copied[key] = value
        if role in _SUBTYPES.values():
            copied[Name.Subtype] = Name.Image if role == "image" else Name.Form
        return copied

    def _array(self, source: Object, role: str, depth: int) -> Array:
        copies = (self._copy(item, role, depth + 1) for item in source)
        # A hole keeps its place: positions in an array mean something.
        return Array(list(copies))

    def _dictionary(self, source: Object, role: str, depth: int) -> Dictionary:
        shape = SHAPES[role]
        copied = Dictionary()
        for key, value in source.items():
            its_role = shape.get(key) or _role_in_table(shape, value)
            if its_role and (copy := self._copy(value, its_role, depth + 1)) is not None:
                copied[key] = copy
        return copied


def _role_in_table(shape: Shape, value: Object | None) -> str | None:
    """The role of an entry in a table of names. Of bare values only colour spaces have any: ``/CS0 /DeviceRGB``."""
    role = shape.get(ANY)
    return role if isinstance(value, _CONTAINERS) or (role == "colour" and isinstance(value, Name)) else None


def _is_scalar(source: Object | None) -> bool:
    return source is not None and not isinstance(source, pikepdf.Operator)


def _narrowed(source: Object, role: str) -> str:
    if role != "xobject" or not isinstance(source, Stream):
        return role
    subtype = source.get(Name.Subtype)
    return _SUBTYPES.get(str(subtype), role) if isinstance(subtype, Name) else role


def _fits(source: Object, role: str) -> bool:
    if isinstance(source, Stream):
        return role in MAY_BE_STREAM and Name.F not in source
    return role != "xobject" and (isinstance(source, Array) or role not in MUST_BE_STREAM)


def measure(stream: Object, role: str) -> None:
    """Raises Unfit when drawing the stream would unpack more than the limits allow.

    A picture is measured by what it declares (PDFium unpacks it row by row); anything else by unpacking it, where it
    could be too large at all.
    """
    if role in PICTURES:
        width, height = (max(0, stream.get_int(key, 0)) for key in ("/Width", "/Height"))
        bits = max(1, stream.get_int("/BitsPerComponent", 1))
        dots, components = width * height, 1 if bits == 1 else 3
        if dots > MAX_PDF_PICTURE_DOTS or dots * bits * components // 8 > MAX_PDF_PICTURE_BYTES:
            raise too_much()
        return
    if not _unpacks(stream):
        raise too_much()


def too_much() -> Unfit:
    return Unfit(
        "too_large",
        line(
            N_(
                "A page of this file unpacks to more than this computer should be asked to draw. "
                "Print it to a new PDF, or attach pictures of its pages."
            )
        ),
    )


def _filters(stream: Object) -> int:
    filters = stream.get(Name.Filter)
    return len(filters) if isinstance(filters, Array) else int(filters is not None)


def _unpacks(stream: Object) -> bool:
    try:
        packed = len(stream.get_raw_stream_buffer())
        if packed * _MAX_INFLATION ** _filters(stream) <= MAX_STREAM_BYTES:
            return True
        return len(stream.get_stream_buffer(pikepdf.StreamDecodeLevel.specialized)) <= MAX_STREAM_BYTES
    except pikepdf.PikepdfError as error:
        return "limit" not in str(error)  # merely damaged: readers show what they can of it
