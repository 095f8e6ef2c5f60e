from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from typing import Any

from pytestqt.qtbot import QtBot

from talentpack.app import jobs as app_jobs
from talentpack.core.lines import line
from talentpack.core.problems import refuse
from talentpack.gui.jobs import READERS, Jobs
from talentpack.worker.protocol import Step
from talentpack.worker.supervise import WorkerDied

Work = Callable[[], Generator[Step, None, Any]]


def counting(total: int, seen: list[str] | None = None) -> Work:
    def work() -> Generator[Step, None, int]:
        try:
            for done in range(total):
                yield Step(label="count", done=done, total=total)
            return total
        finally:
            if seen is not None:
                seen.append("cleaned up")

    return work


def failing(error: Exception) -> Work:
    def work() -> Generator[Step, None, int]:
        yield Step(label="count", done=0, total=1)
        raise error

    return work


def test_steps_and_the_result_arrive_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    results: list[tuple[int, int]] = []
    job = jobs.begin(counting(3))
    job.step.connect(lambda step: steps.append((step.done, threading.get_ident())))
    job.done.connect(lambda result: results.append((result, threading.get_ident())))
    with qtbot.waitSignal(job.ended):
        pass
    here = threading.get_ident()
    assert steps == [(0, here), (1, here), (2, here)]
    assert results == [(3, here)]


def test_a_refusal_comes_with_its_problems(jobs: Jobs, qtbot: QtBot) -> None:
    job = jobs.begin(failing(refuse("some.code", line("What."), line("Remedy."))))
    with qtbot.waitSignal(job.refused) as refused:
        pass
    assert [problem.code for problem in refused.args[0]] == ["some.code"]


def test_a_death_is_told_by_its_reason_and_a_defect_by_its_type(jobs: Jobs, qtbot: QtBot) -> None:
    for error, told in (
        (WorkerDied("memory"), "memory"),
        (ZeroDivisionError("of the person's data"), "ZeroDivisionError"),
    ):
        job = jobs.begin(failing(error))
        with qtbot.waitSignal(job.died) as died:
            pass
        assert died.args == [told]


def test_cancelling_closes_the_generator_and_tells_no_result(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[str] = []
    job = jobs.begin(counting(10**9, seen))
    job.done.connect(lambda _: seen.append("done"))
    with qtbot.waitSignal(job.cancelled):
        job.step.connect(job.cancel)
    assert seen == ["cleaned up"]
    assert not job.running


def test_readers_wait_their_turn(jobs: Jobs, qtbot: QtBot) -> None:
    go = threading.Event()
    begun: list[int] = []
    most: list[int] = []
    now: set[int] = set()

    def reader(number: int) -> Work:
        def work() -> Generator[Step, None, None]:
            begun.append(number)
            now.add(number)
            most.append(len(now))
            assert go.wait(10)
            yield Step(label="read", done=0, total=1)
            now.discard(number)

        return work

    ended = [jobs.read(reader(number)).ended for number in range(5)]
    qtbot.waitUntil(lambda: len(begun) == READERS)
    with qtbot.waitSignals(ended):
        go.set()
    assert sorted(begun[:READERS]) == [0, 1]
    assert sorted(begun) == [0, 1, 2, 3, 4]
    assert max(most) == READERS


def test_a_job_cancelled_while_it_waits_never_begins(jobs: Jobs, qtbot: QtBot) -> None:
    go = threading.Event()
    begun: list[int] = []

    def reader(number: int) -> Work:
        def work() -> Generator[Step, None, None]:
            begun.append(number)
            assert go.wait(10)
            yield Step(label="read", done=0, total=1)

        return work

    first = [jobs.read(reader(number)) for number in range(READERS)]
    last = jobs.read(reader(99))
    last.cancel()
    with qtbot.waitSignals([job.ended for job in (*first, last)]):
        go.set()
    assert 99 not in begun


def test_closing_ends_a_worker_that_says_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    jobs.begin(lambda: app_jobs._run("intake", _Nothing(), bytes, app_jobs.limits.READER))
    qtbot.waitUntil(lambda: bool(app_jobs.active_children()), timeout=10_000)
    jobs.close()
    assert app_jobs.active_children() == []


class _Nothing(app_jobs.Value, frozen=True, kw_only=True):
    """No request of ours: the reader refuses it."""
