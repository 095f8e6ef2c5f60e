"""The base of every value that crosses a layer."""

from __future__ import annotations

import msgspec

# What an answer is made of. Money, numbers and dates are texts here (canonical form: see kinds.py); a float never occurs.
Plain = str | int | bool | list["Plain"] | dict[str, "Plain"]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Immutable, strict about unknown fields, and readable by msgspec on the far side of a pipe.

    A subclass repeats ``frozen=True, kw_only=True``: msgspec does not hand ``kw_only`` down, mypy not ``frozen``.
    """
