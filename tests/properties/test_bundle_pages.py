"""Whatever pages are chosen, in whatever order and turn, the bundle shows them so and says where they stand."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.pack.samples import DAY, FONT, PlainWords, filed, paper_pdf, ready, sample_plan

from talentpack.core.exhibits import Sheaf, number
from talentpack.pack.bookmarks import bookmarks
from talentpack.pack.bundle import write_bundle
from talentpack.pack.describe import Description

PAGES = 5
sheaves = st.tuples(
    st.integers(0, 2),
    st.lists(st.integers(1, PAGES), min_size=1, max_size=6),
    st.dictionaries(st.integers(1, PAGES), st.sampled_from([90, 180, 270])),
)
papers = st.tuples(st.sampled_from("ABF"), st.integers(1, 2), st.lists(sheaves, min_size=1, max_size=2))


@settings(max_examples=25, deadline=None)
@given(st.lists(papers, min_size=1, max_size=5))
def test_every_page_stands_in_its_place_turned_and_stamped(tmp_path_factory, chosen):
    folder = tmp_path_factory.mktemp("bundle")
    for name in range(3):
        paper_pdf(folder / f"{name}.pdf", f"file{name}", PAGES)
    exhibits = number(_filed(folder, taken, paper) for taken, paper in enumerate(chosen))
    reader = PdfReader(io.BytesIO(_bundle(folder, exhibits)))
    total = len(reader.pages)
    shown = [(page.extract_text().split("\n"), page.rotation) for page in reader.pages]
    evidence = [(text, turn) for text, turn in shown if text[0].startswith("file")]
    expected = [
        (f"file{sheaf.name} original page {page}", exhibit.number, sheaf.rotate.get(page, 0))
        for exhibit in exhibits
        for sheaf in exhibit.paper.sheaves
        for page in sheaf.pages
    ]
    assert [(text[0], text[1].split(" · ")[0], turn) for text, turn in evidence] == expected
    for place, (text, _turn) in enumerate(shown, 1):
        assert text[1].split(" · ")[-1] == f"{place} / {total}"


def _filed(folder, taken, paper):
    section, person, chosen = paper
    made = [
        Sheaf(path=str(folder / f"{name}.pdf"), name=str(name), sha256="", size=0, pages=tuple(pages), rotate=turns)
        for name, pages, turns in chosen
    ]
    return filed(f"Paper {taken}", section, made, person=person if section == "F" else 0, taken=taken)


def _bundle(folder, exhibits) -> bytes:
    plan = sample_plan(folder, exhibits=exhibits)
    layout = ready(plan).layout
    front = folder / "front.pdf"
    front.write_bytes(layout.front.pdf)
    marks = bookmarks(plan, layout, PlainWords())
    write_bundle(folder / "Bundle.pdf", layout, front, FONT, marks, Description("A title", "en", DAY))
    return (folder / "Bundle.pdf").read_bytes()
