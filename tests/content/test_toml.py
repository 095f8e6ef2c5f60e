import pytest

from talentpack.content.sentences import Plural, lines, places, sentence
from talentpack.content.toml import convert, parse, read, suggestion, unknown
from talentpack.core.lines import Line
from talentpack.core.problems import Refused


def test_floats_are_refused_wherever_they_stand():
    with pytest.raises(Refused) as refused:
        parse("a = 1.5\n[b]\nc = [1, { d = 2.5 }]", "x.toml")
    assert [each.ref for each in refused.value.problems] == ["x.toml a", "x.toml b.c[1].d"]


@pytest.mark.parametrize("text", ["a = inf", "a = nan", "a = 1e3"])
def test_so_are_numbers_that_only_look_whole(text):
    with pytest.raises(Refused, match=r"data\.float"):
        parse(text, "x.toml")


def test_a_file_that_is_not_there_or_not_utf_8_is_named(tmp_path):
    with pytest.raises(Refused, match=r"data\.absent no\.toml"):
        read(tmp_path / "no.toml")
    (tmp_path / "latin.toml").write_bytes('a = "é"'.encode("latin-1"))
    with pytest.raises(Refused, match=r"data\.encoding latin\.toml"):
        read(tmp_path / "latin.toml")


def test_a_near_word_is_suggested_and_else_the_choice():
    assert suggestion("incme", ("income", "job")).values == {"near": "income"}
    assert suggestion("zzz", {"b", "a"}).values == {"choice": "a, b"}
    assert unknown("f", "k", "incme", {"income": 1}).remedy.values == {"near": "income"}


def test_what_is_convertible_is_converted_and_the_rest_named():
    assert convert({"one": "a", "other": "b"}, Plural, "f", "k") == Plural(one="a", other="b")
    for raw, code in (({"one": "a"}, "data.missing"), ({"one": 1, "other": "b"}, "data.type"), ("x", "data.type")):
        with pytest.raises(Refused, match=rf"^{code} f k"):
            convert(raw, Plural, "f", "k")


def test_sentences_know_their_places_and_where_they_come_from():
    said = sentence(Plural(one="{n} page of {claim:income.total}", other="{n} pages of {stay.first:A}"), "x.y")
    assert said == Line(
        template="{n} page of {claim:income.total}", plural="{n} pages of {stay.first:A}", context="x.y"
    )
    assert places(said) == {"n", "claim:income.total", "stay.first:A"}


def test_lines_are_found_however_deep_they_stand():
    inner, outer = Line(template="a"), Line(template="b")
    assert list(lines(({"x": [inner]}, outer, "text", 5))) == [inner, outer]
