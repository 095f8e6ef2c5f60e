from __future__ import annotations

import sys

import msgspec
import pytest

from talentpack.worker.limits import GIB, MB, READER, Profile, builder
from talentpack.worker.supervise import WorkerDied, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the kernel's limits are Unix's")

NAMES = "RLIMIT_CORE RLIMIT_DATA RLIMIT_FSIZE RLIMIT_CPU"


def last(name: str, request: bytes, profile: Profile) -> bytes:
    steps = run(f"jobs_for_tests:{name}", request, profile)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return bytes(end.value)


def test_the_limits_hold_in_the_child_and_cannot_be_raised() -> None:
    seen = msgspec.msgpack.decode(last("limited", NAMES.encode(), READER))
    limits = seen["limits"]
    assert limits["RLIMIT_CORE"] == [0, 0]
    assert limits["RLIMIT_DATA"] == [GIB, GIB]
    assert limits["RLIMIT_FSIZE"] == [0, 0]
    soft, hard = limits["RLIMIT_CPU"]
    assert READER.cpu_seconds < soft < hard <= READER.cpu_seconds + 10
    assert not seen["raised"]
    assert seen["no_new"] or sys.platform != "linux"


def test_a_child_that_computes_for_ever_is_ended_by_the_kernel() -> None:
    with pytest.raises(WorkerDied) as caught:
        last("spinning", b"", msgspec.structs.replace(READER, cpu_seconds=1))
    assert caught.value.reason == "timeout"


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_DATA binds on Linux only")
def test_a_child_that_eats_memory_runs_out_of_it() -> None:
    with pytest.raises(WorkerDied) as caught:
        last("hungry", b"", msgspec.structs.replace(READER, data_bytes=300 * MB))
    assert (caught.value.reason, caught.value.kind) == ("memory", "MemoryError")


def test_a_builder_is_given_time_and_room_by_the_size_of_its_evidence() -> None:
    small, large = builder(0), builder(1000 * MB)
    assert small.cpu_seconds < large.cpu_seconds < large.wall_seconds
    assert small.data_bytes < large.data_bytes
    assert small.file_bytes > 0
    assert large.file_bytes > 1000 * MB
