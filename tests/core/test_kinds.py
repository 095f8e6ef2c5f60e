import string
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpack.core.kinds import canonical
from talentpack.core.lines import Line
from talentpack.core.problems import Refused
from talentpack.core.questions import Choice, Kind, Question

KINDS = get_args(Kind)


def question(kind, **more):
    choices = tuple(Choice(id=each, label=Line(template=each)) for each in ("salary", "stock_option", "HKD"))
    return Question(id="income.it", kind=kind, label=Line(template="It"), choices=choices, **more)


def refusal(kind, raw, **more):
    with pytest.raises(Refused) as refused:
        canonical(question(kind, **more), raw)
    (problem,) = refused.value.problems
    assert problem.ref == "income.it"
    return problem


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("text", "  Ａcme\tLtd \n", "Acme Ltd"),
        ("text", "a\x00b", "a b"),
        ("text", "陳大文", "陳大文"),
        ("text", "工學學士（軟件工程）……Ｂ班", "工學學士（軟件工程）……B班"),
        ("text", "Ｓmith （Ｊunior）", "Smith (Junior)"),
        ("text", "ﬁnal ⼈ ｶﾞ ½ ™", "final 人 ガ ½ ™"),
        ("name", "e\u0301", "é"),
        ("choice", "ｓalary", "salary"),
        ("country", "ｃｎ", "CN"),
        ("long_text", "Flat 1 \r\n  Road\rTown\n", "Flat 1\nRoad\nTown"),
        ("name", "O’Brien-Šabić", "O’Brien-Šabić"),
        ("choice", "Salary", "salary"),
        ("choice", "hkd", "HKD"),
        ("yes_no", True, True),
        ("yes_no", "no", False),
        ("yes_no", "是", True),
        ("date", date(2026, 11, 22), "2026-11-22"),
        ("date", "２０２６/1/5", "2026-01-05"),
        ("date", "2026年11月22日", "2026-11-22"),
        ("partial_date", "2026-11", "2026-11"),
        ("partial_date", "2026年3月", "2026-03"),
        ("partial_date", 2020, "2020"),
        ("partial_date", date(2020, 2, 29), "2020-02-29"),
        ("country", " cn", "CN"),
        ("country", "xx", "XX"),
        ("number", 60, "60"),
        ("number", "7.783", "7.783"),
        ("number", "-3", "-3"),
        ("money", 2400000, "2400000"),
        ("money", "2,400,000.50", "2400000.50"),
        ("money", "1,850", "1850"),
        ("money", "18,50,000", "1850000"),
        ("money", "1.850.000", "1850000"),
        ("money", "1.850.000,25", "1850000.25"),
        ("money", "1.850,25", "1850.25"),
        ("money", "1 850 000", "1850000"),
        ("money", "1’850’000.5", "1850000.5"),
        ("money", "２４０萬", "2400000"),
        ("money", "1.850万", "18500"),
        ("money", "1億2,000萬5000", "120005000"),
        ("money", "1,000.5億", "100050000000"),
        ("money", "007.50", "7.50"),
        ("money", "1.8550", "1.8550"),
        ("money", "-0", "0"),
        ("university", "The  University of X ", "The University of X"),
    ],
)
def test_what_people_write_has_one_form(kind, raw, value):
    assert canonical(question(kind), raw) == value


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        ("text", 5, "text"),
        ("text", "a\ud800", "text"),
        ("choice", "bonuss", "choice"),
        ("yes_no", 1, "yes_no"),
        ("yes_no", "perhaps", "yes_no"),
        ("date", "2026-02-30", "date"),
        ("date", "2026-11", "date"),
        ("date", "22/11/2026", "date"),
        ("date", datetime(2026, 1, 1, 12), "date"),  # noqa: DTZ001 - a TOML date with a time
        ("date", True, "date"),
        ("date", "1026-02-03", "date"),
        ("partial_date", "2026-13", "date"),
        ("partial_date", 3, "date"),
        ("country", "UK", "country"),
        ("country", "China", "country"),
        ("number", 1.5, "number"),
        ("number", True, "number"),
        ("number", "1e6", "number"),
        ("number", "NaN", "number"),
        ("number", "一", "number"),
        ("money", "HK$ 5", "number"),
        ("money", "1,85", "number"),
        ("money", "1,2,3", "number"),
        ("money", "萬", "number"),
        ("money", "5億6億", "number"),
        ("money", "9" * 16, "number"),
        ("money", "-1", "least"),
        ("money", "1.850", "ambiguous"),
        ("money", "0001.850", "ambiguous"),
        ("money", "８５０.１２５", "ambiguous"),
    ],
)
def test_what_cannot_be_meant_is_refused(kind, raw, code):
    assert refusal(kind, raw).code == f"answer.{code}"


def test_an_ambiguous_amount_asks_back_with_two_clear_ones():
    assert refusal("money", "1.850").remedy.values == {"thousands": "1850", "fraction": "1.85"}
    assert refusal("money", "-1.855").remedy.values == {"thousands": "-1855", "fraction": "-1.8550"}
    assert refusal("money", "1.000").remedy.values == {"thousands": "1000", "fraction": "1.0"}


def test_bounds_are_told():
    assert refusal("number", "101", least="0", most="100").what.values["bound"].value == Decimal(100)
    assert refusal("number", "-1", least="0", most="100").code == "answer.least"
    assert canonical(question("number", least="0", most="100"), "100") == "100"


def test_a_near_miss_is_named():
    assert refusal("choice", "stock_options").remedy.values == {"near": "stock_option"}
    assert refusal("choice", "zzz").remedy.values == {"choices": "salary, stock_option, HKD"}


@pytest.mark.parametrize("raw", ["", "  ", "\t\n"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_no_answer(kind, raw):
    assert canonical(question(kind), raw) is None
    assert canonical(question(kind, many=True), [raw]) is None
    assert canonical(question(kind, many=True), []) is None


def test_many_are_read_one_by_one():
    assert canonical(question("country", many=True), ["cn", "", "HK"]) == ["CN", "HK"]
    assert canonical(question("country", many=True), "cn") == ["CN"]
    assert refusal("country", ["cn", "England"], many=True).code == "answer.country"


def test_a_list_is_no_single_answer():
    assert refusal("text", ["a"]).code == "answer.text"
    assert refusal("number", ["1"]).code == "answer.number"


def test_what_was_typed_is_in_no_refusal():
    problem = refusal("date", "secret")
    assert "secret" not in str(problem)
    assert "secret" not in problem.what.template
    assert "secret" not in [*problem.what.values.values(), *problem.remedy.values.values()]


figures = st.text(alphabet=string.digits + "０５９.,’ '-萬億万亿", max_size=12)
dates = st.dates(date(1900, 1, 1), date(2199, 12, 31))
raws = st.one_of(
    st.text(), figures, st.integers(), st.booleans(), dates, dates.map(str), dates.map(lambda day: str(day)[:7])
)


@given(st.sampled_from(KINDS), raws)
def test_the_canonical_form_is_canonical(kind, raw):
    asked = question(kind)
    try:
        once = canonical(asked, raw)
    except Refused:
        return
    if once is not None:
        assert canonical(asked, once) == once


@given(figures)
def test_the_canonical_form_of_money_is_a_plain_decimal(text):
    try:
        once = canonical(question("money"), text)
    except Refused:
        return
    if once is not None:
        assert set(once) <= set(string.digits + ".")
        assert Decimal(once) >= 0
        assert canonical(question("money"), once) == once


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_separators_and_width_change_no_amount(amount):
    wide = "".join(unicodedata.lookup(f"FULLWIDTH {unicodedata.name(each)}") for each in f"{amount:,f}")
    assert Decimal(canonical(question("money"), wide)) == amount
