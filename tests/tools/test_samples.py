"""The sample cases are whole: every paper is there, of its kind, and as troublesome as it is said to be."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pi_heif
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
CASES = ("a-income", "b-degree")
A, B = (SAMPLES / case / "evidence" for case in CASES)
MAGIC = {".pdf": b"%PDF-", ".jpg": b"\xff\xd8\xff", ".png": b"\x89PNG", ".tif": b"II*\0", ".heic": b"ftypheic"}
PAPERS = sorted(path for case in CASES for path in (SAMPLES / case / "evidence").iterdir())


def answers(case: str) -> dict[str, Any]:
    return tomllib.loads((SAMPLES / case / "answers.toml").read_text("utf-8"))


def named_files(case: str) -> Iterator[str]:
    for paper in answers(case)["evidence"]:
        yield paper["file"]
        if "translation" in paper:
            yield paper["translation"]


def answered(case: Mapping[str, Any], path: str) -> Any:
    """The value at ``income[0].amount`` or ``applicant.sex``; KeyError or IndexError when there is none."""
    record, _, key = path.partition(".")
    name, _, position = record.rstrip("]").partition("[")
    return case[name][int(position)][key] if position else case[name][key]


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [document[number].get_textpage().get_text_bounded() for number in range(len(document))]


@pytest.mark.parametrize("case", CASES)
def test_the_papers_named_are_the_papers_there(case: str) -> None:
    named = list(named_files(case))
    there = [path.relative_to(SAMPLES / case).as_posix() for path in (SAMPLES / case / "evidence").iterdir()]
    assert sorted(named) == sorted(there)


@pytest.mark.parametrize("case", CASES)
def test_every_paper_serves_a_record_and_every_pin_an_answer(case: str) -> None:
    told = answers(case)
    for paper in told["evidence"]:
        wanted = paper["for"] if isinstance(paper["for"], list) else [paper["for"]]
        for record in wanted:
            assert record == "applicant" or answered(
                told, f"{record}.{'level' if 'degree' in record else _key(record)}"
            )
        for pin in paper.get("pins", []):
            assert answered(told, pin["says"]), pin


def _key(record: str) -> str:
    return {"income": "kind", "job": "employer", "dependant": "relation"}[record.split("[", maxsplit=1)[0]]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_a_paper_is_what_its_name_says(path: Path) -> None:
    assert MAGIC[path.suffix] in path.read_bytes()[:12]


def test_all_samples_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) <= 8_000_000


def test_the_pinned_amounts_stand_on_their_pages() -> None:
    assert "780,000" in texts(A / "accounts-2025.pdf")[5]
    assert "96,500.00" in texts(A / "stock-options.pdf")[1]
    assert "60.00" in texts(A / "share-register.pdf")[0]
    assert "1,488,000.00" in texts(A / "employer-letter.pdf")[0]


def test_the_income_is_comfortably_over_two_and_a_half_million() -> None:
    total = sum(
        Decimal(each["amount"]) * Decimal(each["rate"]) * Decimal(each.get("share_percent", 100)) / 100
        for each in answers("a-income")["income"]
    )
    assert total == Decimal("3706312.50")


def test_the_accounts_have_twelve_pages_and_an_outline_in_two_levels() -> None:
    with pypdfium2.PdfDocument(A / "accounts-2025.pdf") as document:
        entries = [(entry.level, entry.get_title()) for entry in document.get_toc()]
        assert len(document) == 12
    assert {level for level, _ in entries} == {0, 1}
    assert (1, "Statement of comprehensive income") in entries


@pytest.mark.parametrize(
    ("path", "pages"),
    [
        (A / "tax-record-2025.pdf", 6),
        (A / "marriage-certificate-de.pdf", 2),
        (A / "birth-certificate.pdf", 1),
        (A / "passport-child.pdf", 2),
        (B / "consent-letter.pdf", 1),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_scans_are_pictures_of_200_dots_an_inch_without_text(path: Path, pages: int) -> None:
    assert texts(path) == [""] * pages
    with pikepdf.open(path) as document:
        for page in document.pages:
            (picture,) = page.get_images().values()
            assert round(float(picture.Width) / float(page.mediabox[2]) * 72) == 200


def test_the_register_is_encrypted_but_opens_for_everybody() -> None:
    with pikepdf.open(A / "share-register.pdf") as document:
        assert document.is_encrypted
        assert not document.allow.modify_other


def test_the_bonus_statement_carries_a_script_and_a_launch_action() -> None:
    with pikepdf.open(A / "bonus-statement-2025.pdf") as document:
        kinds = (str(document.Root.OpenAction.S), str(document.pages[0].Annots[0].A.S))
    assert kinds == ("/JavaScript", "/Launch")


def test_the_tiff_has_two_pages_in_black_and_white() -> None:
    with Image.open(B / "leaving-certificate.tif") as picture:
        assert (picture.n_frames, picture.mode, picture.info["compression"]) == (2, "1", "group4")


def test_the_degree_certificate_lies_on_its_side_and_says_so() -> None:
    with Image.open(B / "degree-certificate.jpg") as picture:
        assert picture.width < picture.height
        assert picture.getexif()[0x0112] == 6
        upright = ImageOps.exif_transpose(picture)
        assert upright.width > upright.height


def test_the_heic_can_be_decoded() -> None:
    picture = pi_heif.open_heif(A / "passport-applicant.heic").to_pillow()
    assert picture.size == (2000, 1500)
    assert len(picture.convert("L").getcolors(256) or ()) > 50


def test_rare_characters_and_signs_reach_the_papers() -> None:
    assert "甘喆堃" in texts(B / "verification-report.pdf")[0]
    assert "Berg & Söhne <Holding> AG" in texts(A / "stock-options.pdf")[0]


@pytest.mark.parametrize("path", [path for path in PAPERS if path.suffix == ".pdf"], ids=lambda path: path.name)
def test_every_pdf_is_named_a_specimen(path: Path) -> None:
    with pikepdf.open(path) as document:
        assert str(document.docinfo["/Title"]).startswith("SPECIMEN ")


def built(into: Path) -> dict[str, bytes]:
    build = [sys.executable, ROOT / "tools" / "build_samples.py", "--into", into]
    for word in ("accounts", "share-register", "bonus", "marriage"):
        subprocess.run([*build, "--only", word], check=True, capture_output=True)
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in into.rglob("*.pdf")}


def test_the_generator_gives_the_same_bytes_twice_and_the_words_that_are_here(tmp_path: Path) -> None:
    first, second = built(tmp_path / "first"), built(tmp_path / "second")
    assert first == second
    assert len(first) == 5
    for name in first:
        assert texts(tmp_path / "first" / name) == texts(SAMPLES / name), name
