from __future__ import annotations

import hashlib
import io
import subprocess
from math import ceil
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader
from tests.documents.conftest import FONTS, FRONT_PAGES
from tests.documents.plans import CHECKLIST, LETTERHEAD, PLAN, changed, exhibit, numbered
from tests.documents.words import CHINESE_WORDS, ENGLISH_WORDS, WORDS

from talentpack.core.lines import line
from talentpack.core.plan import Numbers, PackPlan
from talentpack.core.problems import Refused
from talentpack.documents.front import Front, set_front


def _set(plan: PackPlan, numbers: Numbers | None = None) -> Front:
    return set_front(plan, ENGLISH_WORDS, ENGLISH_WORDS, numbers or Numbers(), FONTS)


def _text(front: Front, leaf: int) -> str:
    return PdfReader(io.BytesIO(front.pdf)).pages[leaf].extract_text()


def test_the_leaves_are_in_order(front: Front) -> None:
    kinds = [leaf.kind for leaf in front.leaves]
    assert kinds == ["letter"] * 2 + ["checklist"] + ["worksheet"] * 2 + ["index"] + ["divider"] * 5
    assert [leaf.section for leaf in front.leaves[FRONT_PAGES:]] == list("ABDFG")
    assert len(PdfReader(io.BytesIO(front.pdf)).pages) == len(front.leaves)
    assert front.missing == ()


def test_the_pages_are_as_many_before_they_are_numbered(language: str, front: Front) -> None:
    words = WORDS[language]
    before = set_front(PLAN, words, words, Numbers(), FONTS)
    assert before.leaves == front.leaves
    assert [area.leaf for area in before.areas] == [area.leaf for area in front.areas]


@pytest.mark.parametrize("pages", [1, 80, 900])
def test_longer_page_numbers_change_no_page(pages: int) -> None:
    plan = changed(PLAN, exhibits=tuple(msgspec.structs.replace(each) for each in PLAN.exhibits))
    plan = changed(plan, exhibits=(*(exhibit(f"A{n}", "Paper", "", pages) for n in range(1, 9)), *plan.exhibits[2:]))
    before = _set(plan)
    after = _set(plan, numbered(plan, FRONT_PAGES))
    assert before.leaves == after.leaves
    assert [(area.leaf, area.exhibit, area.rect[1]) for area in before.areas] == [
        (area.leaf, area.exhibit, area.rect[1]) for area in after.areas
    ]


def test_unknown_numbers_leave_their_room() -> None:
    text = _text(_set(PLAN), 0)
    assert "(A1, page" in text
    assert "page 9" not in text


def test_links_lead_to_exhibits_pages_and_sections(front: Front) -> None:
    letter = {(area.exhibit, area.page) for area in front.areas if area.leaf < 2}
    assert {("A1", 2), ("B1", 2), ("B5", None), ("G1", 1), ("B3", 15)} <= letter
    index = [area for area in front.areas if area.leaf == FRONT_PAGES - 1]
    assert {area.section for area in index if area.section} == set("ABDFG")
    assert {area.exhibit for area in index if area.exhibit} == {each.number for each in PLAN.exhibits}
    for area in front.areas:
        left, bottom, right, top = area.rect
        assert 59 < left < right < 545
        assert 70 < bottom < top < 800


def test_a_link_lies_on_its_words() -> None:
    """Poppler, which had no part in it, finds the cited words inside the area."""
    front = _set(PLAN, numbered(PLAN, FRONT_PAGES))
    area = next(area for area in front.areas if area.leaf == 0 and area.exhibit == "A1")
    left, _, right, top = area.rect
    box = ["-x", str(ceil(left)), "-y", str(ceil(841.89 - top)), "-W", str(int(right - left) - 1), "-H", "14"]
    found = subprocess.run(["pdftotext", "-l", "1", *box, "-", "-"], input=front.pdf, capture_output=True, check=True)
    assert found.stdout.decode().split() == ["A1,", "page", "9"]


def test_every_font_is_embedded_once_and_none_is_helvetica(front: Front) -> None:
    reader = PdfReader(io.BytesIO(front.pdf))
    fonts = {}
    for page in reader.pages:
        for name, font in page["/Resources"]["/Font"].items():
            fonts[name] = font["/BaseFont"], font["/FontDescriptor"].raw_get("/FontFile2").idnum
    assert not any("Helvetica" in base for base, _ in fonts.values())
    assert len({number for _, number in fonts.values()}) == len(fonts)
    assert b"Helvetica" not in front.pdf


def test_the_same_plan_gives_the_same_bytes(language: str, front: Front) -> None:
    words = WORDS[language]
    again = set_front(PLAN, words, words, numbered(PLAN, FRONT_PAGES), FONTS)
    assert hashlib.sha256(again.pdf).digest() == hashlib.sha256(front.pdf).digest()


def test_the_foot_is_there_and_the_corner_of_the_stamp_is_free(front: Front) -> None:
    page = ["-f", "1", "-l", str(len(front.leaves))]
    corner = ["-x", "460", "-y", "790", "-W", "136", "-H", "52"]
    found = subprocess.run(["pdftotext", *page, *corner, "-", "-"], input=front.pdf, capture_output=True, check=True)
    assert found.stdout.decode().split() == []
    for leaf in range(len(front.leaves)):
        last = _text(front, leaf).strip().splitlines()[-1]
        assert "CHAN Tai Man" in last


def test_what_people_write_is_only_text() -> None:
    nasty = "<b>Tom & Jerry</b> &amp; (co) \\ <img src='x'/> %s {name}"
    checklist = (msgspec.structs.replace(CHECKLIST[0], title=line("{said}", said=nasty)),)
    front = _set(changed(PLAN, checklist=checklist, letter_sender=(nasty,)), numbered(PLAN, FRONT_PAGES))
    assert nasty in _text(front, 0)
    assert "".join(nasty.split()) in "".join(_text(front, 2).split())


def test_characters_no_font_has_are_reported() -> None:
    assert _set(changed(PLAN, letter_sender=("Ångström 🙂",))).missing == ("🙂",)


def test_letter_and_documents_may_differ_in_language() -> None:
    front = set_front(PLAN, ENGLISH_WORDS, CHINESE_WORDS, numbered(PLAN, FRONT_PAGES), FONTS)
    assert "敬啟者" in _text(front, 0)
    assert "陳大文 CHAN Tai Man · 高端人才通行證計劃" in _text(front, 0).replace("\u00a0", " ")
    assert "Checklist of documents" in _text(front, 2)


def test_a_case_with_nothing_yet_still_makes_pages() -> None:
    bare = changed(
        PLAN, exhibits=(), checklist=(), income=None, letter_paragraphs=(), letter_name="", letter_name_zh=""
    )
    assert [leaf.kind for leaf in _set(bare).leaves] == ["letter", "checklist", "worksheet", "index"]


def test_a_logo_is_drawn_and_a_broken_one_refused(tmp_path: Path) -> None:
    from PIL import Image  # noqa: PLC0415 - only to make a picture

    picture = io.BytesIO()
    Image.new("RGB", (120, 60), (20, 60, 120)).save(picture, "PNG")
    headed = msgspec.structs.replace(LETTERHEAD, logo=picture.getvalue())
    pages = PdfReader(io.BytesIO(_set(changed(PLAN, letter_letterhead=headed)).pdf)).pages
    assert len(pages[0].images) == 1
    broken = msgspec.structs.replace(LETTERHEAD, logo=b"\x89PNG no picture")
    with pytest.raises(Refused, match=r"letterhead\.logo"):
        _set(changed(PLAN, letter_letterhead=broken))
