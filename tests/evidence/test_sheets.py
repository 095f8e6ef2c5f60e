import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpack.evidence.sheets import A4, placed


@pytest.mark.parametrize(
    ("size", "dpi", "page", "picture"),
    [
        ((2480, 3508), (300, 300), (595.2, 841.92), (595.2, 841.92)),  # a scan of A4 is A4
        ((1700, 2200), (200, 200), (612, 792), (612, 792)),  # a scan of Letter is Letter
        ((3000, 4000), (72, 72), A4, (595.276, 793.7)),  # a camera's 72 means nothing
        ((4000, 3000), (0, 0), (A4[1], A4[0]), (793.7, 595.276)),
        ((600, 300), (0, 0), (A4[1], A4[0]), (432, 216)),  # never below 100 dots an inch
        ((413, 531), (300, 300), A4, (99.12, 127.44)),  # a passport photograph keeps its size
        ((20000, 20000), (300, 300), A4, (595.276, 595.276)),  # larger than A3
    ],
)
def test_sizes(size, dpi, page, picture):
    assert placed(size, dpi) == pytest.approx((*page, *picture), abs=0.1)


sides = st.integers(1, 20_000)


@given(size=st.tuples(sides, sides), dpi=st.tuples(st.floats(0, 2000), st.floats(0, 2000)))
def test_the_whole_picture_is_on_the_page(size, dpi):
    page_width, page_height, width, height = placed(size, dpi)
    assert 0 < width <= page_width + 0.01
    assert 0 < height <= page_height + 0.01
    assert min(page_width, page_height) >= 350
