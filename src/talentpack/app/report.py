"""An assessment as the machine output of vocabulary.md: plain values ready for JSON."""

from __future__ import annotations

from typing import Any

from talentpack.core.answers import Answers, to_path
from talentpack.core.figures import Source
from talentpack.core.findings import Assessment, Finding
from talentpack.core.outlook import Fees, Milestone
from talentpack.core.proofs import ProofRow
from talentpack.core.words import Words

Json = dict[str, Any]


def assessment_json(assessment: Assessment, rows: tuple[ProofRow, ...], answers: Answers, words: Words) -> Json:
    """The object ``check --json`` prints."""
    return {
        "scheme": assessment.scheme,
        "purpose": assessment.purpose,
        "on": assessment.on.isoformat(),
        "rules_from": assessment.rules_since.isoformat(),
        "rules_checked": assessment.rules_checked.isoformat(),
        "routes": {
            result.route: {
                "verdict": result.verdict,
                **({"record": to_path(answers, result.record)} if result.record else {}),
                "findings": [finding_json(finding, answers, words) for finding in result.findings],
            }
            for result in assessment.routes
        },
        "dependants": [
            {
                "ref": to_path(answers, person.ref),
                "verdict": person.verdict,
                "findings": [finding_json(finding, answers, words) for finding in person.findings],
            }
            for person in assessment.dependants
        ],
        "proofs": [proof_json(row, answers, words) for row in rows],
    }


def outlook_json(fees: Fees | None, dates: tuple[Milestone, ...], words: Words) -> Json:
    """``fees`` in HKD, null for an extension; ``dates`` in order."""
    return {
        "fees": fees
        and {
            "people": fees.people,
            "application": str(fees.application),
            "issue": str(fees.issue),
            "issue_short": str(fees.issue_short),
            "total": str(fees.total),
        },
        "dates": [{"id": each.id, "date": each.date.isoformat(), "text": words.say(each.label)} for each in dates],
    }


def finding_json(finding: Finding, answers: Answers, words: Words) -> Json:
    """One finding; ``needs`` as `set` takes them."""
    figure = finding.figure
    shown = figure and {"id": figure.id, "value": figure.value, "from": figure.since.isoformat()}
    return {
        "criterion": finding.criterion,
        "title": words.say(finding.title),
        "outcome": finding.outcome,
        "reason": words.say(finding.reason),
        "working": [words.say(step) for step in finding.working],
        "needs": [to_path(answers, need) for need in finding.needs],
        "figure": shown,
        "source": source_json(finding.source),
        "also": [source_json(source) for source in finding.also],
        **finding.numbers,
    }


def source_json(source: Source) -> Json:
    return {
        "title": source.title,
        "address": source.address,
        "grade": source.grade,
        "checked": source.checked.isoformat(),
    }


def proof_json(row: ProofRow, answers: Answers, words: Words) -> Json:
    """One proof wanted. ``why`` is empty where there is nothing to say."""
    return {
        "proof": row.rule.id,
        "for": to_path(answers, row.target),
        "person": to_path(answers, row.person),
        "title": words.say(row.title),
        "required": row.required,
        "state": row.state,
        "why": words.say(row.why) if row.why else "",
        "routes": list(row.routes),
        "needs": [to_path(answers, need) for need in row.needs],
        "evidence": [to_path(answers, f"evidence/{each}") for each in row.evidence],
    }
