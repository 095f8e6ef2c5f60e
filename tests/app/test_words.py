from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from talentpack import assets
from talentpack.app.words import CatalogueWords, words_for
from talentpack.core.dates import partial
from talentpack.core.lines import Cite, Claim, Country, Day, FullName, Line, Money, Number, Several, Title, line
from talentpack.core.problems import Refused


@pytest.fixture
def en() -> CatalogueWords:
    return words_for("en", assets.resources())


@pytest.fixture
def zh() -> CatalogueWords:
    return words_for("zh_Hant", assets.resources())


def test_money_is_rounded_down_and_never_up(en: CatalogueWords, zh: CatalogueWords) -> None:
    assert en.money(Decimal("2499999.999"), "HKD") == "HK$2,499,999.99"
    assert zh.money(Decimal("2499999.999"), "HKD") == "2,499,999.99港元"
    assert en.money(Decimal(5), "CNY") == "CNY\N{NO-BREAK SPACE}5.00"


def test_any_sum_can_be_said(en: CatalogueWords) -> None:
    assert en.amount(Decimal("1" * 30 + ".5")).endswith(",111.50")


def test_a_whole_sum_in_a_sentence_has_no_cents(en: CatalogueWords, zh: CatalogueWords) -> None:
    whole, part = (Money(amount=Decimal(text), currency="HKD") for text in ("2500000.00", "2500000.50"))
    assert en.say(line("{a} {b}", a=whole, b=part)) == "HK$2,500,000 HK$2,500,000.50"
    assert zh.say(line("{a}", a=whole)) == "2,500,000港元"


def test_a_value_that_ends_in_a_full_stop_brings_no_second_one(en: CatalogueWords) -> None:
    assert (
        en.say(line("I work at {payer}. It pays.", payer="Specimen Co., Ltd."))
        == "I work at Specimen Co., Ltd. It pays."
    )
    assert en.say(line("{a}{b}.", a="x.", b="")) == "x."
    assert en.say(line("{a}...", a="x")) == "x..."


def test_dates_in_text_and_in_tables(en: CatalogueWords, zh: CatalogueWords) -> None:
    day = date(2026, 9, 2)
    assert en.date(day) == "2 September 2026"
    assert en.date(day, short=True) == "2 Sep 2026"
    assert zh.date(day) == zh.date(day, short=True) == "2026年9月2日"
    assert [en.date(partial(text)) for text in ("2026", "2026-09", "2026-09-02")] == [
        "2026",
        "September 2026",
        "2 September 2026",
    ]
    assert [zh.date(partial(text)) for text in ("2026", "2026-09")] == ["2026年", "2026年9月"]


def test_values_stand_in_their_places_and_braces_of_a_person_do_not_count(en: CatalogueWords) -> None:
    said = line(
        "{a} {b} {c} {d} {e}",
        a="{b}",
        b=Money(amount=Decimal("1.5"), currency="HKD"),
        c=Day(date=date(2026, 1, 1)),
        d=Number(value=Decimal("1234.50")),
        e=Line(template="[{x}]", values={"x": Several(items=("p", Country(code="HK")))}),
    )
    assert en.say(said) == "{b} HK$1.50 1 January 2026 1,234.50 [p and Hong Kong]"


def test_a_claim_stays_a_value_for_those_who_link_it(en: CatalogueWords, zh: CatalogueWords) -> None:
    claim = Claim(address="x", value="seven", cites=(Cite(exhibit="B1", page=2),))
    said = line("It is {claim}.", claim=claim)
    assert en.parts(said) == ("It is ", claim, ".")
    assert en.say(said) == "It is seven (B1)."
    assert zh.say(said) == "It is seven（B1）."


def test_plurals_and_plain_years(en: CatalogueWords) -> None:
    pages = Line(template="{n} page", plural="{n} pages", values={"n": 1})
    assert en.say(pages) == "1 page"
    assert en.say(Line(template="{n} page", plural="{n} pages", values={"n": 20_000})) == "20,000 pages"
    assert en.say(line("{year}", year=2026)) == "2026"


def test_names_stand_in_the_order_of_the_language(en: CatalogueWords, zh: CatalogueWords) -> None:
    said = line(
        "{person}|{university}",
        person=FullName(latin="CHAN Tai Man", chinese="陳大文"),
        university=Title(name="Example University", zh_hant="樣本大學", zh_hans="样本大学"),
    )
    assert en.say(said).replace("\N{NO-BREAK SPACE}", " ") == "CHAN Tai Man 陳大文|Example University"
    assert zh.say(said).replace("\N{NO-BREAK SPACE}", " ") == "陳大文 CHAN Tai Man|樣本大學"
    assert en.say(line("{a}", a=FullName(latin="", chinese="陳大文"))) == "陳大文"


def test_lists_end_with_and(en: CatalogueWords) -> None:
    assert en.several([]) == ""
    assert en.several(["a"]) == "a"
    assert en.several(["a", "b", "c"]) == "a, b and c"


def test_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"words\.language"):
        words_for("fr", assets.resources())
    with pytest.raises(Refused, match=r"words\.catalogue"):
        words_for("zh_Hans", tmp_path)


def test_a_catalogue_translates_by_context(tmp_path: Path) -> None:
    catalogue = Catalog(locale="zh_Hant_HK")
    catalogue.add("Salary", "薪俸", context="income.kind.salary")
    catalogue.add(("{n} page", "{n} pages"), ("{n}頁",))
    path = tmp_path / "locale" / "zh_Hant" / "LC_MESSAGES" / "talentpack.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    words = words_for("zh_Hant", tmp_path)
    assert words.text("Salary", "income.kind.salary") == "薪俸"
    assert words.text("Salary") == "Salary"
    assert words.say(Line(template="{n} page", plural="{n} pages", values={"n": 3})) == "3頁"
