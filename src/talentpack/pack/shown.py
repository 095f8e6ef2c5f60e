"""Text as a reader shows it in its own window, where no font of ours and no line break is."""

from __future__ import annotations

import unicodedata

# Controls, lone surrogates, and the two ends of a plane that are no characters: XML and PDF readers stumble over them.
_UNSHOWN = ("Cc", "Cs", "Cn", "Zl", "Zp")


def shown(text: str) -> str:
    """The text on one line, without what cannot be seen; never empty."""
    seen = "".join(" " if unicodedata.category(char) in _UNSHOWN else char for char in text)
    return " ".join(seen.replace("\ufeff", "").split()) or "–"
