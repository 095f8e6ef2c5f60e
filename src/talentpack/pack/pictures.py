"""Pictures for slots of the online form that take no PDF. Never any metadata in them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pypdfium2
from PIL import Image

from talentpack.core.exhibits import Sheaf

PICTURES = MappingProxyType({"jpeg": "JPEG", "jpg": "JPEG", "png": "PNG"})
"""Formats of a slot that can be made here, and Pillow's names for them."""
_SUFFIXES = MappingProxyType({"JPEG": ".jpg", "PNG": ".png"})
_DPI = 200
_QUALITY = 88
_LONGEST = 6000  # pixels: a page of twenty metres must not fill the memory


def picture_kind(path: Path) -> str:
    """``JPEG`` or ``PNG``, by content. Raises OSError for anything else."""
    with Image.open(path, formats=("JPEG", "PNG")) as picture:
        return str(picture.format)


def write_picture(sheaf: Sheaf, stem: Path, kind: str) -> Path:
    """The sheaf's picture, byte for byte where it has the kind and is not turned."""
    path = stem.with_suffix(_SUFFIXES[kind])
    turn = sheaf.rotate.get(sheaf.pages[0], 0)
    if not turn and picture_kind(Path(sheaf.picture)) == kind:
        shutil.copyfile(sheaf.picture, path)
        return path
    with Image.open(sheaf.picture, formats=("JPEG", "PNG")) as picture:
        _save(picture.rotate(-turn, expand=True), path, kind)
    return path


def write_pages(pdf: Path, folder: Path, kind: str) -> Iterator[Path]:
    """Each page of a PDF as a picture of 200 dpi, fewer where it would be more than 6,000 pixels long."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            scale = min(_DPI / 72, _LONGEST / max(page.get_size()))
            path = folder / f"page{number}{_SUFFIXES[kind]}"
            _save(page.render(scale=scale).to_pil(), path, kind)
            yield path
    finally:
        document.close()


def _save(picture: Image.Image, path: Path, kind: str) -> None:
    """Pixels only: a new picture carries over no metadata. What is transparent becomes white in a JPEG."""
    if kind == "JPEG" and picture.mode not in ("RGB", "L"):
        shown = picture.convert("RGBA")
        picture = Image.new("RGB", shown.size, "white")
        picture.paste(shown, mask=shown.getchannel("A"))
    clean = picture.copy()
    clean.info.clear()
    clean.save(path, kind, quality=_QUALITY, dpi=(_DPI, _DPI))
