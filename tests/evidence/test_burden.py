import pikepdf
import pytest
from pikepdf import Dictionary, Name

from talentpack.evidence.burden import MAX_DOTS, Burden, affordable, burden


@pytest.fixture
def pdf():
    with pikepdf.explicit_conversion(), pikepdf.new() as made:
        yield made


def test_a_page_weighs_what_its_pictures_weigh(pdf):
    def picture(width, height, length):
        return pdf.make_stream(bytes(length), Width=width, Height=height, Length=length)

    forms = pdf.make_stream(b"0 0 1 1 re f", Subtype=Name.Form)
    things = Dictionary(A=picture(100, 100, 1250), B=picture(10, 10, 100), C=forms, D=picture(-1, 10, 5))
    page = Dictionary(Resources=Dictionary(XObject=things))
    assert burden(3, page) == Burden(number=3, bits=8.0, dots=10_100)
    assert burden(0, Dictionary()) == Burden(number=0, bits=0.0, dots=0)


def test_as_many_as_there_is_time_for_but_always_one():
    def numbers(*dots):
        return [one.number for one in affordable(Burden(number, 0.0, size) for number, size in enumerate(dots))]

    assert numbers(MAX_DOTS * 2, 1) == [0]
    assert numbers(1, MAX_DOTS * 2, 1) == [0]
    assert numbers(*[9_000_000] * 100) == list(range(30))
    assert len(numbers(*[0] * 1000)) == 301
