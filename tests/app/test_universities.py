"""Finding a university while its name is typed."""

from datetime import date

import pytest
from tests.core.case_of import rules

from talentpack.app.universities import Search

SEARCH = Search(rules().universities, date(2026, 11, 22))


def found(text):
    return [hit.university.name for hit in SEARCH.find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("zurich", "University of Zurich"),
        ("zürich univ", "University of Zurich"),
        ("ecole", "École Polytechnique Fédérale de Lausanne"),
        ("école", "Ecole Polytechnique"),
        ("HKUST", "The Hong Kong University of Science and Technology"),
        ("清華", "Tsinghua University"),
        ("清华", "Tsinghua University"),
        ("科技大學", "The Hong Kong University of Science and Technology"),
        ("sao pau", "University of São Paulo"),
        ("ＭＩＴ", "Massachusetts Institute of Technology"),
        ("lausanne", "École Polytechnique Fédérale de Lausanne"),
    ],
)
def test_words_begun_find_their_university(text, name):
    assert name in found(text)


def test_an_ambiguous_alias_finds_all_it_may_mean():
    assert {"Nanyang Technological University, Singapore", "National Taiwan University (NTU)"} <= set(found("ntu"))


@pytest.mark.parametrize("text", ["", "  ", "…", "no such place"])
def test_nothing_is_found_for_nothing(text):
    assert found(text) == []


def test_a_whole_name_comes_first_and_one_off_the_list_last():
    assert found("University of Oxford")[0] == "University of Oxford"
    both = found("technology")
    assert both.index("Delft University of Technology") < both.index("Eindhoven University of Technology")


def test_the_parts_typed_are_told():
    (hit, *_) = SEARCH.find("eth z")
    name = hit.university.name
    assert [name[start : start + length] for start, length in hit.spans] == ["ETH", "Z"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Technical University Eindhoven", "Eindhoven University of Technology"),
        ("Univercity of Melborne", "University of Melbourne"),
        ("Oxfrod", "University of Oxford"),
        ("Imperial Colledge London", "Imperial College London"),
    ],
)
def test_a_slip_of_the_hand_is_asked_back(text, name):
    near = SEARCH.near(text)
    assert near is not None
    assert near.name == name


@pytest.mark.parametrize(
    "text",
    ["", "University", "University of Kent", "Zurich University of Applied Sciences", "Nottingham Trent University"],
)
def test_other_universities_are_not_taken_for_one_of_the_list(text):
    assert SEARCH.near(text) is None
