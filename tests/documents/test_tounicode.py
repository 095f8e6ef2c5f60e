from __future__ import annotations

from talentpack.documents.tounicode import to_unicode


def test_beyond_the_bmp_is_a_surrogate_pair() -> None:
    cmap = to_unicode("Face", [0, ord("A"), ord("𨋢")])
    assert "<01> <0041>" in cmap
    assert "<02> <D860DEE2>" in cmap
    assert "<00> <" not in cmap.split("endcodespacerange")[1]


def test_blocks_hold_at_most_a_hundred() -> None:
    cmap = to_unicode("Face", [0, *range(0x4E00, 0x4E00 + 255)])
    sizes = [int(line.split()[0]) for line in cmap.splitlines() if line.endswith("beginbfchar")]
    assert sizes == [100, 100, 55]
