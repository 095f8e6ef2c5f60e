from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.casefile.made import NOW, action, new_store

from talentpack.casefile.snapshots import Snapshot, snapshots, superfluous, take_snapshot

hours = st.lists(st.integers(0, 24 * 400), unique=True, max_size=120)


def made(ago: list[int]) -> tuple[Snapshot, ...]:
    return tuple(Snapshot(NOW - timedelta(hours=each), 1, Path(str(each))) for each in ago)


@given(hours)
def test_thinning_keeps_the_newest_and_some_of_every_age(ago):
    found = made(ago)
    gone = superfluous(found)
    kept = sorted(set(found) - set(gone), reverse=True)
    assert kept[:6] == sorted(found, reverse=True)[:6]
    assert len(kept) <= 6 + 14 + 26
    assert {each.at.date() for each in kept} >= set(sorted({each.at.date() for each in found})[-14:])
    assert superfluous(kept) == ()


def test_a_year_of_hours_leaves_days_then_weeks():
    found = made(list(range(24 * 365)))
    kept = sorted(set(found) - set(superfluous(found)), reverse=True)
    ages = [(NOW - each.at).days for each in kept]
    assert ages[:6] == [0] * 6
    assert ages[-1] > 25 * 7 - 8
    assert len(kept) < 46


def test_what_is_no_copy_of_ours_is_left_alone(tmp_path):
    store = new_store(tmp_path, 1)
    folder = tmp_path / "snapshots"
    folder.mkdir()
    (folder / "mine.db").write_text("x")
    (folder / "20260101T000000Z-1.db.part").write_text("half")
    taken = take_snapshot(store, folder, NOW)
    assert snapshots(folder) == (taken,)
    assert taken.path.name == "20261122T123000Z-1.db"
    assert sorted(path.name for path in folder.iterdir()) == [taken.path.name, "mine.db"]
    store.close()


def test_an_empty_or_unchanged_case_is_not_copied(tmp_path):
    store = new_store(tmp_path)
    assert take_snapshot(store, tmp_path / "snapshots", NOW) is None
    store.append(action(1, phone="1"))
    assert take_snapshot(store, tmp_path / "snapshots", NOW)
    assert take_snapshot(store, tmp_path / "snapshots", NOW + timedelta(days=1)) is None
    store.append(action(2, phone="2"))
    assert take_snapshot(store, tmp_path / "snapshots", NOW - timedelta(days=1)), "a clock set back stops no copy"
    store.close()
