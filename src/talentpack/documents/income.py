"""Income tables: the letter's, and the worksheet's with its sums below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talentpack.core.findings import IncomeTable
from talentpack.core.lines import N_, Cite
from talentpack.core.plan import PackPlan
from talentpack.documents.cites import Short
from talentpack.documents.matter import IncomeLine, income_heads, income_line, letter_income, total_label
from talentpack.documents.para import Para
from talentpack.documents.rows import THICK, Column, Group, Padding, Row, table
from talentpack.documents.setting import Setting
from talentpack.documents.strips import Strip
from talentpack.documents.styles import CELL, CELL_LINK, CELL_STRONG, HEAD, NOTE

LETTER_COLUMNS = (
    Column(0, 66),
    Column(72, 192),
    Column(264, 86, right=True),
    Column(354, 40, right=True),
    Column(398, 70, right=True),
)
WORKSHEET_COLUMNS = (
    Column(0, 66),
    Column(72, 156),
    Column(228, 86, right=True),
    Column(318, 44, right=True),
    Column(364, 36, right=True),
    Column(402, 66, right=True),
)
_AFTER_TOTAL = Padding(3, 0)
_LAST = Padding(0, 3)


def letter_table(plan: PackPlan, income: IncomeTable, setting: Setting) -> list[Strip]:
    """What counts, and the total."""
    head = Row(tuple(setting.label(each, HEAD) for each in income_heads()))
    rows = tuple(_letter_row(each, setting) for each in letter_income(plan, setting))
    total = _total(income, setting, blanks=2)
    return table(LETTER_COLUMNS, head, [_group(rows)], setting.fonts, [total])


def worksheet_table(plan: PackPlan, income: IncomeTable, setting: Setting) -> list[Strip]:
    """Every income named, what it adds, the total, and how it compares with the threshold."""
    *heads, last = income_heads()
    head = Row(tuple(setting.label(each, HEAD) for each in (*heads, N_("Share"), last)))
    lines = [income_line(row, plan.income_cites.get(row.record, ()), setting) for row in income.rows]
    rows = tuple(_worksheet_row(each, setting) for each in lines)
    totals = [_total(income, setting, blanks=3), *_compared(income, setting)]
    return table(WORKSHEET_COLUMNS, head, [_group(rows)], setting.fonts, totals)


def _group(rows: Sequence[Row]) -> Group:
    """The last row's rule is the total's: black."""
    return Group((*rows[:-1], *[Row(row.cells, row.padding, rule=THICK) for row in rows[-1:]]))


def _letter_row(shown: IncomeLine, setting: Setting) -> Row:
    figures = (shown.amount, shown.rate, shown.hkd)
    return Row((places(shown.cites, setting), setting.cell(shown.item), *(setting.cell(each) for each in figures)))


def _worksheet_row(shown: IncomeLine, setting: Setting) -> Row:
    figures = (shown.amount, shown.rate, shown.share, shown.hkd)
    item = (*setting.cell(shown.item), *setting.cell(shown.note, NOTE))
    return Row((places(shown.cites, setting), item, *(setting.cell(each) for each in figures)))


def places(cites: Sequence[Cite], setting: Setting) -> tuple[Para, ...]:
    """``B1 · 17``, one below the other."""
    return tuple(Para(Short(CELL_LINK).spans(cite, setting), setting.chinese) for cite in cites)


def _total(income: IncomeTable, setting: Setting, *, blanks: int) -> Row:
    amount = setting.cell(setting.words.amount(income.total), CELL_STRONG)
    return Row(((), setting.label(total_label(), CELL_STRONG), *([()] * blanks), amount), rule=THICK)


def _compared(income: IncomeTable, setting: Setting) -> Iterator[Row]:
    above = income.total - income.threshold
    label = N_("Above the threshold by") if above >= 0 else N_("Below the threshold by")
    for name, amount, padding in (
        (N_("Threshold"), income.threshold, _AFTER_TOTAL),
        (label, abs(above), _LAST),
    ):
        shown = setting.cell(setting.words.amount(amount), CELL)
        yield Row(((), setting.label(name), (), (), (), shown), padding, rule=0)
