"""Makes the plan of a pack: what was assessed, what is wanted and attached, what the letter says and where it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from talentpack import assets
from talentpack.app.composing import Matter, category, claims_in, compose
from talentpack.app.exhibiting import checklist_of, exhibits_of, slots_of
from talentpack.app.people import people_of
from talentpack.app.warning import warnings_of
from talentpack.app.world import World
from talentpack.content.letters import read_letter
from talentpack.core.answers import Answers, to_path
from talentpack.core.case import Case
from talentpack.core.claims import cites_of
from talentpack.core.exhibits import Exhibit
from talentpack.core.findings import Assessment, IncomeTable, RouteResult
from talentpack.core.lines import N_, Cite, Claim, Line, Money, line
from talentpack.core.papers import Intake
from talentpack.core.plan import ClaimCited, Letter, PackPlan
from talentpack.core.questions import Forms
from talentpack.core.rules import Scheme

LANGUAGE = "en"
# The letter of a purpose; without one of its own, the cover letter of an entry.
_LETTERS = {"extension": "extension.toml"}
_COVER = "cover.toml"


def plan_pack(
    world: World, answers: Answers, day: date, taken: Mapping[str, Intake], cleaned: Path, logo: bytes = b""
) -> PackPlan:
    """The plan for a case on ``day``. ``taken`` is its evidence by key, ``cleaned`` where the copies stand; ``logo`` is a picture.

    Raises Refused when page ranges do not fit their file.
    """
    assessment = world.assess(answers, day)
    rows = world.proofs(answers, assessment)
    answers = world.used(answers, day)
    exhibits = exhibits_of(answers, rows, world.rules, taken, cleaned)
    result = _letters_result(assessment)
    income = _income(assessment)
    route = result.route if result else ""
    matter = Matter(
        case=Case(answers, day, world.rules, route),
        forms=world.forms,
        result=result,
        people=people_of(answers, world.forms),
        exhibits=exhibits,
        income=income,
        yes_no=world.yes_no,
        logo=logo,
    )
    letter_file = _LETTERS.get(assessment.purpose, _COVER)
    letter = compose(read_letter(assets.resources() / "letters" / letter_file), matter)
    claims = tuple(_claims(letter, income, answers, exhibits, world.forms))
    language = answers.text("pack/language") or LANGUAGE
    return PackPlan(
        scheme=world.rules.scheme.id,
        purpose=assessment.purpose,
        day=day,
        route=assessment.routes[0].route if len(assessment.routes) == 1 else "",
        language=language,
        letter_language=answers.text("pack/letter_language") or language,
        title=_title(world.rules.scheme, route),
        people=matter.people,
        sections=world.rules.scheme.sections,
        exhibits=exhibits,
        checklist=checklist_of(rows, exhibits),
        assessment=assessment,
        income=income,
        income_cites=_income_cites(income, answers, exhibits),
        letter=letter,
        claims=claims,
        slots=slots_of(rows, exhibits, world.rules),
        warnings=tuple(warnings_of(assessment, rows, answers, exhibits, claims, taken)),
    )


def _title(scheme: Scheme, route: str) -> Line:
    """What is applied for: a purpose that is a route of its own, or the scheme and the category."""
    return scheme.purposes.get(route) or line(N_("{scheme}, {category}"), scheme=scheme.title, category=category(route))


def _letters_result(assessment: Assessment) -> RouteResult | None:
    """The route a letter speaks for: the one answered, else the first that stands best."""
    order = ("met", "advice", "not_yet_known", "not_met")
    return min(assessment.routes, key=lambda result: order.index(result.verdict), default=None)


def _income(assessment: Assessment) -> IncomeTable | None:
    tables = (finding.table for result in assessment.routes for finding in result.findings)
    return next((table for table in tables if table is not None), None)


def _income_cites(
    income: IncomeTable | None, answers: Answers, exhibits: tuple[Exhibit, ...]
) -> dict[str, tuple[Cite, ...]]:
    rows = income.rows if income else ()
    return {row.record: cites_of(f"income/{row.record}/amount", answers, exhibits) for row in rows}


def _claims(
    letter: Letter, income: IncomeTable | None, answers: Answers, exhibits: tuple[Exhibit, ...], forms: Forms
) -> Iterator[ClaimCited]:
    """Every claim of the letter and each figure of the income table, once."""
    claims = {claim.address: claim for claim in claims_in(letter)}
    for row in income.rows if income else ():
        address = f"income/{row.record}/amount"
        if row.amount is not None and row.counts == "yes":
            value = Money(amount=row.amount, currency=row.currency or "HKD")
            claims[address] = Claim(address=address, value=value, cites=cites_of(address, answers, exhibits))
    for address, claim in claims.items():
        pinned = any(cite.page is not None for cite in claim.cites)
        yield ClaimCited(claim=claim, label=_label(forms, answers, address), pinned=pinned)


def _label(forms: Forms, answers: Answers, address: str) -> Line:
    question = forms.question(address)
    path = to_path(answers, address)
    return (
        line(N_("{question} ({path})"), question=question.label, path=path)
        if question
        else line(N_("{path}"), path=path)
    )
