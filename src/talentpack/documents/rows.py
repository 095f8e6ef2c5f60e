"""Tables: rows of cells on shared baselines, with heads that repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from talentpack.documents.fonts import FontSet
from talentpack.documents.marks import BLACK, HAIR, Mark, Rule
from talentpack.documents.para import Para, marks_of, set_lines
from talentpack.documents.strips import Strip, joined

LEFT = 60.0
WIDTH = 468.0
THIN = 0.3
THICK = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """``x`` from the left margin and ``width``, in points. Right columns end at ``x + width``."""

    x: float
    width: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Padding:
    above: float = 3.0
    below: float = 3.0


@dataclass(frozen=True, slots=True)
class Row:
    """One cell for each column: paragraphs one below the other. ``rule`` is drawn under it: 0.3 grey or 0.6 black.

    ``columns`` are its own, where it does not follow the table's.
    """

    cells: tuple[tuple[Para, ...], ...]
    padding: Padding = Padding()
    rule: float = THIN
    keep: bool = False
    before: float = 0.0
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under heads of their own; ``again`` are the heads when they go on on the next page."""

    rows: tuple[Row, ...]
    heads: tuple[Row, ...] = ()
    again: tuple[Row, ...] = ()


def table(
    columns: Sequence[Column], head: Row, groups: Iterable[Group], fonts: FontSet, totals: Sequence[Row] = ()
) -> list[Strip]:
    """The strips of a table. A head is never last on a page, a total never first; heads repeat."""
    top = row_strip(columns, replace(head, rule=THICK), fonts)
    strips = [top]
    for group in groups:
        strips += _group(columns, group, top, fonts, follows_head=len(strips) == 1)
    strips += [replace(row_strip(columns, row, fonts), keep=True, carry=(top,)) for row in totals]
    return strips


def _group(
    columns: Sequence[Column], group: Group, top: Strip, fonts: FontSet, *, follows_head: bool
) -> Iterator[Strip]:
    again = tuple(row_strip(columns, row, fonts) for row in group.again)
    strips = [replace(row_strip(columns, row, fonts), carry=(top, *again)) for row in group.rows]
    heads = [replace(row_strip(columns, row, fonts), carry=(top,)) for row in group.heads]
    strips[:1] = joined([*heads, *strips[:1]])
    if strips and follows_head:
        strips[0] = replace(strips[0], keep=True)
    yield from strips


def row_strip(columns: Sequence[Column], row: Row, fonts: FontSet) -> Strip:
    """A row as high as its highest cell."""
    marks: list[Mark] = []
    height = 0.0
    for column, cell in zip(row.columns or columns, row.cells, strict=True):
        depth = 0.0
        for para in cell:
            for line in set_lines(replace(para, right=column.right), column.width, fonts):
                marks += marks_of(line, LEFT + column.x, row.padding.above + depth, para.leading)
                depth += para.leading
        height = max(height, depth)
    height += row.padding.above + row.padding.below
    if row.rule:
        marks.append(Rule(LEFT, height, WIDTH, width=row.rule, colour=HAIR if row.rule == THIN else BLACK))
    return Strip(height, tuple(marks), before=row.before, keep=row.keep)
