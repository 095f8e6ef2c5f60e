from __future__ import annotations

from datetime import date, timedelta

import pytest

from talentpack import assets
from talentpack.app.checkup import STALE_DAYS, Checkup, as_json, examine, told
from talentpack.app.words import words_for

EN = words_for("en", assets.resources())
READ = examine(date(2026, 11, 22)).rules_checked


def examined(days: int) -> Checkup:
    return examine(READ + timedelta(days=days))


def test_the_shipped_rules_have_no_fault() -> None:
    assert examined(0).problems == ()


@pytest.mark.parametrize(("days", "stale"), [(STALE_DAYS, False), (STALE_DAYS + 1, True)])
def test_a_source_is_to_be_read_again_after_sixty_days(days: int, stale: bool) -> None:
    assert STALE_DAYS == 60
    found = examined(days)
    assert bool(found.stale) is stale
    assert any(text.startswith("Read again: ") for text in told(found, EN)) is stale


def test_a_first_of_january_since_the_list_was_read_makes_it_doubtful() -> None:
    before, after = examine(date(READ.year, 12, 31)), examine(date(READ.year + 1, 1, 1))
    assert (before.new_list, after.new_list) == (None, date(READ.year + 1, 1, 1))
    said = f"Since 1 January {READ.year + 1} a new list of universities has probably been in force."
    assert (said in told(before, EN), said in told(after, EN)) == (False, True)
    assert as_json(after, EN)["new_list"] == f"{READ.year + 1}-01-01"
