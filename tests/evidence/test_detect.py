from collections import Counter

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from tests.evidence.papers import tax_paper
from tests.evidence.reading import open_pdf
from tests.hostile import blocks, bombs, harm

from talentpack.evidence.detect import detect


def found(data):
    with open_pdf(data) as pdf:
        return detect(pdf)


def test_one_thing_with_two_signs_is_one_thing():
    assert found(harm.links())["link"] == 3
    assert found(harm.launch()) == Counter(launch=1, link=1)
    assert found(harm.signature())["signature"] == 1
    assert found(harm.embedded_file())["embedded_file"] == 2
    assert found(harm.rich_media())["rich_media"] == 2
    assert found(harm.layers()) == Counter(layers=2)


def test_an_honest_paper_has_its_links_only():
    assert found(tax_paper()) == Counter(link=3)


def test_names_of_resources_are_no_danger():
    """Fonts, pictures and glyphs may be called whatever their maker liked."""
    pdf = blocks.plain(content=b"/JS Do /EF Do BT /AA 12 Tf (x) Tj ET")
    square = blocks.drawing(pdf, b"0 0 9 9 re f")
    resources = pdf.pages[0].obj.Resources
    resources[Name.XObject] = Dictionary(JS=square, EF=square, XFA=square, OPI=square)
    resources[Name.Font] = Dictionary(AA=blocks.helvetica(), F=blocks.helvetica())
    assert found(blocks.saved(pdf)) == Counter()


def test_a_script_without_its_type_is_a_script():
    pdf = blocks.plain()
    pdf.Root[Name("/Anything")] = Array([Dictionary(JS=String("app.alert(1)"))])
    pdf.Root[Name("/Else")] = Array([Dictionary(JS=pdf.make_stream(b"app.alert(1)"))])
    assert found(blocks.saved(pdf)) == Counter(script=2)


def test_deep_inside_direct_objects():
    pdf = blocks.plain()
    nest = blocks.script()
    for _ in range(200):
        nest = Array([nest])
    pdf.Root[Name("/Deep")] = nest
    assert found(blocks.saved(pdf)) == Counter(script=1)


def test_everything_comes_once():
    with open_pdf(bombs.form_loop()) as pdf:
        assert isinstance(pdf, pikepdf.Pdf)
        assert detect(pdf) == Counter()
