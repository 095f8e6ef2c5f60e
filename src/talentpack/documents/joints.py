"""What stands between two neighbouring pieces of a line: how wide, how elastic, and whether a line may end there.

After the Requirements for Chinese Text Layout (W3C clreq), with Hong Kong's centred punctuation. Widths are in em.
"""

from __future__ import annotations

import math

from talentpack.documents.breaks import Joint
from talentpack.documents.runs import FIGURE_SPACE, NBSP, is_han

FORBIDDEN = math.inf

OPENING = "（「『【〈《〔“‘［｛"
CLOSING = "）」』】〉》〕”’］｝"
STOPS = "，。、；：？！．"
NOT_FIRST = frozenset(CLOSING + STOPS + "％…—～·々,.;:!?)]}%")
NOT_LAST = frozenset(OPENING + "([{$")
UNITS = frozenset("年月日頁页元股名個个歲岁份張张萬万億亿次號号期類类人項项")

_HAN_POINTS = frozenset(OPENING + CLOSING + STOPS)
_SQUEEZED_BY_CLOSING = frozenset(CLOSING + "，。、；：" + OPENING)
_LATIN_POINTS = frozenset(",.;:!?)]}([{'\"“”‘’·")


def is_figure(char: str) -> bool:
    return (char.isascii() and char.isdigit()) or char == FIGURE_SPACE


def joint(left: str, right: str, space: str, blank: float, *, chinese: bool) -> Joint:
    """Between two pieces of text.

    ``space`` is what is typed between them: nothing, a space or a no-break space; ``blank`` its own width in em.
    """
    gap, stretch = _space(left[-1], right[0], blank, chinese) if space else _width(left[-1], right[0], chinese)
    return Joint(gap, stretch, _penalty(left, right, space, chinese=chinese))


def _penalty(left: str, right: str, space: str, *, chinese: bool) -> float:
    before, after = left[-1], right[0]
    if NBSP in space or _clings(left, right, space, chinese=chinese):
        return FORBIDDEN
    if is_figure(before) and after == "港":
        return 50
    if space and all(is_figure(char) for char in left) and after.isalpha():
        return 60  # "22" stays with "November", "5" with "MB"
    if space and is_figure(before) and is_figure(after):
        return 60  # a telephone number stays whole
    if before in "年月" and is_figure(after):
        return 40
    if after == "第" and space:
        return 45
    if not chinese and not space:
        return 100  # a name in Han characters, or Han beside Latin, inside English
    return 0


def _clings(left: str, right: str, space: str, *, chinese: bool) -> bool:
    before, after = left[-1], right[0]
    if space and not (is_han(before, chinese=chinese) or is_han(after, chinese=chinese)):
        return False  # English may begin a line with "(", "%" or "–"
    if after in NOT_FIRST or before in NOT_LAST:
        return True
    if (before == "第" and is_figure(after)) or (before == "港" and after == "元"):
        return True
    return after in UNITS and (is_figure(before) or (len(left) == 1 and before.isascii() and before.isalpha()))


def _space(before: str, after: str, blank: float, chinese: bool) -> tuple[float, float]:
    if chinese and (before in _HAN_POINTS or after in _HAN_POINTS):
        return 0.0, 0.10  # the mark brings its own white
    if chinese and (is_han(before, chinese=True) or is_han(after, chinese=True)):
        return 0.30, 0.13
    return blank, 0.13


def _width(before: str, after: str, chinese: bool) -> tuple[float, float]:
    han_before, han_after = is_han(before, chinese=chinese), is_han(after, chinese=chinese)
    if han_before and han_after:
        return _squeeze(before, after), 0.10
    if _pair_of_figure_and_unit(before, after):
        return 0.06, 0.04
    latin, han = (after, before) if han_before else (before, after)
    if latin in _LATIN_POINTS or han in _HAN_POINTS:
        return 0.0, 0.05
    return 0.13, 0.13


def _pair_of_figure_and_unit(before: str, after: str) -> bool:
    return (is_figure(before) and (after in UNITS or after == "港")) or (before in "年月第" and is_figure(after))


def _squeeze(before: str, after: str) -> float:
    """Two marks side by side each bring half an em of white: one is enough."""
    if before in CLOSING and after in _SQUEEZED_BY_CLOSING:
        return -0.5
    if before in "，。、；：" and after in OPENING:
        return -0.5
    if before in "，。、；：" and after in CLOSING:
        return -0.25
    if before in OPENING and after in OPENING:
        return -0.5
    return 0.0
