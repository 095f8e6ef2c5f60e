from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _jobs_for_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a worker import the jobs beside this file: it is given the search path of its parent."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
