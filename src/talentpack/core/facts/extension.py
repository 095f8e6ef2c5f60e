"""What an extension of stay rests on: its basis, the post, the pay, the verification of the degree (rules.md, 6)."""

from __future__ import annotations

from datetime import date

from talentpack.core.case import Case
from talentpack.core.facts.possible import in_order, missing
from talentpack.core.lines import N_, Day, Item, Line, Number, line
from talentpack.core.results import Missing, OneOf

BASIS = ("employment", "contract_over", "business", "further_year", "no_further_year", "none")
POST = ("degree_level", "below")
PAY = ("market", "below", "unstable")
VERIFIED = ("given", "at_hand", "open")

_CATEGORIES = ("A", "B", "C")


def basis(case: Case) -> OneOf:
    """Employment, business, one further year for those who may have it, or none. Raises Missing."""
    said = str(case.need("extension.basis"))
    if said == "one_more_year":
        return _further_year(case)
    return _employment(case) if said == "employment" else OneOf(words=(said,))


def _employment(case: Case) -> OneOf:
    """A contract that ends no later than the present stay leaves nothing to extend for."""
    values: dict[str, Item] = {"longest": Number(value=case.amount("extension.longest"))}
    until, limit = case.date("extension.contract_until"), case.date("extension.limit_of_stay")
    if until is None:
        return OneOf(words=("employment",), values=values)
    values["until"] = Day(date=until.earliest)
    working = (line(N_("The contract runs until {until}."), until=values["until"]),)
    if limit is None and until.earliest >= case.day:
        needs = missing(case, "extension.limit_of_stay")
        return OneOf(words=("employment", "contract_over"), needs=needs, values=values, working=working)
    over = limit is None or until.earliest <= limit.earliest
    return OneOf(words=("contract_over" if over else "employment",), values=values, working=working)


def _further_year(case: Case) -> OneOf:
    """For Category A, by the rules of the day of approval."""
    category, approved = case.text("extension.category"), case.date("extension.approved_on")
    words = {
        "further_year" if possible == "A" and granted else "no_further_year"
        for possible in ((category,) if category else _CATEGORIES)
        for granted in ((_granted(case, approved.earliest),) if approved else (True, False))
    }
    needs = missing(case, "extension.category", "extension.approved_on") if len(words) > 1 else ()
    values: dict[str, Item] = {"ended": Day(date=_ended(case))}
    return OneOf(words=in_order(words, BASIS), needs=needs, values=values)


def _granted(case: Case, approved: date) -> bool:
    return approved < _ended(case)


def _ended(case: Case) -> date:
    """The day from which approvals carry no further year; the figure is read as of the approval, not of the filing."""
    case.figure("extension.one_more_year")
    entries = case.rules.figures["extension.one_more_year"].entries
    return next(entry.since for entry in entries if entry.value == "0")


def post(case: Case) -> OneOf:
    """Whether the post is one for a degree holder, or of like abilities. Raises Missing."""
    word = "degree_level" if case.need("extension.degree_level_post") else "below"
    return OneOf(words=(word,), working=tuple(_on_the_employer(case)))


def _on_the_employer(case: Case) -> list[Line]:
    said = []
    if case.yes_no("extension.intra_company"):
        said.append(line(N_("An intra-company transfer: the post must be managerial or professional.")))
    if case.yes_no("extension.same_employer"):
        said.append(
            line(N_("The same employer as last time: the Department may ask for fewer papers. Prepare them all."))
        )
    return said


def pay(case: Case) -> OneOf:
    """Stable income at market level: either one lacking fails, whatever is known of the other. Raises Missing."""
    if case.yes_no("extension.stable_income") is False:
        return OneOf(words=("unstable",))
    if case.yes_no("extension.market_pay") is False:
        return OneOf(words=("below",))
    open_ = missing(case, "extension.market_pay", "extension.stable_income")
    if open_:
        raise Missing(*open_)
    return OneOf(words=("market",))


def verified(case: Case) -> OneOf:
    """Verification of the degree handed in before, or a report at hand to hand in now."""
    if case.yes_no("extension.verification_given"):
        return OneOf(words=("given",))
    if report_at_hand(case):
        return OneOf(words=("at_hand",), values={"verifier": case.text("degree.verified_by")})
    needs = (*missing(case, "extension.verification_given"), case.address("degree.verified_by"))
    return OneOf(words=("open",), needs=needs)


def report_at_hand(case: Case) -> bool:
    """Whether the degree in focus has been verified."""
    return bool(case.text("degree.verified_by"))
