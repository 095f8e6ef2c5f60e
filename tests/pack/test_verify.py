import shutil
from pathlib import Path

import msgspec
import pikepdf
import pytest
from pikepdf import Array, Name
from tests.pack.samples import finished, ready, sample_plan

from talentpack.core.problems import Refused
from talentpack.pack.manifest import BUNDLE, NAME, encode, file_entry, read
from talentpack.pack.verify import verify
from talentpack.pack.write import write_pack


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sound")
    pack = folder / "pack"
    pack.mkdir()
    finished(write_pack(ready(sample_plan(folder)), pack))
    return pack


@pytest.fixture
def pack(sound, tmp_path):
    return Path(shutil.copytree(sound, tmp_path / "pack"))


def found(pack: Path) -> list[str]:
    return sorted(f"{difference.code} {difference.ref}" for difference in finished(verify(pack))[1])


def forged(pack: Path, change) -> None:
    """Changes the bundle and enters its new size and hash, so that only a look at the bundle can tell."""
    path = pack / BUNDLE
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    manifest = read(pack)
    files = tuple(
        msgspec.structs.replace(file_entry(pack, path), pages=entry.pages) if entry.path == BUNDLE else entry
        for entry in manifest.files
    )
    (pack / NAME).write_bytes(encode(msgspec.structs.replace(manifest, files=files)))


def test_a_sound_pack_has_no_difference_and_every_step_is_told(sound):
    steps, differences = finished(verify(sound))
    assert differences == ()
    assert [step.done for step in steps] == list(range(len(steps)))
    assert {step.total for step in steps} == {len(steps)}
    forged(Path(shutil.copytree(sound, sound.parent / "copy")), lambda _pdf: None)
    assert found(sound.parent / "copy") == []


def test_a_changed_byte(pack):
    path = pack / "Checklist.pdf"
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)
    assert "verify.changed Checklist.pdf" in found(pack)


def test_a_missing_file(pack):
    (pack / "Cover letter.docx").unlink()
    assert found(pack) == ["verify.missing Cover letter.docx"]


def test_a_missing_bundle(pack):
    (pack / BUNDLE).unlink()
    assert found(pack) == ["verify.missing Bundle.pdf"]


def test_an_added_file(pack):
    (pack / "Evidence" / "Z9.pdf").write_text("x")
    assert found(pack) == ["verify.unlisted Evidence/Z9.pdf"]


def test_files_exchanged_for_each_other(pack):
    one, other = sorted((pack / "Evidence").iterdir())[1:3]
    spare = pack / "spare"
    one.rename(spare)
    other.rename(one)
    spare.rename(other)
    assert {f"verify.changed Evidence/{path.name}" for path in (one, other)} <= set(found(pack))


def test_a_file_cut_short(pack):
    path = pack / BUNDLE
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    assert "verify.changed Bundle.pdf" in found(pack)
    assert any(difference.startswith("verify.unreadable Bundle.pdf") for difference in found(pack))


def test_a_page_taken_out(pack):
    forged(pack, lambda pdf: pdf.pages.__delitem__(10))
    differences = found(pack)
    assert "verify.pages Bundle.pdf" in differences
    assert "verify.stamps 11" in differences
    assert "verify.outline B1 Audited accounts: 2025 (11–14)" in differences


def test_pages_exchanged(pack):
    def change(pdf):
        pages = list(pdf.pages)
        pdf.pages[7], pdf.pages[8] = pages[8], pages[7]

    forged(pack, change)
    assert {"verify.stamps 8", "verify.stamps 9"} <= set(found(pack))


def test_a_wrong_bookmark(pack):
    def change(pdf):
        with pdf.open_outline() as outline:
            outline.root[1].destination = 3

    forged(pack, change)
    assert found(pack) == ["verify.outline Checklist"]


def test_a_bookmark_renamed_removed_or_added(pack):
    def change(pdf):
        with pdf.open_outline() as outline:
            outline.root[0].title = "Letter"
            outline.root[-1].children.pop()
            outline.root.append(pikepdf.OutlineItem("Extra", 0))

    forged(pack, change)
    differences = found(pack)
    assert "verify.outline Cover letter" in differences
    assert "verify.outline Child, CHAN Wing Lam" in differences


def test_no_outline_at_all(pack):
    forged(pack, lambda pdf: pdf.Root.__delitem__(Name.Outlines))
    assert len(found(pack)) == len(read(pack).bookmarks)


def test_other_page_labels(pack):
    forged(pack, lambda pdf: pdf.Root.PageLabels.Nums[1].__setitem__(Name.S, Name.r))
    assert "verify.labels 1" in found(pack)


def test_a_stamp_that_says_something_else(pack):
    def change(pdf):
        stream = pdf.pages[11].Contents[-1]
        stream.write(stream.read_bytes().replace(b"B1".hex().upper().encode(), b"4232"))

    forged(pack, change)
    assert found(pack) == ["verify.stamps 12"]


def test_a_stamp_removed_and_something_drawn_over_it(pack):
    def change(pdf):
        pdf.pages[0].Contents = pdf.pages[0].Contents[1]
        pdf.pages[2].Contents.append(pdf.make_stream(b"1 g 500 0 100 60 re f"))

    forged(pack, change)
    assert found(pack) == ["verify.stamps 1", "verify.stamps 3"]


def test_a_link_that_leads_elsewhere_or_is_gone(pack):
    def change(pdf):
        pdf.pages[4].Annots[2].Dest[0] = pdf.pages[0].obj
        del pdf.pages[8].Annots
        pdf.pages[9].Annots[0].Dest = Array([])

    forged(pack, change)
    assert found(pack) == ["verify.links 10", "verify.links 5", "verify.links 9"]


def test_a_font_that_is_not_embedded(pack):
    def change(pdf):
        for page in pdf.pages:
            for font in page.Resources.Font.as_dict().values():
                if "Inter" in str(font.BaseFont) and Name.FontFile2 in font.FontDescriptor:
                    del font.FontDescriptor[Name.FontFile2]

    forged(pack, change)
    own = {1, 2, 3, 4, 5, 6, 10, 15}
    assert set(found(pack)) == {f"verify.fonts {page}" for page in own}


def test_the_stamps_font_taken_out(pack):
    forged(pack, lambda pdf: pdf.pages[0].Resources.Font.TalentpackStamp.FontDescriptor.__delitem__(Name.FontFile2))
    assert {f"verify.fonts {page}" for page in range(1, 20)} == set(found(pack))


def test_a_manifest_that_points_outside_reads_nothing_there(pack):
    manifest = read(pack)
    outside = pack.parent / "secret.txt"
    outside.write_text("x")
    entry = msgspec.structs.replace(file_entry(pack.parent, outside), path="../secret.txt")
    (pack / NAME).write_bytes(encode(msgspec.structs.replace(manifest, files=(*manifest.files, entry))))
    assert found(pack) == ["verify.missing ../secret.txt"]


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[1]", b'{"format": 2}', b"\xff"])
def test_not_a_pack(tmp_path, content):
    if content is not None:
        (tmp_path / NAME).write_bytes(content)
    with pytest.raises(Refused, match=r"verify\.not_a_pack"):
        finished(verify(tmp_path))


@pytest.mark.parametrize("place", range(0, 4000, 397))
def test_any_damage_to_the_bundle_ends_in_a_difference(pack, place):
    path = pack / BUNDLE
    data = bytearray(path.read_bytes())
    data[-place - 1] ^= 0xFF
    path.write_bytes(data)
    assert "verify.changed Bundle.pdf" in found(pack)


def test_a_claim_cited_where_its_exhibit_is_not(pack):
    manifest = read(pack)
    first, *others = manifest.claims
    cite = msgspec.structs.replace(first.cites[0], bundle_page=15)
    wrong = msgspec.structs.replace(first, cites=(cite,))
    (pack / NAME).write_bytes(encode(msgspec.structs.replace(manifest, claims=(wrong, *others))))
    assert found(pack) == ["verify.claims income/r1/amount"]


def test_what_a_file_manager_leaves_is_no_difference(pack):
    (pack / "Evidence" / ".DS_Store").write_text("")
    assert found(pack) == []
