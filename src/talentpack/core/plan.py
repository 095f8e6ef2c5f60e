"""What an export is made from: one frozen value that crosses to the builder. It carries language codes, never Words."""

from __future__ import annotations

from datetime import date
from typing import Literal

from talentpack.core.exhibits import Exhibit
from talentpack.core.findings import Assessment, IncomeTable
from talentpack.core.lines import Cite, Claim, Line
from talentpack.core.values import Value

ProofState = Literal[
    "missing",
    "maybe",
    "attached",
    "needs_translation",
    "needs_certificate",
    "incomplete",
    "unusable",
    "not_applicable",
]


class Person(Value, frozen=True, kw_only=True):
    """``ref`` is ``applicant`` or ``dependant/r1``; ``name`` in Latin letters, surname in capitals."""

    ref: str
    role: Line
    name: str
    name_zh: str = ""


class ChecklistRow(Value, frozen=True, kw_only=True):
    """One proof wanted of one person. ``exhibits`` are numbers; ``note`` says what is to be done or why it is not."""

    person: str
    proof: str
    title: Line
    state: ProofState
    required: bool
    exhibits: tuple[str, ...] = ()
    note: Line | None = None


class Letterhead(Value, frozen=True, kw_only=True):
    """A consultant's: ``logo`` is a PNG or JPEG, empty for none."""

    name: str
    name_zh: str = ""
    address: str = ""
    reference: str = ""
    logo: bytes = b""


class Paragraph(Value, frozen=True, kw_only=True):
    """A paragraph of the letter. ``side`` is its side head; ``table`` names a table that follows ("income")."""

    text: Line
    side: Line | None = None
    table: Literal["", "income"] = ""


class Letter(Value, frozen=True, kw_only=True):
    """The cover letter, every sentence a Line. Claims stand in the paragraphs' values.

    The last paragraph is kept together with closing and signature. ``sender`` are the lines under the name.
    """

    name: str
    name_zh: str
    sender: tuple[str, ...]
    letterhead: Letterhead | None
    date: date
    addressee: tuple[Line, ...]
    salutation: Line
    subject: Line
    paragraphs: tuple[Paragraph, ...]
    closing: Line
    enclosures: tuple[Line, ...]


class ClaimCited(Value, frozen=True, kw_only=True):
    """A claim of letter or worksheet and where it is shown; ``pinned`` when a page was named."""

    claim: Claim
    label: Line
    pinned: bool


class Slot(Value, frozen=True, kw_only=True):
    """A place of the online form for one person: limits and the exhibits that belong there, in order."""

    person: str
    id: str
    title: Line
    formats: tuple[str, ...]
    max_bytes: int
    max_files: int
    exhibits: tuple[str, ...]


class Warning(Value, frozen=True, kw_only=True):  # noqa: A001 - the vocabulary's word for it
    """Something to know about the pack: a permanent code, what it is about, a sentence."""

    code: str
    ref: str
    text: Line


class PackPlan(Value, frozen=True, kw_only=True):
    """Everything an export needs. ``route`` is A, B, C, "" (compared) or extension; ``title`` names the scheme."""

    scheme: str
    purpose: str
    day: date
    route: str
    language: str
    letter_language: str
    title: Line
    people: tuple[Person, ...]
    sections: dict[str, Line]
    exhibits: tuple[Exhibit, ...]
    checklist: tuple[ChecklistRow, ...]
    assessment: Assessment
    income: IncomeTable | None
    income_cites: dict[str, tuple[Cite, ...]]
    letter: Letter
    claims: tuple[ClaimCited, ...]
    slots: tuple[Slot, ...]
    warnings: tuple[Warning, ...]


class Numbers(Value, frozen=True, kw_only=True):
    """Where everything stands in the bundle: first page of each exhibit and section divider, and the page count.

    Before the front pages are counted all numbers are 0; then the documents leave room and draw no figure.
    """

    total: int = 0
    index: int = 0
    exhibits: dict[str, int] = {}
    dividers: dict[str, int] = {}

    def page(self, cite: Cite) -> int:
        """The bundle page a citation means (0 while unknown)."""
        first = self.exhibits.get(cite.exhibit, 0)
        return first + (cite.page or 1) - 1 if first else 0
