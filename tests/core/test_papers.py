from typing import get_args

import msgspec
import pytest

from talentpack.core.lines import Several
from talentpack.core.papers import (
    FLAG_CODES,
    FLAG_WORDS,
    REMOVED_CODES,
    Flag,
    Intake,
    PageLook,
    RemovedCode,
    SeenCode,
    flag_line,
    page_ranges,
)


def test_every_code_has_words_and_no_word_lacks_a_code():
    assert set(FLAG_CODES) == {*get_args(RemovedCode), *get_args(SeenCode)}
    assert frozenset(get_args(RemovedCode)) == REMOVED_CODES


@pytest.mark.parametrize("code", FLAG_CODES)
def test_words_take_only_the_values_a_flag_gives(code):
    words = FLAG_WORDS[code]
    for template in (words.template, words.plural):
        assert "{" not in template.format(n=2, pages="1–3")


def test_a_flag_without_a_count_counts_its_pages():
    said = flag_line(Flag(code="low_dpi", pages=(2, 3, 7)))
    assert said.values == {"n": 3, "pages": Several(items=("2–3", "7"))}


def test_page_ranges():
    assert page_ranges(()) == ()
    assert page_ranges((5,)) == ("5",)
    assert page_ranges((1, 2, 4, 5, 6)) == ("1–2", "4–6")


def test_an_answer_survives_the_pipe_and_nothing_unknown_does():
    look = PageLook(width=595.0, height=842.0, rotate=90, dpi=None, blank=False, text=True)
    answer = Intake(verdict="ready", kind="pdf", sha256="00", size=4, pages=(look,), flags=(Flag(code="xfa"),))
    raw = msgspec.msgpack.encode(answer)
    assert msgspec.msgpack.decode(raw, type=Intake) == answer
    forged = msgspec.msgpack.encode({"code": "friendly"})
    with pytest.raises(msgspec.ValidationError):
        msgspec.msgpack.decode(forged, type=Flag)
