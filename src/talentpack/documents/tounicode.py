"""The map from a font subset's codes back to text.

reportlab 5.1 writes five hexadecimal digits for characters beyond the BMP, which readers take for another character;
here they are UTF-16 surrogate pairs (ISO 32000-1, 9.10.3), and no block holds more than 100 entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_BLOCK = 100
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry ({name})
/Ordering ({name})
/Supplement 0
>> def
/CMapName /{name} def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """The CMap of a subset: ``subset[i]`` is the Unicode code point of code ``i`` (at most 256; 0 is no character)."""
    entries = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset) if point]
    return "\n".join([_HEAD.format(name=name), *_blocks(entries), _TAIL])


def _blocks(entries: list[str]) -> Iterator[str]:
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        yield f"{len(block)} beginbfchar"
        yield from block
        yield "endbfchar"


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()
