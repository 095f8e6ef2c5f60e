"""Income: a missing answer never rules out what the answer would lead to; a plain reading of the rules agrees."""

from decimal import Decimal
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from tests.core.income_of import case_with, converted, profit, salary

from talentpack.core.facts.income import worlds
from talentpack.core.facts.income.enough import enough
from talentpack.core.facts.income.items import read_items
from talentpack.core.facts.income.shares import shares
from talentpack.core.facts.income.taxed import taxed
from talentpack.core.facts.income.year import period

T = Decimal(2500000)
OUTCOMES = {
    enough: {"enough": "met", "exactly": "met", "edge": "advice", "short": "not_met", "nothing": "not_met"},
    period: {
        **dict.fromkeys(("twelve_months", "tax_year", "both_years", "not_missed"), "met"),
        **dict.fromkeys(("added", "doubtful", "company_year"), "advice"),
        "left_out": "not_met",
    },
    shares: {"held": "met", "without": "met", "not_missed": "met", "minority": "advice", "not_held": "not_met"},
    taxed: {"taxed": "met", "untaxed": "advice"},
}
PERIODS = [
    ("2025-04-01", "2026-03-31"),
    ("2025-11-22", "2026-11-21"),
    ("2025-12-01", "2026-03-31"),
    ("2026-04-01", "2026-10-31"),
    ("2025-08-01", "2026-07-31"),
    ("2024-04-01", "2025-03-31"),
    ("2022-01-01", "2022-12-31"),
    ("2026-01-01", "2026-12-31"),
    ("2025-01-01", "2025-12-31"),
]


@st.composite
def incomes(draw):
    """One income with every answer, around the threshold and around filing."""
    make = draw(st.sampled_from([salary, profit, converted]))
    first, last = draw(st.sampled_from(PERIODS))
    thousands = draw(st.sampled_from([0, 50, 500, 1000, 1225, 1250, 1500, 2000, 2500, 3000]))
    record = make(f"{thousands}000", from_=first, to=last)
    record["basis"] = draw(st.sampled_from(["tax_year", "twelve_months"]))
    record["country"] = draw(st.sampled_from(["HK", "CN", "AE", "SE"]))
    record["taxable"] = draw(st.sampled_from([True, True, True, False]))
    if record["kind"] == "business_profit":
        record["share_percent"] = draw(st.sampled_from(["100", "60", "40", "0"]))
        record["shares_held_whole_year"] = draw(st.booleans())
    else:
        record["kind"] = draw(st.sampled_from(["salary", "bonus", "stock_option", "investment"]))
    return record


CASES = st.lists(incomes(), min_size=1, max_size=4)


def outcomes(fact, case):
    return {OUTCOMES[fact][word] for word in fact(case).words}


@given(CASES)
def test_with_every_answer_each_fact_has_one_word(records):
    case = case_with(*records)
    for fact in OUTCOMES:
        found = fact(case)
        assert len(found.words) == 1
        assert found.needs == ()


@given(CASES, st.data())
def test_a_missing_answer_never_rules_out_what_it_would_lead_to(records, data):
    whole = case_with(*records)
    places = [(index, name) for index, record in enumerate(records) for name in record]
    taken = data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=5, unique=True))
    partly = case_with(
        *(
            {name: answer for name, answer in record.items() if (index, name) not in taken}
            for index, record in enumerate(records)
        )
    )
    for fact in OUTCOMES:
        known, possible = outcomes(fact, whole), outcomes(fact, partly)
        assert known <= possible, fact.__name__
        needs = fact(partly).needs
        assert bool(needs) >= (len(possible) > 1)
        assert set(needs) <= {f"income/r{index + 1}/{name}" for index, name in taken}


@given(CASES, st.data())
def test_bounds_alone_rule_out_nothing_either(records, data):
    """What holds where there are too many combinations to try each."""
    index = data.draw(st.integers(0, len(records) - 1))
    taken = data.draw(st.sampled_from(sorted(records[index])))
    partly = [
        {name: answer for name, answer in record.items() if (at, name) != (index, taken)}
        for at, record in enumerate(records)
    ]
    with patch.object(worlds, "_MOST", 0):
        for fact in OUTCOMES:
            assert outcomes(fact, case_with(*records)) <= outcomes(fact, case_with(*partly)), fact.__name__


@given(CASES, st.data())
def test_not_known_only_where_an_answer_could_change_it(records, data):
    index = data.draw(st.integers(0, len(records) - 1))
    name = data.draw(st.sampled_from(["taxable", "shares_held_whole_year"]))
    partly = [dict(record) for record in records]
    if partly[index].pop(name, None) is None:
        return
    both = [
        case_with(*(record | ({name: answer} if at == index else {}) for at, record in enumerate(partly)))
        for answer in (True, False)
    ]
    for fact in OUTCOMES:
        either = outcomes(fact, both[0]) | outcomes(fact, both[1])
        possible = outcomes(fact, case_with(*partly))
        assert either <= possible
        assert len(either) > 1 or possible == either, fact.__name__


def plainly(items):
    """The outcomes by the sentences of the rules, one after the other, for items of which all is known."""
    values = [(item, item.counted(period=False, shares=False).low) for item in items]
    held = [(item, value) for item, value in values if item.held]
    counted = [(item, value) for item, value in held if item.standings[0].counts]
    total = sum(value for _, value in counted)
    on_one = max(
        sum(value for item, value in counted if reading in item.standings[0].fits) for reading in ("twelve", "tax")
    )
    out_for_period = sum(value for item, value in held if not item.standings[0].counts)
    lost = sum(value for item, value in values if not item.held and item.standings[0].counts)
    small = sum(value for item, value in counted if item.minority)
    missed_for_its_period = total < T <= total + out_for_period
    year = "not_met" if missed_for_its_period else "advice" if on_one < T <= total else "met"
    missed_for_shares = total < T <= total + lost
    holding = "not_met" if missed_for_shares else "advice" if small and total - small < T else "met"
    in_hkd = sum(value for item, value in counted if not item.priced.converted)
    near = in_hkd < T and total > in_hkd and Decimal(2450000) <= total <= Decimal(2550000)
    return ("advice" if near else "met" if total >= T else "not_met", year, holding)


@given(CASES)
def test_facts_agree_with_a_plain_reading_of_the_rules(records):
    case = case_with(*records)
    found = tuple(outcomes(fact, case).pop() for fact in (enough, period, shares))
    assert found == plainly(read_items(case))


@given(CASES)
def test_income_that_does_not_count_never_harms(records):
    useless = [salary("9000000", kind="investment"), salary("9000000", taxable=False)]
    for fact in (enough, period, shares):
        assert outcomes(fact, case_with(*records, *useless)) == outcomes(fact, case_with(*records))


@given(CASES, st.sampled_from([100, 1000000]))
def test_more_income_never_makes_it_less(records, more):
    order = ["nothing", "short", "edge", "exactly", "enough"]
    before = enough(case_with(*records)).words[0]
    after = enough(case_with(*records, salary(str(more)))).words[0]
    assert order.index(after) >= order.index(before)
