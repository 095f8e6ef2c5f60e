"""File names that every system takes, made from titles and names of people."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Bytes of UTF-8 in one part of a path, extension included; the shortest limit of common systems is 143 (eCryptfs)."""

_FORBIDDEN = frozenset('<>:"/\\|?*')
# Names Windows keeps for devices, whatever the extension, with its superscript digits.
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)
_UNNAMED = "_"


def safe(name: str, extension: str = "") -> str:
    """One part of a path: NFC, no character or name a system keeps for itself, at most LONGEST bytes.

    ``extension`` begins with its dot and is kept whole.
    """
    mapped = "".join(_mapped(char) for char in unicodedata.normalize("NFC", name).replace(": ", " - "))
    stem = _trimmed(unicodedata.normalize("NFC", re.sub(" +", " ", mapped)))
    if _RESERVED.fullmatch(stem.split(".")[0].rstrip()):
        stem = f"_{stem}"
    return _cut(stem, LONGEST - len(extension.encode())) + extension


def distinct(name: str, extension: str, taken: set[str]) -> str:
    """`safe`, with " (2)", " (3)" … where the name is taken, and adds it to ``taken``.

    Names that differ only in case or in compatibility forms count as one, as on Windows and macOS.
    """
    result, number = safe(name, extension), 1
    while _key(result) in taken:
        number += 1
        result = safe(name, f" ({number}){extension}")
    taken.add(_key(result))
    return result


def _mapped(char: str) -> str:
    if char in _FORBIDDEN:
        return "'" if char == '"' else "-"
    category = unicodedata.category(char)
    if category[0] == "Z" or char in "\t\n\r":
        return " "
    # Controls, lone surrogates, and format characters, which can turn a name round so that it reads as another.
    return "" if category in ("Cc", "Cf", "Cs") else char


def _trimmed(text: str) -> str:
    return text.rstrip(" .").lstrip(" .") or _UNNAMED


def _cut(stem: str, room: int) -> str:
    whole = stem.encode()
    return stem if len(whole) <= room else _trimmed(whole[:room].decode(errors="ignore"))


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
