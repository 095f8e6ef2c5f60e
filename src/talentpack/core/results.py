"""What a fact returns: a bound on what is still possible, with its working."""

from __future__ import annotations

from decimal import Decimal

from talentpack.core.findings import IncomeTable
from talentpack.core.lines import Item, Line
from talentpack.core.values import Value


class _Result(Value, frozen=True, kw_only=True):
    """``values`` fill the places of the criterion's sentences; ``numbers`` go to the machine output."""

    working: tuple[Line, ...] = ()
    values: dict[str, Item] = {}
    numbers: dict[str, int | str] = {}
    table: IncomeTable | None = None


class Known(_Result, frozen=True, kw_only=True):
    """The value is certain."""

    value: Decimal


class Between(_Result, frozen=True, kw_only=True):
    """The value lies from ``low`` to ``high``, both possible (``high`` None: no upper bound).

    ``needs`` are the missing answers that could narrow it; ``vague`` says that dates known only in part could too.
    """

    low: Decimal
    high: Decimal | None
    needs: tuple[str, ...] = ()
    vague: bool = False


class OneOf(_Result, frozen=True, kw_only=True):
    """The word, or the words still possible, each of which the criterion's data has a sentence for.

    With several words: ``needs`` are the missing answers that could decide, ``vague`` as above.
    """

    words: tuple[str, ...]
    needs: tuple[str, ...] = ()
    vague: bool = False


Result = Known | Between | OneOf


class Missing(Exception):  # noqa: N818 - a missing answer is no error; it is caught in one place (criteria.py)
    """A fact asked for an answer that is not there."""

    def __init__(self, *addresses: str) -> None:
        super().__init__(", ".join(addresses))
        self.addresses = addresses
