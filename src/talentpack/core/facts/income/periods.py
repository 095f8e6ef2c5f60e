"""How the period of an income stands to "the year immediately preceding the date of application".

The year is not defined for salary, so two readings are allowed: the twelve months before filing, and the last closed
tax year of the payer's country (rules.md, "The year").
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from talentpack.core.case import Case
from talentpack.core.dates import add_months, day_before
from talentpack.core.facts.income import tax_years
from talentpack.core.facts.income.tax_years import Period
from talentpack.core.lines import N_, Line, line

TWELVE = "twelve"
TAX = "tax"


class Standing(NamedTuple):
    """``fits``: the readings the period fits without doubt. None and ``counts``: it counts, with advice."""

    counts: bool
    fits: frozenset[str]
    note: Line
    company: bool = False

    @property
    def clean(self) -> bool:
        return bool(self.fits)

    @property
    def doubtful(self) -> bool:
        return self.counts and not self.fits


class Dated(NamedTuple):
    """A period to be judged: on which filing day, for which tax years (empty: not known), on which basis."""

    case: Case
    period: Period
    start: str
    tax_basis: bool

    @property
    def day(self) -> date:
        return self.case.day

    def ended_within(self, figure: str) -> bool:
        """Whether the period ended within so many months before filing."""
        return self.period.last >= add_months(self.day, -int(self.case.amount(figure)))

    @property
    def too_long(self) -> bool:
        return self.period.last >= add_months(self.period.first, int(self.case.amount("income.longest")))

    @property
    def full_year(self) -> bool:
        """Twelve months, or a little more."""
        return self.period.last >= day_before(add_months(self.period.first, 12)) and not self.too_long

    @property
    def fits(self) -> frozenset[str]:
        """The readings whose days hold the whole period."""
        twelve = Period(add_months(self.day, -12), self.day)
        found = {TWELVE} if self.period.inside(twelve) else set()
        if self.start and self.period.inside(tax_years.last_closed(self.day, self.start)):
            found.add(TAX)
        return frozenset(found)


def salary(dated: Dated) -> Standing:
    """Salary, allowance, bonus, stock options."""
    if dated.period.last > dated.day:
        return _doubtful(N_("it ends after the filing day"))
    if dated.tax_basis and not _of_the_country(dated):
        return _other_year(dated)
    if dated.fits:
        return _clean(dated.fits)
    return _closed_year(dated) if dated.tax_basis else _by_its_end(dated)


def company(dated: Dated) -> Standing:
    """Profit of an own company: a full assessment year is wanted, closed within the last eighteen months."""
    if dated.period.last > dated.day:
        return _doubtful(N_("it ends after the filing day"))
    if dated.tax_basis and dated.full_year and dated.ended_within("income.company_year"):
        return Standing(True, dated.fits | {TAX}, line(N_("a closed year of the company")))
    lately = dated.ended_within("income.company_year") and (dated.full_year or dated.tax_basis)
    if lately or dated.fits or dated.ended_within("income.ended_before"):
        return Standing(True, frozenset(), line(N_("a full assessment year of the company is wanted")), company=True)
    return _left_out(N_("it ended too long before filing"))


def _of_the_country(dated: Dated) -> bool:
    """Whether the period lies inside one tax year of the country."""
    return bool(dated.start) and dated.period.inside(tax_years.year_of(dated.period.first, dated.start))


def _other_year(dated: Dated) -> Standing:
    """Called a tax year, but none of the country's, or the country's is not known: taken as a year of its own kind.

    Of those the last closed one counts, and the one before while the last may not be assessed yet.
    """
    if dated.period.last < add_months(dated.day, -12 - int(dated.case.amount("income.unassessed"))):
        return _left_out(N_("it ended too long before filing"))
    if dated.start:
        return _doubtful(N_("it is not a tax year of the place that paid it"))
    return _doubtful(N_("the tax year of the place that paid it is not known to this program"))


def _closed_year(dated: Dated) -> Standing:
    """A tax year of the country that is not the last closed one."""
    closed = tax_years.last_closed(dated.day, dated.start)
    before = tax_years.year_before(closed, dated.start)
    lately = add_months(closed.last, int(dated.case.amount("income.unassessed"))) >= dated.day
    if lately and dated.period.inside(before):
        return _doubtful(N_("the tax year before the last closed one, whose assessment may not exist yet"))
    return _left_out(N_("an earlier tax year than the last closed one"))


def _by_its_end(dated: Dated) -> Standing:
    if dated.too_long and dated.ended_within("income.ended_before"):
        return _doubtful(N_("it is longer than thirteen months"))
    if dated.ended_within("income.ended_lately"):
        return _clean(frozenset({TWELVE}))
    if dated.ended_within("income.ended_before"):
        return _doubtful(N_("it ended more than a month before filing"))
    return _left_out(N_("it ended too long before filing"))


_FITTING = {
    frozenset({TWELVE}): line(N_("of the twelve months before filing")),
    frozenset({TAX}): line(N_("of the last closed tax year")),
    frozenset({TWELVE, TAX}): line(N_("of the twelve months before filing, and of the last closed tax year")),
}

# How an income may stand whose days are not answered.
ANYHOW = (
    *(Standing(True, fits, note) for fits, note in _FITTING.items()),
    Standing(True, frozenset(), line(N_("its period fits no reading of the year exactly"))),
    Standing(False, frozenset(), line(N_("its period lies outside the year before filing"))),
)


def _clean(fits: frozenset[str]) -> Standing:
    return Standing(True, fits, _FITTING[fits])


def _doubtful(note: str) -> Standing:
    return Standing(True, frozenset(), line(note))


def _left_out(note: str) -> Standing:
    return Standing(False, frozenset(), line(note))
