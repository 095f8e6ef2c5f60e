from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentpack.documents.fonts import FontSet
from talentpack.documents.joints import CLOSING, NOT_FIRST, OPENING, STOPS
from talentpack.documents.marks import Link, Target, Text
from talentpack.documents.para import Para, SetLine, marks_of, set_lines, width_of
from talentpack.documents.runs import FIGURE_SPACE, NBSP, Span
from talentpack.documents.styles import CELL, READ, SUBJECT_CHINESE

ENGLISH = (
    "Salary, bonus and options are those of the Mainland tax year that ended on 31 December 2025, the last to be closed. "
    "The profit is that of the year of assessment 2025/26, from audited accounts."
)
CHINESE = "在緊接本申請前的一年，陳先生的應課稅受僱及業務收入合共3,348,659.20港元（B1 第16頁）；計劃所定為2,500,000港元或以上。"
_CHINESE_TEXT = st.text("文字年月日頁港元第，。、；「」（）《》％—…AB19 ", min_size=1, max_size=90).filter(str.strip)


def _set(text: str, width: float, fonts: FontSet, *, chinese: bool, indent: float = 0.0) -> tuple[SetLine, ...]:
    return set_lines(Para((Span(text, READ),), chinese, justified=chinese, indent=indent), width, fonts)


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", [30.0, 90.0, 396.0])
@pytest.mark.parametrize(("text", "chinese"), [(ENGLISH, False), (CHINESE, True)])
def test_nothing_is_lost_and_nothing_sticks_out(text: str, chinese: bool, width: float, fonts: FontSet) -> None:
    lines = _set(text, width, fonts, chinese=chinese)
    assert _bare("".join(line.text for line in lines)) == _bare(text)
    for line in lines:
        last = line.text[-1]
        hang = 5.5 if last in CLOSING else 3.08 if last in STOPS else 0.0
        assert line.offset + line.width <= width + hang + 0.01


def test_chinese_lines_reach_the_margin(fonts: FontSet) -> None:
    *full, last = _set(CHINESE * 2, 396, fonts, chinese=True, indent=2)
    assert full[0].offset == 22
    assert [round(line.offset + line.width, 2) for line in full if line.text[-1] not in CLOSING + STOPS] == [396] * sum(
        line.text[-1] not in CLOSING + STOPS for line in full
    )
    assert last.width < 396


def test_english_is_ragged_with_true_spaces(fonts: FontSet) -> None:
    lines = _set(ENGLISH, 396, fonts, chinese=False)
    assert " ".join(line.text for line in lines) == ENGLISH
    assert {line.offset for line in lines} == {0.0}


@settings(max_examples=60, deadline=None)
@given(_CHINESE_TEXT)
def test_no_line_begins_or_ends_where_it_must_not(opened: FontSet, text: str) -> None:
    lines = _set(text, 120, opened, chinese=True)
    assert _bare("".join(line.text for line in lines)) == _bare(text)
    assert all(line.width <= 120 + 5.6 for line in lines)
    if _breakable(text):
        for line in lines[1:]:
            assert line.text.strip()[0] not in NOT_FIRST
        for line in lines[:-1]:
            assert line.text.strip()[-1] not in OPENING


def _breakable(text: str) -> bool:
    """Whether the rules leave a way: no run of signs that cling together is longer than a line of ten."""
    run = longest = 0
    for char in text:
        run = run + 1 if char in NOT_FIRST or char in OPENING or char in "AB19第年月日頁元" else 0
        longest = max(longest, run)
    return longest < 8


def test_a_line_that_begins_with_a_bracket_is_pulled_out(fonts: FontSet) -> None:
    lines = _set("文文文文文文文文文（文文文文文文文文）文文文", 99.5, fonts, chinese=True)
    assert lines[1].text.startswith("（")
    assert lines[1].offset == -5.5


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_no_text_is_no_line(text: str, fonts: FontSet) -> None:
    assert _set(text, 100, fonts, chinese=False) == ()


def test_a_word_longer_than_the_line_is_broken(fonts: FontSet) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
    lines = _set(word, 60, fonts, chinese=False)
    assert "".join(line.text for line in lines) == word
    assert all(line.width <= 60 for line in lines)


def test_figures_keep_the_room_of_longer_ones(fonts: FontSet) -> None:
    """With the page unknown, and with one figure, the same line is broken at the same place."""

    def broken(page: str) -> list[int]:
        spans = (
            Span("The profit is shown at B3,\u00a0page\u00a0", CELL),
            Span(page, CELL, room=3),
            Span(" of it all.", CELL),
        )
        return [len(line.text.split(" ")) for line in set_lines(Para(spans, chinese=False), 131, fonts)]

    assert broken(FIGURE_SPACE * 3) == broken("7") == broken("168")
    assert width_of((Span(FIGURE_SPACE * 3, CELL),), fonts, chinese=False) == pytest.approx(3 * 0.497 * 9)


def test_names_are_not_parted(fonts: FontSet) -> None:
    name = NBSP.join(["CHAN", "Tai", "Man", "陳大文"])
    lines = _set(f"Top Talent Pass Scheme, Category A: application of {name}", 300, fonts, chinese=False)
    assert lines[-1].text == name


def test_chinese_bold_is_sans(fonts: FontSet) -> None:
    lines = set_lines(Para((Span("合共123元", SUBJECT_CHINESE),), chinese=True), 300, fonts)
    assert {glyph.face for line in lines for glyph in line.glyphs} == {"NotoSansHK-500", "SourceSans3-600"}


def test_every_cell_shares_its_baseline(fonts: FontSet) -> None:
    target = Target("B1", 3)
    para = Para((Span("See ", CELL), Span("B1", CELL, target)), chinese=False)
    text, link = marks_of(set_lines(para, 200, fonts)[0], 60, 10, 12)
    assert isinstance(text, Text)
    assert text.y == pytest.approx(10 + 0.72 * 12)
    assert isinstance(link, Link)
    assert link.target == target
    assert link.x > 60
    assert (link.y, link.height) == (10, 12)


def test_text_on_the_right_ends_at_the_edge(fonts: FontSet) -> None:
    para = Para((Span("1,825,320.00", CELL),), chinese=False, right=True)
    (line,) = set_lines(para, 70, fonts)
    assert line.offset + line.width == pytest.approx(70)
