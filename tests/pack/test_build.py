import errno
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.pack.samples import FONTS, RECIPE, finished, sample_plan

from talentpack.app.words import words_for
from talentpack.core.problems import Refused
from talentpack.pack.build import build
from talentpack.pack.manifest import BUNDLE, digest_of
from talentpack.pack.verify import verify


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return sample_plan(tmp_path_factory.mktemp("papers"))


def building(plan, staging: Path):
    words = words_for("en", FONTS.parent)
    return build(plan, words, words, FONTS, staging, RECIPE)


@pytest.fixture
def staging(tmp_path):
    """As the program hands it over: with the cleaned copies in a folder of its own."""
    folder = tmp_path / ".pack.part"
    (folder / ".cleaned").mkdir(parents=True)
    (folder / ".cleaned" / "e1-file.pdf").write_text("x")
    return folder


def left(staging: Path) -> list[str]:
    return sorted(path.relative_to(staging).as_posix() for path in staging.rglob("*") if path.is_file())


def test_with_our_own_pages_a_pack_verifies(plan, tmp_path):
    steps, built = finished(building(plan, tmp_path))
    assert finished(verify(tmp_path))[1] == ()
    assert steps[0].label == "build.front"
    assert sorted(built.files) == left(tmp_path)
    assert built.warnings == ()
    with (tmp_path / BUNDLE).open("rb") as file:
        reader = PdfReader(file)
        assert len(reader.pages) == built.pages
        index = next(page for page in reader.pages if "Index of exhibits" in page.extract_text())
        assert len(index["/Annots"]) >= 1 + len(plan.exhibits)


def test_the_same_plan_gives_the_same_bytes(plan, tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        finished(building(plan, tmp_path / name))
    one, two = ({path: digest_of(tmp_path / name / path) for path in left(tmp_path / name)} for name in ("one", "two"))
    assert one == two
    assert len(one) >= 15


@pytest.mark.parametrize("after", [1, 2, 5, 9])
def test_closing_it_takes_away_what_it_had_written(plan, staging, after):
    steps = building(plan, staging)
    for _ in range(after):
        next(steps)
    steps.close()
    assert left(staging) == [".cleaned/e1-file.pdf"]


def test_a_full_disk_is_said_and_leaves_nothing(plan, staging):
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here to write to")
    (staging / BUNDLE).symlink_to("/dev/full")
    with pytest.raises(Refused, match=r"^publish\.full$"):
        finished(building(plan, staging))
    assert left(staging) == [".cleaned/e1-file.pdf"]


def test_a_character_no_font_has_is_a_warning(plan, tmp_path):
    people = (type(plan.people[0])(ref="applicant", role=plan.people[0].role, name="A ᚠ"), *plan.people[1:])
    folder = tmp_path / "papers"
    folder.mkdir()
    staging = tmp_path / "staging"
    staging.mkdir()
    _steps, built = finished(building(sample_plan(folder, people=people), staging))
    assert [(warning.code, warning.ref) for warning in built.warnings] == [("pack.no_glyph", "ᚠ")]


def test_a_write_error_keeps_its_number_and_says_no_path(plan, staging, monkeypatch):
    def save(pdf, path):
        raise OSError(errno.EIO, "secret", str(path))

    monkeypatch.setattr("talentpack.pack.bundle.save", save)
    with pytest.raises(Refused) as caught:
        finished(building(plan, staging))
    assert caught.value.problems[0].what.values == {"reason": "EIO"}
    assert left(staging) == [".cleaned/e1-file.pdf"]
