"""What must not lie in the repository: places of one machine, addresses of registries, other tools' lock files."""

from __future__ import annotations

import re

import pytest
from tests.house.source import ROOT, File, texts, tracked

# Folders every Unix or Mac has; a path that starts anywhere else is somebody's own.
COMMON = [
    "Applications",
    "Library",
    "System",
    "bin",
    "dev",
    "etc",
    "lib",
    "mnt",
    "opt",
    "proc",
    "run",
    "sbin",
    "srv",
    "sys",
    "tmp",
    "usr",
    "var",
]
OWN_PATH = re.compile(rf"(?<![\w.:/*)\]}}~<>$?&=%-])/(?!(?:{'|'.join(COMMON)})\b)[a-z][a-z0-9_]+/[A-Za-z0-9_.][\w./-]*")
HOMES = re.compile(r"/(home|Users)/[a-z][a-z0-9_]+\b|/ro[o]t/|[A-Z]:\\Users\\")
REGISTRY = re.compile(
    r"py[p]i\.org|pythonh[o]sted|registry\.n[p]mjs|deb\.deb[i]an|(--|^)(extra-)?index-[u]rl\b|^--find-l[i]nks|/simp[l]e/",
    re.MULTILINE,
)
LOCKS = {"uv.lock", "package-lock.json", "poetry.lock", "pdm.lock", "Pipfile.lock", "yarn.lock", "pnpm-lock.yaml"}
SECRETS = re.compile(r"-----BEGIN [A-Z ]*PRIVATE K[E]Y-----|\bgh[pousr]_[A-Za-z0-9]{30,}|\bAKIA[0-9A-Z]{16}\b")

PATTERNS = {"a path of one machine": OWN_PATH, "a home folder": HOMES, "a registry": REGISTRY, "a secret": SECRETS}
EXAMPLES = {
    "a path of one machine": "see /" + "builds/talentpack/out",
    "a home folder": "/" + "home/anna",
    "a registry": "--index" + "-url x",
    "a secret": "-----BEGIN PRIVATE " + "KEY-----",
}


def found(pattern: re.Pattern[str], file: File) -> list[str]:
    lines = enumerate(file.text.splitlines(), 1)
    return [f"{file.name}:{number} {match.group()}" for number, line in lines if (match := pattern.search(line))]


@pytest.mark.parametrize("name", PATTERNS)
def test_no_file_holds(name: str) -> None:
    assert [hit for file in texts() for hit in found(PATTERNS[name], file)] == []


@pytest.mark.parametrize("name", PATTERNS)
def test_each_pattern_finds_its_example(name: str) -> None:
    assert found(PATTERNS[name], File("example", EXAMPLES[name]))
    assert not found(PATTERNS[name], File("example", "https://www.immd.gov.hk/eng/a.html /usr/bin/python and/or a/b/c"))


def test_one_lock_and_no_address_in_it() -> None:
    names = {name.rpartition("/")[2] for name in tracked()}
    assert names & LOCKS == set()
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert "--hash=sha256:" in lock


def test_nothing_made_is_kept() -> None:
    made = re.compile(r"\.(mo|pyc|so|pyd|exe|dll|db|log)$|(^|/)(\.venv|out|build|dist|__pycache__)/")
    assert [name for name in tracked() if made.search(name)] == []
