from datetime import date

import pytest
from tests.content.shipped import rules

from talentpack.core.countries import COUNTRIES


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2023, 10, 31), 176),
        (date(2023, 11, 1), 184),
        (date(2024, 1, 1), 185),
        (date(2024, 11, 1), 198),
        (date(2025, 1, 1), 199),
        (date(2025, 12, 31), 199),
        (date(2026, 1, 1), 200),
    ],
)
def test_every_reported_total_comes_out(day, count):
    assert sum(row.on_list(day) for row in rules().universities) == count


def test_every_row_has_its_names_and_a_code():
    rows = rules().universities
    assert len(rows) == 211
    assert {row.country for row in rows} <= COUNTRIES
    assert all(row.name and row.name_zh_hant and row.name_zh_hans for row in rows)
    assert all(alias.strip() == alias != "" for row in rows for alias in (*row.aliases, *row.ambiguous))


def test_what_left_the_list_left_after_it_came():
    gone = [row for row in rules().universities if row.delisted]
    assert len(gone) == 11
    assert all(row.delisted >= date(2024, 1, 1) for row in gone)
