"""A paragraph: its lines, set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from talentpack.documents.breaks import Fit, Measure, breaks, share
from talentpack.documents.fonts import FontSet
from talentpack.documents.marks import Glyph, Link, Mark, Target, Text
from talentpack.documents.runs import Span, shape
from talentpack.documents.tokens import Tokens, relaxed, tokenise

BASELINE = 0.72  # of the leading, for every face and size: cells of several sizes share their baselines


@dataclass(frozen=True, slots=True)
class Para:
    """Text to be set. ``indent`` in em; leading and em are those of the first span."""

    spans: tuple[Span, ...]
    chinese: bool
    justified: bool = False
    indent: float = 0.0
    right: bool = False

    @property
    def leading(self) -> float:
        return self.spans[0].style.leading


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line's glyphs with their final advances; it begins ``offset`` points right of its left edge."""

    glyphs: tuple[Glyph, ...]
    offset: float

    @property
    def width(self) -> float:
        return sum(glyph.advance for glyph in self.glyphs)

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)


def set_lines(para: Para, width: float, fonts: FontSet) -> tuple[SetLine, ...]:
    """The paragraph broken to ``width`` points."""
    glyphs = shape(para.spans, fonts, chinese=para.chinese)
    em = para.spans[0].style.size
    measure = Measure(width, em, indent=para.indent * em, justified=para.justified)
    tokens = tokenise(glyphs, chinese=para.chinese, em=em, measure=width)
    ends = breaks(tokens.pieces, tokens.joints, measure)
    if ends is None:
        ends = breaks(tokens.pieces, relaxed(tokens.joints), measure) or ()
    starts = (0, *ends)
    return tuple(
        _line(glyphs, tokens, (start, end), measure, right=para.right) for start, end in zip(starts, ends, strict=False)
    )


def _line(glyphs: list[Glyph], tokens: Tokens, place: tuple[int, int], measure: Measure, *, right: bool) -> SetLine:
    start, end = place
    pieces = tokens.pieces[start:end]
    joints = tokens.joints[start : end - 1]
    width = sum(glyph.advance for piece in pieces for glyph in glyphs[piece.first : piece.last])
    width += sum(joint.gap for joint in joints) - pieces[0].pull
    stretch = sum(joint.stretch for joint in joints)
    last = end == len(tokens.pieces)
    fit = Fit(width, stretch, pieces[-1].hang, len(pieces), last, first=not start)
    grown = share(fit, measure)
    out: list[Glyph] = []
    for index, piece in enumerate(pieces):
        out.extend(glyphs[piece.first : piece.last])
        if index < len(joints):
            gap = joints[index].gap + grown * joints[index].stretch
            first, after = tokens.spaces[start + index]
            _add_gap(out, glyphs[first:after], gap)
    offset = measure.indent if fit.first else 0.0
    return SetLine(tuple(out), measure.width - width if right else offset - pieces[0].pull)


def _add_gap(out: list[Glyph], spaces: list[Glyph], gap: float) -> None:
    """A gap is a space if the text has one (readers copy it), else only a move."""
    if spaces:
        out.append(replace(spaces[0], advance=gap))
    else:
        out[-1] = replace(out[-1], advance=out[-1].advance + gap)


def marks_of(line: SetLine, x: float, top: float, leading: float) -> Iterator[Mark]:
    """The line at ``x``, its top at ``top``: the text and its links."""
    if line.glyphs:
        yield Text(x + line.offset, top + BASELINE * leading, line.glyphs)
    at = x + line.offset
    for target, run in groupby(line.glyphs, key=lambda glyph: glyph.target):
        width = sum(glyph.advance for glyph in run)
        if isinstance(target, Target):
            yield Link(at, top, width, leading, target)
        at += width


def width_of(spans: tuple[Span, ...], fonts: FontSet, *, chinese: bool) -> float:
    """How wide text is on a single line, in points."""
    lines = set_lines(Para(spans, chinese), 1e5, fonts)
    return sum(line.width for line in lines)
