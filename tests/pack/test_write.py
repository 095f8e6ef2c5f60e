import json
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader
from tests.pack.samples import RECIPE, finished, ready, sample_plan

from talentpack.pack.manifest import NAME, Manifest, digest_of, encode, read
from talentpack.pack.write import write_pack


def built(folder: Path, name: str, plan):
    target = folder / name
    target.mkdir()
    return target, *finished(write_pack(ready(plan), target))


def everything(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): digest_of(path)[0] for path in root.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("write")
    plan = sample_plan(folder)
    return plan, *built(folder, "pack", plan)


def test_two_builds_are_the_same_bytes(case):
    plan, one, _steps, _built = case
    other, _steps, _result = built(one.parent, "again", plan)
    assert everything(one) == everything(other)
    assert len(everything(one)) == 16


def test_the_manifest_lists_every_file_as_it_is(case):
    _plan, root, _steps, result = case
    manifest = read(root)
    assert {entry.path: entry.sha256 for entry in manifest.files} == {
        path: digest for path, digest in everything(root).items() if path != NAME
    }
    assert result.files == (*(entry.path for entry in manifest.files), NAME)
    assert sorted(result.files) == sorted(everything(root))
    assert result.pages == manifest.pages == 19
    for entry in manifest.files:
        assert (root / entry.path).stat().st_size == entry.bytes
        if entry.path.endswith(".pdf"):
            assert len(PdfReader(root / entry.path).pages) == entry.pages
        else:
            assert entry.pages is None


def test_the_manifest_says_what_it_says_in_a_stable_form(case):
    _plan, root, _steps, _built = case
    text = (root / NAME).read_text()
    data = json.loads(text)
    assert text == json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    assert data["recipe"] == RECIPE
    assert (data["day"], data["rules_from"], data["scheme"]) == ("2026-11-22", "2026-11-22", "ttps")
    exhibit = data["exhibits"][2]
    assert (exhibit["exhibit"], exhibit["proof"], exhibit["person"]) == ("B1", "income_proof", "applicant")
    assert exhibit["file"] == "Evidence/B1 Audited accounts - 2025 - CHAN Tai Man.pdf"
    assert (exhibit["first"], exhibit["last"], len(exhibit["sources"])) == (11, 14, 2)
    assert data["exhibits"][3]["person"] == "dependant/r1"
    claim = data["claims"][0]
    assert claim["address"] == "income/r1/amount"
    assert claim["cites"] == [{"exhibit": "B1", "page": 2, "bundle_page": 12}]
    assert encode(msgspec.json.decode(text, type=Manifest)).decode() == text


def test_evidence_has_the_pages_and_turns_of_the_bundle_and_no_stamp(case):
    _plan, root, _steps, _built = case
    reader = PdfReader(root / "Evidence" / "B1 Audited accounts - 2025 - CHAN Tai Man.pdf")
    text = [page.extract_text().strip() for page in reader.pages]
    assert text == [*(f"accounts original page {page}" for page in (5, 1, 2)), "translation original page 1"]
    assert [page.rotation for page in reader.pages] == [0, 90, 0, 0]
    assert [item.title for item in reader.outline if not isinstance(item, list)] == ["Report", "Notes"]


def test_letter_and_checklist_stand_alone(case):
    _plan, root, _steps, _built = case
    letter = PdfReader(root / "Cover letter.pdf")
    assert ["letter" in page.extract_text() for page in letter.pages] == [True, True]
    assert "checklist" in PdfReader(root / "Checklist.pdf").pages[0].extract_text()
    assert letter.metadata.title == "Cover letter"
    assert (root / "Cover letter.docx").read_bytes() == b"docx"


def test_steps_count_up_to_the_end(case):
    _plan, _root, steps, _built = case
    assert [step.done for step in steps] == list(range(len(steps)))
    assert {step.total for step in steps} == {len(steps)}


def test_nothing_is_left_over(case):
    _plan, root, _steps, _built = case
    assert not list(root.rglob(".*"))
