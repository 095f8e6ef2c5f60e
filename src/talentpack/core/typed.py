"""Text as it was typed or pasted, cleaned of what is only an accident of the keyboard.

NFKC would be too much: it makes （ out of Chinese text into (, … into ... and ½ into 1⁄2.
"""

from __future__ import annotations

import re
import unicodedata

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
# Radicals that some PDFs give for the characters they look like.
_RADICALS = range(0x2E80, 0x2FE0)


def folded_text(text: str) -> str:
    """NFC; full-width letters and digits narrow, half-width kana wide, ligatures and radicals as plain letters.

    Full-width punctuation stays in a text with Chinese characters. Control characters other than line ends become
    spaces.
    """
    chinese = _HAN.search(unicodedata.normalize("NFKC", text)) is not None
    return unicodedata.normalize("NFC", "".join(_folded(each, chinese) for each in text))


def _folded(letter: str, chinese: bool) -> str:
    category = unicodedata.category(letter)
    if category == "Cc" and letter not in "\r\n":
        return " "
    kind = unicodedata.decomposition(letter).partition(" ")[0]
    width = kind in ("<wide>", "<narrow>") and not (chinese and category[0] in "PS")
    if width or (kind == "<compat>" and (category[0] == "L" or ord(letter) in _RADICALS)):
        return unicodedata.normalize("NFKC", letter)
    return letter
