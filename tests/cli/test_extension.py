"""An extension of stay on the command line: assessed as one route, and built into a pack that verifies."""

from __future__ import annotations

import pytest
from tests.cli.cases import PAPER, output_of, run

CASE = """
scheme = "ttps"
purpose = "extension"
filing_date = 2026-11-22

[applicant]
surname = "Lim"
given_names = "Wei Jie"
in_hong_kong = true
hk_identity_card = "A123456(7)"

[travel_document]
expires = 2031-08-08

[extension]
category = "A"
approved_on = 2024-12-01
granted_on = 2025-02-22
limit_of_stay = 2027-02-22
basis = "employment"
degree_level_post = true
stable_income = true
market_pay = true
contract_until = 2028-12-31

[[dependant]]
relation = "spouse"
surname = "Lau"

[[evidence]]
file = "letter.pdf"
proof = "employer_letter"
"""


@pytest.fixture
def case(tmp_path):
    (tmp_path / "letter.pdf").write_bytes(PAPER.read_bytes())
    path = tmp_path / "answers.toml"
    path.write_text(CASE, encoding="utf-8")
    return path


def test_routes_has_one_key(case):
    checked = output_of("check", case, "--json")
    assert checked["purpose"] == "extension"
    assert {name: result["verdict"] for name, result in checked["routes"].items()} == {"extension": "met"}
    assert [person["verdict"] for person in checked["dependants"]] == ["advice"]
    letter = next(row for row in checked["proofs"] if row["proof"] == "employer_letter")
    assert (letter["state"], letter["for"], letter["routes"]) == ("attached", "applicant", ["extension"])
    window = checked["routes"]["extension"]["findings"][0]
    assert (window["opens"], window["late_from"], window["closes"]) == ("2026-11-22", "2027-01-12", "2027-02-22")
    assert window["figure"] == {"id": "extension.window", "value": "3", "from": "2024-11-01"}
    assert checked["fees"] is None
    assert [each["id"] for each in checked["dates"]][1:4] == ["window_opens", "window_late", "limit_of_stay"]


def test_people_read_of_an_extension_not_of_a_category(case):
    text = run("check", case).output
    assert "Extension of stay: Meets the published criteria" in text
    assert "Category" not in text
    assert "22 November 2026  An extension may be filed from now on" in text


def test_the_fees_and_the_dates_of_an_entry_are_told(case):
    case.write_text('purpose = "entry"\nfiling_date = 2026-11-22\n[[dependant]]\nrelation = "spouse"', encoding="utf-8")
    assert "Fees of 2 people: HK$3,800, each HK$600 on filing and HK$1,300 on issue." in run("check", case).output
    assert output_of("check", case, "--json")["fees"]["total"] == "3800"
    case.write_text('purpose = "entry"\nfiling_date = 2025-02-25', encoding="utf-8")
    assert "Fees: HK$230, HK$0 on filing and HK$230 on issue." in run("check", case).output


def test_a_pack_is_built_and_verified(case, tmp_path):
    built = output_of("build", case, "-o", tmp_path / "out", "--json")
    assert {"Bundle.pdf", "Cover letter.pdf", "Checklist.pdf"} <= set(built["files"])
    assert run("verify", tmp_path / "out").exit_code == 0
    assert "verdict.not_yet_known" not in {each["code"] for each in built["warnings"]}
