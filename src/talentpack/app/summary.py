"""All answers of a case, page by page, as they are read once more before a pack is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from talentpack.app.records import record_title, worth_in_hkd
from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.claims import pins
from talentpack.core.facts.income.money import rate_of
from talentpack.core.lines import N_, Day, Line, Money, Number, line
from talentpack.core.machine_readable import zone
from talentpack.core.questions import Page, Question
from talentpack.core.saying import answer_item
from talentpack.core.values import Value
from talentpack.core.walk import Walk

State = Literal["given", "not_provided", "not_answered", "not_used"]

# Rooms that show no answers to read again.
_NO_ANSWERS = ("evidence", "check", "export")


class AnswerRow(Value, frozen=True, kw_only=True):
    """One question and what was answered; ``notes`` stand under it. ``value`` is None unless something was answered."""

    address: str
    label: Line
    state: State
    value: Line | None = None
    notes: tuple[Line, ...] = ()


class AnswerGroup(Value, frozen=True, kw_only=True):
    """The answers of a page or of one of its records; ``address`` is the record's. Without ``shown`` no page shows them."""

    page: str
    address: str
    title: Line
    rows: tuple[AnswerRow, ...]
    shown: bool = True


class Told(NamedTuple):
    """What a summary is told from: the case with all its answers; ``numbers`` are exhibits' numbers by evidence id."""

    walk: Walk
    case: Case
    numbers: dict[str, str]

    @property
    def answers(self) -> Answers:
        return self.case.answers


def summary(told: Told) -> tuple[AnswerGroup, ...]:
    """A group a page, a group a record on a page of records; answers kept but not used come where they stand."""
    shown = {page.id for page in told.walk.pages()}
    groups = (
        group
        for page in told.walk.forms.pages
        if page.room not in _NO_ANSWERS
        for group in _groups(told, page, shown=page.id in shown)
    )
    return tuple(group for group in groups if group.rows)


def _groups(told: Told, page: Page, *, shown: bool) -> Iterator[AnswerGroup]:
    if page.listing is None:
        rows = tuple(_rows(told, page, "", shown=shown))
        yield AnswerGroup(page=page.id, address="", title=page.step or page.title, rows=rows, shown=shown)
        return
    listing = page.listing
    records = told.answers.ids(listing.id)
    for record in records:
        rows = tuple(_rows(told, page, record, shown=shown))
        title = record_title(told.walk.forms, told.answers, listing, record) if rows else listing.one
        yield AnswerGroup(page=page.id, address=f"{listing.id}/{record}", title=title, rows=rows, shown=shown)
    if not records and shown:
        yield AnswerGroup(page=page.id, address="", title=page.step or page.title, rows=(_none(told, page),))


def _none(told: Told, page: Page) -> AnswerRow:
    """A list without records: said to be empty, or nothing entered yet."""
    listed = page.listing.id if page.listing else ""
    label = page.step or page.title
    if told.answers.said_empty(listed):
        return AnswerRow(address=listed, label=label, state="given", value=line(N_("There is none")))
    return AnswerRow(address=listed, label=label, state="not_answered")


def _rows(told: Told, page: Page, record: str, *, shown: bool) -> Iterator[AnswerRow]:
    base = f"{page.listing.id}/{record}/" if page.listing else ""
    seen = {question.id for question in told.walk.questions(page, record)} if shown else set()
    for question in page.questions:
        address = base + question.id.replace(".", "/")
        item = answer_item(told.walk.forms, told.answers, address)
        if item is None:
            if question.id in seen:
                state: State = "not_provided" if question.optional else "not_answered"
                yield AnswerRow(address=address, label=question.label, state=state)
            continue
        state = "given" if question.id in seen else "not_used"
        notes = tuple(_notes(told, question, address)) if state == "given" else ()
        yield AnswerRow(
            address=address, label=question.label, state=state, value=line(N_("{answer}"), answer=item), notes=notes
        )


def _notes(told: Told, question: Question, address: str) -> Iterator[Line]:
    if question.kind == "name":
        yield from _zone(told.answers, address)
    if question.kind == "money":
        yield from _in_hkd(told, address)
    for pin in pins(told.answers):
        if pin.says == address and pin.evidence in told.numbers:
            yield line(N_("Proof {number}, page {page}"), number=told.numbers[pin.evidence], page=pin.page)


def _zone(answers: Answers, address: str) -> Iterator[Line]:
    """As the passport's zone writes the whole name, under the last part of it that was given."""
    base, _, name = address.rpartition("/")
    surname, given = answers.text(f"{base}/surname"), answers.text(f"{base}/given_names")
    written = zone(surname, given)
    if written and name == ("given_names" if given else "surname"):
        yield line(N_("In the machine-readable zone: {zone}"), zone=written)


def _in_hkd(told: Told, address: str) -> Iterator[Line]:
    _, worth = worth_in_hkd(told.answers, told.case.day, told.case.rules, address)
    if worth is None:
        return
    focused = told.case.at("income", address.split("/")[1])
    rate, on = rate_of(focused), focused.date("income.rate_date")
    if rate is None or on is None:
        yield line(N_("{sum}"), sum=Money(amount=worth, currency="HKD"))
        return
    said = N_("{sum} at {rate} on {day}")
    yield line(said, sum=Money(amount=worth, currency="HKD"), rate=Number(value=rate), day=Day(date=on.earliest))
