from __future__ import annotations

import os
import time
from collections.abc import Generator
from decimal import Decimal
from multiprocessing import active_children
from pathlib import Path

import msgspec
import pytest

from talentpack.core.lines import Money
from talentpack.core.problems import Refused
from talentpack.worker.limits import READER, Profile
from talentpack.worker.protocol import PIECE_BYTES, Progress, Ready, Result, Step, encode
from talentpack.worker.supervise import WorkerDied, run

QUICK = msgspec.structs.replace(READER, wall_seconds=2)


def job(name: str, request: bytes = b"", profile: Profile = READER) -> Generator[Step, None, bytes]:
    return run(f"jobs_for_tests:{name}", request, profile)


def finish(steps: Generator[Step, None, bytes]) -> tuple[list[Step], bytes]:
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return seen, end.value


def death(name: str, request: bytes = b"", profile: Profile = READER) -> WorkerDied:
    with pytest.raises(WorkerDied) as caught:
        finish(job(name, request, profile))
    assert active_children() == []
    return caught.value


def told(name: str, request: bytes = b"", profile: Profile = READER) -> tuple[str, str]:
    died = death(name, request, profile)
    return died.reason, died.kind


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_steps_and_the_result_come_back_in_order() -> None:
    steps, result = finish(job("echo", b"abc"))
    assert [step.done for step in steps] == [1, 2, 3]
    assert result == b"cba"
    assert active_children() == []


@pytest.mark.parametrize("size", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 5 * PIECE_BYTES + 7])
def test_any_size_crosses_both_ways(size: int) -> None:
    request = os.urandom(size)
    assert finish(job("at_once", request)) == ([], request)


def test_a_refusal_crosses_with_its_typed_values() -> None:
    with pytest.raises(Refused) as caught:
        finish(job("refusing", b"deed.pdf"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.ref) == ("test.refused", "somewhere")
    assert problem.what.values == {"file": "deed.pdf", "amount": Money(amount=Decimal(12), currency="HKD")}
    assert active_children() == []


def test_an_unexpected_exception_crosses_by_its_type_alone() -> None:
    died = death("raising", b"CHAN Tai Man A123456(3)")
    assert (died.reason, died.kind) == ("broken", "LookupError")
    assert "CHAN" not in str(died) + repr(died)


@pytest.mark.parametrize(
    ("name", "kind"), [("leaving", "SystemExit"), ("wrong_type", "TypeError"), ("no_such_job", "AttributeError")]
)
def test_other_ways_to_fail_are_broken(name: str, kind: str) -> None:
    assert told(name) == ("broken", kind)


def test_a_job_whose_module_does_not_exist_is_broken() -> None:
    with pytest.raises(WorkerDied) as caught:
        finish(run("no_such_module:job", b"", READER))
    assert caught.value.kind == "ModuleNotFoundError"


def test_a_crash_is_told_from_a_refusal() -> None:
    assert death("crashing").reason == "killed"


def test_a_sleeping_child_is_ended_by_the_wall_clock() -> None:
    begun = time.monotonic()
    assert death("sleeping", profile=QUICK).reason == "timeout"
    assert time.monotonic() - begun < QUICK.wall_seconds + 2


def test_closing_kills_and_reaps_the_child() -> None:
    steps = job("sleeping")
    pid = int(next(steps).detail)
    assert not gone(pid)
    begun = time.monotonic()
    steps.close()
    assert gone(pid)
    assert time.monotonic() - begun < 1


def test_a_child_that_ignores_being_asked_is_killed() -> None:
    steps = job("deaf")
    pid = int(next(steps).detail)
    steps.close()
    assert gone(pid)


def test_an_exception_of_the_caller_ends_the_child_too() -> None:
    steps = job("sleeping")
    pid = int(next(steps).detail)
    with pytest.raises(KeyboardInterrupt):
        steps.throw(KeyboardInterrupt())
    assert gone(pid)


def test_nothing_starts_before_the_first_step_is_asked_for() -> None:
    steps = job("sleeping")
    assert active_children() == []
    steps.close()


def test_a_result_over_the_cap_is_not_read() -> None:
    small = msgspec.structs.replace(READER, max_result_bytes=1000)
    assert finish(job("large", b"1000", small))[1] == b"x" * 1000
    assert told("large", b"1001", small) == ("broken", "")


def test_a_pickle_in_the_pipe_is_never_opened(tmp_path: Path) -> None:
    mark = tmp_path / "opened"
    assert told("pickling", str(mark).encode()) == ("broken", "")
    assert not mark.exists()


@pytest.mark.parametrize(
    "frame",
    [
        b"",
        b"garbage",
        b"\xc1",
        msgspec.msgpack.encode({"type": "progress", "step": {"label": "x", "done": 1, "total": 1, "more": 1}}),
        msgspec.msgpack.encode({"type": "result", "size": -1}),
        msgspec.msgpack.encode({"type": "result", "size": 10**15}),
        msgspec.msgpack.encode({"type": "failed", "problems": []}),
        msgspec.msgpack.encode({"type": "broken", "kind": "HK$3,000,000 of CHAN Tai Man"}),
        msgspec.msgpack.encode({"type": "broken", "kind": "KeyError\nCHAN"}),
        msgspec.msgpack.encode({"type": "broken", "kind": "K" * 81}),
        encode(Ready()),
        encode(Progress(step=Step(label="x", done=1, total=1))) + b"trailing",
        b"\x81\xa4step" * 60_000,  # nested deeper than any decoder should follow
    ],
)
def test_what_is_no_message_is_broken(frame: bytes) -> None:
    assert told("saying", frame) == ("broken", "")


def test_a_message_nested_too_deep_is_broken() -> None:
    line = b"\x82\xa4type\xa4line\xa6values\x81\xa1a"  # {"type": "line", "values": {"a": the next}}
    frame = b"\x82\xa4type\xa6failed\xa8problems\x91\x81\xa4what" + line * 40_000
    assert told("saying", frame) == ("broken", "")


@pytest.mark.parametrize(
    "raw",
    [
        b"\x7f\xff\xff\xff",  # the header of two gigabytes
        b"\xff\xff\xff\xff" + b"\x00" * 8,  # the header of an even longer frame
        b"\x00\x20\x00\x00",  # two megabytes: over the cap of a message
    ],
)
def test_a_frame_over_the_cap_is_not_read(raw: bytes) -> None:
    assert told("dribbling", raw) == ("broken", "")


@pytest.mark.parametrize("raw", [b"\x00\x00", b"\x00\x00\x00\x0aabc"])
def test_half_a_frame_and_then_silence_is_a_timeout(raw: bytes) -> None:
    begun = time.monotonic()
    assert death("dribbling", raw, QUICK).reason == "timeout"
    assert time.monotonic() - begun < QUICK.wall_seconds + 2


def test_a_result_announced_and_never_sent_is_a_timeout() -> None:
    assert death("saying", encode(Result(size=10)), QUICK).reason == "timeout"


def test_a_child_that_hangs_up_is_broken() -> None:
    assert told("hanging_up") == ("broken", "")


def test_steps_without_end_stop_at_the_wall_clock() -> None:
    assert death("shouting", profile=QUICK).reason == "timeout"


def test_a_forged_refusal_is_strict_about_its_values() -> None:
    assert told("saying", msgspec.msgpack.encode({"type": "failed", "problems": [{"code": "x"}]})) == ("broken", "")
