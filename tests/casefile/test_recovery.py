from __future__ import annotations

from datetime import timedelta

import apsw
import pytest
from tests.casefile.made import NOW, action, code, new_case

from talentpack.casefile.folder import CaseFolder
from talentpack.casefile.recovery import recover
from talentpack.core.problems import Refused


@pytest.fixture
def folder(tmp_path):
    """Earlier states with two and three acts, four acts in all."""
    made = new_case(tmp_path / "case", 2)
    for hour in (1, 2):
        case = CaseFolder.open(made, "Anna", NOW + timedelta(hours=hour))
        case.store.append(action(hour + 2, phone=str(hour + 2)))
        case.close()
    return made


def opened(folder):
    case = CaseFolder.open(folder, "Anna", NOW + timedelta(hours=3))
    found = [each.number for each in case.store.actions()]
    case.close()
    return found


def spoil(path, how):
    if how == "noise":
        path.write_bytes(b"noise" * 999)
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "gone":
        path.unlink()
    else:
        other = apsw.Connection(str(path))
        other.execute("UPDATE actions SET kind = 'wish' WHERE number = 2")
        other.close()


@pytest.mark.parametrize("how", ["noise", "empty", "gone", "senseless"])
def test_the_newest_sound_state_comes_back_and_the_damaged_file_stays(folder, how):
    spoil(folder / "case.db", how)
    before = (folder / "case.db").read_bytes() if how != "gone" else None
    used, aside = recover(folder, NOW)
    assert used.last == 3
    assert opened(folder) == [1, 2, 3]
    assert (aside.read_bytes() if aside else None) == before
    assert used.path.exists()


def test_a_damaged_earlier_state_is_passed_over(folder):
    newest = max((folder / "snapshots").glob("*.db"))
    for path in (newest, folder / "case.db"):
        spoil(path, "noise")
    assert recover(folder, NOW)[0].last == 2
    assert opened(folder) == [1, 2]
    assert newest.read_bytes() == b"noise" * 999


def test_without_a_sound_state_nothing_is_touched(folder):
    for path in (*(folder / "snapshots").iterdir(), folder / "case.db"):
        spoil(path, "noise")
    with pytest.raises(Refused) as refused:
        recover(folder, NOW)
    assert code(refused) == "case.no_earlier_state"
    assert (folder / "case.db").read_bytes() == b"noise" * 999


def test_a_sound_case_is_left_alone_and_one_in_use_too(folder):
    before = (folder / "case.db").read_bytes()
    with pytest.raises(Refused) as refused:
        recover(folder, NOW)
    assert code(refused) == "case.sound"
    case = CaseFolder.open(folder, "Anna", NOW)
    with pytest.raises(Refused) as refused:
        recover(folder, NOW)
    assert code(refused) == "case.open_elsewhere"
    case.close()
    assert (folder / "case.db").read_bytes() == before


def test_a_recovery_cut_short_is_finished_by_the_next(folder):
    (folder / "case.db").rename(folder / "damaged-20261122T123000Z.db")
    (folder / "case.db.recovered").write_bytes(b"half")
    assert recover(folder, NOW)[0].last == 3
    assert opened(folder) == [1, 2, 3]
    assert not (folder / "case.db.recovered").exists()
