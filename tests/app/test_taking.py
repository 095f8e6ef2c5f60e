from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from tests.app.made import SAMPLES, ready

from talentpack.app import taking
from talentpack.core.answers import Answers
from talentpack.core.problems import Refused
from talentpack.worker.supervise import WorkerDied

T = TypeVar("T")


def finished(running: Generator[Any, None, T]) -> T:
    while True:
        try:
            next(running)
        except StopIteration as stop:
            result: T = stop.value
            return result


def evidence(*files: str) -> Answers:
    ids = [f"e{number}" for number, _ in enumerate(files, 1)]
    return Answers(
        {"evidence": list(ids), **{f"evidence/{each}/file": file for each, file in zip(ids, files, strict=True)}}
    )


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Stands in for the worker; what was asked of it."""
    asked: list[bytes] = []

    def answer(_name: str, request: Any, _type: Any) -> Generator[Any, None, Any]:
        asked.append(request.data)
        yield from ()
        return ready(1)

    monkeypatch.setattr(taking, "read", answer)
    return asked


def test_the_same_file_named_twice_is_read_once(tmp_path: Path, read: list[bytes]) -> None:
    (tmp_path / "a.pdf").write_bytes(b"one")
    taken = finished(taking.take_in_all(evidence("a.pdf", "a.pdf"), tmp_path))
    assert set(taken) == {"e1/file", "e2/file"}
    assert read == [b"one"]


def test_every_file_that_cannot_be_used_is_named_at_once(tmp_path: Path, read: list[bytes]) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "good.pdf").write_bytes(b"good")
    with pytest.raises(Refused) as refused:
        finished(taking.take_in_all(evidence("gone.pdf", "folder", "good.pdf"), tmp_path))
    assert [(problem.code, problem.ref) for problem in refused.value.problems] == [
        ("evidence.not_there", "gone.pdf"),
        ("evidence.not_a_file", "folder"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_pipe_in_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    with pytest.raises(Refused, match=r"evidence\.not_a_file"):
        taking.read_file(tmp_path / "pipe.pdf")


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="this system cannot refuse to follow links")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "link.pdf").symlink_to(tmp_path / "secret")
    with pytest.raises(Refused, match=r"evidence\.link"):
        taking.read_file(tmp_path / "link.pdf")


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, read: list[bytes]) -> None:
    with (tmp_path / "large.pdf").open("wb") as file:
        file.truncate(taking.TOO_LARGE + 1)
    with pytest.raises(Refused, match=r"evidence\.too_large"):
        finished(taking.take_in(tmp_path / "large.pdf"))
    assert read == []


@pytest.mark.parametrize("reason", ["timeout", "memory", "killed", "broken"])
def test_a_reader_that_dies_is_a_verdict_on_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: Any
) -> None:
    def dies(*_: Any) -> Generator[Any, None, Any]:
        yield from ()
        raise WorkerDied(reason)

    monkeypatch.setattr(taking, "read", dies)
    (tmp_path / "a.pdf").write_bytes(b"x")
    intake = finished(taking.take_in(tmp_path / "a.pdf"))
    assert intake.verdict == "damaged"
    assert intake.reason is not None


def test_a_logo_is_a_picture(tmp_path: Path, read: list[bytes]) -> None:
    (tmp_path / "logo.png").write_bytes(b"x")
    answers = Answers({"consultant/logo": "logo.png"})
    with pytest.raises(Refused, match=r"letterhead\.logo"):
        finished(taking.take_logo(answers, tmp_path))
    assert finished(taking.take_logo(Answers(), tmp_path)) == b""


def test_a_real_photograph_goes_through_a_real_reader() -> None:
    answers = Answers({"consultant/logo": "photo-applicant.jpg"})
    picture = finished(taking.take_logo(answers, SAMPLES / "a-income" / "evidence"))
    assert picture.startswith(b"\xff\xd8")
