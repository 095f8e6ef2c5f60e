import io

import pytest
from fontTools.ttLib import TTFont
from tests.pack.samples import FONT, FONTS

from talentpack.pack.stamp_font import CHARACTERS, cut

WHOLE = FONTS / "SourceSans3-600.ttf"


def outline(font: TTFont, char: str):
    return font["glyf"][font.getBestCmap()[ord(char)]].getCoordinates(font["glyf"])[0]


def test_the_cut_draws_the_same_glyphs_with_the_same_widths():
    whole, small = TTFont(WHOLE), TTFont(io.BytesIO(FONT.program), checkChecksums=2)
    for char in CHARACTERS:
        assert outline(small, char) == outline(whole, char)
        assert small["hmtx"][small.getBestCmap()[ord(char)]] == whole["hmtx"][whole.getBestCmap()[ord(char)]]
        assert FONT.widths[char] == whole["hmtx"][whole.getBestCmap()[ord(char)]][0]
    assert set(small.getBestCmap()) == {ord(char) for char in CHARACTERS}
    assert len(FONT.program) < 30_000


def test_composite_glyphs_bring_their_parts(monkeypatch):
    monkeypatch.setattr("talentpack.pack.stamp_font.CHARACTERS", "Åé")
    small = TTFont(io.BytesIO(cut(WHOLE.read_bytes()).program))
    for char in "Åé":
        assert outline(small, char) == outline(TTFont(WHOLE), char)


def test_a_font_without_the_characters_is_said():
    with pytest.raises(KeyError):
        cut((FONTS / "SourceSerif4-300.ttf").read_bytes())
