"""Own companies: shares held, and held long enough; and income paid where nobody is taxed."""

import pytest
from tests.core.income_of import case_with, profit, salary

from talentpack.core.facts.income.shares import own_company, shares
from talentpack.core.facts.income.taxed import taxed
from talentpack.core.lines import Country


def words(*incomes):
    return shares(case_with(*incomes)).words


def test_profit_of_shares_held_all_year():
    assert words(profit()) == ("held",)


@pytest.mark.parametrize(
    ("share", "word"), [("50", "held"), ("49.99", "minority"), ("100", "held"), ("10", "minority")]
)
def test_less_than_half_asks_for_advice_where_it_is_needed(share, word):
    assert words(profit("30000000", share_percent=share)) == (word,)
    assert words(salary(), profit("30000000", share_percent=share)) == ("held" if word == "held" else "without",)


def test_shares_not_held_all_year_fail_only_where_the_threshold_is_missed_for_them():
    sold = profit("1000000", shares_held_whole_year=False)
    assert words(salary("2000000"), sold) == ("not_held",)
    assert words(salary("2500000"), sold) == ("without",)
    assert words(salary("1000000"), sold) == ("not_missed",)
    assert words(sold) == ("not_missed",)


def test_the_companies_in_question_are_named():
    found = shares(case_with(profit(shares_held_whole_year=False)))
    assert list(found.values["payers"].items) == ["Own Works"]


def test_a_half_or_more_but_not_all_adds_a_line():
    lines = [shares(case_with(profit(share_percent=share))).working[0].template for share in ("60", "100", "40")]
    assert len(set(lines)) == 3


@pytest.mark.parametrize("lacking", ["share_percent", "shares_held_whole_year"])
def test_what_is_missing_is_wanted_where_it_decides(lacking):
    found = shares(case_with(profit(**{lacking: None})))
    assert len(found.words) > 1
    assert found.needs == (f"income/r1/{lacking}",)
    word = {"share_percent": "without", "shares_held_whole_year": "not_missed"}[lacking]
    assert words(salary(), profit(**{lacking: None})) == (word,)


def test_a_case_without_own_company_is_not_asked():
    assert own_company(case_with(salary())) is False
    assert own_company(case_with()) is False
    assert own_company(case_with(salary(), profit())) is True
    assert own_company(case_with(salary(), salary(kind=None))) is False
    assert own_company(case_with(salary("2000000"), salary(kind=None))) is True


def word_for_tax(*incomes, **answers):
    return taxed(case_with(*incomes, **answers)).words


def test_income_paid_where_nobody_is_taxed():
    gulf = salary("3000000", country="AE")
    assert word_for_tax(gulf) == ("untaxed",)
    assert word_for_tax(salary(), gulf) == ("taxed",)
    assert word_for_tax(salary("2000000"), gulf) == ("untaxed",)
    assert taxed(case_with(gulf)).values["countries"].items == (Country(code="AE"),)


def test_called_not_taxable_there_the_advice_is_given_all_the_same():
    assert word_for_tax(salary(country="QA", taxable=False)) == ("untaxed",)
    assert word_for_tax(salary(), salary(country="QA", taxable=False)) == ("taxed",)
    assert word_for_tax(salary(country="QA", kind="investment", taxable=None)) == ("taxed",)


def test_the_residence_stands_in_for_the_place_of_payment():
    assert word_for_tax(salary(country=None), applicant__residence="KY") == ("untaxed",)
    found = taxed(case_with(salary(country=None)))
    assert found.words == ("taxed", "untaxed")
    assert "income/r1/country" in found.needs
