from __future__ import annotations

import io
import zipfile

import docx
import msgspec
import pytest
from tests.documents.conftest import FRONT_PAGES
from tests.documents.pages import rows_of
from tests.documents.plans import DAY, INCOME, LETTERHEAD, PLAN, changed, numbered
from tests.documents.words import WORDS

from talentpack.core.plan import Numbers, PackPlan
from talentpack.core.problems import Refused
from talentpack.documents.letter import set_letter
from talentpack.documents.letter_docx import letter_docx
from talentpack.documents.setting import Setting

NUMBERS = numbered(PLAN, FRONT_PAGES)


def _opened(data: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(data))


def _docx_text(data: bytes) -> str:
    document = _opened(data)
    text = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            text += [cell.text for row in block.rows for cell in row.cells]
        else:
            text.append(block.text)
    return "".join("".join(text).split())


def _pdf_text(plan: PackPlan, setting: Setting) -> str:
    first, *later = set_letter(plan, setting)
    rows = [*rows_of(first), *(row for page in later for row in rows_of(page)[1:])]  # without the running head
    return "".join("".join(cell for row in rows for cell in row).split())


@pytest.mark.parametrize("letterhead", [None, LETTERHEAD])
def test_the_text_is_that_of_the_pdf(language: str, letterhead: object, setting: Setting) -> None:
    plan = changed(PLAN, letter_letterhead=letterhead)
    assert _docx_text(letter_docx(plan, WORDS[language], NUMBERS)) == _pdf_text(plan, setting)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert letter_docx(PLAN, WORDS["en"], NUMBERS) == letter_docx(PLAN, WORDS["en"], NUMBERS)


def test_nothing_in_it_tells_when_or_by_whom_it_was_made() -> None:
    data = letter_docx(PLAN, WORDS["en"], NUMBERS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name for name in archive.namelist())
        assert b"thumbnail" not in archive.read("_rels/.rels")
    properties = _opened(data).core_properties
    assert properties.created is not None
    assert properties.created.date() == DAY
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")


def test_the_income_is_a_table() -> None:
    (table,) = _opened(letter_docx(PLAN, WORDS["en"], NUMBERS)).tables
    assert len(table.rows) == len(INCOME.rows) + 2
    assert [cell.text for cell in table.rows[-1].cells] == ["", "Total", "", "", "3,348,659.20"]


def test_what_word_cannot_hold_is_left_out() -> None:
    data = letter_docx(changed(PLAN, letter_sender=("Flat\x00 3\x0b <b> & Co.",)), WORDS["en"], Numbers())
    assert "Flat  3  <b> & Co." in [paragraph.text for paragraph in _opened(data).paragraphs]


def test_a_broken_logo_is_refused() -> None:
    broken = msgspec.structs.replace(LETTERHEAD, logo=b"no picture")
    with pytest.raises(Refused, match=r"letterhead\.logo"):
        letter_docx(changed(PLAN, letter_letterhead=broken), WORDS["en"], NUMBERS)


def test_the_table_says_its_widths_to_every_reader() -> None:
    table = _opened(letter_docx(PLAN, WORDS["en"], NUMBERS)).tables[0]
    widths = [column.width for column in table.columns]
    assert widths == [cell.width for cell in table.rows[0].cells]
    assert len(set(widths)) > 1
    assert not table.autofit
