"""What is asked: pages of questions, as `forms/` declares them."""

from __future__ import annotations

from typing import Literal

from talentpack.core.conditions import Condition
from talentpack.core.lines import Line
from talentpack.core.values import Value

Kind = Literal[
    "text",
    "long_text",
    "name",
    "choice",
    "yes_no",
    "date",
    "partial_date",
    "number",
    "money",
    "country",
    "university",
]


class Choice(Value, frozen=True, kw_only=True):
    id: str
    label: Line


class Question(Value, frozen=True, kw_only=True):
    """One question. ``id`` is relative to the page's list, with dots (``travel_document.number``).

    ``currency`` names the sibling that holds a money answer's currency. ``least`` and ``most`` bound numbers
    (decimal texts). ``was`` is an earlier id. ``private`` values stay out of logs and titles. An ``optional`` one may
    stay empty in a completed page. One ``beside`` stands in a line with the question before it, where there is room.
    """

    id: str
    kind: Kind
    label: Line
    hint: Line | None = None
    why: Line | None = None
    choices: tuple[Choice, ...] = ()
    when: Condition | None = None
    many: bool = False
    private: bool = False
    optional: bool = False
    beside: bool = False
    currency: str = ""
    least: str = ""
    most: str = ""
    was: str = ""


class Listing(Value, frozen=True, kw_only=True):
    """A page of records: ``one`` names a record ("Add another income"), ``summary`` sums one up."""

    id: str
    one: Line
    summary: Line


class Page(Value, frozen=True, kw_only=True):
    """A page in the order of its file name. ``listing`` makes it a page of records.

    ``step`` is its short name in the list of steps, ``group`` the head it stands under there.
    """

    id: str
    title: Line
    questions: tuple[Question, ...]
    step: Line | None = None
    group: Line | None = None
    lead: Line | None = None
    when: Condition | None = None
    room: str = ""
    listing: Listing | None = None


class Forms(Value, frozen=True, kw_only=True):
    """All pages of one scheme and purpose, in order.

    ``elsewhere`` are the pages of the scheme's other purposes, without what is asked here as well: such an answer may
    stand in a file, is kept, and is not used.
    """

    pages: tuple[Page, ...]
    elsewhere: tuple[Page, ...] = ()

    def question(self, address: str) -> Question | None:
        """The question an answer's address belongs to; None when no page asks it."""
        head, *rest = address.split("/")
        for page in (*self.pages, *self.elsewhere):
            wanted = ".".join([head, *rest])
            if page.listing is not None:
                if page.listing.id != head:
                    continue
                wanted = ".".join(rest[1:])
            found = next((question for question in page.questions if question.id == wanted), None)
            if found is not None:
                return found
        return None

    def page_of(self, address: str) -> Page | None:
        """The page that asks an answer, or shows a list or one of its records; None when no page does."""
        head, *rest = address.split("/")
        for page in self.pages:
            own = page.listing is not None and page.listing.id == head
            wanted = ".".join(rest[1:] if own else [head, *rest])
            if (own and not wanted) or any(
                question.id == wanted for question in page.questions if own or not page.listing
            ):
                return page
        return None

    def lists(self) -> tuple[str, ...]:
        """The names of all lists of records."""
        pages = (*self.pages, *self.elsewhere)
        return tuple(dict.fromkeys(page.listing.id for page in pages if page.listing is not None))

    def asked(self, listed: str = "") -> tuple[Question, ...]:
        """Every question of a list, or of those outside lists; what is asked elsewhere comes last."""
        pages = (*self.pages, *self.elsewhere)
        return tuple(
            question
            for page in pages
            if (page.listing.id if page.listing else "") == listed
            for question in page.questions
        )
