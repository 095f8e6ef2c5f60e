"""The 476-page case: 34 invented exhibits of 14 scanned pages, about 200 MB, the same bytes in every run."""

from __future__ import annotations

import io
import random
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

EXHIBITS, PAGES = 34, 14
_SIZE = (1240, 1754)  # A4 at 150 dpi
_QUALITY = 58


def scans(folder: Path) -> list[Path]:
    """The exhibits' files, made once and kept."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"exhibit{number:02d}.pdf" for number in range(EXHIBITS)]
    for number, path in enumerate(paths):
        if not path.exists():
            _write(path, random.Random(number))  # noqa: S311 - noise, not a secret
    return paths


def _write(path: Path, noise: random.Random) -> None:
    pdf = Pdf.new()
    for _ in range(PAGES):
        picture = Stream(pdf, _picture(noise), Type=Name.XObject, Subtype=Name.Image, Filter=Name.DCTDecode)
        picture.Width, picture.Height = _SIZE
        picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
        page = pdf.add_blank_page(page_size=(595.28, 841.89))
        page.obj.Resources = Dictionary(XObject=Dictionary(Scan=pdf.make_indirect(picture)))
        page.obj.Contents = Stream(pdf, b"q 595.28 0 0 841.89 0 0 cm /Scan Do Q")
        page.obj.CropBox = Array([0, 0, 595.28, 841.89])
    part = path.with_suffix(".part")
    pdf.save(part, deterministic_id=True)
    part.rename(path)


def _picture(noise: random.Random) -> bytes:
    """A page of paper noise with lines of dark blocks where words would be."""
    width, height = _SIZE
    page = Image.frombytes("L", _SIZE, noise.randbytes(width * height)).point(lambda value: 175 + value * 80 // 255)
    for line in range(120, height - 120, 40):
        left = 120
        while left < width - 200:
            word = noise.randrange(20, 110)
            page.paste(noise.randrange(30, 70), (left, line, left + word, line + 16))
            left += word + 14
    data = io.BytesIO()
    page.save(data, "JPEG", quality=_QUALITY)
    return data.getvalue()
