from __future__ import annotations

import pytest
from tests.app.made import DAY, opened

from talentpack import assets
from talentpack.app.words import words_for

EN = words_for("en", assets.resources())


def working(*names: str, criterion: str = "degree.listed") -> list[str]:
    written = ", ".join(f'"{name}"' for name in names)
    session = opened(f'route = "B"\n[[degree]]\nlevel = "bachelor"\nawarded_by = [{written}]\ncompleted = "2015"\n')
    (result,) = session.world.assess(session.answers, DAY).routes
    return [EN.say(line) for each in result.findings if each.criterion == criterion for line in each.working]


@pytest.mark.parametrize("criterion", ["degree.listed", "degree.joint"])
def test_a_misspelt_university_is_told_what_it_may_be(criterion: str) -> None:
    assert working("Univercity of Cambrige", "Univercity of Oxfrod", criterion=criterion) == [
        "“Univercity of Cambrige” is nearly University of Cambridge, which is a name of the list.",
        "“Univercity of Oxfrod” is nearly University of Oxford, which is a name of the list.",
    ]


def test_a_name_like_none_suggests_nothing() -> None:
    assert working("Polytechnic of Nowhere at All") == []


def test_a_name_that_is_found_suggests_nothing() -> None:
    assert not any("nearly" in text for text in working("University of Oxford"))


def test_no_name_suggests_nothing() -> None:
    session = opened('route = "B"\n[[degree]]\nlevel = "bachelor"')
    (result,) = session.world.assess(session.answers, DAY).routes
    assert next(each for each in result.findings if each.criterion == "degree.listed").working == ()
