"""The eleven kinds of answers: from what is typed, or stands in a file, to one canonical form.

text, long_text, name, choice, country, university: trimmed text (see typed.py) · yes_no: true or false · date:
``YYYY-MM-DD`` · partial_date: ``YYYY[-MM[-DD]]`` · number, money: plain decimal text · ``many``: a list of those.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from talentpack.core.amounts import Ambiguous, read_number
from talentpack.core.countries import COUNTRIES
from talentpack.core.dates import partial
from talentpack.core.lines import N_, Line, Number, line
from talentpack.core.problems import Refused, refuse
from talentpack.core.questions import Kind, Question
from talentpack.core.typed import folded_text
from talentpack.core.values import Plain

# 2026-11-22, 2026/1/5, 2026.11, 2026年11月22日: the year first, so that nothing can be misread.
_DATE = re.compile(r"([0-9]{4})(?:\s*[-/.年]\s*([0-9]{1,2})(?:\s*[-/.月]\s*([0-9]{1,2}))?)?\s*[年月日號号]?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_YES = frozenset({"yes", "y", "true", "是", "有"})
_NO = frozenset({"no", "n", "false", "否", "沒有", "没有"})


def canonical(question: Question, raw: object) -> Plain | None:
    """The canonical form of an answer; None for an empty text or list, which is no answer.

    ``raw`` is text, bool, int, date, or a list of those. Canonical values come back unchanged. Raises Refused
    (``answer.<what is wrong>``, ``ref`` the question's id) with what to enter; the text typed is never in it.
    """
    if not question.many:
        return _one(question, raw)
    items = raw if isinstance(raw, list) else [raw]
    return [read for item in items if (read := _one(question, item)) is not None] or None


def _one(question: Question, raw: object) -> str | bool | None:
    if isinstance(raw, str) and not raw.strip():
        return None
    return _READERS[question.kind](question, raw)


def _text(question: Question, raw: object) -> str | None:
    return " ".join(_characters(question, raw).split()) or None


def _long_text(question: Question, raw: object) -> str | None:
    lines = _characters(question, raw).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(" ".join(each.split()) for each in lines).strip("\n") or None


def _characters(question: Question, raw: object) -> str:
    if not isinstance(raw, str):
        raise _refused(question, "text", N_("{label} must be text."), line(N_("Enter it in quotation marks.")))
    if any(unicodedata.category(each) == "Cs" for each in raw):
        raise _refused(question, "text", N_("{label} must be text."), line(N_("Enter letters and figures.")))
    return folded_text(raw)


def _word(question: Question, raw: object) -> str:
    """A word of ours, however wide it was typed."""
    return unicodedata.normalize("NFKC", _text(question, raw) or "")


def _choice(question: Question, raw: object) -> str | None:
    ids = {choice.id.casefold(): choice.id for choice in question.choices}
    text = _word(question, raw)
    if text.casefold() in ids:
        return ids[text.casefold()]
    raise _refused(question, "choice", N_("{label} must be one of the choices."), _near(text, list(ids.values())))


def _near(text: str, choices: list[str]) -> Line:
    near = get_close_matches(text, choices, n=1)
    if near:
        return line(N_("Did you mean {near}?"), near=near[0])
    return line(N_("Enter one of: {choices}."), choices=", ".join(choices))


def _country(question: Question, raw: object) -> str | None:
    text = _word(question, raw).upper()
    if text in COUNTRIES:
        return text
    remedy = line(N_("Enter two letters, for example CN, HK or GB; XX for stateless."))
    raise _refused(question, "country", N_("{label} must be the code of a country or region."), remedy)


def _yes_no(question: Question, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    text = _word(question, raw) if isinstance(raw, str) else ""
    if text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    raise _refused(question, "yes_no", N_("{label} must be yes or no."), line(N_("Enter true or false.")))


def _date(question: Question, raw: object) -> str:
    text = _partial_date(question, raw)
    if not partial(text).exact:
        remedy = line(N_("Enter year, month and day, for example 2026-11-22."))
        raise _refused(question, "date", N_("{label} must be a full date."), remedy)
    return text


def _partial_date(question: Question, raw: object) -> str:
    if type(raw) is date:
        text = raw.isoformat()
    elif isinstance(raw, int) and not isinstance(raw, bool):
        text = str(raw)
    else:
        text = _word(question, raw) if isinstance(raw, str) else ""
    match = _DATE.fullmatch(text)
    try:
        year, *rest = [int(part) for part in match.groups() if part] if match else []
        read = partial("-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)]))
    except ValueError:
        remedy = line(N_("Enter it year first, for example 2026-11-22, 2026-11 or 2026."))
        raise _refused(question, "date", N_("{label} must be a date of the calendar."), remedy) from None
    if not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        remedy = line(N_("Enter a year from 1900 to 2199."))
        raise _refused(question, "date", N_("{label} must be a date of our time."), remedy)
    return str(read)


def _number(question: Question, raw: object) -> str:
    return _bounded(question, _figures(question, raw, money=False), question.least)


def _money(question: Question, raw: object) -> str:
    return _bounded(question, _figures(question, raw, money=True), question.least or "0")


def _figures(question: Question, raw: object, *, money: bool) -> str:
    text = str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw
    try:
        if isinstance(text, str):
            return read_number(text, money=money)
    except Ambiguous as question_back:
        remedy = line(
            N_("Enter {thousands} or {fraction}, whichever you mean."),
            thousands=question_back.thousands,
            fraction=question_back.fraction,
        )
        raise _refused(question, "ambiguous", N_("{label} can be read in two ways."), remedy) from None
    except ValueError:
        pass  # told below, with what is no text at all
    remedy = line(N_("Enter figures only, for example 2400000 or 1.5; in a file with decimals, in quotation marks."))
    raise _refused(question, "number", N_("{label} must be a number."), remedy)


def _bounded(question: Question, text: str, least: str) -> str:
    value = Decimal(text)
    if least and value < Decimal(least):
        bound = Number(value=Decimal(least))
        raise _refused(question, "least", N_("{label} must be {bound} or more."), _ENTER_MORE, bound)
    if question.most and value > Decimal(question.most):
        bound = Number(value=Decimal(question.most))
        raise _refused(question, "most", N_("{label} must be {bound} or less."), _ENTER_LESS, bound)
    return text


_ENTER_MORE = line(N_("Enter a larger number."))
_ENTER_LESS = line(N_("Enter a smaller number."))


def _refused(question: Question, code: str, what: str, remedy: Line, bound: Number | None = None) -> Refused:
    values = {"bound": bound} if bound else {}
    return refuse(f"answer.{code}", line(what, label=question.label, **values), remedy, question.id)


_READERS: Mapping[Kind, Callable[[Question, object], str | bool | None]] = {
    "text": _text,
    "long_text": _long_text,
    "name": _text,
    "choice": _choice,
    "yes_no": _yes_no,
    "date": _date,
    "partial_date": _partial_date,
    "number": _number,
    "money": _money,
    "country": _country,
    "university": _text,
}
