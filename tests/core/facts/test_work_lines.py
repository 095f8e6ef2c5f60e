"""Counted work in sentences."""

from tests.core.case_of import case_of, job

from talentpack.core.facts.history import Count
from talentpack.core.facts.work import three_years
from talentpack.core.facts.work_lines import counted, months_short

OLD = {"level": "bachelor", "completed": "2015-06-30", "awarded_by": ["MIT"]}


def b(*jobs, degree=OLD):
    return three_years(case_of(degree, list(jobs)))


def templates(result):
    return [said.template for said in result.working]


def told(said):
    """The templates of a sentence, innermost values filled in."""
    values = {name: told(value) if hasattr(value, "template") else value for name, value in said.values.items()}
    return (said.plural if values.get("n", 1) != 1 and said.plural else said.template).format(**values)


def count(months, days):
    return Count(months=months, days=days)


def test_durations_read_as_people_say_them():
    assert told(counted(count(36, 1096), count(36, 1096))) == "36 months (1096 days)"
    assert told(counted(count(1, 31), count(1, 31))) == "1 month (31 days)"
    assert told(counted(count(0, 1), count(0, 1))) == "1 day"
    assert told(counted(count(0, 0), count(2, 62))) == "0 to 2 months (0 to 62 days)"
    assert told(counted(count(35, 1088), count(35, 1090))) == "35 months (1088 to 1090 days)"


def test_the_months_short_are_never_below_none():
    assert told(months_short(36, count(35, 1095), count(35, 1095))) == "1 month"
    assert told(months_short(36, count(30, 920), count(40, 1220))) == "0 to 6 months"


def test_every_job_has_its_line():
    result = b(
        job("2024-01-01"),
        job("2020-01-01", mode="part_time"),
        job("2020-01-01", mode="internship"),
        job("2016-01-01", "2018-01-01"),
        job("2014-01-01", "2015-01-01"),
        job("2027-01-01"),
        job("2024-03", "2024-05"),
        job("2024-01-01", mode=None),
        job("2025-01-01", "2024-01-01"),
    )
    assert templates(result)[2:11] == [
        "{job}: {first} to {last}, {counted}.",
        "{job}: part-time work does not count.",
        "{job}: an internship does not count.",
        "{job}: ended before the five years began, so it does not count.",
        "{job}: ended before the five years began, so it does not count.",
        "{job}: begins on or after the filing day, so it does not count.",
        "{job}: {counted}, depending on days not given.",
        "{job}: not counted until its answers are complete.",
        "{job}: ends before it begins, so nothing of it counts.",
    ]
    assert "{job}: not after graduation, so it does not count." in templates(
        b(job("2023-01-01", "2024-01-01"), degree=OLD | {"completed": "2025-01-01"})
    )
