from pathlib import Path

import pytest

from talentpack import assets
from talentpack.content.forms import read_forms
from talentpack.content.sentences import lines
from talentpack.core import conditions
from talentpack.core.lines import Line
from talentpack.core.problems import Refused

PAGE = """
title = "Your income"
when = { route = "A" }
[list]
id = "income"
one = "income"
summary = "{kind}: {amount}"
[[question]]
id = "kind"
kind = "choice"
label = "Kind"
choices = [["salary", "Salary"]]
[[question]]
id = "currency"
kind = "choice"
label = "Currency"
choices = ["HKD", "CNY"]
[[question]]
id = "amount"
kind = "money"
label = "Amount"
currency = "currency"
least = "0"
private = true
was = "sum"
"""


def folder(tmp_path: Path, text: str = PAGE, name: str = "40-income.toml") -> Path:
    pages = tmp_path / "ttps" / "entry"
    pages.mkdir(parents=True)
    (pages / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_page_is_read(tmp_path):
    (page,) = read_forms(folder(tmp_path), "ttps", "entry").pages
    assert page.id == "income"
    assert page.title == Line(template="Your income", context="pages.income.title")
    assert page.when == conditions.Test(name="route", by="is", value="A")
    kind, currency, amount = page.questions
    assert kind.choices[0].label == Line(template="Salary", context="income.kind.choices.salary")
    assert currency.choices[1].label == Line(template="{code}", values={"code": "CNY"})
    assert (amount.currency, amount.least, amount.private, amount.was) == ("currency", "0", True, "sum")
    assert amount.label.context == "income.amount.label"


def test_a_page_of_the_purpose_stands_in_for_a_common_one(tmp_path):
    root = folder(tmp_path)
    common = root / "common"
    common.mkdir()
    (common / "40-income.toml").write_text('title = "Common"')
    (common / "90-check.toml").write_text('title = "Check"\nroom = "check"')
    assert [page.title.template for page in read_forms(root, "ttps", "entry").pages] == ["Your income", "Check"]


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ('kind = "money"', 'kind = "mony"', "data.value", "money"),
        ('label = "Amount"', "", "data.missing", "label"),
        ('label = "Amount"', 'labl = "Amount"', "data.unknown_key", "label"),
        ('currency = "currency"', 'currency = "curency"', "data.unknown", "currency"),
        ('choices = [["salary", "Salary"]]', "", "data.wrong", "both"),
        ('choices = [["salary", "Salary"]]', 'choices = [["salary"]]', "data.type", ""),
        ('id = "currency"', 'id = "kind"', "data.wrong", "another id"),
        ("{amount}", "{amout}", "data.unknown", "amount"),
        ('when = { route = "A" }', 'when = "A"', "data.type", "object"),
        ('when = { route = "A" }', 'when = { all = { route = "A" } }', "data.condition", "all"),
        ('when = { route = "A" }', 'when = { route = { one_of = "A" } }', "data.condition", "one_of"),
        ('when = { route = "A" }', 'when = { route = { given = "yes" } }', "data.condition", "given"),
        ('when = { route = "A" }', "when = { route = [1] }", "data.condition", "salary"),
        ('least = "0"', "least = 0.5", "data.float", "0.5"),
    ],
)
def test_what_is_wrong_is_refused_with_a_remedy(tmp_path, old, new, code, said):
    assert old in PAGE
    with pytest.raises(Refused) as refused:
        read_forms(folder(tmp_path, PAGE.replace(old, new)), "ttps", "entry")
    problem = next(each for each in refused.value.problems if each.code == code)
    assert problem.ref.startswith("ttps/entry/40-income.toml") or problem.ref.startswith("40-income.toml")
    assert said in problem.remedy.template.format(**problem.remedy.values)


def test_a_page_without_a_number_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"income\.toml"):
        read_forms(folder(tmp_path, name="income.toml"), "ttps", "entry")


def test_two_pages_do_not_ask_the_same(tmp_path):
    root = folder(tmp_path)
    (root / "ttps" / "entry" / "50-more.toml").write_text(PAGE)
    with pytest.raises(Refused, match=r"more income\.kind"):
        read_forms(root, "ttps", "entry")


def test_an_unknown_purpose_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"data\.absent"):
        read_forms(folder(tmp_path), "ttps", "exit")


# Every key of an answers file for entry (vocabulary.md); evidence, pins and the like are read by answers_file.
VOCABULARY = """
route filing_date
applicant.surname applicant.given_names applicant.name_zh applicant.former_names applicant.sex applicant.birth_date
applicant.birth_place applicant.nationality applicant.other_nationalities applicant.residence applicant.in_hong_kong
applicant.hk_identity_card applicant.marital_status applicant.email applicant.phone applicant.address
travel_document.kind travel_document.number travel_document.issuer travel_document.issued travel_document.expires
travel_document.no_expiry travel_document.re_entry_until
background.overseas_chinese background.overseas_permanent_resident background.overseas_since
background.applying_from_overseas background.ttps_before background.ttps_not_entered background.talent_scheme_recent
background.conviction background.conviction_details background.security_matter
income/r1/kind income/r1/payer income/r1/country income/r1/amount income/r1/currency income/r1/from income/r1/to
income/r1/basis income/r1/taxable income/r1/share_percent income/r1/shares_held_whole_year income/r1/rate
income/r1/rate_date income/r1/rate_source
degree/r1/level degree/r1/awarded_by degree/r1/title degree/r1/country degree/r1/completed degree/r1/mode
degree/r1/honorary degree/r1/extension_school degree/r1/hk_non_local_student degree/r1/not_listed
degree/r1/verified_by degree/r1/verification_reference degree/r1/verification_valid_until
job/r1/employer job/r1/title job/r1/from job/r1/to job/r1/mode job/r1/place
dependant/r1/relation dependant/r1/surname dependant/r1/given_names dependant/r1/name_zh dependant/r1/birth_date
dependant/r1/nationality dependant/r1/residence dependant/r1/sex dependant/r1/married
dependant/r1/recognised_where_celebrated dependant/r1/together dependant/r1/in_hong_kong
dependant/r1/born_in_hong_kong dependant/r1/former_mainland_resident dependant/r1/macao_id_years
dependant/r1/one_way_permit dependant/r1/overseas_chinese dependant/r1/overseas_permanent_resident
dependant/r1/overseas_since dependant/r1/travel_document/kind dependant/r1/travel_document/number
dependant/r1/travel_document/issuer dependant/r1/travel_document/issued dependant/r1/travel_document/expires
evidence/e1/proof evidence/e1/part evidence/e1/language evidence/e1/certified_by evidence/e1/title evidence/e1/date
pack.language pack.letter_language pack.addressee pack.page_size
consultant.name consultant.address consultant.reference
""".split()  # noqa: SIM905 - reads as the vocabulary does


def test_entry_asks_for_the_whole_vocabulary():
    forms = read_forms(assets.forms(), "ttps", "entry")
    assert [each for each in VOCABULARY if forms.question(each.replace(".", "/")) is None] == []
    asked = sum(len(page.questions) for page in forms.pages)
    assert asked == len(VOCABULARY)


# And those of an extension, beside the common pages.
EXTENSION = """
category approved_on granted_on limit_of_stay basis degree_level_post stable_income market_pay contract_until
intra_company employer_listed employer_hired_non_local employer_founded assessable_income verification_given
stay_cut_by_passport same_employer business_running shareholding
""".split()  # noqa: SIM905 - reads as the vocabulary does


def test_an_extension_asks_for_the_whole_vocabulary():
    forms = read_forms(assets.forms(), "ttps", "extension")
    asked = {question.id for page in forms.pages for question in page.questions}
    assert {f"extension.{each}" for each in EXTENSION} == {each for each in asked if each.startswith("extension.")}
    assert forms.question("degree/r1/verified_by") is not None
    assert forms.question("dependant/r1/born_in_hong_kong") is not None


def test_every_text_of_entry_can_be_translated():
    forms = read_forms(assets.forms(), "ttps", "entry")
    found = list(lines(forms))
    assert {each.template for each in found if not each.context} == {"{code}"}
    assert all(each.template.strip() == each.template for each in found)
    assert len({(each.context, each.template) for each in found if each.context}) == sum(
        1 for each in found if each.context
    )


def test_what_names_a_person_is_private():
    forms = read_forms(assets.forms(), "ttps", "entry")
    personal = {"name", "long_text"}
    open_ = {question.id for page in forms.pages for question in page.questions if not question.private}
    named = {question.id for page in forms.pages for question in page.questions if question.kind in personal}
    assert named & open_ == {"pack.addressee"}
    assert not open_ & {"applicant.email", "applicant.phone", "birth_date", "travel_document.number", "amount", "payer"}


def test_an_answer_that_only_another_purpose_asks_for_is_known():
    entry, extension = (read_forms(assets.forms(), "ttps", purpose) for purpose in ("entry", "extension"))
    assert entry.question("extension/basis") is not None
    assert extension.question("degree/r1/level") is not None
    assert set(entry.lists()) == set(extension.lists())
    for forms in (entry, extension):
        for listed in ("", *forms.lists()):
            asked = [question.id for question in forms.asked(listed)]
            assert len(asked) == len(set(asked))
    own = {question.id for page in extension.pages for question in page.questions}
    assert {"route", "background.conviction"}.isdisjoint(own)
