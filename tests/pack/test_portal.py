import hashlib

import pytest
from PIL import Image
from pypdf import PdfReader
from tests.pack.samples import PlainWords, filed, photograph, sample_plan, sheaf, slot

from talentpack.core.exhibits import number
from talentpack.core.lines import line
from talentpack.core.problems import Refused
from talentpack.pack.portal import portal_warnings, write_portal


def written(plan, root):
    root.mkdir()
    files = list(write_portal(plan, PlainWords(), root))
    for file in files:
        data = (root / file.file.path).read_bytes()
        assert file.file.bytes == len(data)
        assert file.file.sha256 == hashlib.sha256(data).hexdigest()
    return files


def paths(files):
    return [file.file.path for file in files]


def codes(plan, files):
    return [(warning.code, warning.ref) for warning in portal_warnings(plan, files)]


def test_files_lie_by_person_and_slot_in_order(tmp_path):
    plan = sample_plan(tmp_path)
    files = written(plan, tmp_path / "out")
    assert paths(files) == [
        "Portal/CHAN Tai Man/Photo/01 Photograph.jpg",
        "Portal/CHAN Tai Man/Travel document/01 Passport of Malaysia.pdf",
        "Portal/CHAN Tai Man/Income proof/01 Audited accounts - 2025.pdf",
        "Portal/LAU Mei Ling/Travel document/01 Passport of Malaysia.pdf",
    ]
    assert codes(plan, files) == []
    with (tmp_path / "out" / files[2].file.path).open("rb") as file:
        assert len(PdfReader(file).pages) == files[2].file.pages == 4


def test_several_files_of_a_slot_are_numbered(tmp_path):
    plan = sample_plan(tmp_path, slots=(slot("papers", ("A2", "B1", "F2.1")),))
    assert [path.rpartition("/")[2][:2] for path in paths(written(plan, tmp_path / "out"))] == ["01", "02", "03"]


def test_the_photograph_is_a_picture_byte_for_byte_where_the_slot_takes_both(tmp_path):
    plan = sample_plan(tmp_path, slots=(slot("photo", ("A1",), formats=("PDF", "PNG", "JPEG")),))
    (file,) = written(plan, tmp_path / "out")
    assert (tmp_path / "out" / file.file.path).read_bytes() == (tmp_path / "photo.jpg").read_bytes()
    assert file.file.pages is None


def test_a_picture_is_turned_and_converted_where_it_must_be(tmp_path):
    turned = photograph(tmp_path)
    turned = type(turned)(**{name: getattr(turned, name) for name in turned.__struct_fields__} | {"rotate": {1: 90}})
    exhibits = number((filed("Photograph", "A", [turned], proof="photo"),))
    Image.new("RGBA", (40, 20), (255, 0, 0, 0)).save(tmp_path / "photo.jpg", "PNG")
    plan = sample_plan(tmp_path, exhibits=exhibits, slots=(slot("photo", ("A1",), formats=("jpg",)),))
    Image.new("RGBA", (40, 20), (255, 0, 0, 0)).save(tmp_path / "photo.jpg", "PNG")
    (file,) = written(plan, tmp_path / "out")
    with Image.open(tmp_path / "out" / file.file.path) as picture:
        assert (picture.format, picture.size) == ("JPEG", (20, 40))
        assert picture.getpixel((5, 5)) == (255, 255, 255)
        assert not picture.getexif()


def test_pages_become_pictures_where_the_slot_takes_no_pdf(tmp_path):
    plan = sample_plan(tmp_path, slots=(slot("scan", ("A2",), formats=("PNG",)),))
    files = written(plan, tmp_path / "out")
    assert paths(files) == [
        "Portal/CHAN Tai Man/Scan/01 Passport of Malaysia.png",
        "Portal/CHAN Tai Man/Scan/02 Passport of Malaysia.png",
    ]
    with Image.open(tmp_path / "out" / files[0].file.path) as picture:
        assert picture.size == (1654, 2339)
    assert len(list((tmp_path / "out").rglob("*.*"))) == 2


def test_too_large_too_many_and_no_format_are_said_and_the_file_is_there(tmp_path):
    slots = (
        slot("large", ("A2",), max_bytes=1000),
        slot("many", ("A2", "B1"), max_files=1),
        slot("film", ("B1",), formats=("MP4",)),
    )
    plan = sample_plan(tmp_path, slots=slots)
    files = written(plan, tmp_path / "out")
    assert codes(plan, files) == [
        ("portal.too_large", "Portal/CHAN Tai Man/Large/01 Passport of Malaysia.pdf"),
        ("portal.too_many", "applicant/many"),
        ("portal.format", "B1"),
    ]
    words = PlainWords()
    texts = [words.say(warning.text) for warning in portal_warnings(plan, files)]
    assert texts[1] == "Many: 2 files, and the online form takes 1"
    assert texts[0] == "Large: 01 Passport of Malaysia.pdf has 0.1 MB, and the online form takes 0 MB a file"


def test_two_people_of_one_name_have_two_folders(tmp_path):
    plan = sample_plan(tmp_path)
    people = tuple(type(person)(ref=person.ref, role=person.role, name="LI Li") for person in plan.people)
    files = written(sample_plan(tmp_path, people=people), tmp_path / "out")
    assert {path.split("/")[1] for path in paths(files)} == {"LI Li", "LI Li (2)"}


@pytest.mark.parametrize("title", ["CON", "../../etc/passwd", "a" * 300, ""])
def test_no_title_leads_out_of_the_folder(tmp_path, title):
    exhibits = number((filed(title, "A", [sheaf(tmp_path, "one", 1)]),))
    plan = sample_plan(tmp_path, exhibits=exhibits, slots=(slot("one", ("A1",)),))
    (path,) = paths(written(plan, tmp_path / "out"))
    assert path.startswith("Portal/CHAN Tai Man/One/01")
    assert (tmp_path / "out" / path).is_file()
    assert plan.exhibits[0].paper.title == line(title)


@pytest.mark.parametrize("content", [None, b"no picture"])
def test_a_picture_that_cannot_be_read_is_named(tmp_path, content):
    plan = sample_plan(tmp_path)
    (tmp_path / "photo.jpg").unlink()
    if content is not None:
        (tmp_path / "photo.jpg").write_bytes(content)
    with pytest.raises(Refused, match=r"^pack\.unreadable A1$"):
        written(plan, tmp_path / "out")
