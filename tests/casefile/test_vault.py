from __future__ import annotations

import errno
import hashlib
import os

import pytest
from tests.casefile.made import code, new_store

from talentpack.casefile import disk, vault
from talentpack.casefile.vault import Vault, path_of
from talentpack.core.problems import Refused

PAPER = b"%PDF- a paper\n" * 200_000  # three pieces


@pytest.fixture
def store(tmp_path):
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def papers(tmp_path, store):
    return Vault(tmp_path / "evidence", store)


def take(papers, path):
    """The file kept, and the steps on the way."""
    steps = []
    with path.open("rb") as source:
        running = papers.take_in(source)
        while True:
            try:
                steps.append(next(running))
            except StopIteration as stop:
                return stop.value, steps


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_paper_is_kept_byte_for_byte_under_its_id(tmp_path, papers, store):
    (tmp_path / "paper.pdf").write_bytes(PAPER)
    file, steps = take(papers, tmp_path / "paper.pdf")
    assert (file.sha256, file.size) == (hashlib.sha256(PAPER).hexdigest(), len(PAPER))
    assert path_of(tmp_path / "evidence", file.id).read_bytes() == PAPER
    assert files(tmp_path / "evidence") == [f"{file.id[:2]}/{file.id}"]
    assert store.files() == (file,)
    assert [step.done for step in steps] == [1 << 20, 2 << 20, len(PAPER)]
    assert (tmp_path / "paper.pdf").read_bytes() == PAPER


@pytest.mark.skipif(os.name == "nt", reason="modes are the other systems' matter")
def test_only_this_user_may_read_it(tmp_path, papers):
    (tmp_path / "paper.pdf").write_bytes(b"x")
    file, _ = take(papers, tmp_path / "paper.pdf")
    kept = path_of(tmp_path / "evidence", file.id)
    assert [path.stat().st_mode & 0o77 for path in (kept, kept.parent, kept.parent.parent)] == [0, 0, 0]


def test_the_same_contents_are_kept_once(tmp_path, papers, store):
    for name in ("a", "b", "empty"):
        (tmp_path / name).write_bytes(b"" if name == "empty" else PAPER)
    first, _ = take(papers, tmp_path / "a")
    assert take(papers, tmp_path / "b")[0] == first
    other, _ = take(papers, tmp_path / "empty")
    assert {each.id for each in store.files()} == {first.id, other.id}
    assert len(files(tmp_path / "evidence")) == 2


@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_a_lost_paper_is_missed_and_comes_back_with_its_contents(tmp_path, papers, harm):
    (tmp_path / "a").write_bytes(PAPER)
    file, _ = take(papers, tmp_path / "a")
    kept = path_of(tmp_path / "evidence", file.id)
    assert papers.missing() == ()
    if harm == "gone":
        kept.unlink()
    else:
        kept.write_bytes(PAPER[:100])
    assert papers.missing() == (file,)
    assert take(papers, tmp_path / "a")[0] == file
    assert kept.read_bytes() == PAPER
    assert papers.missing() == ()


def test_one_given_up_leaves_nothing(tmp_path, papers, store):
    (tmp_path / "a").write_bytes(PAPER)
    with (tmp_path / "a").open("rb") as source:
        running = papers.take_in(source)
        next(running)
        assert len(files(tmp_path / "evidence")) == 1
        running.close()
    assert (files(tmp_path / "evidence"), store.files()) == ([], ())


@pytest.mark.parametrize("change", [b"more", None], ids=["longer", "shorter"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path, papers, store, change):
    path = tmp_path / "a"
    path.write_bytes(PAPER)
    with path.open("rb") as source:
        running = papers.take_in(source)
        next(running)
        if change:
            with path.open("ab") as more:
                more.write(change)
        else:
            os.truncate(path, 1 << 20)
        with pytest.raises(Refused) as refused:
            list(running)
    assert code(refused) == "evidence.changing"
    assert (files(tmp_path / "evidence"), store.files()) == ([], ())


def test_what_a_crash_left_is_swept(tmp_path, papers):
    (tmp_path / "a").write_bytes(b"kept")
    file, _ = take(papers, tmp_path / "a")
    (tmp_path / "evidence" / "0123.part").write_bytes(b"half")
    papers.sweep()
    assert files(tmp_path / "evidence") == [f"{file.id[:2]}/{file.id}"]


@pytest.mark.parametrize("place", ["create_file", "sync_folder", "fsync", "replace"])
@pytest.mark.parametrize("why", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
def test_a_fault_anywhere_leaves_the_case_as_it_was(tmp_path, papers, store, monkeypatch, place, why):
    def fail(*_arguments, **_names):
        raise OSError(why, os.strerror(why))

    (tmp_path / "a").write_bytes(PAPER)
    where = {"fsync": (os, "fsync"), "replace": (type(tmp_path), "replace")}
    with monkeypatch.context() as patch:
        patch.setattr(*where.get(place, (vault, place)), fail)
        if place == "sync_folder":
            patch.setattr(disk, place, fail)
        with pytest.raises(Refused) as refused:
            take(papers, tmp_path / "a")
    assert code(refused) == "case.not_saved"
    assert store.files() == ()
    assert [name for name in files(tmp_path / "evidence") if name.endswith(".part")] == []
    file, _ = take(papers, tmp_path / "a")
    assert path_of(tmp_path / "evidence", file.id).read_bytes() == PAPER
