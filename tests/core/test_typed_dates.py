"""Dates typed into three boxes."""

import pytest

from talentpack.core.lines import line
from talentpack.core.problems import Refused
from talentpack.core.questions import Question
from talentpack.core.typed_dates import TypedDate, date_text, in_boxes

FULL = Question(id="issued", kind="date", label=line("Issued"))
PARTIAL = Question(id="from", kind="partial_date", label=line("From"))


def typed(day="", month="", year=""):
    return TypedDate(year=year, month=month, day=day)


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        ("3", "3", "2026"),
        ("03", "03", "2026"),
        ("３", "３", "２０２６"),
        (" 3 ", "Mar", "2026"),
        ("3rd", "march", "2026"),
        ("3.", "Mar.", "2026"),
        ("三", "三月", "二〇二六"),
        ("三日", "三", "二零二六年"),
        ("3日", "3月", "2026年"),
        ("3號", "MARCH", "2026"),
    ],
)
def test_the_third_of_march_is_understood(day, month, year):
    assert date_text(FULL, typed(day, month, year)) == "2026-03-03"


@pytest.mark.parametrize(
    ("word", "number"),
    [("Jan", 1), ("sept", 9), ("Sep.", 9), ("十", 10), ("十二月", 12), ("12", 12), ("June", 6), ("jul", 7), ("may", 5)],
)
def test_months(word, number):
    assert date_text(PARTIAL, typed("", word, "2026")) == f"2026-{number:02d}"


@pytest.mark.parametrize(("word", "number"), [("十", 10), ("十五", 15), ("二十", 20), ("三十一日", 31), ("22nd", 22)])
def test_days(word, number):
    assert date_text(FULL, typed(word, "1", "2026")) == f"2026-01-{number:02d}"


@pytest.mark.parametrize("whole", ["2026-03-05", "2026/3/5", "2026年3月5日"])
@pytest.mark.parametrize("box", ["day", "month", "year"])
def test_a_date_pasted_whole_into_any_box(whole, box):
    assert date_text(FULL, TypedDate(**{box: whole})) == whole


def test_parts_that_may_be_left_out():
    assert date_text(FULL, typed()) == ""
    assert date_text(PARTIAL, typed(year="2026")) == "2026"


@pytest.mark.parametrize(
    ("question", "boxes", "what"),
    [
        (FULL, typed("3", "3", ""), "{label} must include a year."),
        (FULL, typed("3", "", "2026"), "{label} must include a month."),
        (FULL, typed("", "3", "2026"), "{label} must include a day."),
        (PARTIAL, typed("3", "", "2026"), "{label} must include a month."),
        (PARTIAL, typed("", "3", ""), "{label} must include a year."),
        (FULL, typed("3", "3", "26"), "{label} must be a date."),
        (FULL, typed("3", "13", "2026"), "{label} must be a date."),
        (FULL, typed("3", "ma", "2026"), "{label} must be a date."),
        (FULL, typed("32", "3", "2026"), "{label} must be a date."),
        (FULL, typed("0", "3", "2026"), "{label} must be a date."),
        (FULL, typed("十十", "3", "2026"), "{label} must be a date."),
    ],
)
def test_what_is_missing_or_not_understood_is_named(question, boxes, what):
    with pytest.raises(Refused) as refused:
        date_text(question, boxes)
    assert refused.value.problems[0].what.template == what


@pytest.mark.parametrize("canonical", ["2026-03-05", "2026-10", "2026"])
def test_boxes_show_what_is_kept(canonical):
    assert date_text(PARTIAL, in_boxes(canonical)) == canonical


def test_boxes_show_no_leading_zeros():
    assert in_boxes("2026-03-05") == typed("5", "3", "2026")
