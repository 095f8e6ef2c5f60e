"""What comes after the papers: fees in total, and the dates that can be reckoned from the answers (rules.md, 5 and 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from talentpack.core.case import Case
from talentpack.core.dates import add_months
from talentpack.core.facts.extension_window import Window, window_of
from talentpack.core.lines import N_, Line, Number, line
from talentpack.core.values import Value

EXTENSION = "extension"


class Fees(Value, frozen=True, kw_only=True):
    """HKD, by the figures of the filing day: ``application`` and ``issue`` are for each of ``people``.

    ``issue_short`` is the issue fee of a short stay (180 days or fewer); ``total`` has the usual one.
    """

    people: int
    application: Decimal
    issue: Decimal
    issue_short: Decimal

    @property
    def total(self) -> Decimal:
        return self.people * (self.application + self.issue)


class Milestone(Value, frozen=True, kw_only=True):
    """A day to know of: ``id`` is permanent, ``label`` says what it is."""

    id: str
    label: Line
    date: date


def fees(case: Case) -> Fees | None:
    """For the applicant and all who apply together; None for an extension, whose fees are not published here."""
    if case.text("purpose") == EXTENSION:
        return None
    together = sum(each.yes_no("dependant.together") is not False for each in case.records("dependant"))
    return Fees(
        people=1 + together,
        application=case.amount("fee.application"),
        issue=case.amount("fee.issue"),
        issue_short=case.amount("fee.issue_short"),
    )


def milestones(case: Case, arrival: date | None = None) -> tuple[Milestone, ...]:
    """The days that can be reckoned, in order.

    ``arrival`` is the first day in Hong Kong; an extension's answers tell it. Of an entry the stay is then reckoned by
    the rules of the filing day for the case's route (none: not reckoned).
    """
    return tuple(sorted(_all(case, arrival), key=lambda each: each.date))


def _all(case: Case, arrival: date | None) -> Iterator[Milestone]:
    expires, granted = case.date("travel_document.expires"), case.date("extension.granted_on")
    if expires:
        yield Milestone(id="travel_document", label=line(N_("The travel document expires")), date=expires.latest)
    if case.text("purpose") != EXTENSION:
        weeks = case.amount("time.weeks")
        label = line(N_("A decision is normally made by now, {weeks} weeks after filing"), weeks=Number(value=weeks))
        yield Milestone(id="decision", label=label, date=case.day + timedelta(weeks=int(weeks)))
    arrived = arrival or (granted.earliest if granted else None)
    if arrived:
        days = timedelta(days=int(case.amount("time.identity_card")))
        yield Milestone(
            id="identity_card", label=line(N_("Last day to register for an identity card")), date=arrived + days
        )
    limit = _limit(case, arrived)
    if limit:
        yield from _window(window_of(case, limit))


def _limit(case: Case, arrived: date | None) -> date | None:
    """The limit answered; of an entry the end of the first stay, cut by the travel document."""
    answered, expires = case.date("extension.limit_of_stay"), case.date("travel_document.expires")
    if case.text("purpose") == EXTENSION:
        return answered.earliest if answered else None
    if arrived is None or case.route not in case.rules.scheme.routes:
        return None
    stay = add_months(arrived, int(case.amount("stay.first")))
    return min(stay, expires.latest) if expires else stay


def _window(window: Window) -> Iterator[Milestone]:
    days = Number(value=window.days)
    late = line(N_("From now on fewer than {days} days of the stay are left"), days=days)
    yield Milestone(id="window_opens", label=line(N_("An extension may be filed from now on")), date=window.opens)
    yield Milestone(id="window_late", label=late, date=window.late)
    yield Milestone(id="limit_of_stay", label=line(N_("The permitted stay ends")), date=window.limit)
