import errno
import os
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from talentpack.core.problems import Refused
from talentpack.pack import publish as publishing
from talentpack.pack.manifest import NAME, Manifest, digest_of, encode, file_entry, read
from talentpack.pack.publish import discard, prepare, publish

DAY = date(2026, 11, 22)


def write_pack(folder: Path, text: str) -> None:
    (folder / "Evidence").mkdir(parents=True, exist_ok=True)
    (folder / "Bundle.pdf").write_text(text)
    (folder / "Evidence" / "A1 Paper.pdf").write_text(text)
    files = (file_entry(folder, folder / "Bundle.pdf", 1), file_entry(folder, folder / "Evidence" / "A1 Paper.pdf", 1))
    manifest = Manifest(
        program="Talentpack 0",
        scheme="ttps",
        purpose="entry",
        route="A",
        day=DAY,
        rules_from=DAY,
        rules_checked=DAY,
        pages=1,
        index=0,
        files=files,
        exhibits=(),
        claims=(),
        bookmarks=(),
        links=(),
        recipe="",
    )
    (folder / NAME).write_bytes(encode(manifest))


def staged(target: Path, text: str) -> Path:
    staging = prepare(target)
    write_pack(staging, text)
    return staging


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "home" / "pack"


def refused(target: Path) -> str:
    with pytest.raises(Refused) as caught:
        prepare(target)
    return caught.value.problems[0].code


def test_a_new_folder_an_empty_one_and_an_older_pack_are_taken(target):
    publish(staged(target, "one"), target)
    assert (target / "Bundle.pdf").read_text() == "one"
    publish(staged(target, "two"), target)
    assert (target / "Bundle.pdf").read_text() == "two"
    assert beside(target) == ["pack"]
    empty = target.parent / "empty"
    empty.mkdir()
    publish(staged(empty, "three"), empty)
    assert (empty / "Bundle.pdf").read_text() == "three"


@pytest.mark.parametrize(
    "stranger", ["notes.txt", "Evidence/photo.jpg", "Other/deep.txt", ".hidden", "Evidence/empty/"]
)
def test_a_pack_with_something_else_in_it_is_refused_and_untouched(target, stranger):
    publish(staged(target, "one"), target)
    path = target / stranger
    if stranger.endswith("/"):
        path.mkdir(parents=True)
    else:
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    assert refused(target) == "publish.occupied"
    assert path.exists()
    assert (target / "Bundle.pdf").read_text() == "one"
    assert beside(target) == ["pack"]


def test_a_link_in_place_of_a_listed_file_is_refused(target, tmp_path):
    publish(staged(target, "one"), target)
    precious = tmp_path / "precious"
    precious.mkdir()
    for path in (target / "Evidence").iterdir():
        path.unlink()
    (target / "Evidence").rmdir()
    (target / "Evidence").symlink_to(precious)
    assert refused(target) == "publish.occupied"
    assert precious.exists()


def test_what_a_file_manager_leaves_is_no_reason_to_refuse(target):
    publish(staged(target, "one"), target)
    (target / ".DS_Store").write_text("")
    publish(staged(target, "two"), target)
    assert (target / "Bundle.pdf").read_text() == "two"


@pytest.mark.parametrize("content", [None, "{", '{"format": 99}', "null"])
def test_a_folder_of_other_things_is_refused(target, content):
    target.mkdir(parents=True)
    (target / "letter.txt").write_text("mine")
    if content is not None:
        (target / NAME).write_text(content)
    assert refused(target) == "publish.occupied"
    assert (target / "letter.txt").read_text() == "mine"


def test_a_file_of_that_name_is_refused(target):
    target.parent.mkdir()
    target.write_text("mine")
    assert refused(target) == "publish.occupied"
    assert target.read_text() == "mine"


def test_something_added_while_the_pack_was_written_is_not_lost(target):
    publish(staged(target, "one"), target)
    staging = staged(target, "two")
    (target / "notes.txt").write_text("mine")
    with pytest.raises(Refused):
        publish(staging, target)
    assert (target / "notes.txt").read_text() == "mine"
    assert beside(target) == ["pack"]


@pytest.mark.parametrize("failing", ["fsync", "first", "second"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "read_only"), (errno.EROFS, "read_only"), (errno.EIO, "failed")],
)
def test_a_failure_at_any_step_leaves_the_old_pack_and_nothing_else(target, monkeypatch, failing, number, code):
    publish(staged(target, "one"), target)
    staging = staged(target, "two")
    real, count = Path.rename, 0

    def rename(self, other):
        nonlocal count
        count += 1
        if count == {"first": 1, "second": 2}.get(failing):
            raise OSError(number, "no")
        return real(self, other)

    def fsync(_handle):
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "rename", rename)
    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Refused) as caught:
        publish(staging, target)
    assert caught.value.problems[0].code == f"publish.{code}"
    assert (target / "Bundle.pdf").read_text() == "one"
    assert beside(target) == ["pack"]


def test_a_kill_in_the_swap_is_undone_by_the_next_export(target):
    publish(staged(target, "one"), target)
    staged(target, "half")
    target.rename(target.parent / ".pack.replaced")  # killed between the two renames
    staging = prepare(target)
    assert (target / "Bundle.pdf").read_text() == "one"
    assert not any(staging.iterdir())
    discard(staging)
    assert beside(target) == ["pack"]


def test_a_kill_after_the_swap_leaves_the_new_pack(target):
    publish(staged(target, "one"), target)
    write_pack(target.parent / ".pack.replaced", "older")
    discard(prepare(target))
    assert (target / "Bundle.pdf").read_text() == "one"
    assert beside(target) == ["pack"]


def test_a_link_to_a_folder_means_the_folder(target, tmp_path):
    publish(staged(target, "one"), target)
    link = tmp_path / "link"
    link.symlink_to(target)
    publish(staged(link, "two"), link)
    assert link.is_symlink()
    assert (target / "Bundle.pdf").read_text() == "two"


def test_a_folder_that_cannot_be_written_is_said(target, monkeypatch):
    def mkdir(self, *args, **kwargs):
        raise OSError(errno.EROFS, "no")

    monkeypatch.setattr(Path, "mkdir", mkdir)
    assert refused(target) == "publish.read_only"


def test_publish_does_not_load_a_pdf_library():
    command = "import sys, talentpack.pack.publish; sys.exit(bool({'pikepdf', 'pypdf', 'PIL'} & set(sys.modules)))"
    import subprocess  # noqa: PLC0415 - only here
    import sys  # noqa: PLC0415 - only here

    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
    assert publishing.__doc__


class Killed(BaseException):
    """The process ends here: nothing after it runs."""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("at", range(1, 11))
def test_killed_at_any_change_of_the_disk_a_whole_pack_is_there_after_the_next_start(target, monkeypatch, at, when):
    publish(staged(target, "one"), target)
    staging = staged(target, "two")
    count = 0

    def dying(real):
        def act(*args, **kwargs):
            nonlocal count
            count += 1
            if count == at and when == "before":
                raise Killed
            result = real(*args, **kwargs)
            if count == at:
                raise Killed
            return result

        return act

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", dying(Path.rename))
        patched.setattr(shutil, "rmtree", dying(shutil.rmtree))
        patched.setattr(os, "fsync", dying(os.fsync))
        with suppress(Killed):
            publish(staging, target)
    discard(prepare(target))
    text = (target / "Bundle.pdf").read_text()
    assert text in ("one", "two")
    assert {digest_of(target / entry.path)[0] for entry in read(target).files} == {
        entry.sha256 for entry in read(target).files
    }
    assert beside(target) == ["pack"]


def test_the_root_of_a_disk_is_refused():
    assert refused(Path("/")) == "publish.occupied"
