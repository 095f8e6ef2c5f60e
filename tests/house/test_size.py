from __future__ import annotations

from statistics import median

import pytest
from tests.house.source import python

LONGEST, MIDDLE = 300, 120


def test_files_stay_small(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = {file.name: file.text.count("\n") for file in python("src")}
    middle = median(sizes.values())
    with capsys.disabled():
        print(f"\n{len(sizes)} files in src, median {middle:.0f} lines, longest {max(sizes.values())}")  # noqa: T201 - the figure is wanted at every run
    assert {name: size for name, size in sizes.items() if size > LONGEST} == {}
    assert middle < MIDDLE


def test_tests_and_tools_can_be_read_too() -> None:
    rest = (*python("tests"), *python("tools"), *python("bench"), *python("packaging"))
    assert {file.name: n for file in rest if (n := file.text.count("\n")) > 2 * LONGEST} == {}
