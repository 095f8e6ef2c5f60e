"""What a PDF of ours says about itself: title, dates, language, page labels, how it opens. No user name, no path."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Pdf, String

from talentpack import __version__
from talentpack.pack.shown import shown

PROGRAM = f"Talentpack {__version__}"
PDF_LANGUAGES = MappingProxyType({"en": "en", "zh_Hant": "zh-Hant-HK", "zh_Hans": "zh-Hans"})
"""BCP 47 tags by the program's language codes."""


class Description(NamedTuple):
    """``language`` is one of the program's codes; ``day`` dates the file, at midnight in Hong Kong."""

    title: str
    language: str
    day: date


def describe(pdf: Pdf, about: Description, *, labels: bool = False) -> None:
    """Writes Info, XMP and language; ``labels``: page labels 1…n, and opens with the outline."""
    tag = PDF_LANGUAGES[about.language]
    _info(pdf, about)
    _xmp(pdf, about, tag)
    pdf.Root[Name.Lang] = String(tag)
    pdf.Root[Name.ViewerPreferences] = Dictionary(DisplayDocTitle=True)
    if labels:
        pdf.Root[Name.PageLabels] = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        pdf.Root[Name.PageMode] = Name.UseOutlines


def _info(pdf: Pdf, about: Description) -> None:
    day = f"D:{about.day:%Y%m%d}000000+08'00'"
    pdf.trailer[Name.Info] = pdf.make_indirect(
        Dictionary(
            Title=String(shown(about.title)),
            Creator=String(PROGRAM),
            Producer=String(PROGRAM),
            CreationDate=String(day),
            ModDate=String(day),
        )
    )


def _xmp(pdf: Pdf, about: Description, tag: str) -> None:
    day = f"{about.day:%Y-%m-%d}T00:00:00+08:00"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = shown(about.title)
        xmp["dc:language"] = {tag}
        xmp["xmp:CreatorTool"] = PROGRAM
        xmp["xmp:CreateDate"] = day
        xmp["xmp:ModifyDate"] = day
        xmp["xmp:MetadataDate"] = day
        xmp["pdf:Producer"] = PROGRAM
