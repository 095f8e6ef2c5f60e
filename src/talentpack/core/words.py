"""How values become text in one language. `app/words.py` makes one; everybody else is given it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Protocol

from talentpack.core.dates import PartialDate
from talentpack.core.lines import Cite, Claim, Line

Part = str | Cite | Claim


class Words(Protocol):
    """One language's words. ``language`` is ``en``, ``zh_Hant`` or ``zh_Hans``."""

    @property
    def language(self) -> str: ...

    def say(self, line: Line) -> str:
        """The sentence as plain text; a Cite is its exhibit number, a Claim its value and exhibit numbers."""

    def parts(self, line: Line) -> tuple[Part, ...]:
        """The same sentence in pieces, with Cites and Claims left as values, for those who link or embolden them."""

    def text(self, message: str, context: str = "") -> str:
        """A message without placeholders."""

    def money(self, amount: Decimal, currency: str) -> str:
        """``HK$3,348,659.20``, ``3,348,659.20港元``, ``CNY 1,680,000.00``: two decimals, rounded down."""

    def amount(self, amount: Decimal) -> str:
        """``3,348,659.20``: two decimals, rounded down, no currency."""

    def number(self, value: Decimal | int) -> str:
        """With thousands separators and the digits it has."""

    def date(self, day: date | PartialDate, *, short: bool = False) -> str:
        """``22 November 2026``, short ``22 Nov 2026``, ``November 2026``, ``2026年11月22日``."""

    def country(self, code: str) -> str: ...

    def tongue(self, code: str) -> str: ...

    def several(self, items: list[str]) -> str:
        """``A, B and C`` / ``A、B及C``."""
