"""Whether the travel document is valid, and for how long (rules.md, passport.valid)."""

from __future__ import annotations

from talentpack.core.case import Case
from talentpack.core.dates import add_months
from talentpack.core.facts.possible import in_order, missing
from talentpack.core.lines import Day, Item
from talentpack.core.results import OneOf

PASSPORT = ("beyond", "open_ended", "identity_card", "within", "returnability", "expired", "not_mainland")

_CARD = "prc_identity_card"
_KINDS = ("passport", _CARD, "eep", "taiwan_document", "macao_permit", "other")
_MAINLAND = "CN"


def passport(case: Case) -> OneOf:
    """What is true of the travel document on the filing day, for a first stay on the case's route."""
    kind = case.text("travel_document.kind")
    words = {word for possible in ((kind,) if kind else _KINDS) for word in _words(case, possible)}
    expires = case.date("travel_document.expires")
    values: dict[str, Item] = {"expires": Day(date=expires.latest)} if expires else {}
    needs = missing(case, "travel_document.kind")
    if not case.yes_no("travel_document.no_expiry"):
        needs += missing(case, "travel_document.expires")
    if kind in ("", _CARD):
        needs += missing(case, "applicant.residence")
    # A document that has expired is said to have expired before anything else.
    order = ("expired", *(word for word in PASSPORT if word != "expired"))
    return OneOf(words=in_order(words, order), needs=needs if len(words) > 1 else (), values=values)


def _words(case: Case, kind: str) -> set[str]:
    spans = _validity(case)
    if kind == _CARD:
        residence = case.text("applicant.residence")
        if residence not in ("", _MAINLAND):
            return {"not_mainland"}
        elsewhere = set() if residence else {"not_mainland"}
        return {"expired" if span == "expired" else "identity_card" for span in spans} | elsewhere
    if kind == "other":
        return {"expired" if span == "expired" else "returnability" for span in spans}
    return spans


def _validity(case: Case) -> set[str]:
    """Of the days on which it may expire; the end of the first stay is within it."""
    expires = case.date("travel_document.expires")
    if expires is None:
        return {"open_ended"} if case.yes_no("travel_document.no_expiry") else {"expired", "within", "beyond"}
    if expires.latest < case.day:
        return {"expired"}
    stay_ends = add_months(case.day, int(case.amount("stay.first")))
    return {"within" if expires.latest <= stay_ends else "beyond"}
