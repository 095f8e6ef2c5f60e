"""What the letter says, part by part: the one source of its PDF and its DOCX."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from talentpack.core.findings import IncomeRow
from talentpack.core.lines import N_, Cite, line
from talentpack.core.plan import Letter, PackPlan, Paragraph
from talentpack.documents.cites import spans_of
from talentpack.documents.runs import NBSP, Span
from talentpack.documents.setting import Saying, full_name
from talentpack.documents.styles import READ, SUBJECT, SUBJECT_CHINESE

_RATE_PLACES = Decimal("0.0001")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class IncomeLine:
    """A row of an income table, every figure as it is shown."""

    cites: tuple[Cite, ...]
    item: str
    amount: str
    rate: str
    share: str
    hkd: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the letter; ``table`` says that the income table follows."""

    spans: tuple[Span, ...]
    side: str
    table: bool


@dataclass(frozen=True, slots=True)
class Matter:
    """The letter's parts in order. ``firm`` is the letterhead's second name; empty in an applicant's own letter."""

    name: str
    second: str
    contact: tuple[str, ...]
    reference: str
    date: str
    addressee: tuple[str, ...]
    running: str
    salutation: str
    subject: tuple[Span, ...]
    passages: tuple[Passage, ...]
    closing: str
    signature: str
    capacity: str
    enclosures: tuple[str, ...]


def matter_of(plan: PackPlan, saying: Saying) -> Matter:
    """The letter in the words of ``saying``. The addressee is given office first; Chinese puts the office last."""
    letter, words = plan.letter, saying.words
    head, second, signature = _names(letter, saying)
    addressee = tuple(words.say(each) for each in letter.addressee)
    date = words.date(letter.date)
    office = addressee[0] if addressee else ""
    return Matter(
        name=head,
        second=second,
        contact=tuple(letter.letterhead.address.splitlines()) if letter.letterhead else letter.sender,
        reference=_reference(letter, saying),
        date=date,
        addressee=addressee[::-1] if saying.chinese else addressee,
        running=words.say(line(N_("{addressee}, {date}"), addressee=office, date=date)),
        salutation=words.say(letter.salutation),
        subject=spans_of(letter.subject, SUBJECT_CHINESE if saying.chinese else SUBJECT, saying),
        passages=tuple(_passage(each, plan, saying) for each in letter.paragraphs),
        closing=words.say(letter.closing),
        signature=signature,
        capacity="" if letter.letterhead else words.text(N_("Applicant")),
        enclosures=tuple(words.say(each) for each in letter.enclosures),
    )


def _names(letter: Letter, saying: Saying) -> tuple[str, str, str]:
    """The name at the head, its second language, the name under the signature."""
    firm = letter.letterhead
    if firm is None:
        own = full_name(letter.name, letter.name_zh, chinese=saying.chinese)
        return own, "", own
    first, second = (firm.name_zh or firm.name, firm.name) if saying.chinese else (firm.name, firm.name_zh)
    return first, second if second != first else "", first


def _reference(letter: Letter, saying: Saying) -> str:
    if letter.letterhead is None or not letter.letterhead.reference:
        return ""
    return saying.words.say(line(N_("Our reference: {reference}"), reference=letter.letterhead.reference))


def _passage(paragraph: Paragraph, plan: PackPlan, saying: Saying) -> Passage:
    side = saying.words.say(paragraph.side) if paragraph.side else ""
    table = paragraph.table == "income" and plan.income is not None
    return Passage(spans_of(paragraph.text, READ, saying), side, table)


def letter_income(plan: PackPlan, saying: Saying) -> tuple[IncomeLine, ...]:
    """What counts, each with its payer; of a company's profit the share held."""
    rows = plan.income.rows if plan.income else ()
    return tuple(_counted(row, plan, saying) for row in rows if row.counts == "yes")


def _counted(row: IncomeRow, plan: PackPlan, saying: Saying) -> IncomeLine:
    shown = income_line(row, plan.income_cites.get(row.record, ()), saying)
    item = shown.item
    if row.payer:
        item = saying.words.say(line(N_("{income}, {payer}"), income=item, payer=row.payer))
    if row.share is None or row.share == _HUNDRED or row.amount is None:
        return IncomeLine(shown.cites, item, shown.amount, shown.rate, shown.share, shown.hkd)
    part = line(N_("{income}, {share} of {amount}"), income=item, share=shown.share, amount=shown.amount)
    held = money_cell(row.amount * row.share / _HUNDRED, row.currency, saying)
    return IncomeLine(shown.cites, saying.words.say(part), held, shown.rate, shown.share, shown.hkd)


def income_line(row: IncomeRow, cites: tuple[Cite, ...], saying: Saying) -> IncomeLine:
    """A row of the income table as the worksheet shows it; what does not count has no sum in HK$."""
    return IncomeLine(
        cites=cites,
        item=saying.words.say(row.label),
        amount=money_cell(row.amount, row.currency, saying),
        rate=_rate(row, saying),
        share="" if row.share is None else f"{saying.words.number(row.share.normalize())}%",
        hkd=saying.words.amount(row.hkd) if row.hkd is not None and row.counts == "yes" else "–",
        note=saying.words.say(row.note) if row.note else "",
    )


def money_cell(amount: Decimal | None, currency: str, saying: Saying) -> str:
    """``CNY 1,680,000.00``: the code first and in the same cell, so that a column is read at a glance."""
    return "–" if amount is None else f"{currency}{NBSP}{saying.words.amount(amount)}".strip()


def _rate(row: IncomeRow, saying: Saying) -> str:
    rate = Decimal(1) if row.currency == "HKD" else row.rate
    if rate is None:
        return "–"
    exponent = rate.as_tuple().exponent
    short = isinstance(exponent, int) and exponent > -4  # noqa: PLR2004 - at least four decimals, so that rates line up
    return saying.words.number(rate.quantize(_RATE_PLACES) if short else rate)


def income_heads() -> tuple[str, ...]:
    """The heads of the letter's income table, to be put into words."""
    return N_("Exhibit · page"), N_("Income"), N_("Amount"), N_("Rate"), N_("HK$")


def total_label() -> str:
    return N_("Total")


def enclosures_label() -> str:
    return N_("Enclosures")
