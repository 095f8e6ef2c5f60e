"""The cover letter as DOCX, for editing: the same text as the PDF, with a real table.

The same plan gives the same bytes: no thumbnail, no clock, and every entry of the archive with one time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from talentpack.core.findings import IncomeTable
from talentpack.core.plan import Numbers, PackPlan
from talentpack.core.words import Words
from talentpack.documents.cites import Short
from talentpack.documents.ink import read_picture
from talentpack.documents.marks import BLACK, Colour
from talentpack.documents.matter import (
    Matter,
    Passage,
    enclosures_label,
    income_heads,
    letter_income,
    matter_of,
    total_label,
)
from talentpack.documents.runs import Span, clean
from talentpack.documents.setting import Saying, figures_needed
from talentpack.documents.styles import (
    CELL,
    CELL_LINK,
    CELL_STRONG,
    HEAD,
    READ,
    READ_STRONG,
    SENDER,
    SENDER_LINES,
    SENDER_SECOND,
    SIDE,
    Style,
)

_LATIN = {"serif": "Times New Roman", "sans": "Arial", "display": "Times New Roman"}
_HAN = {"zh_Hans": "SimSun"}
_HAN_USUAL = "PMingLiU"
_ARCHIVE_TIME = (1980, 1, 1, 0, 0, 0)
_WIDTHS = (58, 138, 108, 48, 86)
_LOGO = 48
_ROW_SPACE = 3  # points above and below the text of a row, as in the PDF
_RIGHT_FROM = 2  # the first column of figures in the income table


def letter_docx(plan: PackPlan, letter_words: Words, numbers: Numbers) -> bytes:
    """The letter of ``plan``; pages of citations come from ``numbers``, enclosures are named without theirs.

    Raises Refused (``letterhead.logo``) if the logo is no picture.
    """
    saying = Saying(letter_words, numbers, figures_needed(plan))
    document = _blank(plan, letter_words.language)
    _write(document, plan, matter_of(plan, saying), saying)
    out = io.BytesIO()
    document.save(out)
    return _rezipped(out.getvalue())


def _blank(plan: PackPlan, language: str) -> Any:
    document = docx.Document()
    package = document.part.package
    for key in [key for key, rel in package.rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[key]
    _describe(document, plan)
    section = document.sections[0]
    section.page_width, section.page_height = Pt(595.3), Pt(841.9)
    section.left_margin, section.right_margin = Pt(90), Pt(67)
    section.top_margin, section.bottom_margin = Pt(72), Pt(72)
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(0)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), _HAN.get(language, _HAN_USUAL))
    return document


def _describe(document: Any, plan: PackPlan) -> None:
    day = datetime.combine(plan.day, time(), UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.title, properties.language, properties.revision = "", plan.letter_language, 1
    properties.created = properties.modified = day


def _write(document: Any, plan: PackPlan, matter: Matter, saying: Saying) -> None:
    if plan.letter.letterhead and plan.letter.letterhead.logo:
        read_picture(plan.letter.letterhead.logo)
        document.add_paragraph().add_run().add_picture(io.BytesIO(plan.letter.letterhead.logo), height=Pt(_LOGO))
    _plain(document, [matter.name], SENDER)
    _plain(document, [matter.second], SENDER_SECOND)
    _plain(document, matter.contact, SENDER_LINES)
    _plain(document, [matter.date, matter.reference], READ, above=30)
    _plain(document, matter.addressee, READ, above=15)
    _plain(document, [matter.salutation], READ, above=15)
    _paragraph(document, matter.subject, above=7.5)
    for passage in matter.passages:
        _passage(document, passage, plan, saying)
    _plain(document, [matter.closing], READ, above=15)
    _plain(document, [matter.signature], READ_STRONG, above=45)
    _plain(document, [matter.capacity], READ)
    if matter.enclosures:
        _plain(document, [saying.words.text(enclosures_label())], SIDE, above=22.5)
        _plain(document, matter.enclosures, CELL)


def _plain(document: Any, texts: Iterable[str], style: Style, above: float = 0) -> None:
    for text in texts:
        if text:
            _paragraph(document, (Span(text, style),), above)
            above = 0


def _paragraph(document: Any, spans: Sequence[Span], above: float = 0) -> Any:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(above)
    paragraph.paragraph_format.line_spacing = Pt(spans[0].style.leading)
    _fill(paragraph, spans)
    return paragraph


def _fill(paragraph: Any, spans: Iterable[Span]) -> None:
    for span in spans:
        run = paragraph.add_run(clean(span.text))
        run.bold = span.style.bold or None
        run.font.name, run.font.size = _LATIN[span.style.voice], Pt(span.style.size)
        if span.style.colour != BLACK:
            run.font.color.rgb = _rgb(span.style.colour)


def _rgb(colour: Colour) -> RGBColor:
    return RGBColor(*(round(part * 255) for part in colour))


def _passage(document: Any, passage: Passage, plan: PackPlan, saying: Saying) -> None:
    if passage.side:
        head = _paragraph(document, (Span(passage.side, SIDE),), above=7.5)
        head.paragraph_format.keep_with_next = True
    _paragraph(document, passage.spans, above=0 if passage.side else 7.5)
    if passage.table and plan.income:
        _table(document, plan, plan.income, saying)


def _table(document: Any, plan: PackPlan, income: IncomeTable, saying: Saying) -> None:
    rows: list[list[tuple[Span, ...]]] = [[(Span(saying.words.text(head), HEAD),) for head in income_heads()]]
    for row in letter_income(plan, saying):
        places = tuple(span for cite in row.cites for span in Short(CELL_LINK).spans(cite, saying))
        rows.append([places, *((Span(text, CELL),) for text in (row.item, row.amount, row.rate, row.hkd))])
    total = Span(saying.words.text(total_label()), CELL_STRONG)
    rows.append([(), (total,), (), (), (Span(saying.words.amount(income.total), CELL_STRONG),)])
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Pt(width)  # readers that heed the table's grid rather than its cells
    for row_of_table, cells in zip(table.rows, rows, strict=True):
        for place, (cell, spans) in enumerate(zip(row_of_table.cells, cells, strict=True)):
            cell.width = Pt(_WIDTHS[place])
            _ruled(cell)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(_ROW_SPACE)
            _fill(paragraph, spans)
            if place >= _RIGHT_FROM:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _ruled(cell: Any) -> None:
    """A hairline under the cell, as in the PDF."""
    borders = OxmlElement("w:tcBorders")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("color", "999999")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - python-docx has no borders of its own


def _rezipped(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _ARCHIVE_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
