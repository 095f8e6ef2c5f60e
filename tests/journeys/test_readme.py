"""What the README tells a newcomer to do works as it stands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.cli.cases import PAPER, output_of, run

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")


@pytest.fixture
def example(tmp_path):
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "case.toml").write_text(block, "utf-8")
    return tmp_path / "case.toml"


def income_proof(file):
    (proof,) = (each for each in output_of("check", file, "--json")["proofs"] if each["proof"] == "income_proof")
    return proof["state"]


def test_the_example_can_be_assessed(example):
    checked = output_of("check", example, "--json")
    assert list(checked["routes"]) == ["A"]
    assert checked["on"] == "2026-11-22"
    outcomes = {each["criterion"]: each["outcome"] for each in checked["routes"]["A"]["findings"]}
    assert outcomes["income.enough"] == "met"


def test_its_paper_is_asked_for_and_found(example):
    assert income_proof(example) == "unusable"
    shutil.copyfile(PAPER, example.with_name("tax-notice.pdf"))
    assert income_proof(example) == "attached"


def test_the_example_can_be_built(example):
    shutil.copyfile(PAPER, example.with_name("tax-notice.pdf"))
    assert run("build", example, "-o", example.parent / "pack").exit_code == 0
    assert run("verify", example.parent / "pack").exit_code == 0


def test_every_command_it_names_is_there():
    blocks = re.findall(r"^```\w*\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    named = set(re.findall(r"bin/talentpack (\w+)", "\n".join(blocks)))
    assert named >= {"check", "probe", "build", "verify", "doctor"}
    for command in sorted(named):
        assert run(command, "--help").exit_code == 0, command


def test_every_file_it_leads_to_is_there():
    root = Path(__file__).resolve().parents[2]
    leads = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert leads
    assert [each for each in leads if not (root / each).exists()] == []
