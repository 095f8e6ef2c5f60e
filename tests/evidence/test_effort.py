import pytest
from pikepdf import Array, Dictionary, Name
from tests.evidence.reading import open_pdf
from tests.hostile import blocks, bombs

from talentpack.evidence.effort import MAX_DRAWN, check_effort
from talentpack.evidence.limits import Unfit


def nested(levels, draws=b"/X Do /X Do\n", on_page=b"/X Do\n"):
    pdf = blocks.plain(content=on_page)
    inner = blocks.drawing(pdf, b"0 0 1 1 re f\n")
    for _ in range(levels):
        inner = blocks.drawing(pdf, draws, Resources=Dictionary(XObject=Dictionary(X=inner)))
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=inner)
    return blocks.saved(pdf)


def is_too_much(data):
    with open_pdf(data) as pdf:
        pages = [page.obj for page in pdf.pages]
        for page in pages:
            page[Name.Contents] = Array([page[Name.Contents]])
        try:
            check_effort(pages)
        except Unfit as unfit:
            return unfit.verdict == "too_large"
    return False


@pytest.mark.parametrize(("levels", "too_much"), [(1, False), (10, False), (16, False), (17, True), (28, True)])
def test_doubling(levels, too_much):
    assert is_too_much(nested(levels)) == too_much


def test_a_chain_is_not_too_much_however_long():
    assert not is_too_much(nested(3000, draws=b"/X Do\n"))


def test_the_page_counts_too():
    assert not is_too_much(nested(9, on_page=b"/X Do\n" * 100))
    assert is_too_much(nested(9, on_page=b"/X Do\n" * (MAX_DRAWN // 1000)))


def test_what_draws_itself_is_refused_what_merely_lists_itself_is_not():
    assert is_too_much(bombs.form_loop())
    pdf = blocks.plain(content=b"/X Do\n")
    shared = pdf.make_indirect(Dictionary(XObject=Dictionary()))
    form = blocks.drawing(pdf, b"0 0 9 9 re f", Resources=shared)
    shared.XObject[Name.X] = form
    pdf.pages[0].obj[Name.Resources] = shared
    assert not is_too_much(blocks.saved(pdf))
