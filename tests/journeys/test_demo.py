"""The example from end to end, as a reader of the pack finds it."""

from __future__ import annotations

import hashlib
import re
import socket
import tomllib
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader
from tests.cli.cases import SAMPLES
from tests.journeys.reading import (
    contents,
    fonts,
    keys,
    links,
    objects,
    outline,
    poppler,
    squeezed,
    stamps,
)

pytestmark = pytest.mark.xdist_group("demo")

# Number, title as the index gives it, pages, file.
EXHIBITS = [
    ("A1", "Passport of Malaysia, particulars", 1, "passport-applicant.heic"),
    ("A2", "Photograph", 1, "photo-applicant.jpg"),
    ("B1", "Record of individual income tax, 2025", 5, "tax-record-2025.pdf"),
    ("B2", "Annual bonus statement, 2025", 1, "bonus-statement-2025.pdf"),
    ("B3", "Stock option certificate and statement of exercise, 2025", 2, "stock-options.pdf"),
    ("B4", "Audited financial statements, 2025", 12, "accounts-2025.pdf"),
    ("B5", "Extract from the register of members", 2, "share-register.pdf"),
    ("D1", "Employer's letter", 2, "employer-letter.pdf"),
    ("F1.1", "Passport of Germany, particulars", 1, "passport-spouse.jpg"),
    ("F1.2", "Photograph", 1, "photo-spouse.jpg"),
    ("F1.3", "Marriage certificate with apostille, with translation", 4, "marriage-certificate-de.pdf"),
    ("F2.1", "Passport of Malaysia", 2, "passport-child.pdf"),
    ("F2.2", "Photograph", 1, "photo-child.jpg"),
    ("F2.3", "Birth certificate", 1, "birth-certificate.pdf"),
]
SECTIONS = ["A Identity and travel", "B Income", "D Work", "F Dependants"]
FRONT = ["Cover letter", "Checklist", "Eligibility worksheet", "Index"]
ACTIVE = {
    "/JavaScript",
    "/JS",
    "/Launch",
    "/OpenAction",
    "/AA",
    "/EmbeddedFiles",
    "/EmbeddedFile",
    "/Filespec",
    "/AF",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/URI",
    "/RichMedia",
    "/AcroForm",
    "/XFA",
    "/Encrypt",
}
EVIDENCE = SAMPLES / "a-income" / "evidence"


@pytest.fixture(scope="module")
def stamped(bundle):
    return stamps(bundle)


@pytest.fixture(scope="module")
def first(stamped):
    """The first page of each exhibit, by its stamps."""
    found: dict[str, int] = {}
    for stamp in stamped:
        found.setdefault(stamp.exhibit, stamp.page)
    return found


@pytest.fixture(scope="module")
def texts(bundle):
    return [page.extract_text() for page in bundle.pages]


def page_of(texts, heading):
    """The page that begins with a heading."""
    (found,) = (number for number, text in enumerate(texts, 1) if text.startswith(heading))
    return found


def test_it_is_long_and_every_page_is_stamped_and_labelled(bundle, stamped):
    pages = len(bundle.pages)
    assert pages >= 30
    assert [(stamp.page, stamp.of) for stamp in stamped] == [(number, pages) for number in range(1, pages + 1)]
    assert list(bundle.page_labels) == [str(number) for number in range(1, pages + 1)]


def test_the_exhibits_are_whole_and_in_order(stamped, first):
    found = [stamp.exhibit for stamp in stamped if stamp.exhibit]
    assert found == [number for number, _, pages, _ in EXHIBITS for _ in range(pages)]
    for number, _, pages, _ in EXHIBITS:
        run = [stamp.page for stamp in stamped if stamp.exhibit == number]
        assert run == list(range(first[number], first[number] + pages))


def test_the_manifest_says_the_same(pack, first):
    listed = [(entry["exhibit"], entry["first"], entry["last"]) for entry in pack.manifest["exhibits"]]
    assert listed == [(number, first[number], first[number] + pages - 1) for number, _, pages, _ in EXHIBITS]
    for entry, (_, _, pages, file) in zip(pack.manifest["exhibits"], EXHIBITS, strict=True):
        assert entry["sources"][0] == hashlib.sha256((EVIDENCE / file).read_bytes()).hexdigest()
        assert len(PdfReader(pack.directory / entry["file"]).pages) == pages


def test_the_manifest_lists_every_file(pack):
    files = pack.files()
    listed = {entry["path"]: entry for entry in pack.manifest["files"]}
    assert set(listed) | {"manifest.json"} == set(files)
    for path, entry in listed.items():
        assert (entry["bytes"], entry["sha256"]) == (len(files[path]), hashlib.sha256(files[path]).hexdigest())
        if path.endswith(".pdf"):
            assert entry["pages"] == len(PdfReader(BytesIO(files[path])).pages)


@pytest.mark.parametrize(
    ("number", "file"), [(number, file) for number, _, _, file in EXHIBITS if file.endswith("pdf")]
)
def test_an_exhibits_pages_are_its_papers(bundle, first, texts, number, file):
    paper = PdfReader(EVIDENCE / file)
    pages = next(pages for each, _, pages, _ in EXHIBITS if each == number)
    for offset, page in enumerate(paper.pages[:pages]):
        text = page.extract_text()
        shown = texts[first[number] - 1 + offset]
        assert squeezed(text) in squeezed(shown) or not text, f"{number}, page {offset + 1}"


def test_every_link_leads_to_what_it_says(bundle, first, texts):
    """A number leads to that page, an exhibit to its first page, an exhibit with a page to that page, a stamp to the index."""
    index = page_of(texts, "Index of exhibits")
    dividers = {
        section[0]: first[next(number for number in first if number.startswith(section[0]))] - 1 for section in SECTIONS
    }
    found = links(bundle)
    assert len(found) > 120
    for link in found:
        said = link.says.replace("\N{NO-BREAK SPACE}", " ")
        if re.fullmatch(r"(?:[A-G][\d.]+ · )?\d+ / \d+", said):
            assert link.to == index, link
        elif cited := re.match(r"([A-G][\d.]*\d)(?: · |, page )(\d+)", said):
            assert link.to == int(cited[2]), link
            pages = next(pages for number, _, pages, _ in EXHIBITS if number == cited[1])
            assert first[cited[1]] <= link.to < first[cited[1]] + pages, link
        elif number := re.match(r"(\d+)(?:–\d+)?$", said):
            assert link.to == int(number[1]), link
        elif said in dividers:
            assert link.to == dividers[said], link
        else:
            assert link.to == first[said], link


def test_every_page_leads_to_the_index(bundle, texts):
    index = page_of(texts, "Index of exhibits")
    assert {link.page for link in links(bundle) if "/" in link.says and link.to == index} == set(
        range(1, len(bundle.pages) + 1)
    )


def test_the_index_lists_every_exhibit_with_its_page(texts, first):
    index = squeezed(texts[page_of(texts, "Index of exhibits") - 1])
    for number, title, pages, _ in EXHIBITS:
        assert re.search(
            re.escape(squeezed(number + title)) + rf"(\d+[A-Z][a-z]+\d{{4}})?{pages}{first[number]}", index
        )


def test_every_claim_is_shown_on_the_page_the_manifest_names(pack, bundle, first):
    claims = pack.manifest["claims"]
    assert len(claims) >= 8
    leading = {(link.says.replace("\N{NO-BREAK SPACE}", " "), link.to) for link in links(bundle)}
    for claim in claims:
        assert claim["cites"], claim
        for cite in claim["cites"]:
            assert cite["bundle_page"] == first[cite["exhibit"]] + cite["page"] - 1
            wanted = f"{cite['exhibit']}, page {cite['bundle_page']}", f"{cite['exhibit']} · {cite['bundle_page']}"
            assert any((says, cite["bundle_page"]) in leading for says in wanted), claim


@pytest.mark.parametrize(
    ("address", "figure"), [("income/r3/amount", "96,500.00"), ("income/r4/amount", "780,000"), ("job/r1/from", "2021")]
)
def test_the_page_a_claim_names_says_so(pack, texts, address, figure):
    (claim,) = (each for each in pack.manifest["claims"] if each["address"] == address)
    assert figure in texts[claim["cites"][0]["bundle_page"] - 1]


def test_the_outline_leads_everywhere(bundle, first, texts):
    found = outline(bundle)
    front = ["CHAN Siu Ming", "Checklist", "Eligibility worksheet", "Index of exhibits"]
    assert [(0, title, page_of(texts, begins)) for title, begins in zip(FRONT, front, strict=True)] == found[:4]
    ours = [entry for entry in found[4:] if re.match(r"[A-G][\d.]* ", entry[1])]
    wanted = []
    for section in SECTIONS:
        exhibits = [each for each in EXHIBITS if each[0].startswith(section[0])]
        wanted.append((0, section, first[exhibits[0][0]] - 1))
        for number, title, pages, _ in exhibits:
            page = first[number]
            span = f"{page}–{page + pages - 1}" if pages > 1 else str(page)
            wanted.append((2 if section[0] == "F" else 1, f"{number} {title} ({span})", page))
    assert ours == wanted
    assert (1, "Spouse, MUSTERMANN Erika", first["F1.1"]) in found
    assert (1, "Child, CHAN Lena 陳樂娜", first["F2.1"]) in found


def test_the_outline_of_a_paper_is_kept_in_its_place(bundle, first):
    found = outline(bundle)
    inner = [(title, page) for level, title, page in found if first["B4"] <= page < first["B5"] and level > 1]
    paper = outline(PdfReader(EVIDENCE / "accounts-2025.pdf"))
    assert inner == [(title, page + first["B4"] - 1) for _, title, page in paper]


def test_every_font_is_embedded(pack):
    for name, reader in pack.pdfs():
        for number, page in enumerate(reader.pages, 1):
            assert [font for font, whole in fonts(page) if not whole] == [], f"{name}, page {number}"
    assert any(True for page in PdfReader(pack.directory / "Bundle.pdf").pages for _ in fonts(page))


def test_nothing_in_any_pdf_acts_or_is_embedded(pack):
    count = 0
    for name, reader in pack.pdfs():
        for found in objects(reader):
            count += 1
            assert ACTIVE.isdisjoint(keys(found)), name
    assert count > 1000


def test_what_is_searched_for_would_be_found():
    seen = {key for found in objects(PdfReader(EVIDENCE / "bonus-statement-2025.pdf")) for key in keys(found)}
    assert {"/OpenAction", "/JavaScript", "/Launch"} <= seen


@pytest.mark.parametrize("name", ["Cover letter.pdf", "Checklist.pdf", "Bundle.pdf"])
def test_names_copy_back(pack, name):
    path = pack.directory / name
    by_pypdf = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    for text in (squeezed(by_pypdf), squeezed(poppler(path))):
        for written in ("CHAN Siu Ming 陳小明", "Berg & Söhne <Holding> AG", "Example & Daughter Trading Sdn. Bhd."):
            assert squeezed(written) in text, written


def test_a_name_with_signs_copies_back_letter_by_letter(pack):
    path = pack.directory / "Cover letter.pdf"
    by_pypdf = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    for text in (by_pypdf, poppler(path)):
        assert "Berg & Söhne <Holding> AG" in text.replace("\N{NO-BREAK SPACE}", " ")


def test_nobody_is_named_but_the_people_of_the_case(pack, noticed):
    words = [*noticed, socket.gethostname().encode() if len(socket.gethostname()) > 6 else b"noticed-"]
    for name, data in pack.files().items():
        parts = [data]
        if name.endswith(".pdf"):
            parts += contents(PdfReader(BytesIO(data)))
        elif name.endswith(".docx"):
            with ZipFile(BytesIO(data)) as archive:
                parts += [archive.read(each) for each in archive.namelist()]
        for word in words:
            both = (word, word.decode().encode("utf-16-be"))
            assert not any(each in part for part in parts for each in both), f"{name}: {word!r}"


def test_the_description_of_each_pdf_is_ours(pack):
    program = pack.manifest["program"]
    for name, reader in pack.pdfs():
        info = {key: str(value) for key, value in (reader.metadata or {}).items()}
        assert set(info) == {"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate"}, name
        assert (info["/Producer"], info["/Creator"]) == (program, program), name
        assert info["/CreationDate"].startswith("D:20261122"), name
        assert info["/CreationDate"] == info["/ModDate"], name


def test_the_same_answers_give_the_same_bytes(pack, again):
    one, other = pack.files(), again.files()
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_the_originals_are_as_they_were(pack):
    sources = {source for entry in pack.manifest["exhibits"] for source in entry["sources"]}
    there = {hashlib.sha256(path.read_bytes()).hexdigest() for path in EVIDENCE.iterdir()}
    assert sources == there


def test_the_recipe_is_the_answers_file(pack):
    assert pack.manifest["recipe"] == (SAMPLES / "a-income" / "answers.toml").read_text("utf-8")
    assert tomllib.loads(pack.manifest["recipe"])["route"] == "A"


def test_the_letter_to_edit_says_what_the_letter_says(pack):
    document = Document(str(pack.directory / "Cover letter.docx"))
    letter = squeezed("".join(page.extract_text() for page in PdfReader(pack.directory / "Cover letter.pdf").pages))
    paragraphs = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells if cell.text]
    assert len(paragraphs) > 20
    assert len(cells) > 20
    for text in (*paragraphs, *cells):
        for part in re.split(r"(?<=\.)\s|, (?=60%)", text):  # the page breaks between sentences
            assert squeezed(part) in letter, part
    core = document.core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")


def test_the_pack_says_what_to_know(pack):
    said = {(warning["code"], warning["ref"]) for warning in pack.said["warnings"]}
    assert ("exhibit.uncited", "B2") in said
    assert {code for code, _ in said if code.startswith(("verdict", "proof"))} == set()
    removed = [warning["text"] for warning in pack.said["warnings"] if "bonus-statement" in warning["ref"]]
    assert len(removed) == 3


def test_chinese_copies_back(chinese):
    for name in ("Cover letter.pdf", "Checklist.pdf", "Bundle.pdf"):
        path = chinese.directory / name
        by_pypdf = "".join(page.extract_text() for page in PdfReader(path).pages)
        for text in (squeezed(by_pypdf), squeezed(poppler(path))):
            for written in ("甘喆堃 GAN Zhekun", "虛構 & 範例 <深圳> 數據有限公司", "工學學士（軟件工程）"):
                assert squeezed(written) in text, f"{name}: {written}"
    letter = PdfReader(chinese.directory / "Cover letter.pdf").pages[0].extract_text()
    assert "高端人才通行證計劃" in letter


def test_the_chinese_pack_is_whole_too(chinese, noticed):
    reader = PdfReader(chinese.directory / "Bundle.pdf")
    assert [(stamp.page, stamp.of) for stamp in stamps(reader)] == [
        (number, len(reader.pages)) for number in range(1, len(reader.pages) + 1)
    ]
    for name, each in chinese.pdfs():
        for found in objects(each):
            assert ACTIVE.isdisjoint(keys(found)), name
    assert not any(word in data for data in chinese.files().values() for word in noticed)
