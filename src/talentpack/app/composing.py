"""Composes the cover letter of a case: which paragraphs stand, and what fills their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.claims import cites_of
from talentpack.core.conditions import holds
from talentpack.core.dates import PartialDate, partial
from talentpack.core.exhibits import Exhibit
from talentpack.core.findings import Finding, IncomeTable, RouteResult
from talentpack.core.letters import LetterRule, ParagraphRule
from talentpack.core.lines import N_, Claim, Country, Day, FullName, Item, Line, Money, Number, Several, line
from talentpack.core.look import YesNo, looker
from talentpack.core.plan import Letter, Letterhead, Paragraph, Person
from talentpack.core.questions import Forms
from talentpack.core.saying import answer_item, route_name

_PLACE = re.compile(r"\{([\w.:]+)\}")
_CLAIM = "claim:"
# The sum of a table whose rows cite their pages: a claim that needs no page of its own.
TOTAL = "income.total"


@dataclass(frozen=True)
class Matter:
    """What a letter is about: the case on its route, what was found, who is in it and what the evidence shows."""

    case: Case
    forms: Forms
    result: RouteResult | None
    people: tuple[Person, ...]
    exhibits: tuple[Exhibit, ...]
    income: IncomeTable | None
    yes_no: YesNo
    logo: bytes = b""

    def finding(self, criterion: str) -> Finding | None:
        findings = self.result.findings if self.result else ()
        return next((finding for finding in findings if finding.criterion == criterion), None)


def compose(rule: LetterRule, matter: Matter) -> Letter:
    """The letter with every place filled. A paragraph with a place nothing fills does not stand.

    The last of the enclosures are the exhibits, which a case without evidence has not.
    """
    answers = matter.case.answers
    applicant = matter.people[0]
    fill = _common(matter)
    return Letter(
        name=applicant.name,
        name_zh=applicant.name_zh,
        sender=tuple(part.strip() for part in answers.text("applicant/address").splitlines() if part.strip()),
        letterhead=_letterhead(matter),
        date=matter.case.day,
        addressee=rule.addressee,
        salutation=rule.salutation,
        subject=_with(rule.subject, fill),
        paragraphs=tuple(_grouped(_paragraphs(rule, matter, fill))),
        closing=rule.closing,
        enclosures=rule.enclosures if matter.exhibits else rule.enclosures[:-1],
    )


def claims_in(letter: Letter) -> tuple[Claim, ...]:
    """Every claim of the letter that a page is to show, in order."""
    claims = (claim for paragraph in letter.paragraphs for claim in _claims(paragraph.text))
    return tuple(claim for claim in claims if claim.address != TOTAL)


def _claims(text: Line) -> Iterator[Claim]:
    for value in text.values.values():
        if isinstance(value, Claim):
            yield value
        elif isinstance(value, Line):
            yield from _claims(value)


def _paragraphs(rule: LetterRule, matter: Matter, fill: Mapping[str, Item]) -> Iterator[tuple[ParagraphRule, Line]]:
    facts = {**matter.yes_no, **_letter_facts(matter)}
    for paragraph in rule.paragraphs:
        for case in _focused(paragraph, matter):
            own = paragraph.per
            if holds(paragraph.when, looker(case, facts, own)).known is not True:
                continue
            values = _values(paragraph.text, case, matter, fill)
            if values is not None:
                yield paragraph, _with(paragraph.text, values)


def _focused(paragraph: ParagraphRule, matter: Matter) -> Iterator[Case]:
    if not paragraph.per:
        yield matter.case
    elif paragraph.per == "degree":
        listed, _, record = (matter.result.record if matter.result else "").partition("/")
        if record:
            yield matter.case.at(listed, record)
    else:
        yield from matter.case.records(paragraph.per)


def _values(text: Line, case: Case, matter: Matter, fill: Mapping[str, Item]) -> dict[str, Item] | None:
    """What fills each place; None when one stays empty."""
    values: dict[str, Item] = {}
    for place in _PLACE.findall(text.template):
        item = fill.get(place) or _of_record(place, case, matter) or _answered(place, case, matter)
        if item is None:
            return None
        values[place] = item
    return values


def _answered(place: str, case: Case, matter: Matter) -> Item | None:
    address = case.address(place.removeprefix(_CLAIM))
    item = answer_item(matter.forms, case.answers, address)
    if place.startswith(_CLAIM) and isinstance(item, Money | Number | Day | PartialDate | Country | str):
        return Claim(address=address, value=item, cites=cites_of(address, case.answers, matter.exhibits))
    return item


def _of_record(place: str, case: Case, matter: Matter) -> Item | None:
    ref = f"dependant/{case.focus('dependant')}"
    if place == "person" and case.focus("dependant"):
        person = next(person for person in matter.people if person.ref == ref)
        return FullName(latin=person.name, chinese=person.name_zh)
    return None


def _grouped(paragraphs: Iterator[tuple[ParagraphRule, Line]]) -> Iterator[Paragraph]:
    """Joins what belongs together and keeps a side head only where it changes."""
    side: Line | None = None
    held: Paragraph | None = None
    for rule, text in paragraphs:
        if held is not None and rule.joins and rule.side == side and not held.table:
            held = Paragraph(text=_joined(held.text, text), side=held.side, table=rule.table)
            continue
        if held is not None:
            yield held
        held = Paragraph(text=text, side=rule.side if rule.side != side else None, table=rule.table)
        side = rule.side
    if held is not None:
        yield held


def _joined(before: Line, after: Line) -> Line:
    return line(N_("{before} {after}"), before=before, after=after)


def _with(sentence: Line, values: Mapping[str, Item]) -> Line:
    return Line(template=sentence.template, context=sentence.context, values={**sentence.values, **values})


def _common(matter: Matter) -> dict[str, Item]:
    """The values every paragraph may use."""
    case, scheme = matter.case, matter.case.rules.scheme
    applicant = matter.people[0]
    common: dict[str, Item] = {
        "name": FullName(latin=applicant.name, chinese=applicant.name_zh),
        "scheme": scheme.title,
        "category": category(case.text("extension.category") or case.route),
        "day": Day(date=case.day),
        "family": Several(items=tuple(FullName(latin=each.name, chinese=each.name_zh) for each in matter.people[1:])),
    }
    work = matter.finding("work.three_years")
    if work is not None and "months" in work.numbers:
        common["months"] = int(work.numbers["months"])
    if matter.income is not None:
        total = Money(amount=matter.income.total, currency="HKD")
        common["total"] = Claim(address=TOTAL, value=total)
        common["threshold"] = Money(amount=matter.income.threshold, currency="HKD")
        common["rates"] = Several(items=tuple(_rates(case)))
    return common


def _rates(case: Case) -> Iterator[Line]:
    """The rates relied on, those of one source and day together."""
    together: dict[tuple[str, str], dict[str, Decimal]] = {}
    for income in case.records("income"):
        rate, source, day = (
            income.decimal("income.rate"),
            income.text("income.rate_source"),
            income.text("income.rate_date"),
        )
        currency = income.text("income.currency")
        if rate is not None and source and day and currency != "HKD":
            together.setdefault((source, day), {})[currency] = rate
    for (source, day), rates in together.items():
        said = (line(N_("{currency} {rate}"), currency=each, rate=Number(value=rate)) for each, rate in rates.items())
        template = N_("{rates} ({source}, {day})")
        yield line(template, rates=Several(items=tuple(said)), source=source, day=partial(day))


def _letter_facts(matter: Matter) -> YesNo:
    listed, work = matter.finding("degree.listed"), matter.finding("work.three_years")
    rows = matter.income.rows if matter.income else ()
    converted = any(row.currency not in ("", "HKD") and row.counts == "yes" for row in rows)
    return {
        "converted": lambda _: converted,
        "degree_listed": lambda _: listed is not None and listed.outcome == "met",
        "income_counted": lambda _: any(row.counts == "yes" for row in rows),
        "work_counted": lambda _: work is not None and bool(work.numbers.get("months")),
    }


def _letterhead(matter: Matter) -> Letterhead | None:
    case = matter.case
    if not case.text("consultant.name"):
        return None
    return Letterhead(
        name=case.text("consultant.name"),
        address=case.text("consultant.address"),
        reference=case.text("consultant.reference"),
        logo=matter.logo,
    )


def category(route: str) -> Line:
    """How a letter names the route applied under."""
    return route_name(route) if route else line(N_("a category still to be named"))
