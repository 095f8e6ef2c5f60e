"""Counting work: the window bounds it, more work never counts less, order is irrelevant, least is at most most."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.core.case_of import case_of

from talentpack.core.facts.history import history
from talentpack.core.facts.work import three_years, under_three_years
from talentpack.core.spans import Span, clipped, days_in, union, whole_months, years_before

DAYS = st.dates(date(2014, 1, 1), date(2029, 12, 31))
EDGES = st.sampled_from([date(2028, 2, 29), date(2028, 3, 1), date(2029, 3, 1), date(2025, 2, 28), date(2026, 11, 22)])
FILED = EDGES | st.dates(date(2022, 12, 28), date(2029, 12, 31))
SPANS = st.lists(st.tuples(DAYS, st.integers(0, 2000)).map(lambda pair: Span(pair[0], pair[0] + timedelta(pair[1]))))
TEXTS = st.tuples(DAYS, st.sampled_from([4, 7, 10, 10, 10])).map(lambda pair: pair[0].isoformat()[: pair[1]])
MODES = st.sampled_from(["full_time", "self_employed", "part_time", "internship", None])
DEGREES = TEXTS.map(lambda text: {"completed": text})


@st.composite
def jobs(draw):
    answers = {"from": draw(st.none() | TEXTS), "to": draw(st.none() | TEXTS), "mode": draw(MODES)}
    return {name: answer for name, answer in answers.items() if answer is not None}


def naive_months(span):
    """Goes forward day by day and counts each day on which one more whole month is complete."""
    months, day = 0, span.first
    while day <= span.last:
        day += timedelta(days=1)
        year, month = divmod(span.first.year * 12 + span.first.month + months, 12)
        if day == _in_month(year, month + 1, span.first.day):
            months += 1
    return months


def _in_month(year, month, number):
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=number - 1), following - timedelta(days=1))


@given(DAYS, st.integers(0, 1900))
def test_whole_months_agree_with_a_day_by_day_count(first, length):
    span = Span(first, first + timedelta(days=length))
    assert whole_months(span) == naive_months(span)


@given(SPANS)
def test_a_union_holds_exactly_the_same_days(spans):
    every = {span.first + timedelta(days=step) for span in spans for step in range((span.last - span.first).days + 1)}
    merged = union(spans)
    assert days_in(merged) == len(every)
    assert all(one.last + timedelta(days=1) < other.first for one, other in pairwise(merged))


@given(SPANS, FILED)
def test_a_union_never_exceeds_its_window(spans, day):
    window = years_before(day, 5)
    inside = union(part for span in spans if (part := clipped(span, window)))
    assert days_in(inside) <= days_in([window]) in (1826, 1827)


@given(FILED)
def test_the_window_is_five_years_that_end_on_the_day_before(day):
    """The first day of the window is the first whose day and month, five years on, are not before the filing day."""
    window = years_before(day, 5)
    assert window.last == day - timedelta(days=1)
    assert _five_years_on(window.first - timedelta(days=1)) < (day.year, day.month, day.day)
    assert _five_years_on(window.first) >= (day.year, day.month, day.day)


def _five_years_on(day):
    return (day.year + 5, day.month, day.day)


@given(DEGREES, st.lists(jobs(), min_size=1, max_size=4), jobs(), FILED)
def test_one_job_more_never_counts_fewer_days(degree, some, more, day):
    before = three_years(case_of(degree, some, on=day)).numbers
    after = three_years(case_of(degree, [*some, more], on=day)).numbers
    assert before["days"] <= after["days"]
    assert before["days_at_most"] <= after["days_at_most"]


@given(DEGREES, st.lists(jobs(), min_size=2, max_size=4), FILED)
def test_the_order_of_jobs_is_irrelevant(degree, some, day):
    for fact, route in ((three_years, "B"), (under_three_years, "C")):
        one = fact(case_of(degree, some, on=day, route=route))
        other = fact(case_of(degree, some[::-1], on=day, route=route))
        assert (one.words, one.vague, one.numbers) == (other.words, other.vague, other.numbers)
        assert {key: said for key, said in one.values.items() if key in ("reached", "last")} == {
            key: said for key, said in other.values.items() if key in ("reached", "last")
        }


@given(st.none() | DEGREES, st.none() | st.lists(jobs(), max_size=4), FILED)
def test_the_least_is_at_most_the_most_and_the_window_bounds_both(degree, some, day):
    numbers = three_years(case_of(degree, some, on=day)).numbers
    window = days_in([years_before(day, 5)])
    assert 0 <= numbers["days"] <= numbers["days_at_most"] <= window
    assert 0 <= numbers["months"] <= numbers["months_at_most"] <= 60


@given(st.none() | DEGREES, st.none() | st.lists(jobs(), max_size=4), FILED)
def test_b_and_c_never_both_stand(degree, some, day):
    """Where B's work is certain, C's is not met, and the other way round."""
    reached = three_years(case_of(degree, some, on=day)).words == ("reached",)
    over = under_three_years(case_of(degree, some, on=day, route="C")).words == ("over",)
    assert reached is over


@given(DEGREES, st.lists(jobs(), min_size=1, max_size=3), FILED, st.data())
def test_an_exact_date_inside_a_vague_one_counts_between_least_and_most(degree, some, day, data):
    case = case_of(degree, some, on=day)
    bounds = three_years(case).numbers
    exact = [_exact(each, job, data) for each, job in zip(history(case).jobs, some, strict=True)]
    settled = {"completed": _inside(history(case).graduated, data)}
    numbers = three_years(case_of(settled, exact, on=day)).numbers
    assert bounds["days"] <= numbers["days"]
    assert numbers["days_at_most"] <= bounds["days_at_most"]


def _exact(read, answers, data):
    known = {"from": read.began, "to": read.ended}
    return {**answers, **{name: _inside(known[name], data) for name in known if name in answers}}


def _inside(known, data):
    return data.draw(st.dates(known.earliest, known.latest)).isoformat()
