"""What a page is made of: for every role an object can play, the keys that are copied and the role of what they hold.

The keys are those of ISO 32000-1 (and 32000-2 where it adds some) that describe what is painted. Whatever is not named
here is left behind: actions, scripts, files, metadata, private data, structure, references to other files.
Numbers, names and strings are copied wherever their key is named; an array hands its role down to its elements.
"""

from __future__ import annotations

from collections.abc import Mapping

Shape = Mapping[str, str]

ANY = "*"
"""As a key: a table of names the page's own author chose, each holding the same role."""


def _shape(plain: str = "", **roles: str) -> dict[str, str]:
    return {f"/{key}": "value" for key in plain.split()} | {f"/{key}": role for key, role in roles.items()}


_FUNCTION = "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"
_SHADING = (
    "ShadingType Background BBox AntiAlias Coords Domain Extend Matrix "
    "BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow"
)

STREAM_KEYS: Shape = _shape("Filter", DecodeParms="filter")

SHAPES: Mapping[str, Shape] = {
    "value": {},
    "filter": _shape(
        "K EndOfLine EncodedByteAlign Columns Rows EndOfBlock BlackIs1 DamagedRowsBeforeError "
        "Predictor Colors BitsPerComponent EarlyChange ColorTransform Type Name",
        JBIG2Globals="bytes",
    ),
    "bytes": {},
    "contents": {},
    "resources": _shape(
        "ProcSet",
        Font="fonts",
        XObject="xobjects",
        ColorSpace="colours",
        Pattern="patterns",
        Shading="shadings",
        ExtGState="states",
        Properties="properties",
    ),
    "fonts": {ANY: "font"},
    "xobjects": {ANY: "xobject"},
    "colours": {ANY: "colour"},
    "patterns": {ANY: "pattern"},
    "shadings": {ANY: "shading"},
    "states": {ANY: "state"},
    "properties": {ANY: "property"},
    "image": _shape(
        "Type Subtype Width Height BitsPerComponent Intent ImageMask Decode Interpolate SMaskInData Matte",
        ColorSpace="colour",
        Mask="image",
        SMask="image",
        OC="property",
    ),
    "form": _shape("Type Subtype FormType BBox Matrix", Resources="resources", Group="group", OC="property"),
    "group": _shape("Type S I K", CS="colour"),
    "font": _shape(
        "Type Subtype BaseFont Name FirstChar LastChar Widths DW W DW2 W2 FontBBox FontMatrix",
        FontDescriptor="descriptor",
        Encoding="encoding",
        ToUnicode="cmap",
        DescendantFonts="font",
        CIDSystemInfo="cid_system",
        CIDToGIDMap="bytes",
        CharProcs="glyphs",
        Resources="resources",
    ),
    "glyphs": {ANY: "contents"},
    "descriptor": _shape(
        "Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading "
        "CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth CharSet Lang",
        FontFile="font_file",
        FontFile2="font_file",
        FontFile3="font_file",
        Style="font_style",
        FD="descriptors",
        CIDSet="bytes",
    ),
    "descriptors": {ANY: "descriptor"},
    "font_style": _shape("Panose"),
    "font_file": _shape("Type Subtype Length1 Length2 Length3"),
    "encoding": _shape("Type BaseEncoding Differences CMapName WMode", CIDSystemInfo="cid_system", UseCMap="cmap"),
    "cmap": _shape("Type CMapName WMode", CIDSystemInfo="cid_system", UseCMap="cmap"),
    "cid_system": _shape("Registry Ordering Supplement"),
    # One shape for whatever stands in a colour space's array: profile, calibration, tint function, colorants.
    "colour": _shape(
        f"WhitePoint BlackPoint Gamma Matrix Subtype {_FUNCTION}",
        Alternate="colour",
        Functions="function",
        Colorants="colours",
        Process="colour_process",
    ),
    "colour_process": _shape("Components", ColorSpace="colour"),
    "function": _shape(_FUNCTION, Functions="function"),
    "pattern": _shape(
        "Type PatternType PaintType TilingType BBox XStep YStep Matrix",
        Resources="resources",
        Shading="shading",
        ExtGState="state",
    ),
    "shading": _shape(_SHADING, ColorSpace="colour", Function="function"),
    "state": _shape(
        "Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK",
        Font="font",
        BG="function",
        BG2="function",
        UCR="function",
        UCR2="function",
        TR="function",
        TR2="function",
        SMask="soft_mask",
    ),
    "soft_mask": _shape("Type S BC", G="xobject", TR="function"),
    # Layers; other marked-content properties are left empty: they say what a passage means, not what it looks like.
    "property": _shape("Type Name Intent P", OCGs="property", VE="property"),
}

MAY_BE_STREAM = frozenset(
    "bytes contents image form font_file encoding cmap colour function pattern shading".split()  # noqa: SIM905 - a list of words
)
MUST_BE_STREAM = frozenset({"bytes", "contents", "image", "form", "font_file"})
PICTURES = frozenset({"image"})
"""Roles whose unpacked size is told by their own keys, so that they need not be unpacked to be measured."""
