from pikepdf import Array, Name
from tests.hostile import blocks

from talentpack.core.papers import Flag
from talentpack.evidence.compare import MAX_COMPARED, compare


def flags(before, after, pages=(1,), total=1):
    steps = compare(before, "", after, pages, total)
    try:
        while True:
            next(steps)
    except StopIteration as end:
        return end.value


def page(content):
    return blocks.saved(blocks.plain(content=content))


def test_the_same_is_the_same():
    assert flags(blocks.saved(blocks.plain()), blocks.saved(blocks.plain())) == ()


def test_one_small_letter_makes_a_difference():
    with_it = page(blocks.HELLO + b"BT /F1 8 Tf 72 500 Td (e) Tj ET")
    assert flags(with_it, page(blocks.HELLO)) == (Flag(code="differs", pages=(1,)),)


def test_another_colour_of_the_same_lightness_makes_a_difference():
    red, green = page(b"0.9 0 0 rg 72 500 80 40 re f"), page(b"0 0.46 0 rg 72 500 80 40 re f")
    assert flags(red, green) == (Flag(code="differs", pages=(1,)),)


def test_another_size_makes_a_difference():
    wide = blocks.plain()
    wide.pages[0].obj[Name.MediaBox] = Array([0, 0, 842, 595])
    assert flags(blocks.saved(wide), page(blocks.HELLO)) == (Flag(code="differs", pages=(1,)),)


def test_beyond_the_limit_pages_are_named():
    many = blocks.saved(blocks.plain(MAX_COMPARED + 3))
    pages = tuple(range(1, MAX_COMPARED + 4))
    assert flags(many, many, pages, MAX_COMPARED + 3) == (Flag(code="not_compared", pages=pages[-3:]),)


def test_what_cannot_be_drawn_is_not_compared():
    assert flags(b"%PDF-1.7 nothing", page(blocks.HELLO)) == (Flag(code="not_compared", pages=(1,)),)
