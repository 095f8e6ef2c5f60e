from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_test_reaches_the_network(family: int) -> None:
    with socket.socket(family) as one, pytest.raises(AssertionError, match="network"):
        one.connect(("localhost", 9))


def test_the_home_is_not_the_persons_own() -> None:
    home = Path.home()
    assert home.is_relative_to(tempfile.gettempdir())
    assert Path(os.environ["XDG_RUNTIME_DIR"]).is_relative_to(home)
