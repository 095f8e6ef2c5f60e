"""Sentences into spans: claims set as their value with what shows them, citations linked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from talentpack.core.dates import PartialDate
from talentpack.core.lines import N_, Cite, Claim, Country, Day, Line, Money, Number, line
from talentpack.core.words import Words
from talentpack.documents.marks import BLUE, Target
from talentpack.documents.runs import NBSP, Span
from talentpack.documents.setting import Saying, around
from talentpack.documents.styles import Style

_PLACE = "\ue000"  # a private character, replaced by what is set apart


def spans_of(sentence: Line, style: Style, saying: Saying) -> tuple[Span, ...]:
    """A sentence in one style, its claims' totals bold and its citations in ink blue with a target."""
    return tuple(_spans(sentence, style, saying)) or (Span("", style),)


def _spans(sentence: Line, style: Style, saying: Saying) -> Iterator[Span]:
    for part in saying.words.parts(sentence):
        if isinstance(part, str):
            yield Span(part, style)
        elif isinstance(part, Cite):
            yield from cite_spans(part, style, saying)
        else:
            yield from _claim(part, style, saying)


def _claim(claim: Claim, style: Style, saying: Saying) -> Iterator[Span]:
    total = isinstance(claim.value, Money) and claim.address.endswith("total")
    yield Span(value_text(claim.value, saying.words), replace(style, bold=True) if total else style)
    if not claim.cites:
        return
    before, after = around(saying.words.say(line(N_("({places})"), places=_PLACE)), _PLACE)
    yield Span(before if saying.chinese else f" {before}", style)
    for number, cite in enumerate(claim.cites):
        if number:
            yield Span(saying.words.text(N_("; ")), style)
        yield from cite_spans(cite, style, saying)
    yield Span(after, style)


def cite_spans(cite: Cite, style: Style, saying: Saying) -> Iterator[Span]:
    """``B1, page 17`` / ``B1 第17頁``; without a page the exhibit alone."""
    look = replace(style, colour=BLUE)
    target = Target(cite.exhibit, cite.page)
    if cite.page is None:
        yield Span(cite.exhibit, look, target)
        return
    text = saying.words.say(line(N_("{exhibit}, page {page}"), exhibit=cite.exhibit, page=_PLACE))
    before, after = around(text if saying.chinese else text.replace(" ", NBSP), _PLACE)
    yield Span(before, look, target)
    yield Span(saying.page(cite), look, target, room=saying.figures)
    if after:
        yield Span(after, look, target)


@dataclass(frozen=True, slots=True)
class Short:
    """The citation of a table's first column, ``B1 · 17``, in its style."""

    style: Style

    def spans(self, cite: Cite, saying: Saying) -> tuple[Span, ...]:
        target = Target(cite.exhibit, cite.page)
        if cite.page is None:
            return (Span(cite.exhibit, self.style, target),)
        page = Span(saying.page(cite), self.style, target, room=saying.figures)
        return Span(f"{cite.exhibit}{NBSP}·{NBSP}", self.style, target), page


def value_text(value: Money | Number | Day | PartialDate | Country | str, words: Words) -> str:
    """A claim's value as the words say it."""
    if isinstance(value, Money):
        return words.money(value.amount, value.currency)
    if isinstance(value, Number):
        return words.number(value.value)
    if isinstance(value, Day):
        return words.date(value.date)
    if isinstance(value, PartialDate | date):
        return words.date(value)
    return words.country(value.code) if isinstance(value, Country) else value
