"""build, verify, probe, doctor, and wrong usage."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from tests.cli.cases import COMMAND, PAPER, A, case, environment, output_of, run

from talentpack import __version__


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A small pack, and what `build --json` said of it."""
    folder = tmp_path_factory.mktemp("built")
    return folder / "pack", output_of("build", case(folder), "-o", folder / "pack", "--json")


@pytest.fixture
def pack(built, tmp_path):
    """A copy that may be spoilt."""
    return shutil.copytree(built[0], tmp_path / "pack")


def test_build_says_what_it_wrote(built):
    directory, said = built
    assert set(said) == {"files", "pages", "warnings"}
    there = sorted(path.relative_to(directory).as_posix() for path in directory.rglob("*") if path.is_file())
    assert sorted(said["files"]) == there
    assert said["pages"] == json.loads((directory / "manifest.json").read_text("utf-8"))["pages"]


def test_build_warns_of_what_is_missing(built):
    _, said = built
    assert {tuple(warning) for warning in said["warnings"]} == {("code", "ref", "text")}
    codes = {(warning["code"], warning["ref"]) for warning in said["warnings"]}
    assert codes >= {
        ("verdict.not_yet_known", "A"),
        ("proof.missing", "photo applicant"),
        ("proof.missing", "travel_document applicant"),
    }


def test_build_tells_people_stage_by_stage(tmp_path):
    result = run("build", case(tmp_path), "-o", tmp_path / "pack")
    assert (result.exit_code, result.stderr) == (0, "")
    said = result.stdout.splitlines()
    assert said[0] == "Reading the evidence: 1 of 1, paper.pdf"
    done = said.index(f"The pack is ready and verified: 8 pages in {tmp_path / 'pack' / 'Bundle.pdf'}.")
    assert all(line.startswith("note: ") for line in said[done + 1 :])
    assert "note: Photograph is missing." in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.toml", "pack", "paper.pdf"]


def test_the_day_of_the_command_line_is_the_packs(tmp_path):
    output_of("build", case(tmp_path), "-o", tmp_path / "pack", "--json", "--on", "2026-06-01")
    assert json.loads((tmp_path / "pack" / "manifest.json").read_text("utf-8"))["day"] == "2026-06-01"


def test_a_true_pack_verifies(pack):
    result = run("verify", pack)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("All true")


def test_what_differs_is_named(pack):
    letter = pack / "Cover letter.docx"
    letter.write_bytes(letter.read_bytes() + b"x")
    (pack / "Checklist.pdf").unlink()
    (pack / "stranger.txt").write_text("x")
    result = run("verify", pack)
    assert (result.exit_code, result.stderr) == (1, "")
    assert sorted(result.stdout.splitlines()) == [
        "Checklist.pdf: The file is missing",
        "Cover letter.docx: The file is not the one that was written",
        "stranger.txt: The file is no part of the pack",
    ]


@pytest.mark.parametrize("spoil", ["nowhere", "file", "folder", "no manifest", "manifest is nonsense"])
def test_what_is_no_pack_is_refused(pack, tmp_path, spoil):
    match spoil:
        case "nowhere":
            target = tmp_path / "nowhere"
        case "file":
            target = pack / "Bundle.pdf"
        case "folder":
            target = tmp_path
        case "no manifest":
            (pack / "manifest.json").unlink()
            target = pack
        case _:
            (pack / "manifest.json").write_text("{}")
            target = pack
    result = run("verify", target)
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        result.stderr
        == "error: This folder holds no pack that this release can read. Choose the folder that holds manifest.json.\n"
    )


def test_probe_prints_an_object_a_file(tmp_path):
    (tmp_path / "text.txt").write_text("plain")
    result = run("probe", "--json", PAPER, tmp_path / "text.txt", tmp_path / "nowhere", tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    seen = [json.loads(line) for line in result.stdout.splitlines()]
    assert {tuple(each) for each in seen} == {("file", "verdict", "kind", "pages", "flags", "reason", "seconds")}
    assert [each["verdict"] for each in seen] == ["ready", "not_a_document", "not_a_document", "not_a_document"]
    assert (seen[0]["kind"], seen[0]["pages"], seen[0]["reason"]) == ("pdf", 2, "")
    assert all(each["reason"] for each in seen[1:])
    assert all(isinstance(each["seconds"], float) for each in seen)


def test_probe_tells_people_a_line_a_file():
    locked = A.parent / "evidence" / "share-register.pdf"
    said = run("probe", PAPER, locked).stdout.splitlines()
    assert said[0] == f"{PAPER}: ready, pdf, 2 pages"
    assert said[1].startswith(f"{locked}: ready, pdf, 2 pages — The file was protected against changes")


def test_doctor():
    result = run("doctor", "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (1 if found["problems"] else 0, "")
    assert found["program"] == __version__
    assert found["universities"] >= 190
    assert found["stale"] == []
    assert {"pikepdf", "pypdf", "reportlab"} <= set(found["libraries"])
    assert set(found["places"]) == {"resources", "forms", "python"}
    said = run("doctor").stdout
    assert said.startswith(f"Talentpack {__version__}, Python ")
    assert ("no fault found" in said) == (found["problems"] == [])
    assert all(problem["text"] in said for problem in found["problems"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chekc", "x"], "No such command 'chekc'. Did you mean 'check'?"),
        (["check"], "Missing argument 'FILE'."),
        (["check", "--jsno", "x"], "'--json'"),
        (["check", "x", "y"], "unexpected extra argument"),
        (["check", "x", "--on", "22/11/2026"], "'22/11/2026' does not match the format '%Y-%m-%d'"),
        (["check", "x", "--lang", "fr"], "'fr' is not one of"),
        (["--lang", "fr", "check", "x"], "'fr' is not one of"),
        (["build", "x"], "Missing option '-o'"),
        (["probe"], "Missing argument 'FILES...'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_one_error_line(arguments, says):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("error: ")
    assert says in line
    assert line.endswith("--help.")


@pytest.mark.parametrize("command", ["check", "build", "verify", "probe", "demo", "doctor"])
def test_every_command_has_help(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "--lang" in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 80
    assert f"  {command} " in run("--help").stdout


def test_a_stream_that_cannot_show_a_name_is_no_error(tmp_path):
    ran = subprocess.run(
        [*COMMAND, "check", str(case(tmp_path)), "--lang", "zh_Hant"],
        env=environment() | {"PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "ÅNGSTRÖM".encode("latin-1") in ran.stdout


def test_a_reader_that_stops_reading_is_no_error(tmp_path):
    command = f"{COMMAND[0]} -m talentpack check {case(tmp_path)} | head -n 1"
    ran = subprocess.run(["sh", "-c", command], env=environment(), capture_output=True, text=True, check=False)
    assert (ran.stderr, ran.stdout.count("\n")) == ("", 1)
