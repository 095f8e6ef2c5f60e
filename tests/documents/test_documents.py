"""What each document says and where, beyond its golden text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from tests.documents.pages import placed, right_edge, rows_of, said
from tests.documents.plans import (
    CHECKLIST,
    DAY,
    FINDINGS,
    INCOME,
    LETTER,
    PLAN,
    changed,
    exhibit,
    row,
)
from tests.documents.words import ENGLISH_WORDS

from talentpack.core.findings import RouteResult
from talentpack.core.lines import line
from talentpack.core.plan import Numbers
from talentpack.documents.bar import bar_strip
from talentpack.documents.checklist import lead, set_checklist
from talentpack.documents.divider import set_divider
from talentpack.documents.fonts import FontSet
from talentpack.documents.index import set_index
from talentpack.documents.letter import set_letter
from talentpack.documents.marks import BLUE, Box, Rule, Text
from talentpack.documents.setting import Setting, figures_needed, full_name
from talentpack.documents.strips import Page
from talentpack.documents.worksheet import set_worksheet

TEXT_COLUMN = 132


@pytest.fixture
def english(fonts: FontSet) -> Setting:
    return Setting(ENGLISH_WORDS, Numbers(), 3, fonts)


def _bold(page: Page) -> set[str]:
    texts = [mark for mark in page if isinstance(mark, Text)]
    return {said(mark) for mark in texts if all(glyph.face.endswith(("600", "500")) for glyph in mark.glyphs)}


def _first(page: Page, text: str) -> tuple[float, float]:
    return next((x, y) for x, y, found in placed(page) if found == text)


def test_titles_names_and_documents_begin_at_the_text_column(setting: Setting) -> None:
    titles = [set_checklist(PLAN, setting), set_worksheet(PLAN, setting), set_index(PLAN, setting)]
    for first, *_ in titles:
        x, y, _ = placed(first)[0]
        assert (x, y) == (TEXT_COLUMN, pytest.approx(66 + 0.72 * 24, abs=0.1))
    name = full_name("CHAN Tai Man", "陳大文", chinese=setting.chinese).replace("\u00a0", " ")
    assert {_first(pages[0], name)[0] for pages in titles[:2]} == {TEXT_COLUMN}


def test_the_letter_stands_on_its_grid(english: Setting) -> None:
    first, second = set_letter(PLAN, english)
    baselines = {text: y for _, y, text in placed(first)}
    assert baselines["22 November 2026"] == pytest.approx(126 + 10.8)
    assert baselines["The Director of Immigration"] - baselines["22 November 2026"] == pytest.approx(30)
    body = [y for x, y, _ in placed(first) if x == TEXT_COLUMN and y > 130]
    serif = [y for y in body if (y - 136.8) % 7.5 < 0.11 or (y - 136.8) % 7.5 > 7.39]
    assert len(serif) >= 20
    assert placed(second)[0] == (TEXT_COLUMN, 47.9, "The Director of Immigration, 22 November 2026")
    assert placed(second)[1][:2] == (60, pytest.approx(78 + 10.8))


def test_a_signature_never_stands_alone(english: Setting) -> None:
    """However long the letter, its last page has text above the signature."""
    for count in range(1, 14):
        paragraphs = (*(LETTER.paragraphs[3],) * count, LETTER.paragraphs[-1])
        last = set_letter(changed(PLAN, letter_paragraphs=paragraphs), english)[-1]
        texts = [text for _, _, text in placed(last)]
        assert texts.index("taiman.chan@example.com.") < texts.index("Yours faithfully") < texts.index("Applicant")


def test_side_heads_stand_on_the_line_of_their_paragraph(setting: Setting) -> None:
    (first, *_) = set_letter(PLAN, setting)
    side = "Identity" if not setting.chinese else "身份"
    x, y = _first(first, side)
    assert x == 60
    assert any(other_y == y and other_x >= TEXT_COLUMN for other_x, other_y, _ in placed(first))


def test_only_exceptions_and_totals_are_bold(english: Setting) -> None:
    (checklist,) = set_checklist(PLAN, english)
    assert {"Missing", "Needs a certificate"} <= _bold(checklist)
    assert not {"Attached", "Not applicable"} & _bold(checklist)
    worksheet = set_worksheet(PLAN, english)[0]
    assert {"Advice", "Total", "3,348,659.20"} <= _bold(worksheet)
    assert not {"Met", "Noted"} & _bold(worksheet)


def test_money_ends_in_one_line_with_two_decimals(setting: Setting) -> None:
    for pages in (set_letter(PLAN, setting), set_worksheet(PLAN, setting)):
        edges = [
            right_edge(mark)
            for mark in pages[0]
            if isinstance(mark, Text) and said(mark) in ("1,825,320.00", "347,680.00", "485,659.20", "690,000.00")
        ]
        assert edges == pytest.approx([528] * 4)


@pytest.mark.parametrize(
    ("states", "said_so"),
    [
        ([], "As the file stood on 22 November 2026. No document applies yet."),
        (["attached"], "As the file stood on 22 November 2026. The 1 document that applies is in order."),
        (
            ["attached", "attached", "not_applicable"],
            "As the file stood on 22 November 2026. The 2 documents that apply are all in order.",
        ),
        (["missing"], "As the file stood on 22 November 2026. One document applies: 1 is missing."),
        (
            ["attached", "attached", "missing", "not_applicable"],
            "As the file stood on 22 November 2026. Of the 3 documents that apply, 2 are in order and 1 is missing.",
        ),
    ],
)
def test_the_checklist_counts(states: list[str], said_so: str) -> None:
    rows = tuple(msgspec.structs.replace(CHECKLIST[0], state=state) for state in states)
    assert ENGLISH_WORDS.say(lead(changed(PLAN, checklist=rows))) == said_so


def test_something_only_advised_is_not_missing(english: Setting) -> None:
    rows = (
        row("applicant", "Proof of work", "missing", required=False),
        row("applicant", "Photograph", exhibits=("A2",)),
    )
    plan = changed(PLAN, checklist=rows)
    assert "The 1 document that applies is in order." in ENGLISH_WORDS.say(lead(plan))
    (page,) = set_checklist(plan, english)
    assert ["☐", "Proof of work", "Advised, not attached"] in rows_of(page)
    assert "Advised, not attached" not in _bold(page)


def test_a_long_checklist_goes_on_under_the_same_person(english: Setting) -> None:
    rows = tuple(row("applicant", f"Document {n}", exhibits=("A1", "A2")) for n in range(40))
    pages = set_checklist(changed(PLAN, checklist=rows), english)
    assert len(pages) > 1
    for page in pages[1:]:
        assert rows_of(page)[:2] == [
            ["Exhibit", "Document", "State", "Pages"],
            ["Applicant", "CHAN Tai Man 陳大文 (continued)"],
        ]


def test_every_route_has_its_page_and_dependants_come_once(english: Setting) -> None:
    other = RouteResult(route="B", verdict="met", findings=FINDINGS[1:3])
    assessment = msgspec.structs.replace(PLAN.assessment, routes=(*PLAN.assessment.routes, other))
    pages = set_worksheet(changed(PLAN, assessment=assessment), english)
    text = ["\n".join(" ".join(each) for each in rows_of(page)) for page in pages]
    assert [each.startswith("Eligibility worksheet") for each in text] == [True, False, True]
    assert "Category B, read by the rules in force" in text[2].replace("\n", " ")
    assert "Every criterion that can be decided here is met." in text[2].replace("\n", " ")
    assert ["LAU Mei Ling" in each for each in text] == [False, False, True]
    assert ["Threshold" in each for each in text] == [True, False, False]


@pytest.mark.parametrize(
    ("verdict", "outcome", "sentence"),
    [
        ("not_met", "not_met", "2 criteria are not met."),
        ("not_yet_known", "not_yet_known", "2 criteria cannot be decided before answers are given."),
        ("advice", "advice", "Every criterion that can be decided here is met; 2 ask for advice."),
        ("met", "met", "Every criterion that can be decided here is met."),
    ],
)
def test_the_worksheet_sums_up(verdict: str, outcome: str, sentence: str, english: Setting) -> None:
    findings = tuple(msgspec.structs.replace(each, outcome=outcome, table=None) for each in FINDINGS[1:3])
    result = RouteResult(route="extension", verdict=verdict, findings=findings)
    assessment = msgspec.structs.replace(PLAN.assessment, routes=(result,), dependants=())
    (page,) = set_worksheet(changed(PLAN, assessment=assessment), english)
    text = " ".join(" ".join(each) for each in rows_of(page)[:5])
    assert "Extension of stay, read by the rules in force on 22 November 2026." in text
    assert sentence in text


def test_working_stands_under_its_reason_in_grey(english: Setting) -> None:
    worked = msgspec.structs.replace(FINDINGS[1], working=(line("36 whole months."),))
    result = RouteResult(route="B", verdict="met", findings=(worked,))
    assessment = msgspec.structs.replace(PLAN.assessment, routes=(result,), dependants=())
    (page,) = set_worksheet(changed(PLAN, assessment=assessment), english)
    working = next(mark for mark in page if isinstance(mark, Text) and said(mark) == "36 whole months.")
    assert {glyph.colour for glyph in working.glyphs} == {(0.27, 0.27, 0.27)}


def test_an_income_that_does_not_count_says_why(english: Setting) -> None:
    bank = msgspec.structs.replace(
        INCOME.rows[0], label=line("Interest"), counts="no", note=line("Income from investment does not count.")
    )
    income = msgspec.structs.replace(INCOME, rows=(bank, *INCOME.rows[1:]), total=Decimal("1523339.20"))
    pages = set_worksheet(changed(PLAN, income=income), english)
    rows = rows_of(pages[0])
    assert ["B1 · ___", "Interest", "CNY 1,680,000.00", "1.0865", "–"] in rows
    assert ["Income from investment does not count."] in rows
    assert ["Below the threshold by", "976,660.80"] in rows


def test_the_bar_is_to_scale(english: Setting) -> None:
    marks = bar_strip(INCOME, english).marks
    pieces = [mark for mark in marks if isinstance(mark, Box) and mark.colour != (1, 1, 1)]
    assert pieces[0].colour == BLUE
    assert sum(piece.width for piece in pieces) == pytest.approx(396)
    assert pieces[0].width == pytest.approx(float(396 * Decimal(1825320) / Decimal("3348659.20")))
    (tick,) = [mark for mark in marks if isinstance(mark, Rule)]
    assert tick.x == pytest.approx(132 + float(396 * Decimal(2500000) / Decimal("3348659.20")))


def test_below_the_threshold_the_bar_ends_before_it(english: Setting) -> None:
    low = msgspec.structs.replace(INCOME, rows=INCOME.rows[:1], total=Decimal(1825320))
    marks = bar_strip(low, english).marks
    (piece,) = [mark for mark in marks if isinstance(mark, Box)]
    assert piece.width == pytest.approx(float(396 * Decimal(1825320) / Decimal(2500000)))
    (tick,) = [mark for mark in marks if isinstance(mark, Rule)]
    assert tick.x == pytest.approx(132 + 396)
    label = next(mark for mark in marks if isinstance(mark, Text) and said(mark).startswith("Threshold"))
    assert said(label) == "Threshold, HK$2,500,000"
    assert right_edge(label) <= 528.01


def test_a_name_wider_than_its_piece_stands_lower_or_only_in_the_table(english: Setting) -> None:
    small = tuple(msgspec.structs.replace(INCOME.rows[1], hkd=Decimal(20000)) for _ in range(3))
    income = msgspec.structs.replace(INCOME, rows=(INCOME.rows[0], *small, INCOME.rows[3]))
    names = [mark for mark in bar_strip(income, english).marks if isinstance(mark, Text)][1:]
    assert [said(mark) for mark in names] == ["Salary", "Annual bonus", "Own company"]
    assert names[1].y - names[0].y == 12
    assert names[2].y == names[0].y


def test_a_divider_shows_its_letter_large(setting: Setting) -> None:
    (page,) = set_divider("B", PLAN, setting)
    letter = next(mark for mark in page if isinstance(mark, Text))
    assert (said(letter), letter.glyphs[0].size, letter.glyphs[0].face) == ("B", 132, "SourceSerif4-300")
    assert 841.89 - letter.y == pytest.approx(580)
    assert 120 < letter.x < TEXT_COLUMN  # its white is taken back
    assert len(rows_of(page)) == 2 + 1 + 5


def test_a_long_divider_goes_on(english: Setting) -> None:
    plan = changed(PLAN, exhibits=tuple(exhibit(f"B{n}", "Paper", "2026", 1) for n in range(1, 60)))
    pages = set_divider("B", plan, english)
    assert len(pages) > 1
    assert rows_of(pages[1])[0] == ["Exhibit", "Document", "Pages"]
    assert sum(row[0].startswith("B") and len(row) == 3 for page in pages for row in rows_of(page)) == 59


def test_a_long_index_never_leaves_a_head_alone(english: Setting) -> None:
    for count in range(20, 45):
        papers = [exhibit(f"B{n}", "Paper", "2026-01-02", 3) for n in range(1, count)]
        papers += [exhibit(f"F1.{n}", "Paper", "", 3, 1) for n in range(1, 30)]
        pages = set_index(changed(PLAN, exhibits=tuple(papers)), english)
        for page in pages:
            assert len(rows_of(page)[-1]) >= 4 or rows_of(page)[-1][0].startswith("F1.")
        for page in pages[1:]:
            assert rows_of(page)[0] == ["Exhibit", "Document", "Date", "Pages", "From"]
            assert "(continued)" in rows_of(page)[1][-1] or rows_of(page)[1] == ["F", "Dependants"]


def test_page_numbers_have_the_room_the_bundle_needs() -> None:
    assert figures_needed(PLAN) == 3
    assert figures_needed(changed(PLAN, exhibits=(exhibit("A1", "Paper", "", 950),))) == 4


def test_dates_known_in_part_are_shown_in_part(english: Setting) -> None:
    (page,) = set_index(PLAN, english)
    assert ["G2", "Curriculum vitae", "Nov 2026", "2", "___"] in rows_of(page)
    assert date(2026, 11, 22) == DAY
