"""A test that cannot fail, or that is quietly left out, is worse than none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.source import File, python

FAILS = re.compile(r"(^|\.)(raises|warns|fail|deprecated_call|run_state_machine_as_test|waitSignals?)$")
PROMISES = re.compile(r"(^|\.|_)(assert|check|expect)(_|\w*$)")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(file: File) -> Iterator[Function]:
    return (node for node in ast.walk(file.tree) if isinstance(node, Function))


def asserts(function: Function, helpers: dict[str, Function], depth: int = 3) -> bool:
    """Whether a function asserts, itself or through functions of its own file (or ones named for it)."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert) and not isinstance(node.test, ast.Constant):
            return True
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if FAILS.search(name) or PROMISES.search(name):
                return True
            helper = helpers.get(name)
            if helper and helper is not function and depth and asserts(helper, helpers, depth - 1):
                return True
    return False


def hollow(file: File) -> list[str]:
    helpers = {function.name: function for function in functions(file)}
    tests = (function for name, function in helpers.items() if name.startswith("test_"))
    return [f"{file.at(test)} {test.name}" for test in tests if not asserts(test, helpers)]


def unexplained(file: File) -> list[str]:
    """Skips and expected failures that give no reason."""
    found = []
    for node in ast.walk(file.tree):
        name = ast.unparse(node.func) if isinstance(node, ast.Call) else ast.unparse(node) if _mark(node) else ""
        if not re.search(r"\b(mark\.(skip|skipif|xfail)|pytest\.(skip|xfail|importorskip))$", name):
            continue
        call = node if isinstance(node, ast.Call) else None
        given = call is not None and any(k.arg == "reason" for k in call.keywords)
        spoken = call is not None and name in {"pytest.skip", "pytest.xfail"} and bool(call.args)
        if not (given or spoken) and not _called(file, node):
            found.append(f"{file.at(node)} {name}")
    return found


def _mark(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute)


def _called(file: File, node: ast.AST) -> bool:
    """Whether an attribute is only the name of a call, which is looked at by itself."""
    return any(isinstance(other, ast.Call) and other.func is node for other in ast.walk(file.tree))


def test_every_test_can_fail() -> None:
    assert [name for file in python("tests") for name in hollow(file)] == []


def test_every_skip_has_a_reason() -> None:
    assert [name for file in python("tests") for name in unexplained(file)] == []


def test_these_rules_find_what_they_are_for() -> None:
    empty = File("a.py", "def help(): pass\ndef test_a():\n    help()\n    assert True\n")
    assert hollow(empty) == ["a.py:2 test_a"]
    through = File("b.py", "def help():\n    assert x\ndef test_b():\n    help()\n")
    assert hollow(through) == []
    skips = "@pytest.mark.skip\ndef a(): ...\n@pytest.mark.skip()\ndef b(): ...\n@pytest.mark.skip(reason='x')\ndef c(): ...\n"
    assert len(unexplained(File("c.py", skips))) == 2
