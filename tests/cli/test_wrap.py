from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpack.cli.wrap import cells, padded, terminal_width, wrapped

TEXTS = st.text(st.sampled_from("ab é,.(堃喆，。（「」 "), max_size=60)


@pytest.mark.parametrize(("text", "wide"), [("", 0), ("abc", 3), ("陳小明", 6), ("é", 1), ("e\u0301", 1), ("（A）", 5)])
def test_cells(text, wide):
    assert cells(text) == wide


def test_padding_counts_cells():
    assert [padded(text, 6) for text in ("abc", "陳", "陳小明", "陳小明四")] == [
        "abc   ",
        "陳    ",
        "陳小明",
        "陳小明四",
    ]


def test_lines_hang():
    text = "  Met   one two three four"
    assert list(wrapped(text, 16, 8)) == ["  Met   one two", "        three", "        four"]


def test_without_a_width_nothing_is_broken():
    assert list(wrapped("one two " * 50, None)) == ["one two " * 50]


def test_no_line_begins_with_punctuation_that_clings():
    assert list(wrapped("港元，港元。", 5)) == ["港", "元，", "港", "元。"]
    assert list(wrapped("見（一）", 4)) == ["見", "（一）"]


def test_what_cannot_be_broken_stands_alone():
    assert list(wrapped("see https://example.org/a/long/address there", 12)) == [
        "see",
        "https://example.org/a/long/address",
        "there",
    ]


@given(TEXTS, st.integers(4, 30), st.integers(0, 3))
def test_nothing_is_lost_and_no_line_is_too_long_that_could_be_shorter(text, width, hang):
    lines = list(wrapped(text, width, hang))
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert cells(line) <= width or len(line.split()) == 1


def test_a_stream_that_is_no_terminal_has_no_width(capsys):
    assert terminal_width() is None
