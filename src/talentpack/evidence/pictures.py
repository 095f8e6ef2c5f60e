"""Pictures, made ready to become pages: upright, opaque, 8 bits a colour, without metadata; JPEG or PNG."""

from __future__ import annotations

import io
import warnings
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageOps
from PIL.ExifTags import Base

from talentpack.core.lines import N_, line
from talentpack.core.papers import Kind
from talentpack.evidence.limits import MAX_FRAME_PIXELS, MAX_FRAMES, MAX_PIXELS, Unfit
from talentpack.evidence.sniff import Bytes
from talentpack.evidence.source import stream_of
from talentpack.evidence.strip import stripped_jpeg, stripped_png
from talentpack.worker.protocol import Step

PILLOW: Mapping[Kind, tuple[str, ...]] = {
    "jpeg": ("JPEG", "MPO"),
    "png": ("PNG",),
    "tiff": ("TIFF",),
    "gif": ("GIF",),
    "webp": ("WEBP",),
    "heic": ("HEIF",),
    "avif": ("AVIF",),
}
"""Kinds of picture and the Pillow plugins that may read them: never one the first bytes did not name."""

_LOSSY: frozenset[Kind] = frozenset({"webp", "heic", "avif"})
_PHOTO_QUALITY = 85
_SCAN_QUALITY = 90
_FULL_COLOUR = 0  # chroma at full resolution: a red seal over black print keeps its edges
_PNG_EFFORT = 4  # of 9: half the time of the usual 6, a few per cent larger
_PNG_UP_TO = 20_000_000  # dots of a TIFF: beyond, PNG takes a reader's whole time
_UPRIGHT = 1
_GREY, _COLOUR = frozenset({"1", "L"}), frozenset({"1", "L", "P", "RGB"})


@dataclass(frozen=True)
class Frame:
    """One picture: its bytes, size in dots, and dots an inch as the file states them (0: not stated)."""

    data: bytes
    kind: Literal["jpeg", "png"]
    size: tuple[int, int]
    dpi: tuple[float, float]
    turned: bool


@dataclass(frozen=True)
class Pictures:
    frames: tuple[Frame, ...]
    left_out: int
    """Further pictures of an animation or a burst."""


def pictures(data: Bytes, kind: Kind) -> Generator[Step, None, Pictures]:
    """Every page of a TIFF, the first picture of anything else. Raises Unfit; Pillow's own errors pass through."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's doubts about tags: what matters raises
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(stream_of(data), formats=PILLOW[kind]) as opened:
                return (yield from _frames(opened, data, kind))
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise too_many_dots() from error


def too_many_dots() -> Unfit:
    most = MAX_PIXELS // 1_000_000
    return Unfit(
        "too_large",
        line(
            N_(
                "This picture has more than {most} million dots. Save it at a lower resolution; 300 dots an inch are plenty."
            ),
            most=most,
        ),
    )


def _frames(opened: Image.Image, data: Bytes, kind: Kind) -> Generator[Step, None, Pictures]:
    count = getattr(opened, "n_frames", 1)
    wanted = count if kind == "tiff" else 1
    if wanted > MAX_FRAMES:
        raise too_many_dots()
    frames: list[Frame] = []
    dots = 0
    for number in range(wanted):
        yield Step(label="convert", done=number, total=wanted)
        opened.seek(number)
        dots += _dots(opened)
        if dots > MAX_FRAME_PIXELS:
            raise too_many_dots()
        frames.append(_frame(opened, data, kind, dots))
    left_out = 0 if kind in {"tiff", "jpeg"} else count - wanted
    return Pictures(tuple(frames), left_out)


def _dots(picture: Image.Image) -> int:
    dots = picture.width * picture.height
    if dots > MAX_PIXELS:
        raise too_many_dots()
    return dots


def _frame(opened: Image.Image, data: Bytes, kind: Kind, dots: int) -> Frame:
    turned = opened.getexif().get(Base.Orientation, _UPRIGHT) != _UPRIGHT
    dpi = _dpi(opened)
    opened.load()
    untouched = _untouched(opened, data, kind, turned)
    if untouched is not None:
        return Frame(untouched, "jpeg" if kind == "jpeg" else "png", opened.size, dpi, turned=False)
    upright = ImageOps.exif_transpose(opened) if turned else opened
    profile = _profile(upright)
    plain = _plain(upright)
    as_jpeg = kind in _LOSSY or kind == "jpeg" or (kind == "tiff" and _is_photo(opened, plain, dots))
    quality = _PHOTO_QUALITY if kind in _LOSSY else _SCAN_QUALITY
    plain.info = {}  # Pillow writes whatever it finds there beside the dots
    written = _jpeg(plain, quality, profile) if as_jpeg else _png(plain)
    sides = dpi if upright.size == opened.size else (dpi[1], dpi[0])
    return Frame(written, "jpeg" if as_jpeg else "png", plain.size, sides, turned)


def _untouched(opened: Image.Image, data: Bytes, kind: Kind, turned: bool) -> bytes | None:
    """The file's own coding, where a page can show it as it is."""
    if turned:
        return None
    if kind == "jpeg" and opened.mode in {"L", "RGB"}:
        return stripped_jpeg(bytes(data))
    opaque = opened.mode in _COLOUR and "transparency" not in opened.info
    if kind == "png" and opaque and not _deep(bytes(data[24:25])):
        return stripped_png(bytes(data), profile=_profile(opened) is not None)
    return None


def _deep(bits: bytes) -> bool:
    return bits > b"\x08"


def _dpi(opened: Image.Image) -> tuple[float, float]:
    stated = opened.info.get("dpi", (0, 0))
    try:
        across, down = (float(side) for side in stated)
    except (TypeError, ValueError, ZeroDivisionError):
        return (0.0, 0.0)
    return (across, down)


def _plain(picture: Image.Image) -> Image.Image:
    """Opaque on white, 8 bits a colour: mode 1, L, P or RGB."""
    if "transparency" in picture.info or picture.mode in {"RGBA", "LA", "PA", "RGBa", "La"}:
        over = picture if picture.mode == "RGBA" else picture.convert("RGBA")
        sheet = Image.new("RGB", over.size, "white")
        sheet.paste(over, mask=over.getchannel("A"))
        return sheet.convert("L") if picture.mode in {"L", "LA", "La", "1"} else sheet
    if picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda tone: tone / 256).convert("L")
    if picture.mode in {"I", "F"}:
        return _stretched(picture)
    return picture if picture.mode in _COLOUR else picture.convert("RGB")


def _stretched(picture: Image.Image) -> Image.Image:
    """Tones without a fixed range: the darkest is black, the lightest white."""
    low, high = picture.convert("F").getextrema()
    span = max(float(high) - float(low), 1e-9)  # type: ignore[arg-type]  # one band: two numbers
    return picture.convert("F").point(lambda tone: tone * (255 / span) - float(low) * 255 / span).convert("L")  # type: ignore[arg-type]  # same


def _is_photo(opened: Image.Image, plain: Image.Image, dots: int) -> bool:
    return plain.mode in {"L", "RGB"} and (opened.info.get("compression") == "jpeg" or dots > _PNG_UP_TO)


def _jpeg(picture: Image.Image, quality: int, profile: bytes | None) -> bytes:
    out = io.BytesIO()
    shown = picture if picture.mode in {"L", "RGB"} else picture.convert("L" if picture.mode == "1" else "RGB")
    fitting = profile if shown is picture else None
    shown.save(out, "JPEG", quality=quality, subsampling=_FULL_COLOUR, icc_profile=fitting)
    return out.getvalue()


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=_PNG_EFFORT)
    return stripped_png(out.getvalue(), profile=False)


def _profile(picture: Image.Image) -> bytes | None:
    """The colour profile, if it is one for the colours the picture has now."""
    profile = picture.info.get("icc_profile")
    wanted = {"RGB": b"RGB ", "L": b"GRAY"}.get(picture.mode)
    return profile if isinstance(profile, bytes) and profile[16:20] == wanted else None
