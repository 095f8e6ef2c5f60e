import tomllib
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.content.shipped import forms, rules
from tests.content.test_answers_file import FILE

from talentpack import assets
from talentpack.content.answers_file import parse_answers
from talentpack.content.answers_write import write_answers
from talentpack.content.forms import read_forms
from talentpack.core.answers import Answers
from talentpack.core.kinds import canonical
from talentpack.core.problems import Refused


def read(text):
    return Answers(parse_answers(text, "case.toml", forms(), rules()))


def test_what_is_written_reads_the_same():
    answers = read(FILE)
    assert read(write_answers(answers, forms())) == answers


def test_dates_are_dates_and_money_is_text():
    raw = tomllib.loads(write_answers(read(FILE), forms()))
    assert raw["income"][0]["amount"] == "2400000"
    assert str(raw["filing_date"]) == "2026-11-22"
    assert raw["degree"][0]["completed"] == "2022-06"
    assert raw["evidence"][0]["for"] == ["income[0]", "income[1]"]
    assert raw["dependant"][0]["travel_document"] == {"kind": "passport", "number": "K1"}


def test_evidence_for_what_was_removed_is_written_without_it():
    answers = read(FILE)
    gone = Answers({each: answers.get(each) for each in answers if each.split("/")[0] != "income"})
    kept = Answers(
        {**{each: gone.get(each) for each in gone}, "evidence/e1/pins": [{"page": 1, "says": "applicant/surname"}]}
    )
    assert "for" not in tomllib.loads(write_answers(kept, forms()))["evidence"][0]
    assert read(write_answers(kept, forms())).ids("income") == ()


def test_what_another_purpose_asks_is_read_and_written_as_well():
    extension = read_forms(assets.forms(), "ttps", "extension")
    text = (
        'scheme = "ttps"\npurpose = "extension"\nroute = "B"\nnone = ["job"]\n[extension]\nbasis = "employment"\n'
        '[background]\nconviction = false\n[[degree]]\nid = "r1"\nverified_by = "CHSI"\nlevel = "bachelor"\n'
    )
    values = parse_answers(text, "case.toml", extension, rules())
    assert values["degree/r1/level"] == "bachelor"
    assert values["background/conviction"] is False
    written = write_answers(Answers(values), extension)
    assert parse_answers(written, "case.toml", extension, rules()) == values


texts = st.text(max_size=20)
dates = st.dates(date(1950, 1, 1), date(2030, 1, 1))


def raw_for(question):
    return {
        "choice": st.sampled_from([choice.id for choice in question.choices] or ["-"]),
        "yes_no": st.booleans(),
        "date": dates,
        "partial_date": dates.map(str).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]])),
        "number": st.integers(0, 100),
        "money": st.decimals(0, 10**9, places=2).map(str),
        "country": st.sampled_from(["CN", "HK", "XX", "GB"]),
    }.get(question.kind, texts)


@st.composite
def cases(draw):
    """Some answers to some questions, with records of any number."""
    values = {"scheme": "ttps", "purpose": "entry"}
    for page in forms().pages:
        if page.id == "evidence":
            continue
        bases = [""]
        if page.listing:
            ids = draw(st.lists(st.sampled_from(["r1", "r2", "r7", "x-1"]), max_size=3, unique=True))
            values |= {page.listing.id: ids} if ids else {}
            bases = [f"{page.listing.id}/{record}/" for record in ids]
        for base in bases:
            for question in draw(st.lists(st.sampled_from(page.questions), max_size=6)) if page.questions else []:
                values |= answered(draw, question, base + question.id.replace(".", "/"))
    return values


def answered(draw, question, address):
    strategy = raw_for(question)
    raw = draw(st.lists(strategy, max_size=3) if question.many else strategy)
    value = canonical(question, raw)
    return {} if value is None else {address: value}


def possible(values):
    try:
        return read(write_answers(Answers(values), forms()))
    except Refused as refused:
        assert {each.code for each in refused.problems} <= {"answers.order", "answers.filing_date"}  # noqa: PT017 - impossible periods are drawn too
        return None


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_any_answers_survive_writing_and_reading(values):
    again = possible(values)
    if again is not None:
        assert again == Answers(values)
