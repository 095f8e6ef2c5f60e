"""Cases kept by the program, by the commands people and scripts use."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
from pathlib import Path

import pytest
from tests.cli.cases import COMMAND, PAPER, A, case, environment, output_of, run

from talentpack.casefile.lock import read_lock


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def do(home):
    """A command on the cases of this test, that must succeed: what it prints."""

    def done(*arguments):
        result = run("--home", home, *arguments)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout.strip()

    return done


@pytest.fixture
def refused(home):
    """A command that must be refused: its one line."""

    def done(*arguments):
        result = run("--home", home, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        (said,) = result.stderr.splitlines()
        assert said.startswith("error: ")
        return said

    return done


@pytest.fixture
def show(home):
    return lambda name: output_of("show", name, "--home", home, "--json")


def evidence(home, case_id):
    folder = home / "cases" / case_id / "evidence"
    return sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file())


def test_a_new_case_is_empty_and_listed(do, home, show):
    first = do("new", "--name", "  Anna  Chan ")
    assert do("list").startswith(f"{first[:8]}  Anna Chan  A: ")
    (listed,) = json.loads(do("list", "--json"))
    assert (listed["id"], listed["name"], listed["actions"]) == (first, "Anna Chan", 1)
    assert show("anna chan")["answers"] == {"scheme": "ttps", "purpose": "entry"}
    assert sorted(path.name for path in (home / "cases" / first).iterdir()) == ["case.db", "snapshots", "summary.json"]


def test_no_cases_is_an_empty_list(do, home):
    assert do("list") == ""
    assert json.loads(do("list", "--json")) == []
    assert not home.exists()


def test_a_case_is_named_by_its_id_a_beginning_of_it_or_its_name(do, refused):
    first, second = do("new", "--name", "Anna"), do("new", "--name", "Berta")
    do("set", first, "applicant.phone", "1")
    do("set", second[:9], "applicant.phone", "2")
    do("set", "BERTA", "applicant.email", "b@example.com")
    third = do("new", "--name", "anna")
    assert (
        refused("show", "Anna")
        == f"error: Anna may be any of 2 cases. Name it by its id: {', '.join(sorted((first, third)))}."
    )
    assert "There is no case Cyril." in refused("undo", "Cyril")
    assert "no answers file and no case Cyril" in refused("check", "Cyril")


def test_a_case_without_a_name_is_called_by_its_applicant(do, show):
    case_id = do("new")
    do("set", case_id, "applicant.surname", "Chan")
    do("set", case_id, "applicant.given_names", "Tai Man")
    assert show("CHAN tai man")["id"] == case_id


SET = [
    ("applicant.phone", "+85298765432", "+85298765432"),
    ("applicant.surname", "Ångström", "Ångström"),
    ("applicant.given_names", '"Zoë"', "Zoë"),
    ("applicant.birth_date", "1985-05-14", "1985-05-14"),
    ("income[0].amount", "3120500.50", "3120500.50"),
    ("income[1].amount", '"3,120,500"', "3120500"),
    ("income[0].taxable", "true", True),
    ("income[0].country", "my", "MY"),
    ("travel_document.number", "0012", "0012"),
    ("none", '["job"]', ["job"]),
    ("applicant.other_nationalities", '["SG", "MY"]', ["SG", "MY"]),
]


def test_set_reads_toml_and_bare_words(do, show):
    do("new", "--name", "x")
    for path, value, kept in SET:
        assert do("set", "x", path, value) == f"{path} = {json.dumps(kept, ensure_ascii=False)}"
    found = show("x")
    assert {path: found["answers"][path] for path, _, _ in SET} == {path: kept for path, _, kept in SET}
    do("set", "x", *SET[-1][:2])
    assert show("x")["actions"] == found["actions"], "what is so already is no act"


def test_what_cannot_be_set_changes_nothing(do, refused, show):
    do("new", "--name", "x")
    before = show("x")
    for path, value in (
        ("applicant.shoe_size", "43"),
        ("income[1].amount", "1"),
        ("income[0].amount", "much"),
        ("applicant.birth_date", "2026-02-30"),
        ("evidence[0].file", "x.pdf"),
        ("none", '["evidence"]'),
        ("scheme", "other"),
    ):
        refused("set", "x", path, value)
    assert show("x") == before


def test_unset_takes_an_answer_or_a_record_away(do, refused, show):
    do("new", "--name", "x")
    do("set", "x", "income[0].payer", "Example Ltd")
    do("set", "x", "income[0].amount", "5")
    do("unset", "x", "income[0].payer")
    assert {key for key in show("x")["answers"] if key.startswith("income")} == {"income[0].amount"}
    do("unset", "x", "income[0]")
    assert not {key for key in show("x")["answers"] if key.startswith("income")}
    assert "shoe_size" in refused("unset", "x", "applicant.shoe_size")
    do("undo", "x")
    assert show("x")["answers"]["income[0].amount"] == "5"


def test_undo_and_redo_last_from_one_command_to_the_next(do, refused, show):
    do("new", "--name", "x")
    assert "nothing to undo" in refused("undo", "x")
    for number in "123":
        do("set", "x", "applicant.phone", number)
    seen = []
    for verb in ("undo", "undo", "redo", "undo", "undo"):
        do(verb, "x")
        seen.append(show("x")["answers"].get("applicant.phone"))
    assert seen == ["2", "1", "2", "1", None]
    refused("undo", "x")
    do("redo", "x")
    do("set", "x", "applicant.phone", "4")
    assert "nothing to do again" in refused("redo", "x")


def test_an_answers_file_becomes_a_case_with_its_papers(do, home, show, tmp_path):
    case_id = do("new", "--from", A)
    asked, kept = output_of("check", A, "--json"), output_of("check", case_id, "--home", home, "--json")
    assert kept == asked
    named = set(A.parent.joinpath("evidence").iterdir())
    assert set(evidence(home, case_id)) <= {hashlib.sha256(path.read_bytes()).hexdigest() for path in named}
    assert {paper["file"] for paper in show(case_id)["evidence"]} <= {path.name for path in named}
    assert "file_id" not in show(case_id)["evidence"][0]


def test_a_case_and_its_answers_file_give_the_same_pack(do, home, tmp_path):
    file = case(tmp_path)
    do("new", "--from", file, "--name", "x")
    file.unlink()
    (tmp_path / "paper.pdf").unlink()
    again = tmp_path / "again"
    again.mkdir()
    built = [
        output_of("build", "x", "--home", home, "-o", tmp_path / "kept", "--json"),
        output_of("build", case(again), "-o", tmp_path / "filed", "--json"),
    ]
    assert built[0] == built[1]
    bundles = [(tmp_path / name / "Bundle.pdf").read_bytes() for name in ("kept", "filed")]
    assert bundles[0] == bundles[1]
    assert run("verify", tmp_path / "kept").exit_code == 0


def test_an_answers_file_with_papers_that_are_not_there_begins_nothing(home, tmp_path):
    file = case(tmp_path, now='\n[[evidence]]\nfile = "gone.pdf"\nproof = "photo"\n')
    (tmp_path / "paper.pdf").unlink()
    result = run("new", "--from", file, "--home", home)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 2)
    assert list((home / "cases").iterdir()) == []


def test_attach_copies_the_paper_and_detach_lets_it_go(do, home, show, tmp_path):
    case_id = do("new")
    do("set", case_id, "income[0].kind", "salary")
    before = PAPER.read_bytes()
    given = ("--proof", "income_proof", "--for", "income[0]", "--language", "en", "--pages", "2,1", "--title", "Letter")
    assert do("attach", case_id, PAPER, *given) == "evidence[0]"
    (paper,) = show(case_id)["evidence"]
    assert paper == {
        "ref": "evidence[0]",
        "id": "e1",
        "file": PAPER.name,
        "proof": "income_proof",
        "for": ["income[0]"],
        "language": "en",
        "pages": "2,1",
        "title": "Letter",
    }
    assert evidence(home, case_id) == [hashlib.sha256(before).hexdigest()]
    assert PAPER.read_bytes() == before
    do("attach", case_id, PAPER, "--proof", "photo", "--translation", PAPER, "--certified-by", "sworn")
    assert len(evidence(home, case_id)) == 1
    assert do("set", case_id, "evidence[0].title", "Notice") == 'evidence[0].title = "Notice"'
    assert do("set", case_id, "evidence[0].pages", "1") == 'evidence[0].pages = "1"'
    do("unset", case_id, "evidence[0].pages")
    do("detach", case_id, "evidence[0]")
    assert [each["id"] for each in show(case_id)["evidence"]] == ["e2"]
    do("undo", case_id)
    assert [each.get("title") for each in show(case_id)["evidence"]] == ["Notice", None]
    proofs = output_of("check", case_id, "--home", home, "--json")["proofs"]
    assert {row["state"] for row in proofs if row["proof"] == "income_proof"} == {"attached"}


def test_a_paper_refused_leaves_the_case_as_it_was(do, refused, show, home, tmp_path):
    case_id = do("new")
    before = show(case_id)
    (tmp_path / "notes.pdf").write_bytes(b"not a PDF at all")
    for path, options in (
        (tmp_path / "notes.pdf", ("--proof", "photo")),
        (tmp_path / "gone.pdf", ("--proof", "photo")),
        (tmp_path, ("--proof", "photo")),
        (PAPER, ("--proof", "no_such_proof")),
        (PAPER, ("--proof", "photo", "--for", "income[7]")),
        (PAPER, ("--proof", "photo", "--pages", "x")),
        (PAPER, ("--proof", "photo", "--translation", "gone.pdf")),
    ):
        refused("attach", case_id, path, *options)
    assert show(case_id) == before
    assert list((home / "cases" / case_id).rglob("*.part")) == []


def test_a_case_open_elsewhere_says_where(do, refused, home):
    case_id = do("new", "--name", "x")
    hold = f"import sys; from talentpack.casefile.folder import CaseFolder; from datetime import datetime, UTC; from pathlib import Path; c = CaseFolder.open(Path({str(home / 'cases' / case_id)!r}), 'Berta', datetime.now(UTC)); print(1, flush=True); sys.stdin.read()"
    with subprocess.Popen([COMMAND[0], "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        for verb in (("set", "x", "applicant.phone", "1"), ("show", "x"), ("check", "x"), ("erase", "x")):
            said = refused(*verb)
            assert "The case is open: Berta on " in said
            assert f"(process {process.pid})" in said
        assert do("list").startswith(case_id[:8])
        process.kill()
    do("set", "x", "applicant.phone", "1")
    assert read_lock(home / "cases" / case_id) is None


def test_erase_leaves_nothing_of_the_case(do, refused, home):
    first, second = do("new", "--from", A, "--name", "x"), do("new", "--name", "y")
    assert "out of this program's reach" in do("erase", "x")
    assert [path.name for path in (home / "cases").iterdir()] == [second]
    assert first not in do("list")
    refused("show", "x")


def test_a_damaged_case_is_listed_refused_and_can_be_erased(do, refused, home):
    case_id = do("new", "--name", "x")
    folder = home / "cases" / case_id
    (folder / "case.db").write_bytes(b"noise" * 1000)
    assert "damaged" in refused("show", "x")
    assert f"talentpack recover {case_id}" in refused("set", case_id, "applicant.phone", "1")
    (folder / "summary.json").unlink()
    assert json.loads(do("list", "--json")) == [
        {"id": case_id, "problem": "The case is damaged and was not opened; nothing in it was changed."}
    ]
    assert (folder / "case.db").read_bytes() == b"noise" * 1000
    do("erase", case_id)
    assert not folder.exists()


def test_a_damaged_case_goes_back_to_its_newest_earlier_state(do, refused, home, show):
    case_id = do("new", "--name", "x")
    do("set", "x", "applicant.phone", "1")
    assert "not damaged" in refused("recover", "x")
    database = home / "cases" / case_id / "case.db"
    database.write_bytes(b"noise" * 1000)
    assert ", after 1 act. " in do("recover", "x")
    assert show("x")["actions"] == 1
    (aside,) = database.parent.glob("damaged-*.db")
    assert aside.read_bytes() == b"noise" * 1000
    do("set", "x", "applicant.phone", "2")


def test_a_paper_gone_from_the_folder_is_said_and_comes_back_with_its_contents(do, home):
    case_id = do("new")
    do("attach", case_id, PAPER, "--proof", "photo")
    (kept,) = (path for path in (home / "cases" / case_id / "evidence").rglob("*") if path.is_file())
    kept.write_bytes(b"cut")
    told = run("--home", home, "show", case_id)
    assert told.exit_code == 0
    assert told.stderr.startswith("warning: 1 paper of the case is gone")
    run("--home", home, "attach", case_id, PAPER, "--proof", "photo")
    assert kept.read_bytes() == PAPER.read_bytes()
    do("show", case_id)


def test_the_summary_follows_every_act_and_is_made_again_when_lost(do, home):
    case_id = do("new", "--name", "x")
    summary = home / "cases" / case_id / "summary.json"
    do("set", "x", "route", "A")
    assert (json.loads(summary.read_text())["route"], json.loads(summary.read_text())["actions"]) == ("A", 2)
    for content in (b"", b"{", b'{"id": 1}', b"[" * 70000):
        summary.write_bytes(content)
        assert json.loads(do("list", "--json"))[0]["route"] == "A"


def test_what_the_commands_keep_is_plain_sqlite(do, home):
    case_id = do("new", "--name", "x")
    do("set", "x", "applicant.phone", "1")
    plain = sqlite3.connect(home / "cases" / case_id / "case.db")
    found = plain.execute("SELECT kind, address, after FROM actions JOIN changes ON action = number").fetchall()
    plain.close()
    assert ("answer", "applicant/phone", '"1"') in found


def test_the_usual_place_is_the_systems_for_this_user(tmp_path):
    there = environment() | {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "LOCALAPPDATA": str(tmp_path),
    }
    made = subprocess.run([*COMMAND, "new"], env=there, capture_output=True, text=True, check=True)
    assert [path.parent.name for path in tmp_path.rglob("case.db")] == [made.stdout.strip()]
    assert all(Path(tmp_path) in path.parents for path in tmp_path.rglob("case.db"))
