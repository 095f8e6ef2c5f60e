"""Work experience: the window, the union of jobs, what counts, vague dates, missing answers, and when it is reached."""

from datetime import date

import pytest
from tests.core.case_of import case_of, job

from talentpack.core.facts.history import history
from talentpack.core.facts.work import three_years, under_three_years
from talentpack.core.lines import Day

OLD = {"level": "bachelor", "completed": "2015-06-30", "awarded_by": ["MIT"]}
LEAP = date(2028, 2, 29)


def b(*jobs, degree=OLD, on=date(2026, 11, 22)):
    return three_years(case_of(degree, list(jobs), on=on))


def c(*jobs, degree=OLD, on=date(2026, 11, 22)):
    return under_three_years(case_of(degree, list(jobs), on=on, route="C"))


@pytest.mark.parametrize(
    ("first", "word", "months", "days"),
    [
        ("2023-11-22", "reached", 36, 1096),  # to the day
        ("2023-11-23", "short_running", 35, 1095),
        ("2010-01-01", "reached", 60, 1826),  # no more than the window
    ],
)
def test_a_job_that_still_runs_counts_to_the_day_before_filing(first, word, months, days):
    result = b(job(first))
    assert result.words == (word,)
    assert (result.numbers["months"], result.numbers["days"]) == (months, days)


def test_36_months_are_enough_with_fewer_days():
    result = b(job("2022-01-01", "2023-12-31"), job("2025-01-01", "2025-12-31"))
    assert (result.words, result.numbers["months"], result.numbers["days"]) == (("reached",), 36, 1095)


def test_1096_days_are_enough_with_fewer_months():
    jobs = [job("2022-01-15", "2023-02-10"), job("2023-03-15", "2024-04-10"), job("2024-06-15", "2025-05-12")]
    result = b(*jobs)
    assert (result.numbers["months"], result.numbers["days"]) == (34, 1117)
    assert result.words == ("reached",)


def test_work_before_the_window_is_cut_off():
    result = b(job("2019-01-01", "2021-11-22"))
    assert result.numbers["days"] == 1
    assert b(job("2019-01-01", "2021-11-21")).numbers["days"] == 0


def test_a_filing_on_29_february_looks_back_to_1_march():
    assert b(job("2020-01-01", "2023-03-01"), on=LEAP).numbers["days"] == 1
    assert b(job("2020-01-01", "2023-02-28"), on=LEAP).numbers["days"] == 0
    assert b(job("2028-02-28"), on=LEAP).numbers["days"] == 1


def test_overlaps_count_once_and_gaps_do_not():
    result = b(job("2024-01-01", "2024-06-30"), job("2024-04-01", "2024-09-30"), job("2025-01-01", "2025-01-31"))
    assert (result.numbers["months"], result.numbers["days"]) == (10, 274 + 31)


@pytest.mark.parametrize("mode", ["part_time", "internship"])
def test_part_time_and_internships_do_not_count(mode):
    result = b(job("2020-01-01", mode=mode))
    assert (result.words, result.needs, result.numbers["days_at_most"]) == (("short",), (), 0)


def test_self_employment_counts():
    assert b(job("2020-01-01", mode="self_employed")).words == ("reached",)


def test_work_counts_from_the_day_after_graduation():
    late = OLD | {"completed": "2026-11-11"}
    assert b(job("2020-01-01"), degree=late).numbers["days"] == 10
    assert b(job("2020-01-01", "2026-11-11"), degree=late).numbers["days"] == 0


def test_a_job_that_begins_after_filing_or_ends_before_it_begins_is_nothing():
    assert b(job("2026-11-22")).numbers["days"] == 0
    assert b(job("2027-01-01", "2027-06-30")).numbers["days"] == 0
    assert b(job("2024-06-30", "2024-01-01")).numbers["days"] == 0


def test_a_job_that_ends_after_filing_counts_to_the_day_before():
    assert b(job("2026-11-01", "2027-12-31")).numbers["days"] == 21


def test_no_jobs_entered_is_not_answered():
    result = three_years(case_of(OLD, None))
    assert (set(result.words), result.needs) == ({"short", "reached"}, ("job",))
    none = three_years(case_of(OLD, []))
    assert (none.words, none.needs, none.numbers["days_at_most"]) == (("short",), (), 0)


def test_no_jobs_entered_changes_nothing_where_three_years_have_not_passed_since_graduation():
    late = OLD | {"completed": "2025-06-30"}
    assert three_years(case_of(late, None)).words == ("short",)
    assert under_three_years(case_of(late, None, route="C")).words == ("under_running",)


@pytest.mark.parametrize(
    ("jobs", "needs"),
    [
        ([job("2020-01-01", mode=None)], ("job/r1/mode",)),
        ([job(None, "2026-01-01")], ("job/r1/from",)),
        ([job(None, mode=None)], ("job/r1/mode", "job/r1/from")),
        # 2 years are certain; the job without a mode could bring the third.
        ([job("2022-01-01", "2023-12-31"), job("2024-01-01", "2024-12-31", None)], ("job/r2/mode",)),
    ],
)
def test_a_missing_answer_that_could_change_the_result_leaves_it_open(jobs, needs):
    result = b(*jobs)
    assert (set(result.words), result.needs, result.vague) == ({"short", "reached"}, needs, False)


@pytest.mark.parametrize(
    ("jobs", "word"),
    [
        ([job("2020-01-01"), job("2024-01-01", mode=None)], "reached"),  # enough without it
        ([job("2026-01-01", mode=None)], "short"),  # too little with it
        ([job(None, "2021-11-21"), job("2020-01-01", "2021-01-01", None)], "short"),  # before the window
        ([job(None, mode="part_time")], "short"),
    ],
)
def test_a_missing_answer_that_changes_nothing_is_not_asked_for(jobs, word):
    result = b(*jobs)
    assert (result.words, result.needs) == ((word,), ())


def test_only_the_missing_answers_that_matter_are_named():
    result = b(job("2020-01-01", mode=None), job("2021-01-01", "2021-06-30", None), job(None, mode="internship"))
    assert result.needs == ("job/r1/mode",)


def test_two_missing_answers_that_stand_in_for_each_other_are_both_named():
    result = b(job("2020-01-01", mode=None), job("2020-01-01", mode=None))
    assert result.needs == ("job/r1/mode", "job/r2/mode")


def test_an_unknown_graduation_is_asked_for_where_it_matters():
    open_ = {"level": "bachelor"}
    result = b(job("2020-01-01"), degree=open_)
    assert (set(result.words), result.needs) == ({"short", "reached"}, ("degree/r1/completed",))
    assert b(job("2026-01-01"), degree=open_).words == ("short",)
    assert b(job("2020-01-01"), degree=None).needs == ("degree",)


@pytest.mark.parametrize(
    ("jobs", "reached"),
    [
        ([job("2024-01-01")], date(2027, 1, 1)),
        ([job("2023-11-23")], date(2026, 11, 23)),
        ([job("2024-03-31")], date(2027, 3, 31)),
        ([job("2024-01-01", "2026-11-22")], date(2027, 1, 1)),  # it ends on the filing day: taken to go on
        # A year of 2022 and a job since 2025: the older year begins to leave the window only later.
        ([job("2022-01-01", "2022-12-31"), job("2025-01-01")], date(2027, 1, 1)),
        # Work of 2021 and 2022 leaves the window while the new job grows.
        ([job("2021-11-22", "2022-11-21"), job("2026-06-01")], date(2029, 6, 1)),
        ([job("2024-01")], date(2027, 1, 31)),
        ([job("2026-12-01")], date(2029, 12, 1)),
    ],
)
def test_the_first_filing_day_on_which_it_is_reached(jobs, reached):
    result = b(*jobs)
    assert result.values["reached"] == Day(date=reached)
    on_the_day = three_years(case_of(OLD, _going_on(jobs), on=reached))
    day_before = three_years(case_of(OLD, _going_on(jobs), on=date.fromordinal(reached.toordinal() - 1)))
    assert on_the_day.words == ("reached",)
    assert "reached" not in day_before.words or day_before.vague


def _going_on(jobs):
    return [
        {name: answer for name, answer in each.items() if each.get("to") != "2026-11-22" or name != "to"}
        for each in jobs
    ]


@pytest.mark.parametrize("jobs", [[job("2022-01-01", "2023-12-31")], [job("2025-01-01", mode="part_time")], []])
def test_without_a_job_that_goes_on_no_day_is_named(jobs):
    result = b(*jobs)
    assert result.words == ("short",)
    assert "reached" not in result.values


@pytest.mark.parametrize(
    ("jobs", "words"),
    [
        ([job("2023-11-22")], ("over",)),
        ([job("2023-11-23")], ("under_running",)),
        ([job("2018-01-01", "2021-11-21")], ("over_in_all",)),
        ([job("2018-01-01", "2023-01-01")], ("over_in_all",)),
        ([job("2018-01-01", "2020-12-31")], ("over_in_all",)),  # 36 months in all, to the day
        ([job("2018-01-01", "2020-12-30")], ("under",)),
        ([], ("under",)),
    ],
)
def test_c_is_for_less_than_three_years(jobs, words):
    assert c(*jobs).words == words


def test_c_names_the_last_filing_day():
    result = c(job("2024-01-01"))
    assert result.values["last"] == Day(date=date(2026, 12, 31))
    assert c(job("2024-01-01"), on=date(2026, 12, 31)).words == ("under_running",)
    assert c(job("2024-01-01"), on=date(2027, 1, 1)).words == ("over",)
    older = c(job("2016-01-01", "2017-12-31"), job("2026-06-01"))  # two years long ago, and half a year
    assert older.values["last"] == Day(date=date(2027, 5, 31))


def test_c_with_vague_dates_and_missing_answers():
    assert (set(c(job("2023-11")).words), c(job("2023-11")).vague) == ({"under", "over"}, True)
    assert c(job("2020-01-01", mode=None)).needs == ("job/r1/mode",)
    assert c(job("2016-01-01", "2020-01-01", None)).needs == ("job/r1/mode",)  # before the window, but counts in all
    assert c(job("2016-01", "2018-12")).words == ("under", "over_in_all")


def test_work_goes_on_only_after_a_known_graduation():
    running = history(case_of({"level": "bachelor"}, [job("2020-01-01")]))
    assert running.runs(frozenset()) is False
    assert running.runs(frozenset({running.degree})) is True
    assert history(case_of({"completed": "2019"}, [job("2020-01-01")])).runs(frozenset()) is True
    assert history(case_of({"completed": "2019"}, [job("2020-01-01", "2021-01-01")])).runs(frozenset()) is False
