"""What setting a document needs: words, page numbers, fonts; and paragraphs made with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from talentpack.core.lines import Cite, Line
from talentpack.core.plan import Numbers, PackPlan, Person
from talentpack.core.words import Words
from talentpack.documents.fonts import FontSet
from talentpack.documents.para import Para
from talentpack.documents.runs import FIGURE_SPACE, NBSP, Span
from talentpack.documents.styles import CELL, Style

FRONT_PAGES = 100  # more than our own pages ever are: only the number of figures matters


@dataclass(frozen=True)
class Saying:
    """One language's words with the numbers known so far. ``figures`` is how many figures a page number may have."""

    words: Words
    numbers: Numbers
    figures: int

    @property
    def chinese(self) -> bool:
        return self.words.language.startswith("zh")

    def page(self, cite: Cite) -> str:
        """The bundle page a citation means: its figures, or as much room as they may need."""
        return self.number(self.numbers.page(cite))

    def number(self, page: int) -> str:
        """A page number; 0 (not known yet) leaves the room of one."""
        return str(page) if page else FIGURE_SPACE * self.figures

    def pages(self, first: int, count: int) -> str:
        """``15–32``, or one page."""
        if count <= 1:
            return self.number(first)
        return f"{self.number(first)}–{self.number(first and first + count - 1)}"


@dataclass(frozen=True)
class Setting(Saying):
    """And the fonts to set it in."""

    fonts: FontSet

    def text(self, text: str, style: Style = CELL) -> Para:
        """A paragraph of one style."""
        return Para((Span(text, style),), self.chinese)

    def cell(self, text: str, style: Style = CELL) -> tuple[Para, ...]:
        """A table's cell; empty text is an empty cell."""
        return (self.text(text, style),) if text else ()

    def label(self, message: str, style: Style = CELL) -> tuple[Para, ...]:
        return self.cell(self.words.text(message), style)

    def say(self, line: Line, style: Style = CELL) -> tuple[Para, ...]:
        return self.cell(self.words.say(line), style)


def figures_needed(plan: PackPlan) -> int:
    """How many figures the last page number can have; the same before and after the pages are counted."""
    pages = FRONT_PAGES + sum(exhibit.page_count for exhibit in plan.exhibits)
    return max(3, len(str(pages)))


def full_name(name: str, name_zh: str, *, chinese: bool) -> str:
    """Both names, joined by no-break spaces: Chinese first in Chinese, the surname in capitals first in English."""
    names = (name_zh, name) if chinese else (name, name_zh)
    return NBSP.join(_whole(part) for part in names if part)


def _whole(name: str) -> str:
    return NBSP.join(name.split())


def person_name(person: Person, setting: Saying) -> str:
    return full_name(person.name, person.name_zh, chinese=setting.chinese)


def person_of(plan: PackPlan, ref: str) -> Person | None:
    return next((person for person in plan.people if person.ref == ref), None)


def around(text: str, mark: str) -> Iterator[str]:
    """The text before and after ``mark``, for values that are set in a style of their own."""
    before, _, after = text.partition(mark)
    yield before
    yield after
