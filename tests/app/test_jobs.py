from __future__ import annotations

import inspect
from collections.abc import Generator
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from talentpack.app import jobs
from talentpack.core.lines import Line, Money, line
from talentpack.core.papers import Intake, IntakeRequest
from talentpack.core.problems import Problem
from talentpack.core.values import Value
from talentpack.worker.child import load
from talentpack.worker.limits import READER, Profile
from talentpack.worker.protocol import Step
from talentpack.worker.supervise import WorkerDied


class Asked(Value, frozen=True, kw_only=True):
    data: bytes
    what: Line


class Told(Value, frozen=True, kw_only=True):
    data: bytes
    what: Line


Answer = TypeVar("Answer", bound=Value)
REQUEST = Asked(data=b"\x00%PDF", what=line("{a}", a=Money(amount=Decimal("1.50"), currency="HKD")))


def value(steps: Generator[Step, None, Answer]) -> Answer:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "worker"))
    names = {name: f"jobs_for_tests:{name}" for name in ("at_once", "echo", "limited")}
    monkeypatch.setattr(jobs, "JOBS", names)


@pytest.mark.usefixtures("table")
def test_a_value_goes_in_and_a_value_comes_out() -> None:
    assert value(jobs.read("at_once", REQUEST, Told)) == Told(data=REQUEST.data, what=REQUEST.what)


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("job", ["at_once", "echo"])
def test_an_answer_of_another_type_is_a_broken_worker(job: str) -> None:
    with pytest.raises(WorkerDied) as caught:
        value(jobs.read(job, REQUEST, Problem))
    assert caught.value.reason == "broken"


def test_readers_and_builders_get_their_own_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Profile] = []

    def run(job: str, request: bytes, profile: Profile) -> Generator[Step, None, bytes]:
        given.append(profile)
        assert job in jobs.JOBS.values()
        yield Step(label="test", done=1, total=1)
        return request

    monkeypatch.setattr(jobs, "run", run)
    value(jobs.read("intake", REQUEST, Told))
    value(jobs.build("build", REQUEST, Told, 10**9))
    assert given[0] == READER
    assert given[1].name == "builder"
    assert given[1].data_bytes > 2 * 10**9


@pytest.mark.parametrize("name", jobs.JOBS)
def test_every_job_is_a_generator_of_ours(name: str) -> None:
    assert jobs.JOBS[name].startswith("talentpack.")
    assert inspect.isgeneratorfunction(load(jobs.JOBS[name]))


def test_a_file_goes_to_the_reader_and_its_verdict_comes_back() -> None:
    data = b"no document at all"
    taken = value(jobs.read("intake", IntakeRequest(data=data), Intake))
    assert (taken.verdict, taken.size) == ("not_a_document", len(data))


def test_bytes_cross_as_they_are() -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(REQUEST), type=Asked) == REQUEST
