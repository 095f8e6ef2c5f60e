"""Rebuilds resources/fonts from the packages it comes from; resources/fonts/README.md says how to fetch them.

Latin faces are shipped byte for byte (the name Source is reserved for unmodified files); Han faces are cut to the
characters of public character sets and lose the layout tables reportlab does not read. The same sources give the same
bytes: nothing of the day or the machine is written.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import subprocess
import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fontTools.misc.loggingTools import configLogger
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

if TYPE_CHECKING:
    from collections.abc import Callable

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
NPM = "@expo-google-fonts/"
DEBIAN = "fonts-noto-cjk"
LAYOUT = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "VORG", "DSIG"]
SPACES = {0x20, 0xA0}  # reportlab takes both for granted, and draws .notdef where a font has none
CURVE_ERROR = 1.0  # font units of a 1000-unit em: a cubic curve's quadratic replacement strays no further


@dataclass(frozen=True)
class Face:
    file: str
    family: str
    weight: int
    package: str
    source: str
    cut: str = "none: the file as published"
    keep: Callable[[Sources], set[int]] | None = None
    rename: bool = False


@dataclass(frozen=True)
class Sources:
    """The folder with the packages; `codes` and `bytes` are read from a package without unpacking it to disk."""

    folder: Path
    versions: dict[str, str] = field(default_factory=dict)

    def package(self, name: str) -> Path:
        found = sorted(self.folder.glob(f"*{name.removeprefix(NPM)}[-_][0-9]*"))
        if len(found) != 1:
            raise SystemExit(f"build_fonts: {name}: one package file is needed in {self.folder}, found {len(found)}.")
        return found[0]

    def bytes(self, name: str, member: str) -> bytes:
        path = self.package(name)
        if path.suffix == ".deb":
            tar = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], check=True, capture_output=True).stdout
            self.versions[name] = subprocess.check_output(["dpkg-deb", "-f", path, "Version"], text=True).strip()
            return _member(tarfile.open(fileobj=io.BytesIO(tar)), member)
        with tarfile.open(path) as archive:
            self.versions[name] = json.loads(_member(archive, "package/package.json"))["version"]
            return _member(archive, member)

    def font(self, face: Face) -> TTFont:
        data = io.BytesIO(self.bytes(face.package, face.source))
        if face.package != DEBIAN:
            return TTFont(data, recalcTimestamp=False)
        fonts = TTCollection(data).fonts
        font = next(f for f in fonts if f["name"].getDebugName(1) == "Noto Sans CJK HK")
        font.recalcTimestamp = False
        return font

    def codes(self, name: str, member: str) -> set[int]:
        return set(TTFont(io.BytesIO(self.bytes(name, member)), lazy=True).getBestCmap())


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    stream = archive.extractfile(name)
    if stream is None:
        raise SystemExit(f"build_fonts: a package has no file {name}.")
    return stream.read()


def encoded(codec: str) -> set[int]:
    """The code points a character set of Python's own can write."""
    return {code for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000 and _writes(codec, code)}


def _writes(codec: str, code: int) -> bool:
    try:
        chr(code).encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def is_han(code: int) -> bool:
    return 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or 0x20000 <= code < 0x40000


def letters(_: Sources) -> set[int]:
    return set(range(ord("A"), ord("Z") + 1))


def serif_hk(_: Sources) -> set[int]:
    hkscs = {code for code in encoded("big5hkscs") if 0x4E00 <= code < 0xA000}
    return encoded("big5") | encoded("gb2312") | hkscs | set(range(0x3000, 0x3040))  # 〇 of Chinese dates


def serif_sc_gap(sources: Sources) -> set[int]:
    return encoded("gb2312") - sources.codes(NPM + "noto-serif-hk", SERIF_HK)


def sans_hk(sources: Sources) -> set[int]:
    return sources.codes(NPM + "noto-sans-hk", SANS_HK)


def sans_sc_gap(sources: Sources) -> set[int]:
    return sources.codes(NPM + "noto-sans-sc", SANS_SC) - sans_hk(sources)


def level_1(_: Sources) -> set[int]:
    return {code for code in encoded("big5") if b"\xa4\x40" <= chr(code).encode("big5") <= b"\xc6\x7e"}


def rare_han(sources: Sources) -> set[int]:
    whole = sources.font(next(face for face in FACES if face.package == DEBIAN)).getBestCmap()
    return {c for c in whole if is_han(c)} - sans_hk(sources) - sources.codes(NPM + "noto-sans-sc", SANS_SC)


SERIF_HK = "package/400Regular/NotoSerifHK_400Regular.ttf"
SANS_HK = "package/400Regular/NotoSansHK_400Regular.ttf"
SANS_SC = "package/400Regular/NotoSansSC_400Regular.ttf"
FACES = (
    Face("SourceSerif4-400.ttf", "Source Serif 4", 400, NPM + "source-serif-4", "package/400Regular/SourceSerif4_400Regular.ttf"),
    Face("SourceSerif4-600.ttf", "Source Serif 4", 600, NPM + "source-serif-4", "package/600SemiBold/SourceSerif4_600SemiBold.ttf"),
    Face("SourceSerif4-300.ttf", "Talentpack Capitals", 300, NPM + "source-serif-4", "package/300Light/SourceSerif4_300Light.ttf",
         "A to Z", letters, rename=True),
    Face("NotoSerifHK-400.ttf", "Noto Serif HK", 400, NPM + "noto-serif-hk", SERIF_HK,
         "Big5, GB 2312, and HKSCS inside U+4E00 to U+9FFF", serif_hk),
    Face("NotoSerifSC-400.ttf", "Noto Serif SC", 400, NPM + "noto-serif-sc", "package/400Regular/NotoSerifSC_400Regular.ttf",
         "what Noto Serif HK lacks of GB 2312", serif_sc_gap),
    Face("SourceSans3-400.ttf", "Source Sans 3", 400, NPM + "source-sans-3", "package/400Regular/SourceSans3_400Regular.ttf"),
    Face("SourceSans3-600.ttf", "Source Sans 3", 600, NPM + "source-sans-3", "package/600SemiBold/SourceSans3_600SemiBold.ttf"),
    Face("NotoSansHK-400.ttf", "Noto Sans HK", 400, NPM + "noto-sans-hk", SANS_HK, "every character; no layout tables", sans_hk),
    Face("NotoSansSC-400.ttf", "Noto Sans SC", 400, NPM + "noto-sans-sc", SANS_SC, "what Noto Sans HK lacks", sans_sc_gap),
    Face("NotoSansHK-500.ttf", "Noto Sans HK", 500, NPM + "noto-sans-hk", "package/500Medium/NotoSansHK_500Medium.ttf",
         "Big5 level 1", level_1),
    Face("Inter-400.ttf", "Inter", 400, NPM + "inter", "package/400Regular/Inter_400Regular.ttf"),
    Face("Inter-600.ttf", "Inter", 600, NPM + "inter", "package/600SemiBold/Inter_600SemiBold.ttf"),
    Face("TalentpackExtra-400.ttf", "Talentpack Extra", 400, DEBIAN, "./usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
         "the Han characters neither Noto Sans HK nor SC has; outlines turned into quadratic curves", rare_han, rename=True),
)  # fmt: skip


def cut(font: TTFont, codes: set[int]) -> None:
    """Leaves the glyphs of `codes` (those the font has) and the tables reportlab, uharfbuzz and Qt read."""
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]  # variation sequences
    options = Options(drop_tables=[*LAYOUT, "prep", "fpgm", "cvt "], glyph_names=False, notdef_outline=True)
    options.name_IDs, options.name_languages, options.hinting = ["*"], ["*"], False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=(codes | SPACES) & set(font.getBestCmap()))
    subsetter.subset(font)


def to_quadratic(font: TTFont) -> None:
    """Replaces CFF outlines by glyf outlines, which is all reportlab can embed."""
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["glyf"], font["loca"] = newTable("glyf"), newTable("loca")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    del font["CFF "]
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for counter in (
        "TwilightPoints",
        "Storage",
        "FunctionDefs",
        "InstructionDefs",
        "StackElements",
        "SizeOfInstructions",
    ):
        setattr(maxp, f"max{counter}", 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font: TTFont, face: Face) -> None:
    postscript = f"{face.family.replace(' ', '')}-{face.weight}"
    wanted = {1: face.family, 2: "Regular", 3: postscript, 4: face.family, 6: postscript}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 5, 8, 9, 11, 13, 14}]
    for number, text in wanted.items():
        table.setName(text, number, 3, 1, 0x409)


def built(face: Face, sources: Sources) -> bytes:
    if face.keep is None:
        return sources.bytes(face.package, face.source)
    font = sources.font(face)
    cut(font, face.keep(sources))
    if "CFF " in font:
        to_quadratic(font)
    if face.rename:
        rename(font, face)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def entry(face: Face, data: bytes, version: str) -> str:
    count = len(TTFont(io.BytesIO(data), lazy=True).getBestCmap())
    licence = "OFL-NotoSansCJK.txt" if face.package == DEBIAN else f"OFL-{face.package.removeprefix(NPM)}.txt"
    pairs = {"file": face.file, "family": face.family, "weight": face.weight, "package": face.package,
             "version": version, "source": Path(face.source).name, "licence": licence, "cut": face.cut,
             "characters": count, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}  # fmt: skip
    return "\n".join(["[[font]]", *(f"{key} = {json.dumps(value)}" for key, value in pairs.items()), ""])


def write_licences(sources: Sources, into: Path) -> None:
    """Each package's own text of the SIL Open Font License with its copyright line."""
    for package in sorted({face.package for face in FACES} - {DEBIAN}):
        text = sources.bytes(package, "package/LICENSE_FONT")
        (into / f"OFL-{package.removeprefix(NPM)}.txt").write_bytes(text)
    copyright_file = sources.bytes(DEBIAN, f"./usr/share/doc/{DEBIAN}/copyright")
    (into / "OFL-NotoSansCJK.txt").write_bytes(copyright_file)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path, help="the folder with the .tgz and .deb packages")
    parser.add_argument("--into", type=Path, default=FONTS)
    args = parser.parse_args()
    configLogger(level="ERROR")
    sources = Sources(args.sources)
    entries = []
    for face in FACES:
        data = built(face, sources)
        (args.into / face.file).write_bytes(data)
        entries.append(entry(face, data, sources.versions[face.package]))
        print(f"{face.file:26}{len(data):>10,}")
    head = "# Written by tools/build_fonts.py. Licence texts and fonts stand beside this file.\n\n"
    (args.into / "fonts.toml").write_text(head + "\n".join(entries), encoding="utf-8")
    write_licences(sources, args.into)


if __name__ == "__main__":
    main()
