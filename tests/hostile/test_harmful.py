"""Papers with something in them that must not reach anybody: they come in, and it does not."""

import pytest
from pikepdf import Array, Dictionary, Name
from tests.evidence.reading import codes, drawn, everything, read, text
from tests.hostile import blocks, harm, make

from talentpack.core.papers import FLAG_CODES

FOUND = {
    "javascript": {"script", "link", "comment", "differs"},  # a square without appearance is drawn by readers
    "launch": {"launch", "link"},
    "links": {"link"},
    "embedded_file": {"embedded_file"},
    "xfa": {"xfa"},
    "rich_media": {"rich_media"},
    "external_stream": {"external"},
    "references": {"external", "script"},
    "form": {"form", "hidden", "script"},
    "form_unset": {"form", "hidden", "script", "differs"},  # PDFium draws a tick of its own
    "signature": {"signature", "form"},
    "marks": {"annotation", "hidden", "layers", "differs"},  # PDFium draws marks on layers that are off
    "layers": {"layers"},
    "owner_locked": {"encrypted"},
}
KEYS = {
    "/OpenAction",
    "/AA",
    "/A",
    "/JS",
    "/JavaScript",
    "/Names",
    "/AcroForm",
    "/XFA",
    "/Annots",
    "/EmbeddedFiles",
    "/EF",
    "/AF",
    "/F",
    "/UF",
    "/URI",
    "/OPI",
    "/Ref",
    "/PieceInfo",
    "/Metadata",
    "/Outlines",
    "/Info",
    "/RichMediaContent",
    "/Movie",
    "/AS",
    "/Usage",
    "/Dests",
    "/Perms",
    "/Encrypt",
    "/StructTreeRoot",
}
NAMES = {
    "/JavaScript",
    "/Launch",
    "/URI",
    "/GoToR",
    "/GoToE",
    "/SubmitForm",
    "/Filespec",
    "/EmbeddedFile",
    "/Sig",
    "/Annot",
    "/Action",
    "/PS",
}


def is_dangerous(key, value):
    return key in KEYS or (isinstance(value, Name) and str(value) in NAMES)


def test_the_eyes_of_these_tests_see_the_danger():
    for name in ("javascript", "launch", "links", "embedded_file", "xfa", "form", "references", "external_stream"):
        assert any(is_dangerous(key, value) for key, value in everything(make.HARMFUL[name]()))


@pytest.mark.parametrize("name", make.HARMFUL)
def test_it_is_said_and_gone(name):
    paper = read(make.HARMFUL[name]())
    assert paper.verdict == "ready"
    assert codes(paper) == FOUND[name]
    assert codes(paper) <= set(FLAG_CODES)
    assert len(paper.pages) == 1
    assert not [key for key, value in everything(paper.cleaned) if is_dangerous(key, value)]


@pytest.mark.parametrize("name", make.HARMFUL)
def test_the_page_is_still_there_and_the_bytes_the_same_twice(name):
    made = make.HARMFUL[name]()
    first, second = read(made), read(made)
    assert "Tax assessment 2025" in text(first.cleaned)
    assert first == second


def test_a_clean_copy_has_nothing_left_to_remove():
    for make_one in make.HARMFUL.values():
        again = read(read(make_one()).cleaned)
        assert codes(again) <= {"layers"}


def test_scripts_are_counted_wherever_they_stand():
    (flag,) = [flag for flag in read(harm.javascript()).flags if flag.code == "script"]
    assert flag.count == 7


@pytest.mark.parametrize("make_one", [harm.form, harm.form_unset])
def test_what_was_filled_in_stays_and_what_was_hidden_goes(make_one):
    cleaned = read(make_one()).cleaned
    assert "CHAN Tai Man" in text(cleaned)
    assert "secret" not in text(cleaned)
    page = drawn(cleaned)
    assert page.getpixel((82, 842 - 310)) == (0, 128, 0)  # the ticked box
    assert page.getpixel((82, 842 - 360)) == (255, 255, 255)  # the unticked one


def test_marks_to_be_seen_stay_others_go():
    page = drawn(read(harm.marks()).cleaned)
    assert page.getpixel((400, 842 - 350)) == (255, 0, 0)  # the stamp, not the green note hidden under it
    assert page.getpixel((172, 842 - 150)) == (255, 255, 255)  # on a layer that is off


def test_layers_show_what_they_showed_at_first():
    page = drawn(read(harm.layers()).cleaned)
    assert page.getpixel((120, 842 - 450)) == (255, 255, 255)  # switched off by a view event
    assert page.getpixel((350, 842 - 450)) == (0, 0, 255)


def highlighted(*, by_itself):
    """Yellow over the words and the blue bar, multiplied: as its appearance says, or as the annotation itself does."""
    pdf = blocks.plain()
    darker = Dictionary(ExtGState=Dictionary(G=Dictionary(BM=Name.Multiply)))
    look = blocks.drawing(pdf, b"/G gs 1 1 0 rg 0 0 200 100 re f", Resources=Dictionary() if by_itself else darker)
    mark = blocks.annotation("Highlight", F=4, AP=Dictionary(N=look))
    if by_itself:
        mark[Name.BM] = Name.Multiply
    mark[Name.Rect] = Array([60, 590, 200, 750])
    blocks.annotate(pdf, mark)
    return blocks.saved(pdf)


def test_a_highlighter_leaves_what_it_marks_readable():
    made = highlighted(by_itself=False)
    cleaned = read(made).cleaned
    assert drawn(cleaned).tobytes() == drawn(made).tobytes()
    assert drawn(cleaned).getpixel((100, 842 - 620)) == (51, 102, 0)
    assert drawn(read(highlighted(by_itself=True)).cleaned).getpixel((100, 842 - 620)) == (51, 102, 0)


def test_a_mark_on_a_turned_page_stands_where_it_stood():
    pdf = blocks.plain()
    look = blocks.drawing(pdf, b"1 0 0 rg 0 0 100 100 re f 0 0 1 rg 100 0 100 100 re f")
    blocks.annotate(pdf, blocks.annotation("Stamp", F=4, AP=Dictionary(N=look)))
    pdf.pages[0].obj[Name.Rotate] = 90
    made = blocks.saved(pdf)
    paper = read(made)
    assert codes(paper) == {"annotation"}
    assert drawn(paper.cleaned).tobytes() == drawn(made).tobytes()
