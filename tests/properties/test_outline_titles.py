"""Whatever a bookmark is called, the reader that checks the pack finds it called so."""

import io

from hypothesis import example, given
from hypothesis import strategies as st
from pikepdf import Pdf
from pypdf import PdfReader
from tests.pack.samples import DAY

from talentpack.pack.bookmarks import Bookmark
from talentpack.pack.describe import Description, describe
from talentpack.pack.outline import write_outline
from talentpack.pack.shown import shown

titles = st.one_of(st.text(), st.text(alphabet="þÿ\ufeff\ufffe\x00\x18\x1b\x7f\x80\xad\n€•陳𠮷"))


@given(st.lists(titles, min_size=1, max_size=5))
@example(["þÿab", "ÿþab", "\ufeffx", "ï»¿x", "\x1ben\x1bx", "\x80\x9f", "a\tb\r\nc", ""])
def test_titles_come_back(texts):
    pdf = Pdf.new()
    pdf.add_blank_page()
    marks = [Bookmark(title=shown(text), page=1, level=0) for text in texts]
    write_outline(pdf, marks)
    data = io.BytesIO()
    pdf.save(data)
    assert [item.title for item in PdfReader(data).outline] == [mark.title for mark in marks]


@given(titles)
def test_any_title_can_be_written_into_the_metadata(text):
    pdf = Pdf.new()
    pdf.add_blank_page()
    describe(pdf, Description(text, "en", DAY))
    data = io.BytesIO()
    pdf.save(data)
    reader = PdfReader(data)
    assert reader.xmp_metadata.dc_title["x-default"] == shown(text)
    assert reader.metadata.title == shown(text)


@given(titles)
def test_what_is_shown_is_what_can_be_seen(text):
    assert shown(shown(text)) == shown(text)
    assert shown("Report 2025 陳大文 – “A”") == "Report 2025 陳大文 – “A”"
