from __future__ import annotations

import pytest
from tests.documents.pages import right_edge, rows_of, said
from tests.documents.words import ENGLISH_WORDS

from talentpack.core.plan import Numbers
from talentpack.documents.fonts import FontSet
from talentpack.documents.marks import BLACK, Rule, Text
from talentpack.documents.rows import Column, Group, Padding, Row, table
from talentpack.documents.setting import Setting
from talentpack.documents.strips import Frame, paginate
from talentpack.documents.styles import CELL, CELL_STRONG, HEAD, NOTE, TICK

COLUMNS = (Column(0, 60), Column(72, 100), Column(300, 60, right=True))
FRAME = Frame(first=0, later=0, bottom=100)  # five rows of 18


@pytest.fixture
def words(fonts: FontSet) -> Setting:
    return Setting(ENGLISH_WORDS, Numbers(), 3, fonts)


def _row(words: Setting, *texts: str) -> Row:
    return Row(tuple(words.cell(text) for text in texts))


def _head(words: Setting) -> Row:
    return Row(tuple(words.cell(text, HEAD) for text in ("Exhibit", "Document", "Pages")))


def _group(words: Setting, name: str, count: int) -> Group:
    head = [Row(((), words.cell(text, CELL_STRONG), ())) for text in (name, f"{name} (continued)")]
    rows = tuple(_row(words, f"{name}{n}", "Paper", str(n)) for n in range(1, count + 1))
    return Group(rows, (head[0],), (head[1],))


def test_heads_repeat_and_say_that_they_go_on(words: Setting) -> None:
    pages = paginate(table(COLUMNS, _head(words), [_group(words, "A", 6)], words.fonts), FRAME)
    first, second = (rows_of(page) for page in pages)
    assert first[:3] == [["Exhibit", "Document", "Pages"], ["A"], ["A1", "Paper", "1"]]
    assert second[:3] == [["Exhibit", "Document", "Pages"], ["A (continued)"], ["A4", "Paper", "4"]]


def test_a_person_head_is_never_last_on_a_page(words: Setting) -> None:
    groups = [_group(words, "A", 2), _group(words, "B", 2)]
    pages = paginate(table(COLUMNS, _head(words), groups, words.fonts), FRAME)
    assert rows_of(pages[0])[-1] == ["A2", "Paper", "2"]
    assert rows_of(pages[1])[:3] == [["Exhibit", "Document", "Pages"], ["B"], ["B1", "Paper", "1"]]


def test_a_total_is_never_first_on_a_page(words: Setting) -> None:
    rows = tuple(_row(words, f"B{n}", "Income", "1") for n in range(1, 5))
    pages = paginate(table(COLUMNS, _head(words), [Group(rows)], words.fonts, [_row(words, "", "Total", "4")]), FRAME)
    assert rows_of(pages[0])[-1] == ["B3", "Income", "1"]
    assert rows_of(pages[1]) == [["Exhibit", "Document", "Pages"], ["B4", "Income", "1"], ["Total", "4"]]


def test_cells_of_several_sizes_share_one_baseline(words: Setting) -> None:
    row = Row((words.cell("☑", TICK), words.cell("Paper", CELL), words.cell("9", NOTE)))
    (page,) = paginate(table(COLUMNS, row, [], words.fonts), FRAME)
    assert [mark.y for mark in page if isinstance(mark, Text)] == pytest.approx([3 + 0.72 * 12] * 3)


def test_columns_stand_where_they_should(words: Setting) -> None:
    (page,) = paginate(table(COLUMNS, _head(words), [Group((_row(words, "A1", "Paper", "104"),))], words.fonts), FRAME)
    texts = [mark for mark in page if isinstance(mark, Text)]
    assert [mark.x for mark in texts if said(mark) in ("Exhibit", "A1")] == [60, 60]
    assert [mark.x for mark in texts if said(mark) in ("Document", "Paper")] == [132, 132]
    assert [right_edge(mark) for mark in texts if said(mark) in ("Pages", "104")] == pytest.approx([420, 420])


def test_rules_are_hairlines_and_the_head_is_black(words: Setting) -> None:
    (page,) = paginate(table(COLUMNS, _head(words), [Group((_row(words, "A1", "P", "1"),))], words.fonts), FRAME)
    rules = [mark for mark in page if isinstance(mark, Rule)]
    assert [(rule.x, rule.dx, rule.width, rule.y) for rule in rules] == [(60, 468, 0.6, 18), (60, 468, 0.3, 36)]
    assert rules[0].colour == BLACK


def test_a_row_is_as_high_as_its_longest_cell(words: Setting) -> None:
    long = Row(
        (words.cell("A1"), words.cell("A paper with a name that takes three lines of its column"), ()), Padding(2, 1)
    )
    strips = table(COLUMNS, _head(words), [Group((long,))], words.fonts)
    assert [strip.height for strip in strips] == [18, 2 + 3 * 12 + 1]
