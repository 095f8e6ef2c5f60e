"""What cannot be built is refused: exit 2, a line a problem that says what and what to do, and nothing is left behind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.cases import COMMAND, PAPER, A, case, environment, output_of, run
from tests.hostile import bombs, broken, harm

LINE = re.compile(r"error: \S.*[.。?!] \S.*[.?]")  # what, and what to do


def everything(folder: Path) -> dict[str, bytes | str]:
    """Every name below a folder with what it holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() and not path.is_symlink() else "other"
        for path in sorted(folder.rglob("*"))
    }


def refused(folder: Path, file: Path, target: Path | None = None) -> list[str]:
    """The problems said; checks how, and that nothing changed."""
    before = everything(folder)
    result = run("build", file, "-o", target or folder / "pack")
    assert result.exit_code == 2, result.output
    said = result.stderr.splitlines()
    assert said
    assert [line for line in said if not LINE.fullmatch(line)] == []
    assert everything(folder) == before
    return said


ANSWERS = {
    "unknown key": ('surname = "', 'surnmae = "', ["case.toml, applicant.surnmae", "Write applicant.surname."]),
    "unknown table": ("[applicant]", "[aplicant]", ["aplicant is not a key", "Write applicant."]),
    "wrong type": ('given_names = "Zoë"', "given_names = 3", ["applicant.given_names", "Write a text"]),
    "list for a text": ('given_names = "Zoë"', 'given_names = ["Zoë"]', ["applicant.given_names", "Write a text"]),
    "money that is a float": (
        '"3120500.00"',
        "3120500.00",
        ["income[0].amount", 'Write it in quotation marks: "31205'],
    ),
    "money that is a word": ('"3120500.00"', '"plenty"', ["income[0].amount", "must be a number"]),
    "less than nothing": ('"3120500.00"', '"-1"', ["income[0].amount", "must be 0 or more"]),
    "a number without end": ('"3120500.00"', "9" * 5000, ["too long"]),
    "unknown currency": ('"HKD"', '"HKDD"', ["income[0].currency", "HKD?"]),
    "impossible date": ("1985-05-14", "1985-02-30", ["Invalid date", "line 9", "Enter a date of the calendar"]),
    "date of another time": ("1985-05-14", "0085-05-14", ["applicant.birth_date", "1900"]),
    "filing too early": ("2026-11-22", "2022-12-27", ["filing_date", "28 December 2022"]),
    "filing too late": ("2026-11-22", "2199-01-01", ["filing_date", "within a year"]),
    "from after to": ("from = 2025-01-01", "from = 2026-01-01", ["income[0].from", "must not be after"]),
    "unknown route": ('route = "A"', 'route = "D"', ["route", "A, B, C"]),
    "unknown scheme": ('"ttps"', '"qmas"', ["qmas", "ttps"]),
    "said empty, and is not": ('route = "A"', 'none = ["income"]', ["income", "Keep one"]),
    "no such list": ('route = "A"', 'none = ["incomes"]', ["incomes", "Write income."]),
    "a key twice": ('route = "A"', 'route = "A"\nroute = "B"', ["not TOML", "line 5"]),
    "unknown proof": ('"income_proof"', '"income_prof"', ["evidence[0].proof", "Write income_proof."]),
    "for nowhere": ('for = "income[0]"', 'for = "income[1]"', ["evidence[0].for", "income[1] points nowhere"]),
    "for nothing known": ('for = "income[0]"', 'for = "incom"', ["evidence[0].for", "points nowhere"]),
    "pin nowhere": (
        'says = "income[0].amount"',
        'says = "income[9].amount"',
        ["evidence[0].pins[0]", "points nowhere"],
    ),
    "pin with a stray key": ("page = 2,", "page = 2, leaf = 2,", ["evidence[0].pins[0]"]),
    "no page ranges": ('for = "income[0]"', 'for = "income[0]"\npages = "all"', ["evidence[0].pages", "1-3,5"]),
    "pages outside": ('for = "income[0]"', 'for = "income[0]"\npages = "1-3"', ["paper.pdf has 2 pages", "1-3"]),
    "no file named": ('file = "paper.pdf"', 'title = "x"', ["evidence[0]", "file ="]),
    "missing file": ("paper.pdf", "papre.pdf", ["papre.pdf: There is no such file", "Name a file"]),
    "a name no file can have": ("paper.pdf", "x" * 300, ["There is no such file"]),
    "a folder": ('"paper.pdf"', '"."', ["It is not a file"]),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(tmp_path, name):
    was, now, says = ANSWERS[name]
    said = refused(tmp_path, case(tmp_path, was, now))
    assert len(said) == 1
    assert [each for each in says if each not in said[0]] == []


def test_every_problem_is_told_at_once(tmp_path):
    file = case(tmp_path, 'surname = "Ångström & Söhne"\ngiven_names = "Zoë"', 'surnmae = "x"\ngiven_names = 3')
    assert len(refused(tmp_path, file)) == 2


PAPERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (broken.empty, "empty"),
    "noise": (broken.noise, "Neither a PDF nor a picture"),
    "half a PDF": (broken.half_a_pdf, "No page of this file can be read"),
    "password": (harm.locked, "Save a copy of it without a password"),
    "picture bomb": (bombs.huge_png, "60 million dots"),
}


@pytest.mark.parametrize("name", PAPERS)
def test_papers(tmp_path, name):
    make, says = PAPERS[name]
    (said,) = refused(tmp_path, case(tmp_path, paper=make()))
    assert said.startswith("error: paper.pdf: ")
    assert says in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes neither without rights")
@pytest.mark.parametrize(("make", "says"), [(os.mkfifo, "not a file"), (lambda path: path.symlink_to(PAPER), "a link")])
def test_what_only_looks_like_a_file(tmp_path, make, says):
    file = case(tmp_path)
    (tmp_path / "paper.pdf").unlink()
    make(tmp_path / "paper.pdf")
    (said,) = refused(tmp_path, file)
    assert says in said
    (proof,) = (each for each in output_of("check", file, "--json")["proofs"] if each["proof"] == "income_proof")
    assert (proof["state"], says in proof["why"]) == ("unusable", True)


FILES = {
    "absent": (None, "not there"),
    "not UTF-8": (b"surname = '\xff'", "UTF-8"),
    "UTF-16": ("scheme = 'ttps'".encode("utf-16"), "UTF-8"),
    "not TOML": (b"= = =", "not TOML"),
    "nested without end": (b"a = " + b"[" * 100_000, "too deeply"),
    "5 MB": (b"#" * 5_000_000, "too large"),
}


@pytest.mark.parametrize("name", FILES)
def test_answers_files(tmp_path, name):
    data, says = FILES[name]
    if data is not None:
        (tmp_path / "case.toml").write_bytes(data)
    (said,) = refused(tmp_path, tmp_path / "case.toml")
    assert said.startswith("error: case.toml ")
    assert says in said


def test_a_folder_is_no_answers_file(tmp_path):
    (said,) = refused(tmp_path, tmp_path)
    assert "is not a file" in said


def test_a_folder_that_holds_other_things_is_left_alone(tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "diary.txt").write_text("mine")
    (said,) = refused(tmp_path, case(tmp_path))
    assert "holds other things" in said


def test_a_pack_with_a_stranger_in_it_is_left_alone(tmp_path):
    file = case(tmp_path)
    output_of("build", file, "-o", tmp_path / "pack", "--json")
    (tmp_path / "pack" / "Evidence" / "notes.txt").write_text("mine")
    (said,) = refused(tmp_path, file)
    assert "Evidence/notes.txt" in said


def test_a_file_in_the_packs_place_is_left_alone(tmp_path):
    (tmp_path / "pack").write_text("mine")
    (said,) = refused(tmp_path, case(tmp_path))
    assert "a file of this name" in said


def test_a_file_in_place_of_a_parent_folder(tmp_path):
    (tmp_path / "parent").write_text("mine")
    assert refused(tmp_path, case(tmp_path), tmp_path / "parent" / "pack")
    assert (tmp_path / "parent").read_text() == "mine"


@pytest.fixture
def mounted(tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Builds into ``disk/pack`` with something mounted at ``disk`` for this one process; lists the disk afterwards."""
    if (
        not shutil.which("unshare")
        or subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("no file system may be mounted here")

    def build(mount: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "disk").mkdir()
        command = (
            f'{mount} && "{COMMAND[0]}" -m talentpack build case.toml -o disk/pack; code=$?; ls -A disk >&3; exit $code'
        )
        case(tmp_path)
        with (tmp_path / "listed").open("w") as listed:
            return subprocess.run(
                ["unshare", "-m", "bash", "-c", f"exec 3>&{listed.fileno()}; {command}"],
                cwd=tmp_path,
                env=environment(),
                pass_fds=[listed.fileno()],
                capture_output=True,
                text=True,
                check=False,
            )

    return build


@pytest.mark.parametrize(
    ("mount", "says"),
    [
        ("mount -t tmpfs -o size=200k none disk", "not enough room"),
        ("mount -t tmpfs -o size=400k none disk", "not enough room"),
        ("mount --bind disk disk && mount -o remount,ro,bind disk", "Nothing can be written"),
    ],
    ids=["full", "full a little later", "read-only"],
)
def test_disks(tmp_path, mounted, mount, says):
    ran = mounted(mount)
    (said,) = ran.stderr.splitlines()
    assert ran.returncode == 2, ran.stderr
    assert LINE.fullmatch(said)
    assert says in said
    assert (tmp_path / "listed").read_text() == ""


def test_the_sample_is_refused_in_chinese_too(tmp_path):
    result = run("build", A, "-o", case(tmp_path), "--lang", "zh_Hant")
    assert (result.exit_code, result.stdout) == (2, "")
    assert re.fullmatch(r"error: [^.]*。[^.]*。\n", result.stderr)
