"""Reads `forms/`: one file a page, shared pages from `common/`, in the order of the file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import field
from msgspec.structs import replace

from talentpack.content.conditions import optional as optional_condition
from talentpack.content.sentences import Text, optional, places, sentence
from talentpack.content.toml import Complaints, Raw, convert, problem, read, unknown
from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem, Refused
from talentpack.core.questions import Choice, Forms, Kind, Listing, Page, Question

COMMON = "common"
_NAME = re.compile(r"[0-9]{2}-([a-z]+(?:-[a-z]+)*)\.toml")


class _Question(Raw, frozen=True, kw_only=True):
    """A choice is ``[id, label]``, or an id alone that is shown as it stands (a code)."""

    id: str
    kind: Kind
    label: Text
    hint: Text | None = None
    why: Text | None = None
    choices: list[str | list[Any]] = []
    when: dict[str, Any] | None = None
    many: bool = False
    private: bool = False
    optional: bool = False
    beside: bool = False
    currency: str = ""
    least: str = ""
    most: str = ""
    was: str = ""


class _List(Raw, frozen=True, kw_only=True):
    id: str
    one: Text
    summary: Text


class _Page(Raw, frozen=True, kw_only=True):
    title: Text
    step: Text | None = None
    group: Text | None = None
    lead: Text | None = None
    when: dict[str, Any] | None = None
    room: str = ""
    listing: _List | None = field(default=None, name="list")
    question: list[Any] = []


def read_forms(folder: Path, scheme: str, purpose: str) -> Forms:
    """The pages of a scheme and purpose. A page of the purpose stands in for a common one of the same name.

    Raises Refused with every problem of every page, those of the scheme's other purposes included.
    """
    own = folder / scheme / purpose
    files = {path.name: path for place in (folder / COMMON, own) for path in sorted(place.glob("*.toml"))}
    others = sorted(path for path in (folder / scheme).glob("*/*.toml") if path.parent != own)
    complaints = Complaints()
    pages = _read(folder, [files[name] for name in sorted(files)], complaints)
    elsewhere = _read(folder, others, complaints)
    if not own.is_dir():
        what, remedy = line(N_("there are no pages for it.")), line(N_("Make the folder and put pages into it."))
        complaints.add(problem(f"{scheme}/{purpose}", "*.toml", what, remedy, "data.absent"))
    complaints.add(*_twice(pages))
    complaints.settle()
    return Forms(pages=tuple(pages), elsewhere=tuple(_asked_elsewhere(pages, elsewhere)))


def _read(folder: Path, files: list[Path], complaints: Complaints) -> list[Page]:
    pages = []
    for path in files:
        with complaints.catching():
            pages.append(_page(path, path.relative_to(folder).as_posix()))
    return pages


def _asked_elsewhere(pages: list[Page], others: list[Page]) -> Iterator[Page]:
    """The other purposes' pages without the questions of ``pages``, or of one another."""
    asked = {_asked(page, question) for page in pages for question in page.questions}
    for page in others:
        questions = tuple(question for question in page.questions if _asked(page, question) not in asked)
        asked |= {_asked(page, question) for question in questions}
        if questions:
            yield replace(page, questions=questions)


def _asked(page: Page, question: Question) -> str:
    return f"{page.listing.id}.{question.id}" if page.listing else question.id


def _page(path: Path, file: str) -> Page:
    named = _NAME.fullmatch(path.name)
    if named is None:
        what, remedy = (
            line(N_("a page is named by number and name.")),
            line(N_("Call it, for example, 40-income.toml.")),
        )
        raise Refused(problem(file, "", what, remedy))
    raw = convert(read(path, file), _Page, file, "")
    page_id = named[1].replace("-", "_")
    context = f"pages.{page_id}"
    listing = _listing(raw.listing)
    return Page(
        id=page_id,
        title=sentence(raw.title, f"{context}.title"),
        step=optional(raw.step, f"{context}.step"),
        group=optional(raw.group, f"{context}.group"),
        lead=optional(raw.lead, f"{context}.lead"),
        when=optional_condition(raw.when, file, "when"),
        room=raw.room,
        listing=listing,
        questions=_questions(raw, file, listing),
    )


def _listing(raw: _List | None) -> Listing | None:
    if raw is None:
        return None
    context = f"lists.{raw.id}"
    return Listing(
        id=raw.id, one=sentence(raw.one, f"{context}.one"), summary=sentence(raw.summary, f"{context}.summary")
    )


def _questions(raw: _Page, file: str, listing: Listing | None) -> tuple[Question, ...]:
    complaints = Complaints()
    questions: list[Question] = []
    for index, table in enumerate(raw.question):
        named = table.get("id", index) if isinstance(table, dict) else index
        with complaints.catching():
            questions.append(_question(table, file, f"question {named}", listing))
    complaints.add(*_siblings(questions, file, listing))
    complaints.settle()
    return tuple(questions)


def _question(table: Any, file: str, key: str, listing: Listing | None) -> Question:
    raw = convert(table, _Question, file, key)
    if (raw.kind == "choice") is not bool(raw.choices):
        what, remedy = line(N_("choices belong to the kind choice.")), line(N_("Write both or neither."))
        raise Refused(problem(file, f"{key}.choices", what, remedy))
    if raw.currency and raw.kind != "money":
        what, remedy = line(N_("only money has a currency.")), line(N_("Write kind = money, or leave currency out."))
        raise Refused(problem(file, f"{key}.currency", what, remedy))
    context = f"{listing.id}.{raw.id}" if listing else raw.id
    return Question(
        id=raw.id,
        kind=raw.kind,
        label=sentence(raw.label, f"{context}.label"),
        hint=optional(raw.hint, f"{context}.hint"),
        why=optional(raw.why, f"{context}.why"),
        choices=tuple(_choice(each, context, file, f"{key}.choices") for each in raw.choices),
        when=optional_condition(raw.when, file, f"{key}.when"),
        many=raw.many,
        private=raw.private,
        optional=raw.optional,
        beside=raw.beside,
        currency=raw.currency,
        least=raw.least,
        most=raw.most,
        was=raw.was,
    )


class _Pair(Raw, frozen=True, array_like=True):
    id: str
    label: Text


def _choice(raw: str | list[Any], context: str, file: str, key: str) -> Choice:
    if isinstance(raw, str):
        return Choice(id=raw, label=Line(template="{code}", values={"code": raw}))
    pair = convert(raw, _Pair, file, key)
    return Choice(id=pair.id, label=sentence(pair.label, f"{context}.choices.{pair.id}"))


def _siblings(questions: list[Question], file: str, listing: Listing | None) -> list[Problem]:
    """Ids stand once, currencies and the places of a summary name questions of the page."""
    ids = [question.id for question in questions]
    problems = [
        problem(file, each, line(N_("is asked twice.")), line(N_("Give one of them another id.")))
        for each in sorted({each for each in ids if ids.count(each) > 1})
    ]
    problems += [
        unknown(file, f"question {question.id}.currency", question.currency, ids)
        for question in questions
        if question.kind == "money" and question.currency not in ids
    ]
    named = places(listing.summary) if listing else set()
    return problems + [unknown(file, "list.summary", place, ids) for place in sorted(named - set(ids))]


def _twice(pages: list[Page]) -> list[Problem]:
    """No two pages ask for the same address."""
    seen: dict[str, str] = {}
    problems = []
    for page in pages:
        for question in page.questions:
            address = _asked(page, question)
            if address in seen:
                what = line(N_("{page} asks it too."), page=seen[address])
                problems.append(problem(page.id, address, what, line(N_("Ask it on one page."))))
            seen[address] = page.id
    return problems
