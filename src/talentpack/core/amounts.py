"""Numbers as people write them: full-width digits, thousands separators, 萬 and 億."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_HUNDRED_MILLIONS, _TEN_THOUSANDS = Decimal(100_000_000), Decimal(10_000)
_PARTS = re.compile(r"(?:([^亿億万萬]+)[亿億])?(?:([^亿億万萬]+)[万萬])?([^亿億万萬]*)")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
# 1,850,000.50 and the Indian 18,50,000 · 1.850.000,50 · 1 850 000.50 and 1'850'000.50. The last group has three digits.
_COMMAS = re.compile(r"[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}(\.[0-9]+)?")
_POINTS = re.compile(r"[0-9]{1,3}((\.[0-9]{3}){2,}(,[0-9]+)?|\.[0-9]{3},[0-9]+)")
_SPACES = re.compile(r"[0-9]{1,3}([ '’][0-9]{3})+(\.[0-9]+)?")
# One point and exactly three digits behind it: a thousand to some, a fraction to others.
_AMBIGUOUS = re.compile(r"([0-9]{1,3})\.([0-9]{3})")

DIGITS, DECIMALS = 15, 12


class Ambiguous(Exception):  # noqa: N818 - a question to the person, no failure of the program
    """``1.850`` may mean 1850 or 1.85: both are carried, each written so that it can mean one thing only."""

    def __init__(self, thousands: str, fraction: str) -> None:
        super().__init__("ambiguous")
        self.thousands = thousands
        self.fraction = fraction


def read_number(text: str, *, money: bool) -> str:
    """The plain decimal text of a number (``2400000``, ``-1.5``), with the decimals it was written with.

    Plain decimal texts come back unchanged. Raises ValueError for what is no number or has more than 15 digits or 12
    decimals, Ambiguous for money such as ``1.850``.
    """
    folded = unicodedata.normalize("NFKC", text).strip().replace("\N{MINUS SIGN}", "-")
    sign = "-" if folded.startswith("-") else ""
    amount = folded.removeprefix("-").strip()
    plain = _bounded(_counted(amount))
    if money and (match := _AMBIGUOUS.fullmatch(plain)):
        raise _question(sign + match[1], match[2])
    return plain if Decimal(plain) == 0 else sign + plain


def _counted(text: str) -> str:
    """``240萬`` and ``1億2000萬`` multiplied out; anything else as it stands."""
    match = _PARTS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    large, middle, rest = match.groups()
    if large is None and middle is None:
        return _plain(rest)
    total = Decimal(_plain(large or "0")) * _HUNDRED_MILLIONS + Decimal(_plain(middle or "0")) * _TEN_THOUSANDS
    return _shortest(f"{total + Decimal(_plain(rest or '0')):f}")


def _plain(text: str) -> str:
    written = text.strip()
    if _COMMAS.fullmatch(written):
        written = written.replace(",", "")
    elif _POINTS.fullmatch(written):
        written = written.replace(".", "").replace(",", ".")
    elif _SPACES.fullmatch(written):
        written = re.sub("[ '’]", "", written)
    if not _PLAIN.fullmatch(written):
        raise ValueError(text)
    whole, point, fraction = written.partition(".")
    return (whole.lstrip("0") or "0") + point + fraction


def _bounded(plain: str) -> str:
    whole, _, fraction = plain.partition(".")
    if len(whole) > DIGITS or len(fraction) > DECIMALS:
        raise ValueError(plain)
    return plain


def _shortest(plain: str) -> str:
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _question(whole: str, fraction: str) -> Ambiguous:
    """A fraction that ends in a zero is written without it, any other with one more: neither has three digits."""
    shorter = fraction.rstrip("0") or "0"
    return Ambiguous(whole + fraction, f"{whole}.{shorter if shorter != fraction else fraction + '0'}")
