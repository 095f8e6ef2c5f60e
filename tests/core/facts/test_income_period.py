"""Which year an income lies in: both readings, tax years, the months around filing (22 November 2026)."""

from datetime import date

import pytest
from tests.core.income_of import case_with, converted, profit, salary

from talentpack.core.facts.income.enough import enough
from talentpack.core.facts.income.year import period


def words(*incomes, **answers):
    return period(case_with(*incomes, **answers)).words


def twelve(first, last, amount="3000000", **fields):
    return salary(amount, from_=first, to=last, basis="twelve_months", **fields)


def tax(first, last, country="HK", amount="3000000", **fields):
    return salary(amount, from_=first, to=last, country=country, **fields)


@pytest.mark.parametrize(
    ("first", "last", "word"),
    [
        ("2025-11-22", "2026-11-21", "twelve_months"),  # the twelve months before filing
        ("2025-11-22", "2026-11-22", "twelve_months"),
        ("2026-02-01", "2026-06-30", "twelve_months"),  # a late start: however short
        ("2025-11-01", "2026-10-31", "twelve_months"),  # ended less than a month before
        ("2025-10-23", "2026-10-22", "twelve_months"),  # a month before, to the day
        ("2025-10-22", "2026-10-21", "doubtful"),  # a day more
        ("2025-05-23", "2026-05-22", "doubtful"),  # six months, to the day
        ("2025-05-22", "2026-05-21", "left_out"),  # a day more
        ("2025-10-22", "2026-11-21", "twelve_months"),  # thirteen months
        ("2025-10-21", "2026-11-21", "doubtful"),  # longer
        ("2024-01-01", "2026-05-21", "left_out"),  # "older" looks at the end only
        ("2026-01-01", "2026-12-31", "doubtful"),  # ends after the filing day
        ("2025-04-01", "2026-03-31", "tax_year"),  # the tax year by another name
    ],
)
def test_twelve_months_around_filing(first, last, word):
    assert words(twelve(first, last)) == (word,)


@pytest.mark.parametrize(
    ("first", "last", "country", "word"),
    [
        ("2025-04-01", "2026-03-31", "HK", "tax_year"),
        ("2025-09-01", "2026-01-31", "HK", "tax_year"),  # inside it, however short
        ("2025-12-01", "2026-03-31", "HK", "both_years"),
        ("2026-04-01", "2026-10-31", "HK", "twelve_months"),  # the open year, inside the twelve months
        ("2024-04-01", "2025-03-31", "HK", "left_out"),  # the year before the last closed one
        ("2025-01-01", "2025-12-31", "CN", "tax_year"),
        ("2024-01-01", "2024-12-31", "CN", "left_out"),
        ("2025-04-06", "2026-04-05", "GB", "tax_year"),
        ("2025-04-01", "2026-03-31", "GB", "doubtful"),  # not the country's
        ("2025-07-01", "2026-06-30", "AU", "tax_year"),
        ("2025-03-01", "2026-02-28", "ZA", "tax_year"),
        ("2025-04-01", "2026-03-31", "LK", "tax_year"),
        ("2025-04-01", "2026-03-31", "CN", "doubtful"),
        ("2023-04-01", "2024-03-31", "CN", "left_out"),  # not the country's, and long ago
        ("2025-01-01", "2025-12-31", "SE", "doubtful"),  # a tax year this program does not know
        ("2022-01-01", "2022-12-31", "SE", "left_out"),
    ],
)
def test_tax_years_by_country(first, last, country, word):
    assert words(tax(first, last, country)) == (word,)


@pytest.mark.parametrize(
    ("on", "word"),
    [
        (date(2026, 3, 31), "tax_year"),  # 2024/25 is the last closed one: 2025/26 ends on this day
        (date(2026, 4, 1), "doubtful"),  # closed yesterday: its assessment may not exist yet
        (date(2026, 9, 30), "doubtful"),
        (date(2026, 10, 1), "left_out"),
    ],
)
def test_the_year_before_the_last_closed_one(on, word):
    assert words(tax("2024-04-01", "2025-03-31"), on=on) == (word,)


def test_without_a_country_the_residence_says_which_tax_year():
    cases = {"HK": "tax_year", "CN": "doubtful"}
    for residence, word in cases.items():
        assert words(salary(country=None), applicant__residence=residence) == (word,)
    found = period(case_with(salary(country=None)))
    assert found.words == ("tax_year", "doubtful")
    assert found.needs == ("income/r1/country",)


def test_a_missing_basis_matters_only_where_it_decides():
    assert words(salary(basis=None)) == ("tax_year",)
    found = period(case_with(tax("2025-11-22", "2026-11-21", "CN", basis=None)))
    assert found.words == ("twelve_months", "doubtful")
    assert found.needs == ("income/r1/basis",)


def test_two_employers_in_one_year_reach_it_together():
    assert words(
        tax("2025-04-01", "2025-09-30", amount="1250000"), tax("2025-10-01", "2026-03-31", amount="1250000")
    ) == ("tax_year",)


def test_items_of_different_years_are_added_with_advice_only_where_both_are_needed():
    months = twelve("2026-04-01", "2026-11-21", "1500000")
    assert words(months, tax("2025-04-01", "2026-03-31", amount="1500000")) == ("added",)
    assert words(months, tax("2025-04-01", "2026-03-31", amount="2500000")) == ("tax_year",)
    assert words(months, tax("2025-04-01", "2026-03-31", amount="900000")) == ("not_missed",)


def test_an_item_inside_both_readings_counts_for_both():
    both = tax("2025-12-01", "2026-03-31", amount="1300000")
    assert words(both, twelve("2026-04-01", "2026-11-21", "1200000")) == ("twelve_months",)
    assert words(both, tax("2025-04-01", "2025-11-30", amount="1200000")) == ("tax_year",)
    assert words(
        both, twelve("2026-04-01", "2026-11-21", "600000"), tax("2025-04-01", "2025-11-30", amount="600000")
    ) == ("added",)


def test_a_doubtful_item_harms_only_where_it_is_needed():
    late = twelve("2026-01-01", "2026-12-31", "1000000")
    assert words(salary("2000000"), late) == ("doubtful",)
    assert words(salary("2500000"), late) == ("tax_year",)
    assert words(salary("1000000"), late) == ("not_missed",)


def test_left_out_income_fails_only_where_it_would_have_been_enough():
    old = tax("2022-04-01", "2023-03-31", amount="1000000")
    assert words(salary("2000000"), old) == ("left_out",)
    assert words(salary("2500000"), old) == ("tax_year",)
    assert words(salary("1000000"), old) == ("not_missed",)
    assert words(salary("2000000"), old | {"taxable": False}) == ("not_missed",)


@pytest.mark.parametrize(
    ("first", "last", "basis", "word"),
    [
        ("2025-01-01", "2025-12-31", "tax_year", "tax_year"),
        ("2024-07-01", "2025-06-30", "tax_year", "tax_year"),  # closed within eighteen months
        ("2024-05-23", "2025-05-22", "tax_year", "tax_year"),  # eighteen months, to the day
        ("2024-05-22", "2025-05-21", "tax_year", "left_out"),
        ("2025-07-01", "2025-12-31", "tax_year", "company_year"),  # half a year
        ("2024-10-01", "2025-12-31", "tax_year", "company_year"),  # fifteen months
        ("2025-11-22", "2026-11-21", "twelve_months", "company_year"),
        ("2026-01-01", "2026-12-31", "tax_year", "doubtful"),
        ("2026-01-01", "2026-10-31", "twelve_months", "company_year"),
    ],
)
def test_years_of_an_own_company(first, last, basis, word):
    assert words(profit(from_=first, to=last, basis=basis)) == (word,)


def test_a_company_year_joins_the_tax_year_of_a_salary():
    assert words(salary("1500000"), profit("1500000")) == ("tax_year",)
    assert words(twelve("2026-04-01", "2026-11-21", "1500000"), profit("1500000")) == ("added",)


def test_a_missing_day_is_wanted_where_it_decides():
    found = period(case_with(salary(from_=None)))
    assert found.needs == ("income/r1/from",)
    assert {"both_years", "left_out"} <= set(found.words)
    assert words(salary(), salary("100000", from_=None)) == ("tax_year",)
    assert words(salary("1000000"), salary("100000", from_=None)) == ("not_missed",)
    wanted = period(case_with(salary("1500000"), salary("1500000", from_=None, to=None))).needs
    assert wanted == ("income/r2/from", "income/r2/to")


def test_an_unknown_worth_may_need_both_years():
    open_ended = converted("1", rate=None, from_="2026-04-01", to="2026-10-31", basis="twelve_months")
    found = period(case_with(salary("2000000"), open_ended))
    assert set(found.words) == {"twelve_months", "not_missed", "added"}
    assert found.needs == ("income/r2/rate",)


def test_a_single_income_of_unknown_worth_needs_no_advice():
    assert words(salary(taxable=None)) == ("not_missed",)


def test_the_working_says_which_year_each_income_shows():
    old = tax("2022-04-01", "2023-03-31")
    found = period(case_with(salary(), twelve("2025-10-01", "2026-10-10"), old, salary(to=None)))
    notes = [said.values["note"].template if "note" in said.values else said.template for said in found.working]
    assert notes == [
        "of the last closed tax year",
        "it ended more than a month before filing",
        "an earlier tax year than the last closed one",
        "{item}: its period is not known yet.",
    ]


def test_the_filing_on_the_last_of_february():
    assert words(twelve("2027-02-28", "2028-02-28"), on=date(2028, 2, 29)) == ("twelve_months",)
    assert words(tax("2027-03-01", "2028-02-29", "ZA"), on=date(2028, 3, 1)) == ("both_years",)


def test_nothing_left_out_harms_the_total():
    old = tax("2022-04-01", "2023-03-31")
    assert enough(case_with(salary(), old)).numbers["total_hkd"] == "3000000"
