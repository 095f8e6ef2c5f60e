"""Puts one-line faults into the rules and what reads them, one at a time; the tests must catch each: `make mutate`.

The faults are those of ``tools/faults.toml``: a file, a line that stands in it once, and what it reads instead. Each is
tried in a fork of this process that has not imported the program yet; the files on the disk are never touched. Arguments
choose the faults whose file or line contain one of them.
"""

from __future__ import annotations

import io
import os
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

import msgspec  # noqa: F401 - imported once, for every fork
import pytest

ROOT = Path(__file__).resolve().parent.parent
FAULTS = ROOT / "tools" / "faults.toml"
# The quickest to catch most come first; a run ends with the first failure.
TESTS = ("tests/core/test_scenarios.py", "tests/core", "tests/content/test_entry_proofs.py")


class Fault(NamedTuple):
    """A line of a file, without the space before and after it, and what stands there instead."""

    file: str
    line: str
    now: str

    def text(self) -> str:
        """The file's text with the fault in it."""
        lines = (ROOT / self.file).read_text("utf-8").splitlines(keepends=True)
        found = [index for index, each in enumerate(lines) if each.strip() == self.line]
        if len(found) != 1:
            raise SystemExit(f"{self.file}: stands {len(found)} times, must stand once: {self.line}")
        (place,) = found
        lines[place] = lines[place].replace(self.line, self.now)
        return "".join(lines)


def faults(wanted: list[str]) -> list[Fault]:
    every = [Fault(**each) for each in tomllib.loads(FAULTS.read_text("utf-8"))["fault"]]
    return [each for each in every if not wanted or any(word in each.file + each.line for word in wanted)]


def caught(fault: Fault) -> bool:
    """Whether the tests fail with the fault in place."""
    text = fault.text()
    child = os.fork()
    if child == 0:
        os._exit(_tested(ROOT / fault.file, text))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == pytest.ExitCode.TESTS_FAILED


def clean() -> bool:
    """Whether the tests pass without a fault; otherwise nothing is learnt from their failing."""
    child = os.fork()
    if child == 0:
        os._exit(_tested(ROOT / "no such file", ""))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == pytest.ExitCode.OK


def _tested(path: Path, text: str) -> int:
    """Runs the tests here, with a file that reads as ``text``; ends as pytest does."""
    _serve(path, text)
    os.chdir(ROOT)
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *TESTS]))


def _serve(path: Path, text: str) -> None:
    """Makes the import system, and whoever reads a text file, find ``text`` at ``path``."""
    code, read = SourceFileLoader.get_code, Path.read_text

    def get_code(self: SourceFileLoader, name: str) -> CodeType | None:
        if Path(self.path) == path:
            return compile(text, str(path), "exec")
        return code(self, name)

    def read_text(self: Path, *args: Any, **kwargs: Any) -> str:
        return text if self == path else read(self, *args, **kwargs)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign] # the point of it
    Path.read_text = read_text  # type: ignore[method-assign] # the point of it


def _survivors(chosen: list[Fault]) -> Iterator[Fault]:
    for number, fault in enumerate(chosen, 1):
        began = time.monotonic()
        found = caught(fault)
        seconds = time.monotonic() - began
        print(
            f"{number:4}/{len(chosen)} {'caught ' if found else 'MISSED '} {seconds:4.1f} s  {fault.file}: {fault.now}",
            flush=True,
        )
        if not found:
            yield fault


def main() -> None:
    if not clean():
        raise SystemExit("the tests fail without any fault: mend them first")
    chosen = faults(sys.argv[1:])
    missed = list(_survivors(chosen))
    print(f"{len(chosen)} faults, {len(missed)} missed")
    if missed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
