"""What the house rules look at: the files of the repository, read once."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]


class File(NamedTuple):
    """``name`` is relative to the repository, with slashes."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.text, self.name)

    @property
    def module(self) -> str:
        """ "src/talentpack/core/__init__.py" → "talentpack.core"."""
        dotted = self.name.removeprefix("src/").removesuffix(".py").replace("/", ".")
        return dotted.removesuffix(".__init__")

    def at(self, node: ast.AST) -> str:
        return f"{self.name}:{getattr(node, 'lineno', 0)}"


@cache
def _parsed(text: str, name: str) -> ast.Module:
    return ast.parse(text, name)


@cache
def python(folder: str) -> tuple[File, ...]:
    """Every Python file below a folder of the repository."""
    paths = sorted((ROOT / folder).rglob("*.py"))
    return tuple(File(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths)


@cache
def tracked() -> tuple[str, ...]:
    """The names of the files git knows and that are there. Skips the test outside a clone."""
    # Whoever owns the clone: the tests have a home of their own, without the person's settings.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("only a clone knows which files are tracked")
    return tuple(name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def texts() -> Iterator[File]:
    """Every tracked file that is text."""
    for name in tracked():
        try:
            yield File(name, (ROOT / name).read_text("utf-8"))
        except UnicodeDecodeError:
            continue


class Import(NamedTuple):
    """``name`` is the module asked for; ``inside`` says that the import waits in a function."""

    name: str
    node: ast.AST
    inside: bool


def imports(file: File) -> Iterator[Import]:
    """Every import, as written by absolute names; ``from a import b`` gives both a and a.b. None under TYPE_CHECKING."""
    yield from _imports(file.tree, inside=False)


def _imports(node: ast.AST, *, inside: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(alias.name, child, inside)
        elif isinstance(child, ast.ImportFrom):
            base = child.module or ""
            yield Import(base, child, inside)
            for alias in child.names:
                yield Import(f"{base}.{alias.name}", child, inside)
        elif not (isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING")):
            function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _imports(child, inside=inside or function)
