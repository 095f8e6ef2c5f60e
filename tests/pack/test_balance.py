import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Pdf

from talentpack.pack.balance import balance


def page_of(pdf: Pdf, *streams: bytes):
    page = pdf.add_blank_page()
    page.obj.Contents = Array([pdf.make_stream(data) for data in streams])
    return page


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", (1, 1)),
        (b"q 1 0 0 1 0 0 cm Q", (1, 1)),
        (b"q 2 0 0 2 0 0 cm q", (1, 3)),
        (b"Q 2 0 0 2 0 0 cm", (2, 1)),
        (b"Q Q q q q", (3, 4)),
        (b"BT (a q b) Tj ET", (1, 1)),
        (b"BT (a Q b) Tj ET q", (1, 2)),
        (b"[ ( q ) ] 0 d q", (1, 2)),
    ],
)
def test_the_contents_are_wrapped_in_what_they_lack(data, expected):
    pdf = Pdf.new()
    assert balance(page_of(pdf, data)) == expected


def test_streams_of_a_page_are_read_as_one():
    pdf = Pdf.new()
    assert balance(page_of(pdf, b"q", b"Q q", b"Q")) == (1, 1)


def test_contents_that_cannot_be_read_are_left_alone():
    pdf = Pdf.new()
    page = pdf.add_blank_page()
    page.obj.Contents = pdf.make_stream(b"garbage", Filter=pikepdf.Name.FlateDecode)
    assert balance(page) == (1, 1)
    del page.obj.Contents
    assert balance(page) == (1, 1)


@given(st.text(alphabet="qQ", max_size=30))
def test_with_what_is_added_every_restore_has_its_save(words):
    pdf = Pdf.new()
    found = balance(page_of(pdf, " ".join(words).encode()))
    depth = found.saves
    for word in words:
        depth += 1 if word == "q" else -1
        assert depth >= 1
    assert depth == found.restores
