from collections.abc import Mapping

import msgspec
import pytest
from tests.content.shipped import forms, rules

from talentpack import assets
from talentpack.content.audit import audit
from talentpack.content.audit_use import figures_in_facts
from talentpack.content.forms import read_forms
from talentpack.content.letters import read_letter
from talentpack.content.timeline import read_timeline
from talentpack.core import conditions
from talentpack.core.facts import FACTS
from talentpack.core.letters import LetterRule
from talentpack.core.lines import Line
from talentpack.core.timeline import Timeline

RESOURCES = assets.resources()


def timeline() -> Timeline:
    return read_timeline(RESOURCES / "schemes" / "ttps", rules())


def letters() -> Mapping[str, LetterRule]:
    return {path.name: read_letter(path) for path in (RESOURCES / "letters").glob("*.toml")}


def refs(changed=None, asked=None, facts=frozenset(FACTS), said=None):
    found = audit(changed or rules(), asked or forms(), facts, timeline(), said or letters())
    return {(problem.code, problem.ref) for problem in found}


def replaced(value, **fields):
    return msgspec.structs.replace(value, **fields)


def test_all_shipped_data_leads_somewhere_and_is_used():
    assert refs() == set()
    assert refs(asked=read_forms(assets.forms(), "ttps", "extension")) == set()


def test_figures_that_only_facts_read_count_as_used():
    assert {"work.window", "income.tax_years", "income.unassessed"} <= figures_in_facts()


def with_criterion(**fields):
    first, *rest = rules().criteria
    return replaced(rules(), criteria=(replaced(first, **fields), *rest))


def where(name, by="is", value="A"):
    return conditions.Test(name=name, by=by, value=value)


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (where("rute"), "data.unknown"),
        (where("route", value="D"), "audit.value"),
        (where("route", "one_of", ("A", "D")), "audit.value"),
        (where("applicant.in_hong_kong", value="yes"), "audit.value"),
        (where("applicant.nationality", value="UK"), "audit.value"),
        (where("fact.nothing", value=True), "data.unknown"),
        (conditions.Not(part=conditions.All(parts=(where("income.knd", "given", True),))), "data.unknown"),
    ],
)
def test_a_condition_that_can_never_mean_anything_is_found(condition, code):
    ref = f"criteria.toml {rules().criteria[0].id}.concerns"
    assert (code, ref) in refs(with_criterion(concerns=condition))


@pytest.mark.parametrize(
    "condition",
    [where("income", "given", True), where("level", value="bachelor"), where("degree.level", value="bachelor")],
)
def test_a_condition_may_name_lists_and_the_record_a_route_rests_on(condition):
    first = rules().criteria[0].id
    assert not any(first in ref for code, ref in refs(with_criterion(concerns=condition)) if code != "audit.unused")


def test_what_nothing_uses_is_found():
    fewer = replaced(rules(), criteria=rules().criteria[1:], proofs=rules().proofs[1:])
    extra = replaced(rules().figures["fee.issue"], id="fee.other")
    more = replaced(fewer, figures={**fewer.figures, "fee.other": extra})
    found = refs(more)
    assert ("audit.unused", 'figures.toml figure."fee.other"') in found
    assert ("audit.unused", f"criteria.toml fact {rules().criteria[0].fact}") in found


def test_a_fact_a_slot_and_a_source_can_be_unused():
    slot = replaced(rules().slots["photo"], id="spare")
    source = replaced(next(iter(rules().sources.values())), id="spare", address=" ")
    more = replaced(rules(), slots={**rules().slots, "spare": slot}, sources={**rules().sources, "spare": source})
    assert refs(more, facts=frozenset(FACTS) | {"spare"}) >= {
        ("audit.unused", "portal.toml slot.spare"),
        ("audit.unused", "figures.toml source.spare"),
        ("audit.unused", "criteria.toml fact spare"),
        ("audit.source", "figures.toml source.spare"),
    }


def test_an_unknown_fact_or_answer_is_found():
    assert any(code == "data.unknown" for code, _ in refs(with_criterion(fact="no.such")))
    assert any(code == "data.unknown" for code, _ in refs(with_criterion(answer="applicant.shoe", fact="")))


def test_a_silent_criterion_is_found():
    first = rules().criteria[0]
    silent = with_criterion(words={}, title=Line(template=" "))
    assert {ref for code, ref in refs(silent) if code == "audit.silent"} >= {
        f"criteria.toml {first.id}.title",
        f"criteria.toml {first.id}.enough",
    }


def test_a_proof_without_a_place_is_found():
    first, *rest = rules().proofs
    assert ("audit.place", "proofs.toml photo") in refs(replaced(rules(), proofs=(replaced(first, section="Z"), *rest)))
    titled = replaced(first, title=Line(template="Photograph of {payer}"))
    assert ("data.unknown", "proofs.toml photo.title") in refs(replaced(rules(), proofs=(titled, *rest)))


def test_a_route_without_criteria_is_found():
    routes = {**rules().scheme.routes, "D": Line(template="D")}
    more = replaced(rules(), scheme=replaced(rules().scheme, routes=routes))
    assert ("audit.route", "criteria.toml routes.D") in refs(more)


def test_a_question_and_a_letter_that_name_nothing_are_found():
    page, *rest = forms().pages
    asked = replaced(forms(), pages=(replaced(page, when=where("rute")), *rest))
    assert ("data.unknown", f"page {page.id} when") in refs(asked=asked)
    letter = letters()["cover.toml"]
    said = replaced(letter.paragraphs[0], text=Line(template="{claim:applicant.shoe}"))
    assert ("data.unknown", "cover.toml paragraph[0].text") in refs(
        said={"cover.toml": replaced(letter, paragraphs=(said,))}
    )
