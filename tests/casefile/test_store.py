from __future__ import annotations

import sqlite3
import subprocess
import sys

import apsw
import pytest
from msgspec.structs import replace
from tests.casefile.made import ABOUT, action, code, new_store

from talentpack.casefile import schema
from talentpack.casefile.store import Store, StoredFile
from talentpack.core.actions import fold
from talentpack.core.problems import Refused

WANTED = {
    "locking_mode": "exclusive",
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "secure_delete": 1,
    "application_id": schema.APPLICATION_ID,
    "user_version": schema.VERSION,
}


@pytest.mark.parametrize("again", [False, True], ids=["created", "opened"])
@pytest.mark.parametrize("pragma", WANTED)
def test_the_database_is_run_as_the_design_says(tmp_path, pragma, again):
    store = new_store(tmp_path)
    if again:
        store.close()
        store = Store.open(tmp_path / "case.db")
    assert store._db.execute(f"PRAGMA {pragma}").get == WANTED[pragma]
    store.close()


def test_actions_come_back_as_they_were_kept(tmp_path):
    store = new_store(tmp_path)
    kept = (
        action(1, applicant__surname="Ångström 陳", income=["r1"], married=True, share=3),
        replace(action(2, pins=[{"page": 2, "says": "income/r1/amount"}], phone=None), actor="", kind="attach"),
        replace(action(3, applicant__surname=None), kind="undo", reverses=1),
    )
    for each in kept:
        store.append(each)
    store.close()
    store = Store.open(tmp_path / "case.db")
    assert store.actions() == kept
    assert store.about() == ABOUT
    store.close()


def test_a_closed_case_is_one_file_that_any_sqlite_reads(tmp_path):
    new_store(tmp_path, 2).close()
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]
    plain = sqlite3.connect(tmp_path / "case.db")
    assert plain.execute("SELECT address, after FROM changes").fetchall() == [("phone", '"1"'), ("phone", '"2"')]
    plain.close()


@pytest.mark.parametrize("number", [1, 2, 4])
def test_an_action_that_does_not_follow_is_refused(tmp_path, number):
    store = new_store(tmp_path, 2)
    with pytest.raises(Refused) as refused:
        store.append(replace(action(number, phone="x"), uuid="other"))
    assert code(refused) == "case.changed"
    assert len(store.actions()) == 2
    store.append(action(3, phone="x"))
    assert fold(store.actions()).get("phone") == "x"
    store.close()


def test_the_newest_action_is_kept_again_while_its_typing_goes_on(tmp_path):
    store = new_store(tmp_path, 2)
    store.append(replace(action(2, phone="23"), uuid="u2"))
    with pytest.raises(Refused):
        store.append(action(1, phone="older"))
    store.close()
    store = Store.open(tmp_path / "case.db")
    assert [each.changes[0].after for each in store.actions()] == ["1", "23"]
    store.close()


def test_a_second_opener_is_refused_at_once_even_in_the_same_process(tmp_path):
    store = new_store(tmp_path, 1)
    for _ in range(2):  # the first attempt must not have loosened the lock
        with pytest.raises(Refused) as refused:
            Store.open(tmp_path / "case.db")
        assert code(refused) == "case.open_elsewhere"
    read = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM actions')"
    reader = subprocess.run([sys.executable, "-c", read, tmp_path / "case.db"], capture_output=True, check=False)
    assert b"database is locked" in reader.stderr
    store.append(action(2, phone="2"))
    store.close()
    Store.open(tmp_path / "case.db").close()


def test_a_case_is_never_created_over_another(tmp_path):
    new_store(tmp_path, 1).close()
    before = (tmp_path / "case.db").read_bytes()
    with pytest.raises(Refused):
        Store.create(tmp_path / "case.db", ABOUT)
    assert (tmp_path / "case.db").read_bytes() == before


def test_no_case_is_said(tmp_path):
    with pytest.raises(Refused) as refused:
        Store.open(tmp_path / "case.db")
    assert code(refused) == "case.not_there"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"noise" * 2000, b"SQLite format 3\0" + b"\0" * 4080], ids=len)
def test_what_is_no_case_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "case.db"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        Store.open(path)
    assert code(refused) == "case.damaged"
    assert path.read_bytes() == content


def test_another_programs_database_is_no_case(tmp_path):
    path = tmp_path / "case.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE actions (number INTEGER PRIMARY KEY)")
    other.commit()
    other.close()
    with pytest.raises(Refused) as refused:
        Store.open(path)
    assert code(refused) == "case.damaged"


def test_a_newer_case_is_refused_and_left_alone(tmp_path):
    new_store(tmp_path, 1).close()
    path = tmp_path / "case.db"
    later = sqlite3.connect(path)
    later.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    later.close()
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        Store.open(path)
    assert code(refused) == "case.newer"
    assert path.read_bytes() == before


def test_every_page_spoilt_is_noticed(tmp_path):
    """A page of zeros anywhere is damage, said at opening; never fewer answers without a word."""
    store = new_store(tmp_path, 300)
    kept = store.actions()
    store.close()
    path = tmp_path / "case.db"
    whole = path.read_bytes()
    assert len(whole) > 8 * 4096
    for start in range(0, len(whole), 4096):
        path.write_bytes(whole[:start] + b"\0" * 4096 + whole[start + 4096 :])
        with pytest.raises(Refused) as refused:
            Store.open(path)
        assert code(refused) == "case.damaged"
    path.write_bytes(whole)
    store = Store.open(path)
    assert store.actions() == kept
    store.close()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE changes SET after = '1.5' WHERE action = 2",
        "UPDATE changes SET after = 'surname' WHERE action = 2",
        "UPDATE actions SET kind = 'wish' WHERE number = 2",
        "UPDATE actions SET at = 'yesterday' WHERE number = 2",
        "UPDATE actions SET number = 9 WHERE number = 2",
        "DELETE FROM actions WHERE number = 1",
    ],
)
def test_actions_that_make_no_sense_are_damage(tmp_path, harm):
    new_store(tmp_path, 3).close()
    other = apsw.Connection(str(tmp_path / "case.db"))
    other.execute(harm)
    other.close()
    with pytest.raises(Refused) as refused:
        Store.open(tmp_path / "case.db").actions()
    assert code(refused) == "case.damaged"


def test_a_file_is_named_once(tmp_path):
    store = new_store(tmp_path)
    file = StoredFile(id="ab1", sha256="0" * 64, size=3)
    store.keep_file(file)
    store.keep_file(replace(file, id="ab2"))
    assert store.files() == (file,)
    assert store.file_of("0" * 64) == file
    assert store.file_of("1" * 64) is None
    store.close()


def test_a_copy_is_a_case_of_its_own(tmp_path):
    store = new_store(tmp_path, 2)
    store.copy_to(tmp_path / "copy.db")
    store.append(action(3, phone="3"))
    copy = Store.open(tmp_path / "copy.db")
    assert copy.actions() == store.actions()[:2]
    for each in (copy, store):
        each.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.db", "copy.db"]
