from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from tests.cli.cases import A, B, case, output_of, run

FINDING = {
    "criterion": str,
    "title": str,
    "outcome": str,
    "reason": str,
    "working": list,
    "needs": list,
    "source": dict,
    "also": list,
}
SOURCE = {"title": str, "address": str, "grade": str, "checked": str}
PROOF = {"proof": str, "for": str, "person": str, "required": bool, "state": str, "why": str}
OUTCOMES = {"met", "not_met", "not_yet_known", "advice", "noted"}


def holds(value: dict[str, object], shape: dict[str, type]) -> bool:
    return all(isinstance(value.get(key), kind) for key, kind in shape.items())


@pytest.fixture(scope="module")
def checked():
    return output_of("check", A, "--json")


def findings(checked):
    for result in (*checked["routes"].values(), *checked["dependants"]):
        yield from result["findings"]


def test_the_head_says_which_rules_were_used(checked):
    assert {key: checked[key] for key in ("scheme", "purpose", "on")} == {
        "scheme": "ttps",
        "purpose": "entry",
        "on": "2026-11-22",
    }
    for key in ("rules_from", "rules_checked"):
        assert datetime.strptime(checked[key], "%Y-%m-%d").replace(tzinfo=UTC)
    assert checked["rules_from"] <= checked["on"]


def test_every_finding_has_every_key(checked):
    seen = list(findings(checked))
    assert len(seen) > 15
    for finding in seen:
        assert holds(finding, FINDING), finding
        assert finding["outcome"] in OUTCOMES
        assert all(holds(source, SOURCE) for source in (finding["source"], *finding["also"])), finding
        assert "figure" in finding


def test_the_income_is_added_up(checked):
    (enough,) = (each for each in findings(checked) if each["criterion"] == "income.enough")
    assert Decimal(enough["total_hkd"]) == Decimal("3706312.50")
    assert "3,706,312.50" in enough["working"][-1]
    assert enough["figure"] == {"id": "income.threshold", "value": "2500000", "from": "2022-12-28"}


def test_dependants_are_named_by_their_place(checked):
    assert [person["ref"] for person in checked["dependants"]] == ["dependant[0]", "dependant[1]"]
    assert {person["verdict"] for person in checked["dependants"]} == {"met"}


def test_every_proof_has_every_key(checked):
    assert len(checked["proofs"]) == 14
    assert all(holds(proof, PROOF) for proof in checked["proofs"])
    assert {proof["state"] for proof in checked["proofs"]} == {"attached"}
    (share,) = (proof for proof in checked["proofs"] if proof["proof"] == "ownership")
    assert (share["for"], share["person"]) == ("income[3]", "applicant")


def test_work_is_counted_in_days_and_months():
    work = [each for each in findings(output_of("check", B, "--json")) if each["criterion"].startswith("work.")]
    assert [(each["days"], each["months"]) for each in work] == [(1789, 58)]


def test_needs_are_written_as_in_the_file(tmp_path):
    checked = output_of("check", case(tmp_path, "taxable = true\n"), "--json")
    needs = {need for finding in findings(checked) for need in finding["needs"]}
    assert "income[0].taxable" in needs
    assert "applicant.nationality" in needs
    assert not {need for need in needs if "/" in need}


def test_without_a_route_all_three_are_assessed(tmp_path):
    assert list(output_of("check", case(tmp_path, 'route = "A"\n'), "--json")["routes"]) == ["A", "B", "C"]


@pytest.mark.parametrize(("amount", "verdict"), [("2499999.99", "not_met"), ("2500000.00", "not_yet_known")])
def test_whatever_the_verdict_the_exit_is_0(tmp_path, amount, verdict):
    checked = output_of("check", case(tmp_path, "3120500.00", amount), "--json")
    assert checked["routes"]["A"]["verdict"] == verdict


def test_a_day_on_the_command_line_beats_the_file(tmp_path):
    file = case(tmp_path)
    assert output_of("check", file, "--json", "--on", "2026-06-01")["on"] == "2026-06-01"
    assert output_of("check", file, "--json")["on"] == "2026-11-22"


def test_without_a_day_it_is_today(tmp_path):
    file = case(tmp_path, "filing_date = 2026-11-22\n")
    days = {datetime.now().astimezone().date().isoformat()}
    on = output_of("check", file, "--json")["on"]
    assert on in days | {datetime.now().astimezone().date().isoformat()}


def test_a_paper_that_is_not_there_cannot_be_used(tmp_path):
    file = case(tmp_path)
    (tmp_path / "paper.pdf").unlink()
    (proof,) = (each for each in output_of("check", file, "--json")["proofs"] if each["proof"] == "income_proof")
    assert proof["state"] == "unusable"
    assert "no such file" in proof["why"]
    said = run("check", file).stdout
    assert "Cannot be used" in said
    assert "paper.pdf" in said


def test_check_looks_at_no_paper(tmp_path):
    file = case(tmp_path, paper=b"not a document")
    assert output_of("check", file, "--json")["proofs"]


def test_the_report_begins_with_a_summary():
    said = run("check", A).stdout.splitlines()
    assert said[0] == "Applicant CHAN Siu Ming 陳小明"
    assert [line.split() for line in said[3:7]] == [
        ["Category", "A", "Meets", "the", "published", "criteria"],
        ["Spouse", "MUSTERMANN", "Erika", "Meets", "the", "published", "criteria"],
        ["Child", "CHAN", "Lena", "陳樂娜", "Meets", "the", "published", "criteria"],
        ["Proofs", "Attached", "14"],
    ]


def test_the_report_says_everything_the_machine_output_says(checked):
    said = run("check", A).stdout
    for finding in findings(checked):
        assert finding["title"] in said
        assert finding["reason"] in said
        assert finding["source"]["title"] in said
        assert all(step in said for step in finding["working"])
    assert all(proof["title"] in said for proof in checked["proofs"])
    assert "dependant[" not in said


def test_every_number_of_a_source_is_in_the_list(checked):
    told = run("check", A).stdout
    report, sources = told.split("\nSources\n")
    for finding in findings(checked):
        number = sources.split(finding["source"]["title"])[0].split("[")[-1].split("]")[0]
        assert f"{finding['title']} [{number}]" in report


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Category A"), ("zh_Hant", "A類：符合已公布的準則"), ("zh_Hans", "A类：")]
)
def test_the_language_may_be_asked_for_anywhere(language, word):
    asked = [
        run("--lang", language, "check", A),
        run("check", "--lang", language, A),
        run("check", A, "--lang", language),
    ]
    assert {result.exit_code for result in asked} == {0}
    assert len({result.stdout for result in asked}) == 1
    assert word in asked[0].stdout


def test_what_a_machine_reads_is_never_translated(checked):
    translated = output_of("check", A, "--json", "--lang", "zh_Hant")
    assert translated != checked
    for one, other in zip(findings(checked), findings(translated), strict=True):
        assert (one["criterion"], one["outcome"], one["needs"]) == (
            other["criterion"],
            other["outcome"],
            other["needs"],
        )


def test_the_language_of_the_system_is_the_usual(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_HK.UTF-8")
    assert "A類" in run("check", A).stdout


def test_a_filing_date_is_a_date_of_the_file(tmp_path):
    assert tomllib.loads(case(tmp_path).read_text("utf-8"))["filing_date"].isoformat() == "2026-11-22"
