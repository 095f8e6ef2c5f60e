"""Every name of the list finds its own row however it is written; no ambiguous name finds one alone."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from tests.core.case_of import rules

from talentpack.core.names import folded, names, names_of

ROWS = rules().universities
AMBIGUOUS = {folded(name) for row in ROWS for name in row.ambiguous}
ALONE = [(row, name) for row in ROWS for name in names_of(row) if folded(name) not in AMBIGUOUS]
CHOICES = sorted({name for row in ROWS for name in (*row.ambiguous, *names_of(row)) if folded(name) in AMBIGUOUS})
FORMS = ("NFC", "NFD", "NFKC", "NFKD")
ACCENTS = ("", "", "", "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DIAERESIS}", "\N{COMBINING CEDILLA}")
MARKS = (" ", "  ", "-", " – ", ", ", ". ", " (", ") ", "·", "/", "\N{IDEOGRAPHIC SPACE}")


@st.composite
def written(draw, name):
    """The name in other letters: case, accents, punctuation between words, width, article."""
    text = "".join(_letter(draw, letter) for letter in name)
    text = "".join(draw(st.sampled_from(MARKS)) if letter == " " else letter for letter in text)
    article = "" if name.casefold().startswith("the ") else draw(st.sampled_from(["", "The ", "THE  ", "the-"]))
    return unicodedata.normalize(draw(st.sampled_from(FORMS)), article + text + draw(st.sampled_from(["", ".", " !"])))


def _letter(draw, letter):
    other = draw(st.sampled_from([letter, letter.upper(), letter.lower(), letter.swapcase()]))
    if not letter.isalpha():
        return other
    wide = letter.isascii() and draw(st.booleans()) and len(other) == 1
    return (chr(ord(other) + 0xFEE0) if wide else other) + draw(st.sampled_from(ACCENTS))


@given(st.data())
def test_a_name_finds_its_own_row_however_it_is_written(data):
    row, name = data.draw(st.sampled_from(ALONE))
    match = names(ROWS).match(data.draw(written(name)))
    assert match.university == row
    assert match.choice == ()


@given(st.data())
def test_an_ambiguous_name_never_finds_one_alone(data):
    match = names(ROWS).match(data.draw(written(data.draw(st.sampled_from(CHOICES)))))
    assert match.university is None
    assert match.choice


def test_every_single_name_of_the_list():
    known = names(ROWS)
    assert [name for row, name in ALONE if known.match(name).university != row] == []
    assert [name for name in CHOICES if known.match(name).university is not None] == []
    owners = {(folded(name), row.name) for row, name in ALONE}
    assert len({name for name, _ in owners}) == len(owners)  # no name means two


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) in {folded(text), folded(text).removeprefix("the")}
