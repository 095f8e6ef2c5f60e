"""Facts by the names criteria.toml uses: the explicit tables, no registration at import."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from talentpack.core.case import Case
from talentpack.core.facts import (
    degrees,
    dependant_window,
    dependants,
    employer,
    extension,
    extension_window,
    freshness,
    identity,
    listing,
    overseas,
    passport,
    top_tier,
    verification,
    work,
)
from talentpack.core.facts.income import enough, shares, taxed, year
from talentpack.core.results import Result

FACTS: Mapping[str, Callable[[Case], Result]] = {
    "income.enough": enough.enough,
    "income.period": year.period,
    "income.shares": shares.shares,
    "income.taxed": taxed.taxed,
    "nationality.admissible": identity.nationality,
    "stay.first": identity.stay_first,
    "passport.valid": passport.passport,
    "overseas.chinese": overseas.overseas_chinese,
    "dependant.relation": dependants.relation,
    "dependant.nationality": dependants.nationality,
    "dependant.macao": dependants.macao,
    "dependant.overseas_chinese": dependants.overseas_chinese,
    "dependant.family": dependants.family,
    "dependant.window": dependant_window.window,
    "degree.level": degrees.level,
    "degree.completed": degrees.completed,
    "degree.recent": degrees.recent,
    "degree.mode": degrees.mode,
    "degree.honorary": degrees.honorary,
    "degree.extension": degrees.extension,
    "degree.listed": listing.listed,
    "degree.joint": listing.joint,
    "degree.verified": verification.verified,
    "degree.hk_non_local": verification.hk_non_local,
    "quota.places": degrees.quota,
    "work.three_years": work.three_years,
    "work.under_three_years": work.under_three_years,
    "extension.window": extension_window.window,
    "extension.basis": extension.basis,
    "extension.post": extension.post,
    "extension.pay": extension.pay,
    "extension.verified": extension.verified,
    "extension.top_tier": top_tier.standing,
    "rules.checked": freshness.checked,
}

# Yes/no facts that conditions name as ``fact.<name>``. One that misses answers raises Missing.
YES_NO: Mapping[str, Callable[[Case], bool | None]] = {
    "own_company": shares.own_company,
    "no_degree": degrees.none_entered,
    "joint_degree": listing.is_joint,
    "employer_exempt": employer.exempt,
    "employer_young": employer.young,
    "report_at_hand": extension.report_at_hand,
    "top_tier": top_tier.top_tier,
    "rules_may_change": freshness.may_change,
}

# Every word a fact can return; criteria.toml has a sentence for each (checked when the rules are read).
WORDS: Mapping[str, tuple[str, ...]] = {
    "income.enough": enough.ENOUGH,
    "income.period": year.PERIOD,
    "income.shares": shares.SHARES,
    "income.taxed": taxed.TAXED,
    "nationality.admissible": identity.NATIONALITY,
    "stay.first": identity.STAY_FIRST,
    "passport.valid": passport.PASSPORT,
    "overseas.chinese": overseas.OVERSEAS,
    "dependant.relation": dependants.RELATION,
    "dependant.nationality": dependants.NATIONALITY,
    "dependant.macao": dependants.MACAO,
    "dependant.overseas_chinese": dependants.OVERSEAS,
    "dependant.family": dependants.FAMILY,
    "dependant.window": dependant_window.WINDOW,
    "degree.level": degrees.LEVELS,
    "degree.completed": degrees.COMPLETED,
    "degree.recent": degrees.RECENT,
    "degree.mode": degrees.MODES,
    "degree.honorary": degrees.YES_NO,
    "degree.extension": degrees.YES_NO,
    "degree.listed": listing.STANDINGS,
    "degree.joint": listing.STANDINGS,
    "degree.verified": verification.VERIFIED,
    "degree.hk_non_local": verification.HK_NON_LOCAL,
    "quota.places": degrees.QUOTA,
    "work.three_years": work.THREE_YEARS,
    "work.under_three_years": work.UNDER_THREE_YEARS,
    "extension.window": extension_window.WINDOW,
    "extension.basis": extension.BASIS,
    "extension.post": extension.POST,
    "extension.pay": extension.PAY,
    "extension.verified": extension.VERIFIED,
    "extension.top_tier": top_tier.TOP_TIER,
    "rules.checked": freshness.CHECKED,
}
