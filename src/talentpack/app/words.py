"""Makes Words: gettext for the sentences, Babel's CLDR data for dates, countries and languages."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_DOWN, Decimal, localcontext
from pathlib import Path

from babel import Locale
from babel.dates import format_date

from talentpack.core.dates import PartialDate
from talentpack.core.lines import (
    N_,
    Cite,
    Claim,
    Country,
    Day,
    FullName,
    Item,
    Line,
    Money,
    Number,
    Several,
    Title,
    Tongue,
)
from talentpack.core.problems import refuse
from talentpack.core.words import Part

LANGUAGES: Mapping[str, str] = {"en": "en", "zh_Hant": "zh_Hant_HK", "zh_Hans": "zh_Hans_CN"}

_DATE = {"en": ("d MMMM y", "d MMM y"), "zh": ("y年M月d日", "y年M月d日")}
_MONTH = {"en": ("MMMM y", "MMM y"), "zh": ("y年M月", "y年M月")}
_CENT = Decimal("0.01")
_DIGITS = 120  # an amount times a rate has more digits than Decimal's usual context keeps
_PLACE = re.compile(r"\{([\w.:]+)\}")
_GROUPED_FROM = 10_000  # a year or a count stays plain: 2026, not 2,026

# Where CLDR's name is not the one the Immigration Department uses.
_COUNTRIES: Mapping[str, str] = {
    "HK": N_("Hong Kong"),
    "MO": N_("Macao"),
    "TW": N_("Taiwan"),
    "KP": N_("Korea (Democratic People's Republic of)"),
    "XX": N_("stateless"),
}


class CatalogueWords:
    """One language's words, from a compiled catalogue. See `core.words.Words` for what each method gives."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self._language = language
        self._catalogue = catalogue
        self._locale = Locale.parse(LANGUAGES[language])
        self._script = "en" if language == "en" else "zh"

    @property
    def language(self) -> str:
        return self._language

    def say(self, line: Line) -> str:
        return "".join(part if isinstance(part, str) else self._cited(part) for part in self.parts(line))

    def parts(self, line: Line) -> tuple[Part, ...]:
        pieces: list[Part] = []
        for index, piece in enumerate(_PLACE.split(self._translated(line))):
            if index % 2 == 0:
                pieces.append(piece)
            else:
                pieces.extend(self._item(line.values[piece]))
        return _one_stop(pieces)

    def text(self, message: str, context: str = "") -> str:
        return self._translated(Line(template=message, context=context))

    def money(self, amount: Decimal, currency: str) -> str:
        if currency != "HKD":
            return f"{currency}\N{NO-BREAK SPACE}{self.amount(amount)}"
        return f"HK${self.amount(amount)}" if self._script == "en" else f"{self.amount(amount)}港元"

    def amount(self, amount: Decimal) -> str:
        with localcontext(prec=_DIGITS):
            return f"{amount.quantize(_CENT, rounding=ROUND_DOWN):,}"

    def number(self, value: Decimal | int) -> str:
        return f"{value:,}" if isinstance(value, int) else f"{value:,f}"

    def date(self, day: date | PartialDate, *, short: bool = False) -> str:
        if isinstance(day, date):
            return format_date(day, _DATE[self._script][short], self._locale)
        if day.day is not None:
            return self.date(day.earliest, short=short)
        if day.month is not None:
            return format_date(day.earliest, _MONTH[self._script][short], self._locale)
        return f"{day.year}年" if self._script == "zh" else str(day.year)

    def country(self, code: str) -> str:
        if code in _COUNTRIES:
            return self.text(_COUNTRIES[code])
        return str(self._locale.territories.get(code, code))

    def tongue(self, code: str) -> str:
        return str(self._locale.languages.get(code.replace("-", "_"), code))

    def several(self, items: list[str]) -> str:
        if len(items) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(items)
        comma = self.text(N_(", "), "list")
        return comma.join(items[:-1]) + self.text(N_(" and "), "list") + items[-1]

    def _translated(self, line: Line) -> str:
        if line.plural:
            count = line.values["n"]
            n = count if isinstance(count, int) else 2
            if line.context:
                return self._catalogue.npgettext(line.context, line.template, line.plural, n)
            return self._catalogue.ngettext(line.template, line.plural, n)
        if line.context:
            return self._catalogue.pgettext(line.context, line.template)
        return self._catalogue.gettext(line.template) if line.template else ""

    def _item(self, item: Item) -> tuple[Part, ...]:  # noqa: C901, PLR0912 - one branch a type of value
        match item:
            case str():
                return (item,)
            case int():
                return (self.number(item) if abs(item) >= _GROUPED_FROM else str(item),)
            case Money():
                return (self._round_sum(item),)
            case Number():
                return (self.number(item.value),)
            case Day():
                return (self.date(item.date),)
            case PartialDate():
                return (self.date(item),)
            case Country():
                return (self.country(item.code),)
            case Tongue():
                return (self.tongue(item.code),)
            case Several():
                return (self.several(["".join(self._plain(each) for each in self._item(one)) for one in item.items]),)
            case FullName():
                return (self._full_name(item),)
            case Title():
                return ({"zh_Hant": item.zh_hant, "zh_Hans": item.zh_hans}.get(self._language) or item.name,)
            case Line():
                return self.parts(item)
            case Cite() | Claim():
                return (item,)

    def _full_name(self, name: FullName) -> str:
        """A name is never broken: its parts are joined by no-break spaces."""
        both = (name.chinese, name.latin) if self._script == "zh" else (name.latin, name.chinese)
        return " ".join(part for part in both if part).replace(" ", "\N{NO-BREAK SPACE}")

    def _round_sum(self, sum_: Money) -> str:
        """In a sentence a whole amount stands without cents: HK$2,500,000."""
        said = self.money(sum_.amount, sum_.currency)
        return said.replace(".00", "", 1) if sum_.amount == sum_.amount.to_integral_value() else said

    def _plain(self, part: Part) -> str:
        return part if isinstance(part, str) else self._cited(part)

    def _cited(self, part: Cite | Claim) -> str:
        if isinstance(part, Cite):
            return part.exhibit
        value = "".join(self._plain(each) for each in self._item(part.value))
        if not part.cites:
            return value
        places = self.several([cite.exhibit for cite in part.cites])
        return f"{value} ({places})" if self._script == "en" else f"{value}（{places}）"


def _one_stop(pieces: list[Part]) -> tuple[Part, ...]:
    """Empty pieces go; after a value that ends in a full stop ("Ltd.") the sentence brings no second one."""
    kept: list[Part] = []
    for piece in pieces:
        before = kept[-1] if kept else ""
        doubled = isinstance(piece, str) and isinstance(before, str) and before.endswith(".") and piece.startswith(".")
        rest = piece[1:] if doubled and isinstance(piece, str) else piece
        if rest:
            kept.append(rest)
    return tuple(kept)


def words_for(language: str, resources: Path) -> CatalogueWords:
    """The Words of ``en``, ``zh_Hant`` or ``zh_Hans``. Raises Refused for another language or a missing catalogue."""
    if language not in LANGUAGES:
        raise refuse(
            "words.language",
            Line(template=N_("{language} is not a language of this program."), values={"language": language}),
            Line(template=N_("Choose en, zh_Hant or zh_Hans.")),
            language,
        )
    if language == "en":
        return CatalogueWords(language, gettext.NullTranslations())
    path = resources / "locale" / language / "LC_MESSAGES" / "talentpack.mo"
    if not path.is_file():
        raise refuse(
            "words.catalogue",
            Line(template=N_("The words of {language} are not there."), values={"language": language}),
            Line(template=N_("Install the program again; from a checkout, run make setup.")),
            language,
        )
    with path.open("rb") as file:
        return CatalogueWords(language, gettext.GNUTranslations(file))
