"""University names as people write them."""

import pytest
from tests.core.case_of import rules

from talentpack.core.names import folded, folded_words, names


def matched(text: str) -> str | None:
    university = names(rules().universities).match(text).university
    return university.name if university else None


def choice(text: str) -> tuple[str, ...]:
    return tuple(university.name for university in names(rules().universities).match(text).choice)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MIT", "Massachusetts Institute of Technology"),
        ("  mit ", "Massachusetts Institute of Technology"),
        ("清华大学", "Tsinghua University"),
        ("eth zürich", "ETH Zurich - Swiss Federal Institute of Technology"),
        ("ＥＴＨ　Ｚｕｒｉｃｈ", "ETH Zurich - Swiss Federal Institute of Technology"),
        ("Xi’an Jiaotong University", "Xi'an Jiaotong University"),
        ("Xi an Jiaotong University", "Xi'an Jiaotong University"),
        ("THE UNIVERSITY OF HONG KONG", "University of Hong Kong"),
        ("university of hong kong", "University of Hong Kong"),
        ("Universite Paris Saclay", "Université Paris-Saclay"),
        ("Kobenhavns Universitet", "University of Copenhagen"),
        ("The New School (Parsons)", "Parsons School of Design, the New School"),
        ("University of Texas MD Anderson Cancer Center", "The University of Texas M. D. Anderson Cancer Center"),
        ("University of Colorado - Boulder", "University of Colorado--Boulder"),
        ("約翰斯霍普金斯大學", "Johns Hopkins University"),
        ("香港大學", "University of Hong Kong"),
        ("香港大学", "University of Hong Kong"),
        ("Adelaide University", "Adelaide University"),
        ("University of Adelaide", "University of Adelaide"),
        ("Ecole Polytechnique", "Ecole Polytechnique"),
    ],
)
def test_a_name_finds_its_own_row(text, name):
    assert matched(text) == name


@pytest.mark.parametrize(
    ("text", "names_offered"),
    [
        ("NTU", ("Nanyang Technological University, Singapore", "National Taiwan University (NTU)")),
        ("ntu.", ("Nanyang Technological University, Singapore", "National Taiwan University (NTU)")),
        ("清華大學", ("Tsinghua University",)),  # its full Chinese name too, and that of one in Taiwan
        ("中山大學", ("Sun Yat-sen University",)),
        ("華盛頓大學", ("University of Washington", "Washington University in St. Louis")),
        ("阿德萊德大學", ("University of Adelaide", "Adelaide University")),
        ("The University of Michigan", ("University of Michigan-Ann Arbor",)),
    ],
)
def test_an_ambiguous_name_offers_the_choice_and_matches_nobody(text, names_offered):
    assert matched(text) is None
    assert choice(text) == names_offered


@pytest.mark.parametrize("text", ["", "…", "The", "大學", "University", "Zurich", "國立清華大學", "Heidelberg"])
def test_an_unknown_name_is_nobody(text):
    assert matched(text) is None
    assert choice(text) == ()


def test_only_a_leading_article_falls():
    assert folded("The University of The Arts") == folded("university of the arts")
    assert folded("Theatre School") == "theatreschool"
    assert folded_words("The") == ("the",)
