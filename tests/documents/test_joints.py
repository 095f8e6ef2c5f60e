from __future__ import annotations

import math

import pytest

from talentpack.documents.joints import joint


def _zh(left: str, right: str, space: str = "") -> tuple[float, float]:
    found = joint(left, right, space, 0.25, chinese=True)
    return found.gap, found.penalty


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("文", "，"),
        ("文", "）"),
        ("（", "文"),
        ("「", "文"),
        ("第", "121"),
        ("121", "頁"),
        ("2026", "年"),
        ("100", "股"),
        ("A", "類"),
        ("—", "—"),
        ("…", "…"),
        ("港", "元"),
        ("文", "％"),
        ("HK", "）"),
        ("文", ","),
    ],
)
def test_never_parted(left: str, right: str) -> None:
    assert _zh(left, right)[1] == math.inf


@pytest.mark.parametrize(
    ("left", "right", "space", "penalty"),
    [
        ("文", "字", "", 0),
        ("3,348,659.20", "港", "", 50),
        ("年", "11", "", 40),
        ("B4", "第", " ", 45),
        ("IT", "類", "", 0),
        ("；", "文", "", 0),
    ],
)
def test_the_price_of_parting(left: str, right: str, space: str, penalty: float) -> None:
    assert _zh(left, right, space)[1] == penalty


@pytest.mark.parametrize(
    ("left", "right", "space", "gap"),
    [
        ("）", "。", "", -0.5),
        ("）", "）", "", -0.5),
        ("）", "（", "", -0.5),
        ("，", "「", "", -0.5),
        ("。", "」", "", -0.25),
        ("「", "『", "", -0.5),
        ("文", "ABC", "", 0.13),
        ("2026", "年", "", 0.06),
        ("年", "11", "", 0.06),
        ("文", "abc", " ", 0.30),
        ("。", "文", " ", 0.0),
        ("abc", "def", " ", 0.25),
        ("文", "字", "", 0.0),
        ("，", "ABC", "", 0.0),
        ("文", "(", "", 0.0),
    ],
)
def test_how_wide(left: str, right: str, space: str, gap: float) -> None:
    assert _zh(left, right, space)[0] == gap


def test_english_keeps_a_figure_with_its_word() -> None:
    assert joint("22", "November", " ", 0.2, chinese=False).penalty == 60
    assert joint("+852", "5550", " ", 0.2, chinese=False).penalty == 60
    assert joint("the", "22", " ", 0.2, chinese=False).penalty == 0
    assert joint("Mei", "Ling", "\u00a0", 0.2, chinese=False).penalty == math.inf
    assert joint("word", "(see", " ", 0.2, chinese=False).penalty == 0
