from __future__ import annotations

import pytest
from tests.documents.goldens import GOLDEN, NAMES, golden


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_as_it_was_read(name: str) -> None:
    assert golden(name) == (GOLDEN / f"{name}.txt").read_text("utf-8")
