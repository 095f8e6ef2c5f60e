import io

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from tests.evidence.papers import tax_paper
from tests.evidence.reading import codes, drawn, everything, open_pdf, read, text
from tests.hostile import blocks, harm

from talentpack.evidence.clean import check, saved
from talentpack.evidence.limits import Unfit


@pytest.fixture(scope="module")
def paper():
    return tax_paper()


def test_an_honest_paper_looks_the_same_to_the_dot(paper):
    cleaned = read(paper).cleaned
    for page in (1, 2, 3):
        assert drawn(cleaned, page, 900).tobytes() == drawn(paper, page, 900).tobytes()
        assert text(cleaned, page) == text(paper, page)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_and_cropped_pages_look_the_same(paper, turn):
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        pdf.pages[0].obj[Name.Rotate] = turn
        pdf.pages[0].obj[Name.CropBox] = Array([500, 700, 50, 90])  # corners in the wrong order
        pdf.pages[0].obj[Name.UserUnit] = 2
        turned = blocks.saved(pdf)
    cleaned = read(turned)
    assert drawn(cleaned.cleaned).tobytes() == drawn(turned).tobytes()
    look = cleaned.pages[0]
    assert look.rotate == turn
    assert {look.width, look.height} == {900.0, 1220.0}


def test_what_pages_inherit_is_theirs():
    inherited = blocks.written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 300 400]/Rotate 90/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
        b"<</Length 48>>\nstream\nBT /F1 24 Tf 20 200 Td (Tax assessment) Tj ET    \nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    found = read(inherited)
    assert (found.pages[0].width, found.pages[0].height, found.pages[0].rotate) == (400.0, 300.0, 90)
    assert "Tax assessment" in text(found.cleaned)


def test_nothing_of_the_file_but_its_pages(paper):
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        pdf.docinfo["/Author"] = "secret author"
        pdf.trailer[Name("/Private")] = String("secret trailer")
        pdf.Root[Name("/MyData")] = String("secret root")
        pdf.pages[0].obj[Name("/LastModified")] = String("D:20250101secret")
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = "secret title"
        told = blocks.saved(pdf)
    cleaned = read(told).cleaned
    assert not [value for _, value in everything(cleaned) if isinstance(value, String) and b"secret" in bytes(value)]
    with open_pdf(cleaned) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert set(pdf.trailer.keys()) >= {"/Root", "/ID"}
        assert "/Info" not in pdf.trailer


def test_the_check_refuses_a_copy_that_is_not_clean():
    for made in (harm.javascript(), harm.form(), harm.embedded_file(), harm.external_stream(), harm.marks()):
        with pytest.raises(Unfit):
            check(made, 1)
    clean = read(harm.javascript()).cleaned
    check(clean, 1)
    with pytest.raises(Unfit):
        check(clean, 2)


def test_a_locked_paper_opens_with_its_password_only():
    made = harm.locked()
    assert read(made).verdict == read(made, "wrong").verdict == "needs_password"
    assert read(made).reason != read(made, "wrong").reason
    opened = read(made, "secret")
    assert opened.verdict == "ready"
    assert codes(opened) == {"password"}
    assert "Tax assessment 2025" in text(opened.cleaned)
    with open_pdf(opened.cleaned) as pdf:
        assert not pdf.is_encrypted


def test_a_password_in_chinese_opens():
    made = blocks.saved(
        blocks.plain(), deterministic_id=False, encryption=pikepdf.Encryption(owner="owner", user="密碼", R=6)
    )
    assert read(made, "密碼").verdict == "ready"


def test_saving_twice_gives_the_same_bytes(paper):
    with open_pdf(paper) as one, open_pdf(paper) as other:
        assert saved(one) == saved(other)


KEYS = ["/Font", "/XObject", "/Pattern", "/ExtGState", "/SMask", "/G", "/Resources", "/OC", "/A", "/AA", "/JS", "/S"]
KEYS += ["/Metadata", "/Ref", "/AF", "/Kids", "/Parent", "/DescendantFonts", "/CharProcs", "/Next", "/F", "/Type"]
NAMES = ["/JavaScript", "/Launch", "/Form", "/Image", "/Filespec", "/Action", "/URI", "/Font", "/OCG"]
scalars = st.one_of(
    st.integers(-5, 5).map(str),
    st.sampled_from(NAMES),
    st.just("(x)"),
    st.just("null"),
    st.integers(3, 8).map(lambda number: f"{number} 0 R"),
)


def _dictionary(pairs):
    return "<<" + " ".join(f"{key} {value}" for key, value in pairs.items()) + ">>"


trees = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=5).map(_dictionary),
        st.lists(inner, max_size=4).map(lambda items: "[" + " ".join(items) + "]"),
    ),
    max_leaves=12,
)
dictionaries = st.dictionaries(st.sampled_from(KEYS), trees, max_size=6)
FORBIDDEN = {"/JS", "/AA", "/Ref", "/AF", "/Metadata", "/Next", "/URI"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(page=dictionaries, others=st.lists(st.tuples(dictionaries, st.booleans()), min_size=5, max_size=5))
def test_whatever_refers_to_whatever_nothing_slips_through(page, others):
    """Resources made at random, with loops and things in places where they do not belong."""
    bodies = [
        _dictionary(other).encode() + (b"\nstream\n0 0 1 1 re f\nendstream" if stream else b"")
        for other, stream in others
    ]
    resources = _dictionary(page).encode()
    made = blocks.written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources " + resources + b"/Contents 4 0 R>>",
        *bodies,
    )
    paper = read(made)
    assert paper.verdict in {"ready", "too_large", "damaged"}  # what the check finds left over it refuses
    tables = {"/Font", "/XObject", "/Pattern", "/ExtGState", "/CharProcs"}  # hold any names
    if paper.verdict == "ready":
        keys = {
            key
            for key, value in everything(paper.cleaned)
            if key not in tables and not isinstance(value, Dictionary | pikepdf.Stream | Array)
        }
        assert not keys & FORBIDDEN
        actions = {"/JavaScript", "/Launch", "/URI"}
        assert not [value for key, value in everything(paper.cleaned) if key == "/S" and str(value) in actions]
