"""Makes a drawn page look as a person would have it: scanned a little askew, or photographed on a table. Seeded."""

from __future__ import annotations

import io
from random import Random
from typing import TYPE_CHECKING

import img2pdf
import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

DPI = 200
UPRIGHT_IS_QUARTER_TURN = 6  # EXIF orientation: turn clockwise by 90 degrees to see it upright
ORIENTATION = 0x0112


def pictures(pdf: bytes, dpi: int = DPI, *, grey: bool = True) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    images = [page.render(scale=dpi / 72, grayscale=grey).to_pil() for page in document]
    document.close()
    return [image.convert("L" if grey else "RGB") for image in images]


def chance_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - specks of dust, not secrets


def grain(size: tuple[int, int], seed: int, strength: float) -> Image.Image:
    """Noise round 128, softened as a sensor's is."""
    width, height = size
    noise = Image.frombytes("L", size, chance_of(seed).randbytes(width * height)).filter(ImageFilter.GaussianBlur(0.8))
    return noise.point([round(128 + (value - 128) * strength) for value in range(256)])


def with_grain(image: Image.Image, seed: int, strength: float) -> Image.Image:
    layer = grain(image.size, seed, strength)
    if image.mode == "RGB":
        layer = Image.merge("RGB", (layer, layer, layer))
    return ImageChops.add(image, layer, 1, -128)


def edge_shadow(size: tuple[int, int], depth: int) -> Image.Image:
    """Darker towards the left edge, where the lid of a scanner does not close."""
    ramp = Image.linear_gradient("L").rotate(90).resize((depth, size[1]))
    shadow = Image.new("L", size, 255)
    shadow.paste(ramp.point([round(150 + value * 105 / 255) for value in range(256)]), (0, 0))
    return shadow


def scanned(image: Image.Image, seed: int, strength: float = 0.10) -> Image.Image:
    """The same size: turned by up to 0.9 degrees on a grey bed, a little shrunk so that the paper's edges show."""
    chance = chance_of(seed)
    paper = image.point([round(14 + value * 232 / 255) for value in range(256)] * len(image.getbands()))
    bed = Image.new(image.mode, image.size, 205 if image.mode == "L" else (205, 205, 203))
    small = paper.resize((round(image.width * 0.988), round(image.height * 0.988)), Image.Resampling.LANCZOS)
    bed.paste(small, (chance.randint(4, 16), chance.randint(6, 20)))
    turned = bed.rotate(
        chance.choice((-1, 1)) * chance.uniform(0.4, 0.9), Image.Resampling.BICUBIC, fillcolor=bed.getpixel((0, 0))
    )
    shadow = edge_shadow(image.size, round(image.width * 0.05))
    if image.mode == "RGB":
        shadow = Image.merge("RGB", (shadow, shadow, shadow))
    return with_grain(ImageChops.multiply(turned, shadow), seed, strength)


def photographed(image: Image.Image, seed: int, size: tuple[int, int]) -> Image.Image:
    """The paper on a wooden table, lit from one corner, as a phone sees it."""
    chance = chance_of(seed)
    table = Image.new("RGB", size, (126, 98, 72))
    stripes = grain((size[0] // 40, size[1]), seed, 0.5).resize(size, Image.Resampling.BICUBIC)
    table = ImageChops.add(table, Image.merge("RGB", (stripes,) * 3), 1, -128)
    ratio = min(size[0] * 0.86 / image.width, size[1] * 0.86 / image.height)
    paper = image.convert("RGB").resize(
        (round(image.width * ratio), round(image.height * ratio)), Image.Resampling.LANCZOS
    )
    paper = paper.point([round(18 + value * 222 / 255) for value in range(256)] * 3)
    angle = chance.choice((-1, 1)) * chance.uniform(1.2, 2.2)
    mask = Image.new("L", paper.size, 255).rotate(angle, Image.Resampling.BICUBIC, expand=True)
    paper = paper.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    place = ((size[0] - paper.width) // 2, (size[1] - paper.height) // 2)
    dark = Image.new("L", size, 0)
    dark.paste(mask.point([value // 2 for value in range(256)]), (place[0] + 12, place[1] + 16))
    table.paste((30, 22, 16), mask=dark.filter(ImageFilter.GaussianBlur(14)))
    table.paste(paper, place, mask)
    light = (
        Image.radial_gradient("L")
        .resize((size[0] * 2, size[1] * 2))
        .crop((size[0] // 2, size[1] // 3, size[0] * 3 // 2, size[1] // 3 + size[1]))
    )
    light = light.point([255 - value * 90 // 255 for value in range(256)])
    return with_grain(ImageChops.multiply(table, Image.merge("RGB", (light,) * 3)), seed, 0.08)


def jpeg(image: Image.Image, quality: int = 60, dpi: int = DPI) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, dpi=(dpi, dpi), optimize=True)
    return out.getvalue()


def sideways_jpeg(image: Image.Image, quality: int = 68) -> bytes:
    """As a phone held upright stores it: pixels lying on their side, and a note how to turn them."""
    exif = Image.Exif()
    exif[ORIENTATION] = UPRIGHT_IS_QUARTER_TURN
    out = io.BytesIO()
    image.transpose(Image.Transpose.ROTATE_90).save(out, "JPEG", quality=quality, exif=exif, optimize=True)
    return out.getvalue()


def png(image: Image.Image, dpi: int, shades: int = 16) -> bytes:
    out = io.BytesIO()
    image.quantize(shades, dither=Image.Dither.NONE).save(out, "PNG", dpi=(dpi, dpi), optimize=True)
    return out.getvalue()


def tiff(images: Sequence[Image.Image], dpi: int = DPI) -> bytes:
    """Black and white, CCITT group 4, as an office copier writes it."""
    first, *rest = [image.point([0] * 150 + [255] * 106).convert("1") for image in images]
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=rest, compression="group4", dpi=(dpi, dpi))
    return out.getvalue()


def image_pdf(jpegs: Sequence[bytes], title: str) -> bytes:
    """Pictures only, no text; the identifier follows from the contents."""
    layout = img2pdf.get_layout_fun()
    data = img2pdf.convert(list(jpegs), layout_fun=layout, nodate=True, title=f"SPECIMEN {title}", producer="Scanner")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        del document.trailer.ID  # a random one, the first half of which would stay
        document.save(out, deterministic_id=True)
    return out.getvalue()


def scanned_pdf(pdf: bytes, title: str, seed: int, *, grey: bool = True) -> bytes:
    pages = [scanned(page, seed + number) for number, page in enumerate(pictures(pdf, grey=grey))]
    return image_pdf([jpeg(page) for page in pages], title)
