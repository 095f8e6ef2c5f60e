"""The income bar: what adds to the total, drawn to scale, with the threshold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from talentpack.core.findings import IncomeRow, IncomeTable
from talentpack.core.lines import N_, Number, line
from talentpack.documents.marks import BLACK, WHITE, Box, Colour, Mark, Rule
from talentpack.documents.para import marks_of, set_lines, width_of
from talentpack.documents.runs import Span
from talentpack.documents.setting import Setting
from talentpack.documents.sheet import MEASURE, TEXT
from talentpack.documents.strips import Strip
from talentpack.documents.styles import LABEL, LABEL_STRONG

_HEIGHT = 12.0
_TICK_ABOVE = 7.5
_TICK_BELOW = 4.5
_LABELS = 12.0
_GAP = 0.8
# Four tints of the accent: #1A3866 and its mixtures with white, of grey values 0.2, 0.45, 0.66, 0.83.
TINTS: tuple[Colour, ...] = ((0.10, 0.22, 0.40), (0.38, 0.46, 0.59), (0.61, 0.67, 0.75), (0.80, 0.84, 0.88))


def bar_strip(income: IncomeTable, setting: Setting) -> Strip:
    """From zero to the total; below the threshold, to the threshold."""
    rows = [row for row in income.rows if row.counts == "yes" and row.hkd]
    top = _LABELS + _TICK_ABOVE
    scale = Decimal(MEASURE) / max(sum(row.hkd or 0 for row in rows), income.threshold, Decimal(1))
    pieces = list(_pieces(rows, scale))
    names = list(_names(rows, pieces, top + _HEIGHT + 3, setting))
    marks = [*_boxes(pieces, top), *_threshold(income, scale, top, setting), *names]
    deep = max((mark.y for mark in names), default=0.0)
    return Strip(max(top + _HEIGHT + 3 + _LABELS, deep + _LABELS * 0.28), tuple(marks))


def _pieces(rows: Sequence[IncomeRow], scale: Decimal) -> Iterator[tuple[float, float]]:
    """Where each piece begins and how wide it is, in points."""
    at = Decimal(0)
    for row in rows:
        width = (row.hkd or Decimal(0)) * scale
        yield float(at), float(width)
        at += width


def _boxes(pieces: Sequence[tuple[float, float]], top: float) -> Iterator[Mark]:
    for number, (start, width) in enumerate(pieces):
        yield Box(TEXT + start, top, width, _HEIGHT, TINTS[number % len(TINTS)])
    for start, _ in pieces[1:]:
        yield Box(TEXT + start - _GAP / 2, top, _GAP, _HEIGHT, WHITE)


def _threshold(income: IncomeTable, scale: Decimal, top: float, setting: Setting) -> Iterator[Mark]:
    """One black tick with its label above, as near to its middle as the measure allows."""
    x = float(income.threshold * scale)
    yield Rule(TEXT + x, top - _TICK_ABOVE, 0.0, _TICK_ABOVE + _HEIGHT + _TICK_BELOW, width=0.9, colour=BLACK)
    text = setting.words.say(line(N_("Threshold, HK${amount}"), amount=Number(value=income.threshold)))
    para = setting.text(text, LABEL_STRONG)
    width = width_of(para.spans, setting.fonts, chinese=setting.chinese)
    start = min(max(x - width / 2, 0.0), MEASURE - width)
    for set_line in set_lines(para, MEASURE, setting.fonts)[:1]:
        yield from marks_of(set_line, TEXT + start, 0.0, LABEL_STRONG.leading)


def _names(
    rows: Sequence[IncomeRow], pieces: Sequence[tuple[float, float]], y: float, setting: Setting
) -> Iterator[Mark]:
    """Under each piece its name; one that is wider than its piece stands a line lower, or only in the table."""
    ends = [0.0, 0.0]  # how far the two lines of names are taken
    for row, (start, width) in zip(rows, pieces, strict=True):
        text = setting.words.say(row.label)
        wide = width_of((Span(text, LABEL),), setting.fonts, chinese=setting.chinese)
        level = 0 if wide <= width else 1
        if start < ends[level] or start + wide > MEASURE:
            continue
        ends[level] = start + wide + 6
        for set_line in set_lines(setting.text(text, LABEL), wide + 1, setting.fonts)[:1]:
            yield from marks_of(set_line, TEXT + start, y + level * _LABELS, LABEL.leading)
