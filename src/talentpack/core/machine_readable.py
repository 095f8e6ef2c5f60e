"""A name as the machine-readable zone of a travel document writes it (ICAO Doc 9303, part 3, section 4.6 and 6.A)."""

from __future__ import annotations

import re
import unicodedata

# The recommended transliterations that are not the bare letter (section 6.A).
_LETTERS = str.maketrans(
    {
        "Ä": "AE", "Å": "AA", "Æ": "AE", "Ð": "D", "Đ": "D", "Ħ": "H", "I": "I", "ı": "I", "Ł": "L", "Ŋ": "N", "Ö": "OE",
        "Ø": "OE", "Œ": "OE", "ẞ": "SS", "ß": "SS", "Þ": "TH", "Ŧ": "T", "Ü": "UE", "Ĳ": "IJ",
    }
)  # fmt: skip
_LEFT_OUT = re.compile("['’ʼ`´.,]")
_FILLER = re.compile(r"[\s\-‐‑–/]+")
_WRITABLE = re.compile(r"[A-Z<]*")


def zone(surname: str, given_names: str = "") -> str:
    """``CHAN<<TAI<MAN``; a mononym stands alone. Empty when a letter is not Latin: the zone then has its own spelling."""
    parts = [_written(part) for part in (surname, given_names) if part.strip()]
    return "<<".join(parts) if parts and all(parts) else ""


def _written(name: str) -> str:
    upper = _LEFT_OUT.sub("", unicodedata.normalize("NFKC", name).strip()).upper().translate(_LETTERS)
    apart = unicodedata.normalize("NFD", upper)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    filled = _FILLER.sub("<", bare)
    return filled if _WRITABLE.fullmatch(filled) else ""
