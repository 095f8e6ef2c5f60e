"""What nobody writes here, found in the syntax tree where it has one."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import pytest
from tests.house.source import File, python

TALKS_TO_PEOPLE = ("talentpack.cli", "talentpack.gui")  # who may ask what day it is

# In the text. Split so that this file does not find itself.
MARKS = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
BARE_IGNORE = re.compile(r"#\s*type:\s*ignore(?!\[[a-z0-9, -]+\]\s*#\s*\S)")
BARE_NOQA = re.compile(r"#\s*noqa(?!:\s*[A-Z]+[0-9]+(,\s*[A-Z]+[0-9]+)*\s+[-#–]?\s*\S)")
NAMES = re.compile(r"(Manager|Helper|Util|Utils)$")

Rule = Callable[[ast.AST], bool]


def _call(node: ast.AST) -> str:
    """The name called: ``a.b.recv()`` gives "a.b.recv"; anything else nothing."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def _last(node: ast.AST) -> str:
    return _call(node).rpartition(".")[2]


def _silent(node: ast.AST) -> bool:
    """A handler for everything that does nothing."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    wide = node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}
    return wide and all(isinstance(line, ast.Pass | ast.Continue | ast.Expr) for line in node.body)


def _suppressing(node: ast.AST) -> bool:
    wide = {"Exception", "BaseException"}
    return isinstance(node, ast.Call) and _last(node) == "suppress" and bool(wide & {ast.unparse(a) for a in node.args})


def _composed(node: ast.AST) -> bool:
    """A sentence put together before it could be translated."""
    if not isinstance(node, ast.Call) or not node.args:
        return False
    if _last(node) == "N_":
        return not all(isinstance(argument, ast.Constant) for argument in node.args)
    return _last(node) in {"line", "Line"} and isinstance(node.args[0], ast.JoinedStr | ast.BinOp)


# Beyond what ruff knows.
RULES: dict[str, Rule] = {
    "recv unpickles": lambda node: _last(node) == "recv",
    "queues, pools and executors unpickle": lambda node: (
        _last(node) in {"Queue", "SimpleQueue", "JoinableQueue", "Pool", "Manager"}
        or _last(node).endswith(("PoolExecutor", "Executor"))
    ),
    "swallows everything": _silent,
    "suppresses everything": _suppressing,
    "not written": lambda node: "NotImplementedError" in (_call(node), getattr(node, "id", "")),
    "a sentence is a marked literal": _composed,
    "named for nothing": lambda node: isinstance(node, ast.ClassDef) and bool(NAMES.search(node.name)),
}
CLOCKS = re.compile(r"\b(date|datetime)\.(today|now|utcnow)$|^time\.(time|localtime|gmtime|ctime)$")


def _found(rule: Rule, files: tuple[File, ...]) -> list[str]:
    return [file.at(node) for file in files for node in ast.walk(file.tree) if rule(node)]


@pytest.mark.parametrize("name", RULES)
def test_nobody_writes(name: str) -> None:
    assert _found(RULES[name], python("src")) == []


def test_the_day_is_an_argument() -> None:
    below = tuple(file for file in python("src") if not file.module.startswith(TALKS_TO_PEOPLE))
    assert _found(lambda node: bool(CLOCKS.search(_call(node))), below) == []


def _lines(pattern: re.Pattern[str]) -> Iterator[str]:
    folders = ("src", "tests", "tools", "bench", "packaging")
    for file in (file for folder in folders for file in python(folder)):
        for number, text in enumerate(file.text.splitlines(), 1):
            if pattern.search(text):
                yield f"{file.name}:{number} {text.strip()}"


@pytest.mark.parametrize("pattern", [MARKS, BARE_IGNORE, BARE_NOQA], ids=["unfinished", "type ignore", "noqa"])
def test_nothing_is_left_unsaid(pattern: re.Pattern[str]) -> None:
    assert list(_lines(pattern)) == []


# The rules themselves: each must find what it is for.
EXAMPLES = {
    "recv unpickles": "end.recv()",
    "queues, pools and executors unpickle": "ThreadPoolExecutor(2)",
    "swallows everything": "try:\n    a()\nexcept Exception:\n    pass",
    "suppresses everything": "with suppress(Exception):\n    a()",
    "not written": "raise NotImplementedError",
    "a sentence is a marked literal": "line(f'{n} files')",
    "named for nothing": "class FileManager: ...",
}


@pytest.mark.parametrize("name", RULES)
def test_each_rule_finds_its_example(name: str) -> None:
    assert _found(RULES[name], (File("example.py", EXAMPLES[name]),)) != []
    assert _found(RULES[name], (File("example.py", "x = a(1)\ntry:\n    a()\nexcept OSError:\n    b()\n"),)) == []
