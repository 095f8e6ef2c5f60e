"""The stamp's font: the few glyphs it needs of a TrueType file, as a simple PDF font shared by every page.

Glyph numbers stay as they are in the file and unused outlines become empty, so that composite glyphs need no rewriting.
Source: the OpenType specification, "Organization of an OpenType Font", glyf, loca, cmap format 4; ISO 32000-1, 9.6.3.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

CHARACTERS = " ./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ·"
"""All that a stamp can say; every one is in WinAnsiEncoding."""

_COMPOSITE_WORDS, _COMPOSITE_MORE = 0x0001, 0x0020
_SCALES = ((0x0008, 2), (0x0040, 4), (0x0080, 8))
_KEPT = ("prep", "fpgm", "cvt ", "hhea", "maxp")


class StampFont(NamedTuple):
    """``program`` is the cut TrueType file; widths and heights are thousandths of an em."""

    program: bytes
    widths: dict[str, int]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int

    def width(self, text: str, size: float) -> float:
        """Points."""
        return sum(self.widths[char] for char in text) * size / 1000


def cut(file: bytes) -> StampFont:
    """Takes CHARACTERS out of a TrueType file with outlines of the glyf kind. Raises KeyError if it lacks one."""
    tables = _tables(file)
    head, hhea = tables["head"], tables["hhea"]
    (em,) = struct.unpack_from(">H", head, 18)
    glyphs = {char: _glyph(tables["cmap"], ord(char)) for char in CHARACTERS}
    places = _places(tables)
    needed = _closure(tables["glyf"], places, set(glyphs.values()))
    metrics = struct.unpack_from(">H", hhea, 34)[0]
    advances = {gid: struct.unpack_from(">H", tables["hmtx"], 4 * min(gid, metrics - 1))[0] for gid in needed}
    return StampFont(
        program=_assembled(tables, places, needed, glyphs),
        widths={char: round(advances[gid] * 1000 / em) for char, gid in glyphs.items()},
        box=tuple(round(value * 1000 / em) for value in struct.unpack_from(">4h", head, 36)),
        ascent=round(struct.unpack_from(">h", hhea, 4)[0] * 1000 / em),
        descent=round(struct.unpack_from(">h", hhea, 6)[0] * 1000 / em),
    )


def _tables(file: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", file, 4)
    records = (struct.unpack_from(">4sIII", file, 12 + 16 * number) for number in range(count))
    return {tag.decode("latin-1"): file[start : start + length] for tag, _sum, start, length in records}


def _places(tables: dict[str, bytes]) -> tuple[int, ...]:
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    (long,) = struct.unpack_from(">h", tables["head"], 50)
    if long:
        return struct.unpack_from(f">{count + 1}I", tables["loca"])
    return tuple(2 * half for half in struct.unpack_from(f">{count + 1}H", tables["loca"]))


def _glyph(cmap: bytes, code: int) -> int:
    """Looks a character up in the format 4 table for Unicode (platform 3, encoding 1)."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    records = (struct.unpack_from(">HHI", cmap, 4 + 8 * number) for number in range(count))
    start = next(offset for platform, encoding, offset in records if (platform, encoding) == (3, 1))
    segments = struct.unpack_from(">H", cmap, start + 6)[0] // 2
    ends = start + 14
    for number in range(segments):
        end, first, delta, offset = (
            struct.unpack_from(">H", cmap, ends + 2 * number + skip)[0]
            for skip in (0, 2 * segments + 2, 4 * segments + 2, 6 * segments + 2)
        )
        if first <= code <= end:
            if not offset:
                return int((code + delta) % 0x10000)
            place = ends + 6 * segments + 2 + 2 * number + offset + 2 * (code - first)
            return int((struct.unpack_from(">H", cmap, place)[0] + delta) % 0x10000)
    raise KeyError(chr(code))


def _closure(glyf: bytes, places: tuple[int, ...], wanted: set[int]) -> set[int]:
    """The glyphs wanted, glyph 0, and those they are composed of."""
    found, waiting = {0}, list(wanted)
    while waiting:
        gid = waiting.pop()
        if gid not in found:
            found.add(gid)
            waiting.extend(_components(glyf[places[gid] : places[gid + 1]]))
    return found


def _components(outline: bytes) -> list[int]:
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return []
    components, place, more = [], 10, True
    while more:
        flags, gid = struct.unpack_from(">HH", outline, place)
        components.append(gid)
        place += 8 if flags & _COMPOSITE_WORDS else 6
        place += next((size for flag, size in _SCALES if flags & flag), 0)
        more = bool(flags & _COMPOSITE_MORE)
    return components


def _assembled(tables: dict[str, bytes], places: tuple[int, ...], needed: set[int], glyphs: dict[str, int]) -> bytes:
    outlines, starts = bytearray(), [0]
    for gid in range(len(places) - 1):
        if gid in needed:
            outlines += tables["glyf"][places[gid] : places[gid + 1]]
            outlines += bytes(-len(outlines) % 4)
        starts.append(len(outlines))
    head = bytearray(tables["head"])
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    new = {tag: tables[tag] for tag in _KEPT if tag in tables} | {
        "head": bytes(head),
        "hmtx": _metrics(tables, needed),
        "glyf": bytes(outlines),
        "loca": struct.pack(f">{len(starts)}I", *starts),
        "cmap": _character_map(glyphs),
    }
    return _file(new)


def _metrics(tables: dict[str, bytes], needed: set[int]) -> bytes:
    """The table with the unused entries empty, so that it compresses to nothing."""
    (metrics,) = struct.unpack_from(">H", tables["hhea"], 34)
    table = bytearray(tables["hmtx"])
    for gid in range(metrics - 1):
        if gid not in needed:
            struct.pack_into(">I", table, 4 * gid, 0)
    return bytes(table)


def _character_map(glyphs: dict[str, int]) -> bytes:
    """A format 4 table with one segment a character."""
    pairs = [*sorted((ord(char), gid) for char, gid in glyphs.items()), (0xFFFF, 0)]
    codes = [code for code, _gid in pairs]
    deltas = [(gid - code) % 0x10000 for code, gid in pairs]
    count = len(pairs)
    power = 1 << (count.bit_length() - 1)
    header = (4, 16 + 8 * count, 0, 2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    words = [*header, *codes, 0, *codes, *deltas, *([0] * count)]
    return struct.pack(">HHHHI", 0, 1, 3, 1, 12) + struct.pack(f">{len(words)}H", *words)


def _file(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    directory, body = b"", b""
    start = 12 + 16 * count
    places = {}
    for tag, data in sorted(tables.items()):
        places[tag] = start + len(body)
        directory += struct.pack(">4sIII", tag.encode(), _checksum(data), places[tag], len(data))
        body += data + bytes(-len(data) % 4)
    file = bytearray(header + directory + body)
    struct.pack_into(">I", file, places["head"] + 8, (0xB1B0AFBA - _checksum(bytes(file))) % 2**32)
    return bytes(file)


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    return int(sum(struct.unpack(f">{len(padded) // 4}I", padded)) % 2**32)
