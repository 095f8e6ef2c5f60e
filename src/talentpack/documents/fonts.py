"""The fonts: opened from one folder, and for each character the first face of a stack that has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import uharfbuzz  # type: ignore[import-untyped]  # it ships none
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from talentpack.documents.styles import Style, Voice
from talentpack.documents.tounicode import to_unicode

# What stands for a character that no face has: the mark for a missing type. The character itself is reported.
GETA = "〓"
# In Chinese these belong to the Han face, where they are a full em wide.
HAN_FIRST = "—…“”‘’"

_SERIF_HAN = ("NotoSerifHK-400", "NotoSerifSC-400", "NotoSansHK-400", "NotoSansSC-400", "TalentpackExtra-400")
_SANS_HAN = ("NotoSansHK-400", "NotoSansSC-400", "TalentpackExtra-400")
_BOLD_HAN = ("NotoSansHK-500", *_SANS_HAN)
_LATIN: dict[tuple[Voice, bool], tuple[str, ...]] = {
    ("serif", False): ("SourceSerif4-400",),
    ("serif", True): ("SourceSerif4-600",),
    ("sans", False): ("SourceSans3-400",),
    ("sans", True): ("SourceSans3-600",),
    ("display", False): ("SourceSerif4-300", "SourceSerif4-400"),
}
_HAN: dict[tuple[Voice, bool], tuple[str, ...]] = {
    ("serif", False): _SERIF_HAN,
    ("serif", True): _BOLD_HAN,
    ("sans", False): _SANS_HAN,
    ("sans", True): _BOLD_HAN,
    ("display", False): _SERIF_HAN,
}
# Source Sans draws ☐ with a shadow; a tick is meant to be seen.
_BOXES = {"☐": "SourceSerif4-400", "☑": "SourceSerif4-600"}
_KERN = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "locl": False}


class Face(TTFont):  # type: ignore[misc]  # reportlab has no types
    """One font file. It belongs to one document at a time."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.stem, str(path), asciiReadable=False)
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))

    def has(self, char: str) -> bool:
        return ord(char) in self.face.charToGlyph

    def width(self, char: str) -> float:
        """The advance in em."""
        return float(self.face.getCharWidth(ord(char))) / 1000

    def bearing(self, char: str) -> float:
        """The white left of a character in em."""
        extents = self._shaper.get_glyph_extents(self._shaper.get_nominal_glyph(ord(char)))
        return float(extents.x_bearing) / float(self._shaper.face.upem) if extents else 0.0

    def advances(self, text: str) -> list[float]:
        """The advances of a run in em, kerned; one for each character."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer, _KERN)
        if [info.cluster for info in buffer.glyph_infos] != list(range(len(text))):
            return [self.width(char) for char in text]
        units = self._shaper.face.upem
        return [position.x_advance / units for position in buffer.glyph_positions]

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab's name
        """As reportlab's, with a ToUnicode map that is right beyond the BMP."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            doc.idToObject[f"toUnicodeCMap:{name}"].content = to_unicode(name, subset)


class FontSet:
    """The faces of one setting, opened when first needed, and the characters that none of them has."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faces: dict[str, Face] = {}
        self._missing: dict[str, None] = {}

    def face(self, name: str) -> Face:
        if name not in self._faces:
            self._faces[name] = Face(self._folder / f"{name}.ttf")
        return self._faces[name]

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters asked for that no face has, in the order met."""
        return tuple(self._missing)

    def pick(self, char: str, style: Style, *, chinese: bool) -> str | None:
        """The name of the face for a character; None (and noted as missing) if no face of the stack has it."""
        if char in _BOXES:
            return _BOXES[char]
        for name in stack(style, chinese=chinese, han_first=chinese and char in HAN_FIRST):
            if self.face(name).has(char):
                return name
        self._missing[char] = None
        return None


def stack(style: Style, *, chinese: bool, han_first: bool = False) -> tuple[str, ...]:
    """The faces to try. Chinese bold is sans with sans Latin and figures, inside serif text too."""
    voice: Voice = "sans" if chinese and style.bold else style.voice
    latin, han = _LATIN[voice, style.bold], _HAN[voice, style.bold]
    return (*han, *latin) if han_first else (*latin, *han)


def is_han_face(name: str) -> bool:
    return not name.startswith("Source")


def needs_stroke(name: str, style: Style) -> bool:
    """Whether a regular Han face stands in for the bold one that lacks a character."""
    return style.bold and name in _SANS_HAN
