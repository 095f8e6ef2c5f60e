"""Dates known to the month or year: counted twice, and the day that is needed."""

from datetime import date

from tests.core.case_of import case_of, job

from talentpack.core.facts.work import three_years
from talentpack.core.lines import Day

OLD = {"level": "bachelor", "completed": "2015-06-30", "awarded_by": ["MIT"]}


def b(*jobs, degree=OLD):
    return three_years(case_of(degree, list(jobs)))


def test_dates_known_to_the_month_are_counted_twice():
    result = b(job("2023-11"))
    assert (set(result.words), result.needs, result.vague) == ({"short_running", "reached"}, (), True)
    assert result.numbers == {"days": 1088, "months": 35, "days_at_most": 1117, "months_at_most": 36}
    assert b(job("2023-10")).words == ("reached",)
    assert b(job("2023-12")).words == ("short_running",)


def test_a_month_at_both_ends_gives_least_and_most():
    result = b(job("2024-03", "2024-08"))
    assert (result.numbers["days"], result.numbers["days_at_most"]) == (124, 184)
    assert (result.numbers["months"], result.numbers["months_at_most"]) == (4, 6)
    one_month = b(job("2024-03", "2024-03"))
    assert (one_month.numbers["days"], one_month.numbers["days_at_most"]) == (0, 31)


def test_a_graduation_known_only_to_the_year_is_a_range():
    result = b(job("2020-01-01"), degree=OLD | {"completed": "2023"})
    assert (set(result.words), result.vague) == ({"short_running", "reached"}, True)
    assert b(job("2020-01-01"), degree=OLD | {"completed": "2022"}).words == ("reached",)
    assert b(job("2020-01-01"), degree=OLD | {"completed": "2024"}).words == ("short_running",)


def test_a_missing_answer_beside_a_vague_one_is_named_only_if_it_changes_the_outcome():
    """The vague job leaves the outcome open whatever the other was; with a fuller one beside it, no longer."""
    alone = b(job("2023-11"), job("2026-01-01", mode=None))
    assert (alone.needs, alone.vague) == ((), True)
    fuller = b(job("2023-11"), job("2023-06-01", "2024-06-01", None))
    assert fuller.needs == ("job/r2/mode",)


def test_the_day_that_is_needed_is_named():
    single = b(job("2023-11")).values["needed"]
    assert single.values["day"] == Day(date=date(2023, 11, 22))
    assert single.values["date"].template == "the first day at {job} ({date})"
    ended = b(job("2022-01-15", "2025-01")).values["needed"]
    assert ended.values["day"] == Day(date=date(2025, 1, 13))
    graduated = b(job("2020-01-01"), degree=OLD | {"completed": "2023"}).values["needed"]
    assert graduated.values["day"] == Day(date=date(2023, 11, 21))


def test_several_vague_dates_are_all_named_and_those_that_do_not_matter_are_not():
    result = b(job("2021-03", "2022-03"), job("2024-11"))
    assert "needed" not in result.values  # short whichever days they were
    both = b(job("2023-11", "2024-03"), job("2024-03")).values["needed"]
    assert both.template == "Enter the day of {dates}."
    assert [said.values["date"].month for said in both.values["dates"].items] == [11, 3, 3]
