"""Beginning, finding and erasing kept cases: whole or not at all."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime

import pytest

from talentpack.app import acts, cases
from talentpack.app.files import shown_name
from talentpack.app.kept import open_case
from talentpack.app.opening import open_file
from talentpack.core.problems import Refused

CASE = 'scheme = "ttps"\n[[evidence]]\nfile = "a.pdf"\nproof = "photo"\n[[evidence]]\nfile = "b.pdf"\nproof = "photo"\n'


def now():
    return datetime.fromtimestamp(time.time(), UTC)


def finished(running):
    while True:
        try:
            next(running)
        except StopIteration as stop:
            return stop.value


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def filed(tmp_path):
    """An answers file with two papers."""
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(name.encode() * 1_000_000)
    (tmp_path / "case.toml").write_text(CASE, "utf-8")
    return open_file(tmp_path / "case.toml", now)


def test_given_up_at_any_step_nothing_is_begun(tmp_path, filed):
    home = tmp_path / "cases"
    steps = sum(1 for _ in cases.begin(home, now, "Anna", opened=filed))
    assert steps > 8
    whole = names(home)
    for count in range(1, steps, 3):
        running = cases.begin(home, now, "Anna", opened=filed)
        for _ in range(count):
            next(running)
        assert len(names(home)) == 2
        running.close()
        assert names(home) == whole


def test_what_a_crash_left_is_swept_when_it_is_old(tmp_path, filed):
    home = tmp_path / "cases"
    case_id = finished(cases.begin(home, now, "Anna", opened=filed))
    for name in (".old.part", ".young.part", ".half.erased", ".somebodys"):
        (home / name).mkdir()
        (home / name / "file").write_text("x")
    os.utime(home / ".old.part", (time.time() - 90_000,) * 2)
    another = finished(cases.begin(home, now, "Anna"))
    assert names(home) == sorted([".somebodys", ".young.part", case_id, another])
    assert {each.folder.name for each in cases.listed(home, now, "Anna")} == {case_id, another}


def test_a_case_is_erased_with_everything_in_it_or_stays(tmp_path, filed, monkeypatch):
    home = tmp_path / "cases"
    case_id = finished(cases.begin(home, now, "Anna", opened=filed))
    with open_case(home / case_id, now, "Berta"), pytest.raises(Refused, match=r"case\.open_elsewhere"):
        cases.erase(home / case_id, now, "Anna")
    assert len(list((home / case_id).rglob("*"))) > 4
    cases.erase(home / case_id, now, "Anna")
    assert names(home) == []


def test_what_is_done_is_the_users(tmp_path):
    home = tmp_path / "cases"
    folder = home / finished(cases.begin(home, now, "Anna"))
    with open_case(folder, now, "Berta") as case:
        acts.set_answer(case, "applicant.phone", "1")
        assert [(each.kind, each.actor) for each in case.session.actions] == [("open", "Anna"), ("answer", "Berta")]


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a file's name be no text")
def test_a_file_whose_name_is_no_text_can_be_kept(tmp_path):
    home = tmp_path / "cases"
    paper = tmp_path / os.fsdecode(b"caf\xe9.pdf")
    paper.write_bytes(b"%PDF-")
    assert shown_name(paper) == "caf\ufffd.pdf"
    folder = home / finished(cases.begin(home, now, "Anna"))
    with open_case(folder, now, "Anna") as case:
        stored = finished(case.take_in(paper))
        case.session.attach({"file": shown_name(paper), "file_id": stored.id, "proof": "photo"})
    with open_case(folder, now, "Anna") as case:
        assert case.answers.text("evidence/e1/file") == "caf\ufffd.pdf"
