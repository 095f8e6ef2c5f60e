from datetime import date

import pytest
from tests.content.shipped import forms, rules

from talentpack import assets
from talentpack.content.answers_file import parse_answers, read_head
from talentpack.core.problems import Refused

FILE = """
scheme = "ttps"
purpose = "entry"
filing_date = 2026-11-22
route = "A"
none = ["job"]

[applicant]
surname = " CHAN "
former_names = ""
birth_date = 1985-05-14
other_nationalities = ["gb", "MY"]
in_hong_kong = false

[travel_document]
issued = 2021-08-09
expires = 2031-08-08

[[income]]
kind = "salary"
amount = "2,400,000"
currency = "CNY"
from = 2025-01-01
to = 2025-12-31

[[income]]
id = "profit"
kind = "business_profit"
share_percent = 60

[[degree]]
awarded_by = ["MIT"]
completed = "2022-06"

[[dependant]]
relation = "spouse"
travel_document = { kind = "passport", number = "K1" }

[[evidence]]
file = "papers/Ｔax（1）.pdf"
proof = "income_proof"
for = ["income[0]", "income[1]"]
pages = "3, 1-2"
rotate = { 3 = 90, 1 = 0 }
redact = [{ page = 1, box = [72, "700.5", 300, 720] }]
pins = [{ page = 2, says = "income[1].amount" }, { page = 1, says = "applicant.surname" }]
date = "2026-03"

[[not_applicable]]
proof = "consent_letter"
for = "applicant"
reason = "Not a resident of the Mainland."

[pack]
language = "zh_Hant"

[consultant]
name = "Firm"
logo = "logo.png"
"""

READ = {
    "scheme": "ttps",
    "purpose": "entry",
    "filing_date": "2026-11-22",
    "route": "A",
    "none": ["job"],
    "applicant/surname": "CHAN",
    "applicant/birth_date": "1985-05-14",
    "applicant/other_nationalities": ["GB", "MY"],
    "applicant/in_hong_kong": False,
    "travel_document/issued": "2021-08-09",
    "travel_document/expires": "2031-08-08",
    "income": ["r1", "profit"],
    "income/r1/kind": "salary",
    "income/r1/amount": "2400000",
    "income/r1/currency": "CNY",
    "income/r1/from": "2025-01-01",
    "income/r1/to": "2025-12-31",
    "income/profit/kind": "business_profit",
    "income/profit/share_percent": "60",
    "degree": ["r1"],
    "degree/r1/awarded_by": ["MIT"],
    "degree/r1/completed": "2022-06",
    "dependant": ["r1"],
    "dependant/r1/relation": "spouse",
    "dependant/r1/travel_document/kind": "passport",
    "dependant/r1/travel_document/number": "K1",
    "evidence": ["e1"],
    "evidence/e1/file": "papers/Ｔax（1）.pdf",
    "evidence/e1/proof": "income_proof",
    "evidence/e1/for": ["income/r1", "income/profit"],
    "evidence/e1/pages": "3,1-2",
    "evidence/e1/rotate": {"3": 90},
    "evidence/e1/redact": [{"page": 1, "box": ["72", "700.5", "300", "720"]}],
    "evidence/e1/pins": [{"page": 2, "says": "income/profit/amount"}, {"page": 1, "says": "applicant/surname"}],
    "evidence/e1/date": "2026-03",
    "not_applicable": ["n1"],
    "not_applicable/n1/proof": "consent_letter",
    "not_applicable/n1/for": ["applicant"],
    "not_applicable/n1/reason": "Not a resident of the Mainland.",
    "pack/language": "zh_Hant",
    "consultant/name": "Firm",
    "consultant/logo": "logo.png",
}


def parse(text, today=None):
    return parse_answers(text, "case.toml", forms(), rules(), today)


def problems(text, today=None):
    with pytest.raises(Refused) as refused:
        parse(text, today)
    return refused.value.problems


def test_everything_gets_its_address():
    assert parse(FILE) == READ


def test_the_head_can_be_read_alone():
    assert read_head('scheme = "x"', "case.toml") == ("x", "entry")
    with pytest.raises(Refused, match=r"answers\.type case\.toml purpose"):
        read_head("purpose = 3", "case.toml")


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "remedy"),
    [
        ("surname =", "surnam =", "answers.unknown_key", "applicant.surnam", "applicant.surname"),
        ("[applicant]", "[aplicant]", "answers.unknown_key", "aplicant", "applicant"),
        ('route = "A"', 'rute = "A"', "answers.unknown_key", "rute", "route"),
        ('kind = "salary"', 'knd = "salary"', "answers.unknown_key", "income[0].knd", "kind"),
        ("[[degree]]", "[[degrees]]", "answers.unknown_key", "degrees", "degree"),
        ('number = "K1"', 'numer = "K1"', "answers.unknown_key", "dependant[0].travel_document.numer", "number"),
        ('kind = "salary"', 'kind = "salery"', "answer.choice", "income[0].kind", "salary"),
        ('surname = " CHAN "', "surname = 5", "answers.type", "applicant.surname", "text"),
        ("in_hong_kong = false", 'in_hong_kong = "no"', "answers.type", "applicant.in_hong_kong", "true or false"),
        ("birth_date = 1985-05-14", "birth_date = 1985", "answers.type", "applicant.birth_date", "2026-11"),
        ("issued = 2021-08-09", 'issued = "2021-02-30"', "answer.date", "travel_document.issued", "2026-11-22"),
        ("issued = 2021-08-09", "issued = 2021-08-09T10:00:00", "answers.type", "travel_document.issued", "a date"),
        ("share_percent = 60", "share_percent = 101", "answer.most", "income[1].share_percent", "smaller"),
        ("share_percent = 60", "share_percent = 60.5", "data.float", "income[1].share_percent", '"60.5"'),
        ('"2,400,000"', '"-1"', "answer.least", "income[0].amount", "larger"),
        ('"2,400,000"', '"1.850"', "answer.ambiguous", "income[0].amount", "1850 or 1.85"),
        ('["gb", "MY"]', '"gb"', "answers.type", "applicant.other_nationalities", "list"),
        ('["gb", "MY"]', '["gb", 5]', "answers.type", "applicant.other_nationalities", "text"),
        ('["MIT"]', "[[]]", "answers.type", "degree[0].awarded_by", "text"),
        ("to = 2025-12-31", "to = 2024-12-31", "answers.order", "income[0].from", "order"),
        ("expires = 2031-08-08", "expires = 2020-08-08", "answers.order", "travel_document.issued", "order"),
        ("filing_date = 2026-11-22", "filing_date = 2022-12-27", "answers.filing_date", "filing_date", "file"),
        ('none = ["job"]', 'none = ["jobs"]', "answers.unknown_list", "none", "job"),
        ('none = ["job"]', 'none = ["degree"]', "answers.contradiction", "none", "one of the two"),
        ('none = ["job"]', "none = true", "answers.type", "none", "list"),
        ('id = "profit"', 'id = "r1"\n[[income]]\nid = "r1"', "answers.same_id", "income.id", "its own id"),
        ('id = "profit"', 'id = "A/B"', "answers.type", "income[1].id", "small letters"),
        (
            'proof = "income_proof"',
            'proof = "income_prof"',
            "answers.unknown_proof",
            "evidence[0].proof",
            "income_proof",
        ),
        (
            'proof = "consent_letter"',
            'proof = "x"',
            "answers.unknown_proof",
            "not_applicable[0].proof",
            "consent_letter",
        ),
        ('reason = "Not a resident of the Mainland."', "", "answers.missing", "not_applicable[0]", "why"),
        ('reason = "Not', 'reson = "Not', "answers.unknown_key", "not_applicable[0].reson", "reason"),
        ('"income[1]"]', '"income[2]"]', "answers.nowhere", "evidence[0].for", "income[0]"),
        ('"income[1]"]', '"income[1].amount"]', "answers.nowhere", "evidence[0].for", "income[0]"),
        ('"income[1]"]', '"evidence[0]"]', "answers.nowhere", "evidence[0].for", "income[0]"),
        ('"income[1]"]', "1]", "answers.type", "evidence[0].for", "income[0]"),
        (
            'says = "applicant.surname"',
            'says = "income[7].amount"',
            "answers.nowhere",
            "evidence[0].pins[1]",
            "income[0]",
        ),
        (
            'says = "applicant.surname"',
            'says = "applicant.shoe"',
            "answers.nowhere",
            "evidence[0].pins[1]",
            "income[0]",
        ),
        ("{ page = 2,", "{ page = 0,", "answers.type", "evidence[0].pins[0]", "pin"),
        ('file = "papers/Ｔax（1）.pdf"', "", "answers.no_file", "evidence[0]", "file"),
        ('file = "papers/Ｔax（1）.pdf"', "file = 3", "answers.type", "evidence[0].file", "relative"),
        ('pages = "3, 1-2"', 'pages = "1-3,2"', "answers.pages", "evidence[0].pages", "1-3,5"),
        ('pages = "3, 1-2"', "pages = 3", "answers.pages", "evidence[0].pages", "1-3,5"),
        ("3 = 90", "3 = 45", "answers.rotate", "evidence[0].rotate", "3 = 90"),
        ("3 = 90", "0 = 90", "answers.rotate", "evidence[0].rotate", "3 = 90"),
        ("box = [72,", "box = [472,", "answers.redact", "evidence[0].redact", "box"),
        ('date = "2026-03"', 'language = "Malay!"', "answers.language", "evidence[0].language", "zh-Hant"),
        ('date = "2026-03"', 'dat = "2026-03"', "answers.unknown_key", "evidence[0].dat", "date"),
        ('language = "zh_Hant"', 'language = "zh"', "answer.choice", "pack.language", "zh_Hant"),
        ('logo = "logo.png"', "logo = 1", "answers.type", "consultant.logo", "relative"),
        ("[[dependant]]", "[dependent]\n[dependant]", "answers.type", "dependant", "tables"),
    ],
)
def test_what_is_wrong_is_named_with_a_remedy(old, new, code, place, remedy):
    assert FILE.count(old) >= 1
    found = [each for each in problems(FILE.replace(old, new, 1)) if each.code == code]
    assert [each.ref for each in found] == [f"case.toml {place}"]
    assert remedy in said(found[0].remedy)


def said(line):
    return line.template.format(**{name: said(v) if hasattr(v, "template") else v for name, v in line.values.items()})


def test_an_impossible_date_is_told_as_such():
    (problem,) = problems(FILE.replace("1985-05-14", "1985-02-30"))
    assert problem.code == "data.toml"
    assert "line 11" in said(problem.what)
    assert "calendar" in said(problem.remedy)


def test_what_is_no_toml_is_told_as_such():
    (problem,) = problems("route = A")
    assert (problem.code, problem.ref) == ("data.toml", "case.toml")
    assert "quotation marks" in said(problem.remedy)


def test_all_problems_are_told_at_once():
    broken = FILE.replace("surname =", "surnam =").replace("60", "160").replace("2031", "2011").replace("[0]", "[9]")
    assert {each.code for each in problems(broken)} == {
        "answers.unknown_key",
        "answer.most",
        "answers.order",
        "answers.nowhere",
    }


def test_a_filing_date_is_at_most_a_year_ahead():
    assert parse(FILE, date(2025, 11, 22)) == READ
    (problem,) = problems(FILE, date(2025, 11, 21))
    assert problem.code == "answers.filing_date"


def test_dates_known_in_part_are_compared_by_what_is_possible():
    job = '[[job]]\nfrom = "2022-05"\nto = 2022-05-01\n'
    assert parse(job)["job/r1/from"] == "2022-05"
    assert [each.code for each in problems(job.replace("2022-05-01", "2022-04-30"))] == ["answers.order"]


def test_an_empty_file_is_a_case_without_answers():
    assert parse("") == {"scheme": "ttps", "purpose": "entry"}


def test_earlier_names_still_mean_the_question():
    page = next(page for page in forms().pages if page.id == "income")
    renamed = [q if q.id != "payer" else _was(q, "employer") for q in page.questions]
    changed = _with(forms(), pages=tuple(_with(p, questions=tuple(renamed)) if p is page else p for p in forms().pages))
    read = parse_answers('[[income]]\nemployer = "X"', "case.toml", changed, rules())
    assert read["income/r1/payer"] == "X"


def _was(question, name):
    return _with(question, was=name)


def _with(value, **fields):
    return type(value)(**{name: getattr(value, name) for name in value.__struct_fields__} | fields)


@pytest.mark.parametrize("sample", ["a-income", "b-degree"])
def test_the_samples_are_read(sample):
    text = (assets.resources() / "samples" / sample / "answers.toml").read_text(encoding="utf-8")
    read = parse(text, date(2026, 11, 22))
    assert len(read["evidence"]) > 5
