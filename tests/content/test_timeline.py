from datetime import date
from decimal import Decimal

import pytest
from tests.content.shipped import rules

from talentpack import assets
from talentpack.content.timeline import read_timeline
from talentpack.core.lines import Money, Number
from talentpack.core.problems import Refused
from talentpack.core.timeline import stated

SHIPPED = assets.resources() / "schemes" / "ttps"


def test_the_path_has_seven_steps():
    stages = read_timeline(SHIPPED, rules()).stages
    assert [stage.id for stage in stages][:3] == ["consultation", "contract", "submission"]
    assert len(stages) == 7


def test_figures_are_those_of_the_day():
    statements = {each.id: each for each in read_timeline(SHIPPED, rules()).statements}
    fee = statements["fee_issue"]
    hkd = {day: stated(fee, rules(), day).values["fee.issue"] for day in (date(2025, 2, 25), date(2025, 2, 26))}
    assert list(hkd.values()) == [
        Money(amount=Decimal(230), currency="HKD"),
        Money(amount=Decimal(1300), currency="HKD"),
    ]
    assert stated(fee, rules(), date(2026, 11, 22)).values["fee.short_stay"] == Number(value=Decimal(180))
    stay = stated(statements["first_stay"], rules(), date(2026, 11, 22)).values
    assert (stay["stay.first:A"], stay["stay.first:B"]) == (Number(value=Decimal(36)), Number(value=Decimal(24)))


def test_the_cards_promises_stand_beside_the_official_words():
    statements = read_timeline(SHIPPED, rules()).statements
    assert all(each.also for each in statements if each.source == "programme_card")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{fee.issue}", "{fee.isue}", "data.unknown"),
        ("{stay.first:A}", "{stay.first}", "data.wrong"),
        ("{time.weeks}", "{time.weeks:A}", "data.wrong"),
        ('source = "immd_ttps"', 'source = "immd"', "data.unknown"),
        ("[[stage]]", "[[stages]]", "data.unknown"),
        ("note   =", "notes  =", "data.unknown_key"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path, old, new, code):
    text = (SHIPPED / "timeline.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "timeline.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(Refused, match=rf"{code} timeline\.toml"):
        read_timeline(tmp_path, rules())
