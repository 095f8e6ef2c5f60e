"""Which proofs a case wants, and how each stands with the evidence assigned to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.conditions import holds
from talentpack.core.findings import Assessment, RouteResult
from talentpack.core.lines import N_, Item, Line, Several, line
from talentpack.core.look import YesNo, looker
from talentpack.core.plan import ProofState
from talentpack.core.rules import ProofRule, Rules
from talentpack.core.values import Value

APPLICANT = "applicant"
# The official languages of the Department: papers in others need a translation (rules.md, section 4).
READ_LANGUAGES = ("zh", "en")


class ProofRow(Value, frozen=True, kw_only=True):
    """One proof wanted for one thing. ``target`` is ``applicant``, ``income/r1``, ``dependant/r2`` …

    ``person`` is ``applicant`` or ``dependant/<id>``. ``evidence`` are the ids assigned. ``needs`` decide a *maybe*.
    """

    rule: ProofRule
    target: str
    person: str
    title: Line
    required: bool
    state: ProofState
    routes: tuple[str, ...]
    why: Line | None = None
    evidence: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class _Wish(NamedTuple):
    rule: ProofRule
    target: str
    route: str
    certain: bool
    needs: tuple[str, ...]


def proofs_wanted(
    answers: Answers, assessment: Assessment, rules: Rules, yes_no: YesNo, unusable: Mapping[str, Line]
) -> tuple[ProofRow, ...]:
    """Every proof the case wants, in the official order, person by person.

    ``unusable`` says of an evidence id why its file cannot be used. Without a route answered the proofs of all routes
    are listed together; one is required when every route not ruled out wants it.
    """
    case = Case(answers, assessment.on, rules)
    wishes: dict[tuple[str, str], list[_Wish]] = {}
    for result in assessment.routes:
        for wish in _wishes(case.on_route(result.route), result, yes_no):
            wishes.setdefault((wish.rule.id, wish.target), []).append(wish)
    still_open = {result.route for result in assessment.routes if result.verdict != "not_met"}
    routes = still_open or {result.route for result in assessment.routes}
    rows = [_row(case, group, routes, unusable) for group in wishes.values()]
    people = [APPLICANT, *(f"dependant/{record}" for record in answers.ids("dependant"))]
    return tuple(sorted(rows, key=lambda row: (people.index(row.person), rules.proofs.index(row.rule))))


def _wishes(case: Case, result: RouteResult, yes_no: YesNo) -> Iterator[_Wish]:
    for rule in case.rules.proofs:
        if (rule.since and case.day < rule.since) or (rule.until and case.day >= rule.until):
            continue
        for focused, target in _targets(case, rule, result):
            own = rule.per if rule.per != APPLICANT else ""
            truth = holds(rule.when, looker(focused, yes_no, own))
            if truth.known is not False:
                yield _Wish(rule, target, case.route, bool(truth.known), truth.needs)


def _targets(case: Case, rule: ProofRule, result: RouteResult) -> Iterator[tuple[Case, str]]:
    if rule.per == APPLICANT:
        yield case, APPLICANT
        return
    for record in case.answers.ids(rule.per):
        target = f"{rule.per}/{record}"
        # Proofs of a degree are for the one the route is assessed with.
        if rule.per not in case.rules.scheme.best_of.values() or target == result.record:
            yield case.at(rule.per, record), target


def _row(case: Case, wishes: list[_Wish], routes: set[str], unusable: Mapping[str, Line]) -> ProofRow:
    first = wishes[0]
    wanted = {wish.route for wish in wishes if wish.certain}
    must = {wish.route for wish in wishes if wish.certain and wish.rule.required == "yes"}
    evidence = assigned(case.answers, first.rule.id, first.target)
    state, why = _state(case.answers, first, evidence, unusable)
    if not wanted and state == "missing":
        state, why = "maybe", line(N_("Wanted or not: an answer decides it."))
    return ProofRow(
        rule=first.rule,
        target=first.target,
        person=first.target if first.rule.per == "dependant" else APPLICANT,
        title=_titled(case, first),
        required=bool(wanted) and must >= routes,
        state=state,
        routes=tuple(dict.fromkeys(wish.route for wish in wishes)),
        why=why,
        evidence=evidence,
        needs=tuple(dict.fromkeys(need for wish in wishes for need in wish.needs)) if not wanted else (),
    )


def assigned(answers: Answers, proof: str, target: str) -> tuple[str, ...]:
    """The evidence given for a proof and target; one that names no target serves the applicant or the only record."""
    return tuple(
        each
        for each in answers.ids("evidence")
        if answers.text(f"evidence/{each}/proof") == proof and target in targets_of(answers, each, target)
    )


def targets_of(answers: Answers, evidence: str, default: str = APPLICANT) -> tuple[str, ...]:
    """What an evidence item proves; when it does not say, ``default`` if that is the applicant or the only record."""
    named = answers.get(f"evidence/{evidence}/for")
    if isinstance(named, list):
        return tuple(str(each) for each in named)
    listed = default.split("/", maxsplit=1)[0]
    return (default,) if default == APPLICANT or len(answers.ids(listed)) == 1 else ()


def _titled(case: Case, wish: _Wish) -> Line:
    """The proof's title with the record's own answers in its places."""
    below: dict[str, Item] = {
        name.replace("/", "."): value if isinstance(value, str) else Several(items=tuple(str(item) for item in value))
        for name, value in case.answers.below(wish.target).items()
        if isinstance(value, str | list)
    }
    places: dict[str, Item] = {name: line(N_("(not named yet)")) for name in ("payer", "employer", "title", "surname")}
    return Line(template=wish.rule.title.template, context=wish.rule.title.context, values={**places, **below})


def _state(
    answers: Answers, wish: _Wish, evidence: tuple[str, ...], unusable: Mapping[str, Line]
) -> tuple[ProofState, Line | None]:
    if not evidence:
        reason = not_applicable(answers, wish.rule.id, wish.target)
        if reason:
            return "not_applicable", line(N_("{reason}"), reason=reason)
        return "missing", None
    usable = [each for each in evidence if each not in unusable]
    if not usable:
        return "unusable", unusable[evidence[0]]
    present = {answers.text(f"evidence/{each}/part") for each in usable}
    lacking = [part for part in wish.rule.parts if part not in present]
    if lacking:
        return "incomplete", _PARTS[lacking[0]]
    return _translated(answers, usable)


_PARTS: Mapping[str, Line] = {
    "certificate": line(N_("The certificate itself is missing, or no file is marked as the certificate.")),
    "transcript": line(N_("The transcript is missing, or no file is marked as the transcript.")),
}


def _translated(answers: Answers, evidence: list[str]) -> tuple[ProofState, Line | None]:
    foreign = [each for each in evidence if is_foreign(answers.text(f"evidence/{each}/language"))]
    if any(not answers.text(f"evidence/{each}/translation") for each in foreign):
        return "needs_translation", line(N_("It is in neither Chinese nor English: a certified translation is wanted."))
    if any(answers.text(f"evidence/{each}/certified_by") in ("", "none") for each in foreign):
        return "needs_certificate", line(N_("The translation names no certified translator."))
    return "attached", None


def is_foreign(language: str) -> bool:
    """Whether a paper's language (BCP 47) is neither Chinese nor English; an unanswered one is not known to be."""
    return bool(language) and language.replace("_", "-").split("-", maxsplit=1)[0].lower() not in READ_LANGUAGES


def not_applicable(answers: Answers, proof: str, target: str) -> str:
    """The reason given for a proof that does not apply; empty when none was given."""
    for each in answers.ids("not_applicable"):
        base = f"not_applicable/{each}"
        named = answers.get(f"{base}/for")
        targets = named if isinstance(named, list) else [named] if named else [target]
        if answers.text(f"{base}/proof") == proof and target in targets:
            return answers.text(f"{base}/reason")
    return ""
