"""Which third-party package may be imported where, as in ARCHITECTURE; layers are import-linter's business."""

from __future__ import annotations

import ast
import sys

from tests.house.source import File, Import, imports, python

# Package → the modules of ours (with all below them) that may import it.
WHERE = {
    "PIL": ("evidence", "pack"),
    "PySide6": ("gui",),
    "apsw": ("casefile",),
    "argon2": ("casefile",),
    "babel": ("app.words",),
    "click": ("cli",),
    "cryptography": ("casefile", "app.rules_update"),
    "docx": ("documents",),
    "img2pdf": ("evidence",),
    "keyring": ("casefile",),
    "msgspec": ("app", "casefile", "cli", "content", "core", "documents", "evidence", "gui", "pack", "worker"),
    "pi_heif": ("evidence",),
    "pikepdf": ("evidence", "pack"),
    "platformdirs": ("app.places",),
    "pypdf": ("pack.verify", "pack.verify_bundle", "evidence.forms"),
    "pypdfium2": ("evidence", "pack"),
    "pyrage": ("casefile",),
    "rapidfuzz": ("app",),
    "reportlab": ("documents",),
    "rich": ("cli",),
    "uharfbuzz": ("documents",),
}

# Never, anywhere: what could speak to another machine, and what runs whatever is in the bytes it reads.
NETWORK = "asyncio ftplib http imaplib nntplib poplib smtplib socket socketserver ssl telnetlib urllib xmlrpc PySide6.QtNetwork"
UNSAFE = "concurrent dill marshal multiprocessing.managers multiprocessing.pool multiprocessing.queues pickle shelve"
FORBIDDEN = frozenset(f"{NETWORK} {UNSAFE}".split())
THREADS = frozenset({"threading", "_thread", "PySide6.QtCore.QThread", "PySide6.QtCore.QThreadPool"})
MAY_START_THREADS = "talentpack.gui.jobs"
# Core has no disk, no clock, no chance.
NOT_IN_CORE = frozenset(
    [
        "ctypes",
        "glob",
        "io",
        "multiprocessing",
        "os",
        "pathlib",
        "random",
        "secrets",
        "shutil",
        "sqlite3",
        "subprocess",
        "sys",
        "tempfile",
        "time",
        "uuid",
    ]
)
USE_CASES_LOAD_LATE = ("pack", "documents", "evidence", "casefile")


def within(name: str, places: tuple[str, ...] | frozenset[str]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def every_import() -> list[tuple[File, Import]]:
    return [(file, found) for file in python("src") for found in imports(file)]


def allowed(module: str, package: str) -> bool:
    return within(module.removeprefix("talentpack."), WHERE.get(package, ()))


def test_third_party_packages_stay_where_they_belong() -> None:
    ours_or_python = sys.stdlib_module_names | {"talentpack"}
    astray = {
        f"{file.at(found.node)} {package}"
        for file, found in every_import()
        if (package := found.name.partition(".")[0]) not in ours_or_python and not allowed(file.module, package)
    }
    assert astray == set()


def test_nothing_imports_the_network_or_a_pickle() -> None:
    assert {file.at(found.node) for file, found in every_import() if within(found.name, FORBIDDEN)} == set()


def test_threads_start_in_one_place() -> None:
    found = {
        file.at(i.node) for file, i in every_import() if within(i.name, THREADS) and file.module != MAY_START_THREADS
    }
    assert found == set()


def test_core_has_no_disk_and_no_clock() -> None:
    core = [(file, i) for file, i in every_import() if file.module.startswith("talentpack.core")]
    assert {file.at(i.node) for file, i in core if within(i.name, NOT_IN_CORE)} == set()


def test_use_cases_load_what_is_heavy_inside_functions() -> None:
    heavy = tuple(f"talentpack.{name}" for name in USE_CASES_LOAD_LATE)
    use_cases = [(file, i) for file, i in every_import() if file.module.startswith("talentpack.app")]
    assert {file.at(i.node) for file, i in use_cases if within(i.name, heavy) and not i.inside} == set()


def test_the_entry_imports_nothing_of_its_own_accord() -> None:
    (entry,) = (file for file in python("src") if file.module == "talentpack.entry")
    assert [i for i in imports(entry) if not i.inside] == []


def test_imports_are_absolute() -> None:
    relative = [
        file.at(node)
        for file in python("src")
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []
