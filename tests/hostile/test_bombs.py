"""Small files that want all memory or all time: a verdict, or the reader ends, within a reader's limits."""

import time

import msgspec
import pytest
from tests.hostile import bombs, make

from talentpack.core.papers import Intake, IntakeRequest
from talentpack.worker.limits import READER
from talentpack.worker.supervise import WorkerDied, run

VERDICTS = {
    "content_bomb": "too_large",
    "double_bomb": "too_large",
    "nested_forms": "too_large",
    "huge_picture": "too_large",
    "many_pages": "too_large",
    "many_marks": "ready",
    "long_chain": "ready",
}


def in_a_reader(data, profile=READER):
    steps = run("talentpack.evidence.jobs:intake", msgspec.msgpack.encode(IntakeRequest(data=data)), profile)
    try:
        while True:
            next(steps)
    except StopIteration as end:
        return msgspec.msgpack.decode(end.value, type=Intake)


@pytest.mark.parametrize("name", VERDICTS)
def test_bombs_are_refused_or_come_through(name):
    started = time.monotonic()
    assert in_a_reader(make.BOMBS[name]()).verdict == VERDICTS[name]
    assert time.monotonic() - started < READER.wall_seconds


def test_what_only_drawing_reveals_ends_the_reader():
    short = msgspec.structs.replace(READER, wall_seconds=5, cpu_seconds=4)
    with pytest.raises(WorkerDied) as died:
        in_a_reader(bombs.nested_patterns(), short)
    assert died.value.reason == "timeout"


def test_every_bomb_is_tried():
    assert {*VERDICTS, "nested_patterns"} == set(make.BOMBS)
