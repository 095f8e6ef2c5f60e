from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from tests.documents.conftest import FONTS
from tests.documents.plans import PLAN, changed
from tests.documents.words import ENGLISH_WORDS

from talentpack.core.lines import line
from talentpack.core.plan import PackPlan, Slot
from talentpack.documents.portal_sheet import Upload, set_portal_sheet

FORMATS = ("JPEG", "PDF", "GIF", "PNG", "TIF")


def _slot(person: str, name: str, title: str, most: int) -> Slot:
    return Slot(
        person=person, id=name, title=line(title), formats=FORMATS, max_bytes=5_000_000, max_files=most, exhibits=()
    )


def _upload(person: str, slot: str, path: str, size: int = 1_000_000) -> Upload:
    return Upload(person=person, slot=slot, path=path, bytes=size)


SLOTS = (
    _slot("applicant", "photo", "Photograph", 1),
    _slot("applicant", "income_proof", "Proof of income", 5),
    _slot("dependant/r1", "photo", "Photograph", 1),
)
UPLOADS = [
    _upload("applicant", "photo", "Portal/CHAN Tai Man/Photograph/01 Photograph.jpg", 400_000),
    _upload("applicant", "income_proof", "Portal/CHAN Tai Man/Proof of income/01 Tax record 2025.pdf", 3_200_000),
    _upload("applicant", "income_proof", "Portal/CHAN Tai Man/Proof of income/02 Stock options.tiff", 5_000_001),
]


def _text(plan: PackPlan, uploads: list[Upload]) -> list[str]:
    sheet = set_portal_sheet(plan, ENGLISH_WORDS, uploads, FONTS)
    assert sheet.missing == ()
    return [line for page in PdfReader(io.BytesIO(sheet.pdf)).pages for line in page.extract_text().splitlines()]


def test_files_stand_in_their_slots_in_order() -> None:
    text = _text(changed(PLAN, slots=SLOTS), UPLOADS)
    joined = " ".join(text)
    for wanted in (
        "☐ 1 of 1 Photograph 01 Photograph.jpg JPEG 0.4",
        "☐ 1 of 5 Proof of income 01 Tax record 2025.pdf PDF 3.2",
        "☐ 2 of 5 02 Stock options.tiff TIF 5.1",
        "☐ 0 of 1 Photograph No file yet",
        "The portal takes JPEG, PDF, GIF, PNG and TIF, up to 5 MB a file.",
        "Portal/CHAN Tai Man",
    ):
        assert wanted in joined
    assert text[-1].startswith("CHAN Tai Man")


@pytest.mark.parametrize("count", [45, 90])
def test_a_long_list_repeats_its_heads(count: int) -> None:
    uploads = [_upload("applicant", "photo", f"Portal/CHAN/Photograph/{n:02d} P.pdf") for n in range(count)]
    text = _text(changed(PLAN, slots=SLOTS[:1]), uploads)
    assert any("(continued)" in each and each.endswith("Portal/CHAN") for each in text)
    assert sum(".pdf" in each for each in text) == count


def test_no_slots_are_an_empty_list() -> None:
    assert "What to upload where" in _text(changed(PLAN, slots=()), [])


def test_the_same_files_give_the_same_bytes() -> None:
    plan = changed(PLAN, slots=SLOTS)
    first, second = (set_portal_sheet(plan, ENGLISH_WORDS, UPLOADS, FONTS).pdf for _ in range(2))
    assert first == second
