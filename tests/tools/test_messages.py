"""The catalogues say every sentence in their own script, and the collector finds every sentence there is."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po
from tools import messages
from tools.messages import LANGUAGES, Message

PLACE = re.compile(r"\{[\w.:]+\}")
# Letters that stand in one script only: traditional, simplified, traditional, simplified …
PAIRS = (
    "個个國国這这說说時时會会來来對对們们學学過过還还現现發发問问題题開开關关門门間间東东車车長长書书見见電电話话業业產产務务員员"
    "報报銀银錢钱價价買买賣卖貨货費费資资質质賬账頁页類类證证護护處处請请計计記记錄录課课稅税認认識识設设訂订許许語语譯译調调"
    "談谈讀读變变讓让與与專专當当應应條条據据擬拟檔档歷历構构標标權权歲岁決决沒没測测準准為为無无獲获環环確确碼码種种稱称"
    "紀纪約约納纳級级細细終终給给絕绝統统經经維维網网緊紧線线編编縮缩總总繼继續续聯联職职聽听與与舉举裝装複复規规視视親亲觀观"
    "訊讯評评詢询該该詳详論论護护貼贴載载輸输較较轉转辦办農农連连進进運运達达違违遞递遠远適适選选遲迟郵邮鄰邻銷销鎖锁鏈链錯错"
    "陸陆階阶隨随險险雙双離离難难靜静響响項项順顺須须預预頒颁頭头額额顧顾顯显飛飞餘余馬马驗验體体黨党點点齊齐齡龄"
)
# The second of these pairs is written in both scripts (准許, 余 as a name), so it says nothing against either.
IN_BOTH = frozenset("准余复")


@cache
def catalogue(language: str) -> Catalog:
    path = messages.ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "talentpack.po"
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGES[language])


def entries(language: str) -> list[Entry]:
    return [entry for entry in catalogue(language) if entry.id]


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A message's texts, singular first: one for a message that does not count."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def keys(found: Catalog) -> set[tuple[str, tuple[str, ...]]]:
    return {(entry.context or "", forms(entry.id)) for entry in found if entry.id}


def foreign(language: str) -> frozenset[str]:
    """The letters of the other script."""
    return frozenset(PAIRS[1::2] if language == "zh_Hant" else PAIRS[::2]) - IN_BOTH


# ------------------------------------------------------------------ the catalogues


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    assert [entry.id for entry in entries(language) if not all(forms(entry.string))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_guessed(language: str) -> None:
    assert [entry.id for entry in entries(language) if entry.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_its_source_each_once(language: str) -> None:
    wrong = [
        (entry.id, text)
        for entry in entries(language)
        for text in forms(entry.string)
        if text and sorted(PLACE.findall(text)) != sorted(PLACE.findall(forms(entry.id)[-1]))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_counts_has_the_one_form_of_chinese(language: str) -> None:
    found = catalogue(language)
    assert (found.num_plurals, found.plural_expr) == (1, "0")
    counting = [entry for entry in entries(language) if entry.pluralizable]
    assert counting
    assert [entry.id for entry in counting if len(forms(entry.string)) != 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_of_the_other_script(language: str) -> None:
    others = foreign(language)
    found = [(text, others & set(text)) for entry in entries(language) for text in forms(entry.string)]
    assert [(text, letters) for text, letters in found if letters] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_punctuation_beside_chinese_is_full_width_and_no_space_is_typed(language: str) -> None:
    half = re.compile(r"[一-鿿][,;?!(]|[一-鿿]:(?![A-Z])|[,;:?!)][一-鿿]|[一-鿿] \w|[A-Za-z0-9] [一-鿿]")
    assert [text for entry in entries(language) for text in forms(entry.string) if half.search(text)] == []


def test_the_pairs_are_pairs() -> None:
    assert len(PAIRS) % 2 == 0
    assert foreign("zh_Hant").isdisjoint(foreign("zh_Hans"))


# ------------------------------------------------------------------ the collector


def found_in(source: str) -> set[tuple[str, str, str]]:
    return {(found.text, found.plural, found.context) for found in messages.in_source(source, "here.py")}


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ('line(N_("Plain {a}."), a=1)', {("Plain {a}.", "", "")}),
        ('words.text(N_("From"), "index")', {("From", "", "index")}),
        ('Line(template=N_("{n} day"), plural=N_("{n} days"))', {("{n} day", "{n} days", "")}),
        ('_counted(N_("one is"), N_("{n} are"))', {("one is", "{n} are", "")}),
        ('_several(N_("{n} is"), N_("{n} are"), n)', {("{n} is", "{n} are", "")}),
        ('{"missing": (N_("{n} is"), N_("{n} are"))}', {("{n} is", "{n} are", "")}),
        ('heads = (N_("Source"), N_("Read on"))', {("Source", "", ""), ("Read on", "", "")}),
        ('wrong(key, N_("is empty."), N_("Fill it."))', {("is empty.", "", ""), ("Fill it.", "", "")}),
        ('N_("two " "pieces")', {("two pieces", "", "")}),
        ('print("not marked")', set()),
    ],
)
def test_marked_literals_are_found_as_they_are_meant(source: str, wanted: set[tuple[str, str, str]]) -> None:
    assert found_in(source) == wanted


def test_a_sentence_put_together_at_run_time_is_refused() -> None:
    with pytest.raises(SystemExit, match="one literal: line 2"):
        found_in('a = 1\nline(N_(f"{a} days"))')


def test_the_data_files_speak_with_their_contexts() -> None:
    contexts = {found.context for found in messages.in_data()}
    assert {"income.kind.label", "criteria.age.adult.title", "letters.cover.text", "source.immd_ttps.title"} <= contexts
    assert {"extension.basis.label", "letters.extension.text", "criteria.extension.pay.title"} <= contexts
    assert {"timeline.submission.title", "proofs.id481a.title"} <= contexts


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_what_the_collector_finds_and_nothing_else(language: str) -> None:
    assert keys(catalogue(language)) == keys(messages.template(messages.collected()))


def test_collecting_keeps_translations_and_drops_what_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    path = tmp_path / "resources" / "locale" / "zh_Hant" / "LC_MESSAGES" / "talentpack.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        messages.header("zh_Hant", "nplurals=1; plural=0;")
        + 'msgid "kept"\nmsgstr "保留"\n\nmsgctxt "here"\nmsgid "gone"\nmsgstr "刪去"\n\n'
        + 'msgid "{n} counts"\nmsgstr "只有一種"\n',
        "utf-8",
    )
    wanted = [Message("kept", "", "", "a.py"), Message("{n} counts", "{n} count", "", "a.py")]
    assert messages.update("zh_Hant", wanted) == (2, 1)
    first = path.read_bytes()
    assert "保留" in first.decode()
    assert not {"刪去", "只有一種", "fuzzy"} & set(re.findall(r"\w+", first.decode()))
    assert messages.update("zh_Hant", wanted) == (2, 1)
    assert path.read_bytes() == first
