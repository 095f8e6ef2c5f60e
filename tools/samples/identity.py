"""Photographs, passport pages and a Mainland identity card of people who do not exist."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import cycle

from PIL import Image, ImageDraw, ImageFilter

from samples.scan import jpeg, photographed, pictures, scanned, scanned_pdf, with_grain
from samples.sheet import GREY, RED, Sheet

MM = 72 / 25.4
PASSPORT = (125 * MM, 88 * MM)
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@dataclass(frozen=True)
class Look:
    """Colours of a drawn head: backdrop, skin, hair, clothes; `long` hair; `size` below 1 for a child."""

    backdrop: str
    skin: str
    hair: str
    clothes: str
    long: bool = False
    size: float = 1.0


@dataclass(frozen=True)
class Holder:
    surname: str
    given: str
    code: str
    country: str
    nationality: str
    number: str
    birth: str
    sex: str
    place: str
    issued: str
    expires: str
    look: Look


CHAN = Holder("CHAN", "SIU MING", "MYS", "MALAYSIA", "MALAYSIAN", "S00000001", "1984-02-11", "M", "PENANG", "2025-04-08",
              "2030-10-08", Look("#dfe6ea", "#e3b98f", "#1d1a1a", "#27364d"))  # fmt: skip
ERIKA = Holder("MUSTERMANN", "ERIKA", "D<<", "BUNDESREPUBLIK DEUTSCHLAND", "DEUTSCH", "C00X00T47", "1986-08-12", "F", "MUSTERSTADT",
               "2023-05-02", "2033-05-01", Look("#e4e4e2", "#efcdb0", "#8a5a33", "#5a2f3f", long=True))  # fmt: skip
LENA = Holder("CHAN", "LENA", "MYS", "MALAYSIA", "MALAYSIAN", "S00000002", "2019-06-14", "F", "PENANG", "2024-07-15", "2029-07-15",
              Look("#dfe6ea", "#ecc6a0", "#3a2618", "#c9a227", long=True, size=0.86))  # fmt: skip
GAN = Look("#e9eef2", "#e6bd94", "#201b18", "#3b4a3f")


def portrait(look: Look, width: int = 600, height: int = 771) -> Image.Image:
    """Head and shoulders without a face anybody could have; drawn at twice the size for smooth edges."""
    image = Image.new("RGB", (1200, 1542), look.backdrop)
    draw = ImageDraw.Draw(image)
    top = 1542 - 1260 * look.size
    if look.long:
        draw.rounded_rectangle((330, top + 40, 870, top + 900 * look.size), 260, fill=look.hair)
    draw.rounded_rectangle((120, top + 860 * look.size, 1080, 1900), 300, fill=look.clothes)
    draw.rectangle((500, top + 640 * look.size, 700, top + 900 * look.size), fill=look.skin)
    draw.polygon(
        ((470, top + 862 * look.size), (730, top + 862 * look.size), (600, top + 1010 * look.size)), fill=look.skin
    )
    draw.ellipse((370, top + 60, 830, top + 730 * look.size), fill=look.skin)
    draw.pieslice((374, top, 826, top + 560 * look.size), 180, 360, fill=look.hair)
    for x in (505, 695):
        draw.ellipse((x - 26, top + 405 * look.size, x + 26, top + 435 * look.size), fill="#2b211c")
    draw.arc((520, top + 500 * look.size, 680, top + 600 * look.size), 30, 150, fill="#9a5b4a", width=10)
    small = image.resize((width, height), Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(0.6))
    return with_grain(small, 5, 0.05)


def photo(look: Look) -> bytes:
    image = portrait(look)
    label = Sheet("photograph", (200, 24), mark=1, notice=0)
    label.text(100, 17, "SPECIMEN 樣本 · fictitious", 13, "bold", "centre", (0.3, 0.3, 0.3))
    strip = pictures(label.done(), 180, grey=False)[0]
    image.paste(strip, ((image.width - strip.width) // 2, image.height - strip.height))
    return jpeg(image, 82, 300)


def check_digit(text: str) -> str:
    """ICAO 9303: weights 7, 3, 1; figures for themselves, A is 10, < is 0; modulo 10."""
    values = (0 if char == "<" else int(char, 36) for char in text)
    return str(sum(value * weight for value, weight in zip(values, cycle((7, 3, 1)), strict=False)) % 10)


def machine_lines(holder: Holder) -> tuple[str, str]:
    name = f"P<{holder.code}{holder.surname}<<{holder.given.replace(' ', '<')}".ljust(44, "<")
    number, birth, end = (text.replace("-", "") for text in (holder.number, holder.birth[2:], holder.expires[2:]))
    parts = [text + check_digit(text) for text in (number.ljust(9, "<"), birth, end, "<" * 14)]
    line = f"{parts[0]}{holder.code}{parts[1]}{holder.sex}{parts[2]}{parts[3]}"
    return name, line + check_digit(parts[0] + parts[1] + parts[2] + parts[3])


def printed(day: str) -> str:
    year, month, number = day.split("-")
    return f"{number} {MONTHS[int(month) - 1]} {year}"


def passport_sheet(holder: Holder) -> Sheet:
    sheet = Sheet(f"passport {holder.surname}", PASSPORT, mark=34, notice=5)
    sheet.text(16, 34, holder.country, 11, "bold")
    sheet.text(PASSPORT[0] - 16, 34, "PASSPORT · 護照", 9, "bold", "right", RED)
    sheet.rule(16, 40, PASSPORT[0] - 32, 0.8)
    sheet.picture(portrait(holder.look), 18, 52, 88, 113)
    fields = [
        ("Type", "P"), ("Code", holder.code.replace("<", "")), ("Passport No.", holder.number), ("Surname", holder.surname),
        ("Given names", holder.given), ("Nationality", holder.nationality), ("Date of birth", printed(holder.birth)),
        ("Sex", holder.sex), ("Place of birth", holder.place), ("Date of issue", printed(holder.issued)),
        ("Date of expiry", printed(holder.expires)), ("Authority", "SPECIMEN OFFICE"),
    ]  # fmt: skip
    wide = ("Surname", "Given names", "Nationality", "Place of birth")
    x, y = 120.0, 52.0
    for name, value in fields:
        sheet.text(x, y, name, 5, "sans", colour=GREY)
        sheet.text(x, y + 9.5, value, 8.5, "bold")
        step = 220 if name in wide else 76
        x += step
        if x > PASSPORT[0] - 70:
            x, y = 120.0, y + 19
    for number, line in enumerate(machine_lines(holder)):
        sheet.text(15, PASSPORT[1] - 49 + number * 15, line, 12.4, "mono")
    return sheet


def passport_scan(holder: Holder, seed: int) -> bytes:
    page = pictures(passport_sheet(holder).done(), 250, grey=False)[0]
    return jpeg(scanned(page, seed), 72, 250)


def passport_pdf(holder: Holder, seed: int) -> bytes:
    """Data page and a page of observations, as a scanning app joins them."""
    sheet = passport_sheet(holder)
    sheet.page()
    sheet.text(PASSPORT[0] / 2, 60, "OBSERVATIONS · PEMERHATIAN", 10, "bold", "centre")
    sheet.text(PASSPORT[0] / 2, 90, "The holder's parents are named in the national register.", 9, "serif", "centre")
    sheet.text(PASSPORT[0] / 2, 106, "No limitation of territory.", 9, "serif", "centre")
    return scanned_pdf(sheet.done(), f"passport {holder.surname}", seed, grey=False)


def heic_source() -> bytes:
    """The picture behind passport-applicant.heic, as PNG: the file itself was made once, see resources/samples/README.md."""
    page = pictures(passport_sheet(CHAN).done(), 300, grey=False)[0]
    out = io.BytesIO()
    photographed(page, 11, (2000, 1500)).save(out, "PNG")
    return out.getvalue()


def identity_card() -> bytes:
    """Both sides of a resident identity card on one scanned page."""
    sheet = Sheet("identity card", (300, 420), mark=40, notice=5)
    for top in (40, 222):
        sheet.frame(28, top, 244, 154, 0.8, GREY)
    pairs = (
        ("姓名", "甘喆堃"),
        ("性别  男", "民族  汉"),
        ("出生", "1996 年 8 月 19 日"),
        ("住址", "样本省虚构市0号"),
    )
    for number, (name, value) in enumerate(pairs):
        sheet.text(42, 66 + number * 22, name, 8, "sans", colour=(0.1, 0.3, 0.55))
        sheet.text(96, 66 + number * 22, value, 9.5, "sans")
    sheet.text(42, 180, "公民身份号码", 8, "sans", colour=(0.1, 0.3, 0.55))
    sheet.text(108, 180, "000000199608190000", 11, "bold")
    sheet.picture(portrait(GAN), 196, 58, 64, 82)
    sheet.text(150, 262, "中华人民共和国", 14, "bold", "centre")
    sheet.text(150, 288, "居 民 身 份 证", 19, "bold", "centre")
    sheet.text(150, 308, "样本 · 非真实证件", 9, "sans", "centre", RED)
    sheet.text(84, 342, "签发机关  虚构市公安局（样本）", 8.5, "sans")
    sheet.text(84, 360, "有效期限  2019.05.06-2039.05.06", 8.5, "sans")
    return jpeg(scanned(pictures(sheet.done(), 250, grey=False)[0], 31), 72, 250)
