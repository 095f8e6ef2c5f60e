"""What counts as income, and whether it reaches the threshold."""

from datetime import date
from decimal import Decimal

import pytest
from tests.core.income_of import case_with, converted, profit, salary

from talentpack.core.facts.income.enough import enough


def words(*incomes, **answers):
    return enough(case_with(*incomes, **answers)).words


def counted(*incomes):
    return enough(case_with(*incomes)).numbers["total_hkd"]


@pytest.mark.parametrize(
    ("amount", "word"),
    [
        ("2500000", "exactly"),
        ("2500000.01", "enough"),
        ("2499999.99", "short"),
        ("2499999.999999999999", "short"),
        ("2450000", "short"),  # no edge for Hong Kong dollars
        ("0", "nothing"),
    ],
)
def test_a_sum_in_hong_kong_dollars_is_compared_to_the_cent(amount, word):
    assert words(salary(amount)) == (word,)


@pytest.mark.parametrize(
    ("amount", "word"),
    [
        ("1224999.99", "short"),
        ("1225000", "edge"),  # 2,450,000 and …
        ("1250000", "edge"),
        ("1275000", "edge"),  # … 2,550,000 are inside
        ("1275000.01", "enough"),
    ],
)
def test_a_converted_sum_near_the_threshold_asks_for_advice(amount, word):
    assert words(converted(amount)) == (word,)


def test_no_edge_where_hong_kong_dollars_alone_are_enough():
    assert words(salary("2500000"), converted("20000")) == ("enough",)


def test_no_edge_where_no_converted_income_counts():
    assert words(salary("2480000"), converted("5000", taxable=False)) == ("short",)
    assert words(salary("2480000"), converted("5000")) == ("edge",)


@pytest.mark.parametrize("kind", ["salary", "allowance", "bonus", "stock_option"])
def test_every_kind_of_employment_income_counts(kind):
    assert counted(salary("2600000", kind=kind)) == "2600000"


def test_personal_investment_does_not_count():
    assert words(salary("2000000"), salary("600000", kind="investment")) == ("short",)
    assert counted(salary("2000000"), salary("600000", kind="investment", taxable=None)) == "2000000"


def test_income_that_is_not_taxable_does_not_count():
    assert words(salary(taxable=False)) == ("nothing",)


def test_taxable_not_answered_matters_only_where_it_can_decide():
    found = enough(case_with(salary(taxable=None)))
    assert found.words == ("enough", "nothing")
    assert found.needs == ("income/r1/taxable",)
    assert words(salary(), salary("100000", taxable=None)) == ("enough",)
    assert words(salary("1000000"), salary("100000", taxable=None)) == ("short",)


def test_a_profit_is_multiplied_by_the_share():
    assert counted(profit("4000000", share_percent="62.5")) == "2500000"
    assert words(profit("4000000", share_percent="62.4")) == ("short",)


def test_profit_of_shares_not_held_all_year_is_not_counted():
    assert counted(salary("1000000"), profit("2000000", shares_held_whole_year=False)) == "1000000"


def test_share_and_holding_are_wanted_where_they_decide():
    found = enough(case_with(profit(share_percent=None, shares_held_whole_year=None)))
    assert set(found.words) == {"enough", "short", "nothing"}
    assert found.needs == ("income/r1/share_percent", "income/r1/shares_held_whole_year")
    assert words(salary(), profit(share_percent=None)) == ("enough",)
    assert words(profit("2400000", share_percent=None)) == ("short",)  # even the whole of it is too little


@pytest.mark.parametrize("lacking", ["rate", "rate_date", "rate_source"])
def test_a_rate_without_date_and_source_is_no_rate_yet(lacking):
    found = enough(case_with(converted("1400000", **{lacking: None})))
    assert set(found.words) == {"enough", "edge", "short"}
    assert found.needs == (f"income/r1/{lacking}",)


def test_a_rate_missing_on_a_bonus_changes_nothing_when_the_salary_is_enough():
    assert words(salary(), converted("100000", rate=None, kind="bonus")) == ("enough",)


def test_hong_kong_dollars_need_no_rate_and_take_none():
    assert counted(salary("2600000", rate="0.5", rate_date="2026-01-02", rate_source="none")) == "2600000"


def test_amount_and_currency_are_wanted():
    assert enough(case_with(salary(amount=None))).needs == ("income/r1/amount",)
    assert enough(case_with(salary(currency=None))).needs == ("income/r1/currency",)


def test_nothing_entered_is_not_answered_and_none_is_nothing():
    found = enough(case_with())
    assert found.needs == ("income",)
    assert len(found.words) > 1
    assert words(none=("income",)) == ("nothing",)


@pytest.mark.parametrize(
    ("first", "last", "word"),
    [
        ("2023-04-01", "2024-03-31", "nothing"),  # two years ago
        ("2025-05-01", "2026-04-30", "nothing"),  # twelve months ended over six months before filing
        ("2025-06-01", "2026-05-31", "enough"),
    ],
)
def test_what_lies_outside_the_year_does_not_count(first, last, word):
    assert words(salary(from_=first, to=last, basis="twelve_months")) == (word,)


def test_a_missing_period_is_wanted():
    assert enough(case_with(salary(to=None))).needs == ("income/r1/to",)


def test_the_table_adds_up_to_the_total():
    found = enough(
        case_with(
            converted("1680000", "1.0865"),
            profit("1150000", share_percent="60"),
            salary("50000", kind="investment"),
            salary("70000", taxable=None),
        )
    )
    table = found.table
    assert table is not None
    assert [row.hkd for row in table.rows] == [Decimal(1825320), Decimal(690000), Decimal(0), None]
    assert [row.counts for row in table.rows] == ["yes", "yes", "no", "unknown"]
    assert [row.share for row in table.rows] == [None, Decimal(60), None, None]
    assert sum(row.hkd for row in table.rows if row.hkd is not None) == table.total == Decimal(2515320)


def test_the_working_names_every_income_and_ends_with_the_total():
    found = enough(case_with(salary("2000000"), salary("700000", kind="investment", payer=None)))
    assert len(found.working) == 4
    assert found.working[-1].template == "Total counted: {total}"
    assert found.working[-1].values["total"].amount == Decimal(2000000)
    assert found.working[1].values["why"].template == "left out: personal investment"


def test_the_total_is_never_rounded_up():
    found = enough(case_with(converted("1249999999.99999", "0.002")))
    assert found.numbers["total_hkd"] == "2499999.99"
    long = enough(case_with(converted("2499999.999999999999", "1.000000000000")))
    assert long.words == ("edge",)
    assert long.numbers["total_hkd"] == "2499999.99"


def test_amounts_of_all_digits_an_answer_may_have_are_reckoned():
    most = "999999999999999.999999999999"
    assert words(converted(most, most), profit(most, share_percent="99.999999999999")) == ("enough",)


def test_before_may_2025_the_holding_of_shares_is_not_asked():
    early = profit(from_="2024-01-01", to="2024-12-31", shares_held_whole_year=False)
    assert enough(case_with(early, on=date(2025, 5, 8))).words == ("enough",)
    assert enough(case_with(early, on=date(2025, 5, 9))).words == ("nothing",)
