"""The one place that knows where the evidence shows a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from talentpack.core.answers import Answers
from talentpack.core.exhibits import Exhibit
from talentpack.core.lines import Cite
from talentpack.core.proofs import APPLICANT, targets_of
from talentpack.core.values import Plain

# Where a claim about the person is looked for when no page was pinned: an answer, or its table → proof.
_SHOWN_BY = {
    "applicant": "travel_document",
    "travel_document": "travel_document",
    "extension/granted_on": "travel_document",
    "extension/limit_of_stay": "travel_document",
    "extension/contract_until": "contract",
    "extension/employer_founded": "business_registration",
    "extension/shareholding": "ownership",
    "extension/assessable_income": "top_tier_tax",
}


class Pin(NamedTuple):
    """Page ``page`` of the original of ``evidence`` shows ``says`` (an address)."""

    evidence: str
    page: int
    says: str


def pins(answers: Answers) -> tuple[Pin, ...]:
    """All pins of a case, in the order of its evidence."""
    return tuple(
        Pin(each, entry["page"], str(entry.get("says", "")))
        for each in answers.ids("evidence")
        for entry in _entries(answers, each)
        if isinstance(entry["page"], int)
    )


def _entries(answers: Answers, evidence: str) -> list[dict[str, Plain]]:
    entries = answers.get(f"evidence/{evidence}/pins")
    return [each for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []


def page_in_exhibit(exhibit: Exhibit, page: int) -> int | None:
    """Where a page of the original as taken in stands in the exhibit, from 1; None when it was left out."""
    pages = exhibit.paper.sheaves[0].pages
    return pages.index(page) + 1 if page in pages else None


def cites_of(address: str, answers: Answers, exhibits: Iterable[Exhibit]) -> tuple[Cite, ...]:
    """The places that show the claim at ``address``: pinned pages first, else the first exhibit that serves it.

    A pin on a page that was left out cites the exhibit only.
    """
    listed = list(exhibits)
    pinned = [pin for pin in pins(answers) if pin.says == address]
    cites = [
        Cite(exhibit=exhibit.number, page=page_in_exhibit(exhibit, pin.page))
        for pin in pinned
        for exhibit in listed
        if exhibit.paper.evidence == pin.evidence
    ]
    if cites:
        return tuple(cites)
    serving = [exhibit for exhibit in listed if _serves(exhibit, address, answers)]
    return (Cite(exhibit=serving[0].number),) if serving else ()


def _serves(exhibit: Exhibit, address: str, answers: Answers) -> bool:
    head, *rest = address.split("/")
    shown_by = _SHOWN_BY.get(address) or _SHOWN_BY.get(head)
    if shown_by:
        return exhibit.paper.proof == shown_by and not exhibit.paper.person
    targets = targets_of(answers, exhibit.paper.evidence, f"{head}/{rest[0]}" if rest else APPLICANT)
    return bool(rest) and f"{head}/{rest[0]}" in targets
