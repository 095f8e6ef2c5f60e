"""Sentences as values: a template and typed values, formatted only where somebody reads them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from talentpack.core.dates import PartialDate
from talentpack.core.values import Value


def N_(template: str) -> str:  # noqa: N802 - gettext's own name for a marked literal
    """Marks a literal for the catalogues and returns it unchanged."""
    return template


class Money(Value, frozen=True, kw_only=True, tag="money"):
    """An amount with its ISO 4217 code. Shown with two decimals, rounded down."""

    amount: Decimal
    currency: str


class Number(Value, frozen=True, kw_only=True, tag="number"):
    """A plain number, shown with the digits it has."""

    value: Decimal


class Day(Value, frozen=True, kw_only=True, tag="day"):
    """A calendar day, shown in full ("22 November 2026")."""

    date: date


class Country(Value, frozen=True, kw_only=True, tag="country"):
    """An ISO 3166-1 alpha-2 code ("XX": stateless), shown by its name."""

    code: str


class Tongue(Value, frozen=True, kw_only=True, tag="tongue"):
    """A BCP 47 language tag, shown by its name."""

    code: str


class FullName(Value, frozen=True, kw_only=True, tag="name"):
    """A person's names, both always said: Chinese first in Chinese, the passport's first elsewhere."""

    latin: str
    chinese: str = ""


class Title(Value, frozen=True, kw_only=True, tag="title"):
    """A proper name that differs by language, such as a university's; said in the reader's."""

    name: str
    zh_hant: str = ""
    zh_hans: str = ""


class Cite(Value, frozen=True, kw_only=True, tag="cite"):
    """A place in the bundle. ``page`` counts from 1 inside the exhibit; without one the whole exhibit is meant."""

    exhibit: str
    page: int | None = None


class Claim(Value, frozen=True, kw_only=True, tag="claim"):
    """Something a letter states, with the places that show it. No cites: nothing in the evidence shows it yet."""

    address: str
    value: Money | Number | Day | PartialDate | Country | str
    cites: tuple[Cite, ...] = ()


class Several(Value, frozen=True, kw_only=True, tag="several"):
    """Items said as a list: "A, B and C"."""

    items: tuple[Item, ...]


class Line(Value, frozen=True, kw_only=True, tag="line"):
    """A sentence: a template with ``{name}`` places and the values for them.

    ``context`` is the catalogue's context, for sentences that come from data files. With ``plural`` the value ``n``
    (a whole number) chooses between ``template`` (one) and ``plural`` (other).
    """

    template: str
    values: dict[str, Item] = {}
    context: str = ""
    plural: str = ""


Item = (
    str | int | Money | Number | Day | PartialDate | Country | Tongue | FullName | Title | Cite | Claim | Several | Line
)


def line(template: str, /, **values: Item) -> Line:
    """A Line from a literal template; ``line(N_("{n} pages"), n=3)``."""
    return Line(template=template, values=values)
