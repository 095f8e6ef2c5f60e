import hashlib
import io
import os
import subprocess
from pathlib import Path

import msgspec
import pikepdf
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from tests.pack.samples import DAY, FONT, PlainWords, paper_pdf, ready, sample_plan

from talentpack.core.problems import Refused
from talentpack.pack.bookmarks import bookmarks
from talentpack.pack.bundle import all_links, write_bundle
from talentpack.pack.describe import Description


def written(folder, name, plan):
    prepared = ready(plan)
    front = folder / "front.pdf"
    front.write_bytes(prepared.layout.front.pdf)
    marks = bookmarks(plan, prepared.layout, PlainWords())
    path = folder / name
    write_bundle(path, prepared.layout, front, FONT, marks, Description("A title 陳大文", "zh_Hant", DAY))
    return path


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bundle")
    plan = sample_plan(folder)
    return plan, written(folder, "Bundle.pdf", plan)


@pytest.fixture(scope="module")
def reader(case):
    return PdfReader(io.BytesIO(case[1].read_bytes()), strict=True)


def test_pages_stand_in_order_chosen_turned_and_stamped(reader):
    text = [" | ".join(page.extract_text().split("\n")).strip(" |") for page in reader.pages]
    assert text[10:14] == [
        "accounts original page 5 | B1 · 11 / 19",
        "accounts original page 1 | B1 · 12 / 19",
        "accounts original page 2 | B1 · 13 / 19",
        "translation original page 1 | B1 · 14 / 19",
    ]
    assert text[0] == "letter  of 19 | 1 / 19"
    assert text[5] == "divider A of 19 | 6 / 19"
    assert [page.rotation for page in reader.pages] == [90 if number == 11 else 0 for number in range(19)]


def test_bookmarks_lead_to_their_pages(case, reader):
    def walk(items, level):
        for item in items:
            if isinstance(item, Destination):
                yield level, item.title, reader.get_destination_page_number(item) + 1
            else:
                yield from walk(item, level + 1)

    wanted = bookmarks(case[0], ready(case[0]).layout, PlainWords())
    assert list(walk(reader.outline, 0)) == [(mark.level, mark.title, mark.page) for mark in wanted]


def test_sections_are_open_and_exhibits_closed(case):
    with pikepdf.open(case[1]) as pdf, pdf.open_outline() as outline:
        closed = {item.title: item.is_closed for item in outline.root}
        section = next(item for item in outline.root if item.title.startswith("B "))
        assert not any(closed.values())
        assert [child.is_closed for child in section.children] == [True]
        assert pdf.Root.Outlines.Count == 7 + 3 + 2 + 3


def test_every_stamp_leads_to_the_index_and_the_index_to_every_exhibit(case, reader):
    layout = ready(case[0]).layout
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}
    found = [
        (number, numbers[annotation.get_object()["/Dest"][0].idnum])
        for number, page in enumerate(reader.pages, 1)
        for annotation in page["/Annots"]
    ]
    assert sorted(found) == sorted(all_links(layout))
    assert [target for page, target in found if page == 5][1:] == list(layout.numbers.exhibits.values())
    assert (1, 19) in found  # the letter cites the last exhibit's last page
    assert (3, 15) in found  # the checklist names a section


def test_a_stamp_link_covers_the_stamp(reader):
    xml = reader.pages[11]["/Annots"][0].get_object()["/Rect"]
    left, bottom, right, top = (float(value) for value in xml)
    assert right - left == pytest.approx(14, abs=0.01)  # the page is turned: the plate stands upright on it
    assert top == pytest.approx(841.89 - 23, abs=0.01)
    assert left == pytest.approx(595.28 - 34, abs=0.01)
    assert bottom < top - 40


def test_named_destinations_labels_and_opening(case, reader):
    layout = ready(case[0]).layout
    found = {name: reader.get_destination_page_number(target) + 1 for name, target in reader.named_destinations.items()}
    assert found == dict(layout.numbers.exhibits)
    assert reader.page_labels == [str(number) for number in range(1, 20)]
    assert reader.page_mode == "/UseOutlines"
    assert reader.root_object["/Lang"] == "zh-Hant-HK"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_says_what_it_is_and_nothing_about_this_computer(case, reader):
    assert reader.metadata.title == "A title 陳大文"
    assert reader.metadata["/CreationDate"] == reader.metadata["/ModDate"] == "D:20261122000000+08'00'"
    assert reader.xmp_metadata.dc_title["x-default"] == "A title 陳大文"
    assert str(case[1].parent).encode() not in case[1].read_bytes()
    assert set(reader.metadata) == {"/Title", "/Creator", "/Producer", "/CreationDate", "/ModDate"}


def test_one_stamp_font_and_every_font_embedded(case):
    lines = subprocess.run(["pdffonts", case[1]], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert sum("TPSTMP+SourceSans3" in line for line in lines) == 1
    assert all(line[54:].split()[-5] == "yes" for line in lines)


def test_the_same_plan_gives_the_same_bytes(case, tmp_path):
    plan, path = case
    again = written(path.parent, "Again.pdf", plan)
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(path.read_bytes()).digest()


def test_a_missing_and_a_damaged_file_are_named(tmp_path):
    plan = sample_plan(tmp_path)
    broken = tmp_path / "marriage.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(Refused) as caught:
        written(tmp_path, "Bundle.pdf", plan)
    assert str(caught.value) == "pack.unreadable F1.2"
    broken.unlink()
    with pytest.raises(Refused) as caught:
        written(tmp_path, "Bundle.pdf", plan)
    assert str(caught.value) == "pack.unreadable F1.2"


def test_a_file_with_fewer_pages_than_planned_is_named(tmp_path):
    plan = sample_plan(tmp_path)
    paper_pdf(tmp_path / "accounts.pdf", "accounts", 4)
    with pytest.raises(Refused) as caught:
        written(tmp_path, "Bundle.pdf", plan)
    assert str(caught.value) == "pack.unreadable B1"


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="files in memory are a Linux way of an encrypted case")
def test_evidence_of_an_encrypted_case_is_read_from_memory(case):
    plan, path = case
    handles = []

    def in_memory(sheaf):
        handles.append(os.memfd_create("paper"))
        os.write(handles[-1], Path(sheaf.path).read_bytes())
        return msgspec.structs.replace(sheaf, path=f"/proc/self/fd/{handles[-1]}")

    def moved(exhibit):
        sheaves = tuple(in_memory(sheaf) for sheaf in exhibit.paper.sheaves)
        return msgspec.structs.replace(exhibit, paper=msgspec.structs.replace(exhibit.paper, sheaves=sheaves))

    exhibits = tuple(moved(exhibit) for exhibit in plan.exhibits)
    again = written(path.parent, "Memory.pdf", msgspec.structs.replace(plan, exhibits=exhibits))
    for handle in handles:
        os.close(handle)
    assert again.read_bytes() == path.read_bytes()
