"""Who may come along: the rules for each dependant on entry (rules.md, "Dependants' rules"). The record is in focus."""

from __future__ import annotations

from itertools import product

from talentpack.core.case import Case
from talentpack.core.dates import PartialDate, add_months
from talentpack.core.facts.possible import in_order, missing, options, shown
from talentpack.core.lines import Country, Day, Item, Number
from talentpack.core.results import Missing, OneOf

RELATION = ("spouse", "partner", "child", "not_recognised", "not_admitted")
NATIONALITY = ("admitted", "excluded")
MACAO = ("permit", "settled", "refused")
OVERSEAS = ("permanent", "year", "sponsor", "too_short")
FAMILY = ("noted",)

_PRC = "CN"
_HOME = ("CN", "HK", "MO", "TW")


def relation(case: Case) -> OneOf:
    """Spouse, partner recognised where the union was celebrated, child; nobody else. Raises Missing."""
    said = str(case.need("dependant.relation"))
    if said != "partner":
        return OneOf(words=(said if said in RELATION else "not_admitted",))
    if case.need("dependant.recognised_where_celebrated"):
        return OneOf(words=("partner",))
    return OneOf(words=("not_recognised",))


def nationality(case: Case) -> OneOf:
    """Whether a dependant's nationality is admitted; the list is shorter than the applicants'. Raises Missing."""
    own = str(case.need("dependant.nationality"))
    word = "excluded" if own in case.codes("dependant.excluded") else "admitted"
    return OneOf(words=(word,), values={"nationality": Country(code=own)})


def macao(case: Case) -> OneOf:
    """A former Mainland resident in Macao: seven years of its identity card, or the One-way Permit. Raises Missing."""
    years = case.decimal("dependant.macao_id_years")
    permit = case.yes_no("dependant.one_way_permit")
    if years is not None and years >= case.amount("dependant.macao"):
        return OneOf(words=("settled",), values={"years": Number(value=years)})
    if permit:
        return OneOf(words=("permit",))
    if years is None or permit is None:
        raise Missing(*missing(case, "dependant.macao_id_years", "dependant.one_way_permit"))
    return OneOf(words=("refused",), values={"years": Number(value=years)})


def overseas_chinese(case: Case) -> OneOf:
    """Permanent residence overseas; or a year overseas, with a sponsor of whom the same is true."""
    since = case.date("dependant.overseas_since")
    words = {
        _word(permanent=permanent, year=year, sponsor=sponsor)
        for permanent, year, sponsor in product(
            options(case.yes_no("dependant.overseas_permanent_resident")), _reached(case, since), _sponsor(case)
        )
    }
    needs: tuple[str, ...] = ()
    if len(words) > 1:
        needs = missing(case, "dependant.overseas_permanent_resident", "dependant.overseas_since")
        needs += _asked_of_sponsor(case)
    values: dict[str, Item] = {}
    if since is not None:
        reached = add_months(since.latest, int(case.amount("overseas.year")) * 12)
        values = {"since": shown(since), "reached": Day(date=reached)}
    return OneOf(words=in_order(words, OVERSEAS), needs=needs, vague=len(words) > 1 and not needs, values=values)


def family(_: Case) -> OneOf:
    """What is noted for every family and decided by the Department alone."""
    return OneOf(words=FAMILY)


def _word(*, permanent: bool, year: bool, sponsor: bool) -> str:
    if permanent:
        return "permanent"
    if not year:
        return "too_short"
    return "year" if sponsor else "sponsor"


def _reached(case: Case, since: PartialDate | None) -> set[bool]:
    if since is None:
        return {True, False}
    months = int(case.amount("overseas.year")) * 12
    return {add_months(day, months) <= case.day for day in (since.earliest, since.latest)}


def _sponsor(case: Case) -> set[bool]:
    """Whether the applicant is a PRC passport holder a year overseas, as far as is known."""
    if case.text("applicant.nationality") not in ("", _PRC) or case.text("applicant.residence") in _HOME:
        return {False}
    if case.yes_no("background.overseas_chinese") is False:
        return {False}
    year = _reached(case, case.date("background.overseas_since"))
    return year if year == {False} or not _asked_of_sponsor(case) else {True, False}


def _asked_of_sponsor(case: Case) -> tuple[str, ...]:
    return missing(
        case,
        "applicant.nationality",
        "applicant.residence",
        "background.overseas_chinese",
        "background.overseas_since",
    )
