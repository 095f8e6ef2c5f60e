"""The way through the pages: what is shown for the answers given, what comes next, how far each page is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.conditions import Condition, Test, Truth, holds
from talentpack.core.look import YesNo, looker
from talentpack.core.questions import Forms, Page, Question

Status = Literal["not_started", "in_progress", "completed"]

# How long a chain of questions that hang on one another may be; a longer one is a circle.
_LONGEST_CHAIN = 16


class Walk:
    """The pages of a case as its answers stand. What is not known yet is shown; a hidden answer is kept, not used."""

    def __init__(self, forms: Forms, case: Case, yes_no: YesNo) -> None:
        self.forms = forms
        self.answers = case.answers
        self._sight = _settled(forms, case, yes_no)

    @property
    def used(self) -> Answers:
        """The answers without those whose question is hidden by another answer."""
        return self._sight.case.answers

    def hidden(self) -> tuple[str, ...]:
        """The addresses of answers that are kept, not used."""
        return tuple(address for address in self.answers if self.used.get(address) is None)

    def pages(self) -> tuple[Page, ...]:
        """The pages shown, in order."""
        return tuple(page for page in self.forms.pages if self._sight.shown(page.when))

    def questions(self, page: Page, record: str = "") -> tuple[Question, ...]:
        """The questions shown on a page; on a page of records, for one of them."""
        return tuple(self._sight.questions(page, record))

    def after(self, page_id: str) -> Page | None:
        """The next page shown; None after the last. The page itself may be hidden by now."""
        return self._beside(page_id, 1)

    def before(self, page_id: str) -> Page | None:
        """The page shown before; None before the first."""
        return self._beside(page_id, -1)

    def unanswered(self, page: Page) -> tuple[str, ...]:
        """The addresses shown on a page that need an answer and have none; for a list with no records, its name."""
        if page.listing is None:
            return tuple(self._missing(page, "", ""))
        listed = page.listing.id
        records = self.answers.ids(listed)
        if not records:
            return () if self.answers.said_empty(listed) else (listed,)
        return tuple(each for record in records for each in self._missing(page, f"{listed}/{record}/", record))

    def status(self, page: Page) -> Status:
        """Completed once nothing needed is missing and something was answered, be it that a list is empty."""
        if not self._begun(page):
            return "not_started"
        return "in_progress" if self.unanswered(page) else "completed"

    def _begun(self, page: Page) -> bool:
        if page.listing is not None:
            return bool(self.answers.ids(page.listing.id)) or self.answers.said_empty(page.listing.id)
        return any(self.used.get(_address("", question)) is not None for question in page.questions)

    def _missing(self, page: Page, base: str, record: str) -> Iterator[str]:
        for question in self.questions(page, record):
            address = _address(base, question)
            if not question.optional and self.answers.get(address) is None:
                yield address

    def _beside(self, page_id: str, step: int) -> Page | None:
        order = [page.id for page in self.forms.pages]
        shown = {order.index(page.id): page for page in self.pages()}
        here = order.index(page_id)
        beyond = [place for place in shown if (place - here) * step > 0]
        return shown[min(beyond) if step > 0 else max(beyond)] if beyond else None


class _Sight(NamedTuple):
    """What is seen of a case: its answers but those of hidden questions, whose addresses are ``gone``."""

    case: Case
    yes_no: YesNo
    gone: frozenset[str]

    def shown(self, condition: Condition | None, own: str = "", record: str = "") -> bool:
        case = self.case.at(own, record) if record else self.case
        look = looker(case, self.yes_no, own if record else "")

        def seen(test: Test) -> Truth:
            """A question that is not asked has no answer to wait for: nothing compares with it."""
            truth = look(test)
            return Truth(False) if truth.known is None and not self.gone.isdisjoint(truth.needs) else truth

        return holds(condition, seen).known is not False

    def questions(self, page: Page, record: str) -> Iterator[Question]:
        own = page.listing.id if page.listing else ""
        yield from (question for question in page.questions if self.shown(question.when, own, record))

    def hidden(self, forms: Forms) -> Iterator[str]:
        """The addresses of every question not shown, answered or not."""
        for page in forms.pages:
            page_shown = self.shown(page.when)
            listed = page.listing.id if page.listing else ""
            for record in self.case.answers.ids(listed) if listed else ("",):
                base = f"{listed}/{record}/" if listed else ""
                shown = {question.id for question in self.questions(page, record)} if page_shown else set()
                yield from (_address(base, question) for question in page.questions if question.id not in shown)
        yield from self._elsewhere(forms)

    def _elsewhere(self, forms: Forms) -> Iterator[str]:
        """The same for what only other purposes ask."""
        for page in forms.elsewhere:
            listed = page.listing.id if page.listing else ""
            for record in self.case.answers.ids(listed) if listed else ("",):
                base = f"{listed}/{record}/" if listed else ""
                yield from (_address(base, question) for question in page.questions)


def _settled(forms: Forms, case: Case, yes_no: YesNo) -> _Sight:
    """Looks again until hiding a question hides nothing more."""
    sight = _Sight(case, yes_no, frozenset())
    for _ in range(_LONGEST_CHAIN):
        gone = frozenset(sight.hidden(forms))
        if gone == sight.gone:
            break
        used = {each: case.answers.get(each) for each in case.answers if each not in gone}
        answers = Answers({each: value for each, value in used.items() if value is not None})
        sight = _Sight(Case(answers, case.day, case.rules, case.route), yes_no, gone)
    return sight


def _address(base: str, question: Question) -> str:
    return base + question.id.replace(".", "/")
