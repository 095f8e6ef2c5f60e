"""A fictitious pack: CHAN Tai Man, an engineer from Malaysia, with wife and daughter. Nobody in it exists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from talentpack.core.dates import partial
from talentpack.core.exhibits import Exhibit, Filed, Sheaf
from talentpack.core.figures import Source
from talentpack.core.findings import (
    Assessment,
    DependantResult,
    Finding,
    IncomeRow,
    IncomeTable,
    Outcome,
    RouteResult,
)
from talentpack.core.lines import Cite, Claim, Day, Item, Line, Money, line
from talentpack.core.plan import ChecklistRow, Letter, Letterhead, Numbers, PackPlan, Paragraph, Person, ProofState

DAY = date(2026, 11, 22)
IMMD = Source(
    id="immd_ttps",
    title="Top Talent Pass Scheme, Immigration Department, revised on 1 January 2026",
    short="ImmD, TTPS page",
    address="https://www.immd.gov.hk/eng/services/visas/TTPS.html",
    grade="O",
    checked=DAY,
)
CARD = Source(
    id="card", title="Programme card", short="Programme card", address="not published", grade="P", checked=DAY
)
RESTATED = Source(
    id="restated",
    title="A dated restatement of guidebook ID(E)1026",
    short="Restatement, 16 Jul 2026",
    address="https://guide.example/ttps",
    grade="S",
    checked=DAY,
)

APPLICANT = Person(ref="applicant", role=line("Applicant"), name="CHAN Tai Man", name_zh="陳大文")
SPOUSE = Person(ref="dependant/r1", role=line("Spouse"), name="LAU Mei Ling", name_zh="劉美玲")
CHILD = Person(ref="dependant/r2", role=line("Child"), name="CHAN Wing Lam", name_zh="陳詠琳")

# number, title, date, pages, person, proof
PAPERS = [
    ("A1", "Passport of Malaysia, particulars page and visas", "2021-08-09", 4, 0, "travel_document"),
    ("A2", "Photograph", "2026-10-20", 1, 0, "photo"),
    ("B1", "Individual income tax record, 2025 tax year", "2026-06-12", 18, 0, "income_proof"),
    ("B2", "Employer’s paper on the value of stock options", "2026-03-18", 26, 0, "income_proof"),
    ("B3", "Audited report, Lion Rock Analytics Limited, 2025/26", "2026-07-30", 60, 0, "income_proof"),
    ("B4", "Annual return and register of members", "2026-03-04", 10, 0, "ownership"),
    ("B5", "Profits-tax return and assessment, 2025/26", "2026-10-05", 12, 0, "income_proof"),
    ("D1", "Employer’s reference and contract of employment", "2026-09-01", 10, 0, "work_proof"),
    ("F1.1", "Passport of Malaysia", "2022-11-15", 4, 1, "travel_document"),
    ("F1.2", "Marriage certificate, with certified translation", "2012-09-09", 7, 1, "relationship"),
    ("F2.1", "Passport of Malaysia", "2023-01-20", 4, 2, "travel_document"),
    ("F2.2", "Photograph", "2026-10-20", 1, 2, "photo"),
    ("F2.3", "Birth certificate and family photographs", "2017-02-14", 6, 2, "relationship"),
    ("G1", "Exchange rates relied on", "2026-01-02", 3, 0, "other"),
    ("G2", "Curriculum vitae", "2026-11", 2, 0, "other"),
]
SECTIONS = {
    "A": line("Identity and travel"),
    "B": line("Income"),
    "D": line("Work"),
    "F": line("Dependants"),
    "G": line("Other papers"),
}


def exhibit(number: str, title: str, dated: str, pages: int, person: int = 0, proof: str = "other") -> Exhibit:
    sheaf = Sheaf(path="", name="paper.pdf", sha256="", size=1, pages=tuple(range(1, pages + 1)))
    paper = Filed(
        evidence=number,
        proof=proof,
        section=number[0],
        slot=proof,
        title=line(title),
        date=partial(dated) if dated else None,
        sheaves=(sheaf,),
        order=0,
        person=person,
        record=0,
        taken=0,
    )
    return Exhibit(number=number, paper=paper)


def row(
    person: str,
    title: str,
    state: ProofState = "attached",
    exhibits: tuple[str, ...] = (),
    note: str = "",
    *,
    required: bool = True,
) -> ChecklistRow:
    said = line(note) if note else None
    return ChecklistRow(
        person=person, proof="p", title=line(title), state=state, required=required, exhibits=exhibits, note=said
    )


CHECKLIST = (
    row("applicant", "Photograph", exhibits=("A2",)),
    row("applicant", "Travel document", exhibits=("A1",)),
    row("applicant", "Hong Kong identity card", "not_applicable", note="None held."),
    row("applicant", "Proof of work experience", exhibits=("D1",)),
    row("applicant", "Income: salary and bonus, tax assessment", exhibits=("B1",)),
    row("applicant", "Income: stock options, employer’s paper on their value", exhibits=("B2",)),
    row("applicant", "Income: own company, audited report", exhibits=("B3",)),
    row("applicant", "Income: own company, proof of the share held", exhibits=("B4",)),
    row("applicant", "Income: own company, profits-tax return", exhibits=("B5",)),
    row(
        "applicant",
        "Consent letter",
        "not_applicable",
        note="Asked of Chinese residents of the Mainland; the applicant holds a passport of Malaysia.",
    ),
    row("dependant/r1", "Photograph", "missing", note="Slot takes one file: JPEG, PDF, GIF, PNG or TIF, up to 5 MB."),
    row("dependant/r1", "Travel document", exhibits=("F1.1",)),
    row("dependant/r1", "Marriage certificate", exhibits=("F1.2",)),
    row("dependant/r2", "Photograph", exhibits=("F2.2",)),
    row("dependant/r2", "Travel document", exhibits=("F2.1",)),
    row(
        "dependant/r2",
        "Birth certificate",
        "needs_certificate",
        ("F2.3",),
        "In Malay. The English translation on page 171 names no certified translator.",
    ),
)

INCOME_CITES = {
    "income/r1": (Cite(exhibit="B1", page=3),),
    "income/r2": (Cite(exhibit="B1", page=4),),
    "income/r3": (Cite(exhibit="B2", page=9),),
    "income/r4": (Cite(exhibit="B3", page=15),),
}


def _income(label: str, payer: str, amount: str, rate: str, hkd: str) -> IncomeRow:
    currency, figure = amount.split()
    kinds = ["Salary", "Annual bonus", "Stock options", "Own company"]
    return IncomeRow(
        record=f"income/r{kinds.index(label) + 1}",
        kind="salary",
        label=line(label),
        payer=payer,
        amount=Decimal(figure),
        currency=currency,
        rate=Decimal(rate),
        share=Decimal(60) if label == "Own company" else None,
        hkd=Decimal(hkd),
        counts="yes",
    )


INCOME = IncomeTable(
    rows=(
        _income("Salary", "Yunfan Robotics (Shenzhen) Co., Ltd.", "CNY 1680000", "1.0865", "1825320"),
        _income("Annual bonus", "", "CNY 320000", "1.0865", "347680"),
        _income("Stock options", "Yunfan Holdings Inc.", "USD 62400", "7.783", "485659.20"),
        _income("Own company", "", "HKD 1150000", "1", "690000"),
    ),
    total=Decimal("3348659.20"),
    threshold=Decimal(2500000),
)


def hkd(amount: str) -> Money:
    return Money(amount=Decimal(amount), currency="HKD")


def finding(
    title: str, outcome: Outcome, reason: Line, source: Source = IMMD, *, table: IncomeTable | None = None
) -> Finding:
    return Finding(criterion="c", title=line(title), outcome=outcome, reason=reason, source=source, table=table)


FINDINGS = (
    finding(
        "Income of HK$2,500,000 or more",
        "met",
        line("{total} is {above} above the threshold.", total=hkd("3348659.20"), above=hkd("848659.20")),
        table=INCOME,
    ),
    finding(
        "In the year immediately preceding the application",
        "met",
        line(
            "Mainland tax year 1 January to 31 December 2025, the last to be closed; Hong Kong year of assessment "
            "2025/26 for the company."
        ),
    ),
    finding("Aged 18 or older", "met", line("Born on 14 May 1985; 41 on the filing day."), CARD),
    finding(
        "Valid travel document",
        "met",
        line("Passport valid until {expires}, beyond a first stay of 36 months.", expires=Day(date=date(2031, 8, 8))),
    ),
    finding(
        "On a talent scheme within the last six months",
        "advice",
        line(
            "Extra conditions are reported but we could not read them at the source. Read guidebook ID(E)1026 before "
            "filing."
        ),
        RESTATED,
    ),
    finding("Security and serious crime", "noted", line("No conviction declared. Only the Department can decide.")),
)

DEPENDANTS = (
    DependantResult(
        ref="dependant/r1",
        verdict="met",
        findings=(finding("Relation to the applicant", "met", line("Married on 9 September 2012.")),),
    ),
    DependantResult(
        ref="dependant/r2",
        verdict="met",
        findings=(
            finding("Relation to the applicant", "met", line("Daughter, 9 years old on the filing day and unmarried.")),
        ),
    ),
)
ASSESSMENT = Assessment(
    scheme="ttps",
    purpose="entry",
    on=DAY,
    rules_since=date(2026, 1, 1),
    rules_checked=DAY,
    routes=(RouteResult(route="A", verdict="advice", findings=FINDINGS),),
    dependants=DEPENDANTS,
)


def claim(address: str, value: Money | Day | str, *cites: Cite) -> Claim:
    return Claim(address=address, value=value, cites=cites)


def _day(year: int, month: int, day: int) -> Day:
    return Day(date=date(year, month, day))


def _paragraph(text: str, side: str = "", *, table: bool = False, **values: Item) -> Paragraph:
    return Paragraph(text=line(text, **values), side=line(side) if side else None, table="income" if table else "")


PARAGRAPHS = (
    _paragraph(
        "I apply for entry under Category A of the Top Talent Pass Scheme and ask that my wife and my daughter be admitted "
        "as my dependants. Pages are cited as they are numbered in the bundle that goes with this letter."
    ),
    _paragraph(
        "I was born in Ipoh on 14 May 1985 and hold a passport of Malaysia that is valid until {expires}. I have not been "
        "granted a stay under the Scheme before.",
        "Identity",
        expires=claim("travel_document.expires", _day(2031, 8, 8), Cite(exhibit="A1", page=2)),
    ),
    _paragraph(
        "In the year immediately preceding this application my taxable employment and business income came to {total}. "
        "The Scheme asks for {threshold} or more. The four sums are these.",
        "Income",
        table=True,
        total=claim("income.total", hkd("3348659.20")),
        threshold=hkd("2500000"),
    ),
    _paragraph(
        "Salary, bonus and options are those of the Mainland tax year that ended on {ended}, the last to be closed. The "
        "profit is that of the year of assessment 2025/26, from {audited}; I have held 60 of the company’s 100 shares "
        "without a break since {held}. Interest and dividends of other companies are left out. The rates, and where and "
        "when they were taken, are in {rates}.",
        ended=claim("income/r1/to", _day(2025, 12, 31), Cite(exhibit="B1", page=2)),
        audited=Claim(address="income/r4", value="audited accounts", cites=(Cite(exhibit="B3", page=15),)),
        held=claim("income/r4/held", _day(2021, 3, 4), Cite(exhibit="B4", page=3), Cite(exhibit="B5")),
        rates=Cite(exhibit="G1", page=1),
    ),
    _paragraph(
        "I have been director of engineering of Yunfan Robotics (Shenzhen) Co., Ltd. since {since} and intend to lead its "
        "research office in Hong Kong.",
        "Work",
        since=claim("job/r1/from", _day(2018, 7, 1), Cite(exhibit="D1", page=2)),
    ),
    _paragraph(
        "My wife, LAU Mei Ling 劉美玲, and I were married on {married}. Our daughter, CHAN Wing Lam 陳詠琳, was born on "
        "{born} and is unmarried.",
        "Family",
        married=claim("dependant/r1/married", _day(2012, 9, 9), Cite(exhibit="F1.2", page=2)),
        born=claim("dependant/r2/birth_date", _day(2017, 2, 2), Cite(exhibit="F2.3", page=2)),
    ),
    _paragraph(
        "I shall gladly give whatever further paper or explanation the Department wishes to see. I can be reached at +852 "
        "5550 0123 and taiman.chan@example.com.",
        "Enquiries",
    ),
)
LETTER = Letter(
    name=APPLICANT.name,
    name_zh=APPLICANT.name_zh,
    sender=("18 Taoyuan Street, Nanshan District, Shenzhen 518000, China",),
    letterhead=None,
    date=DAY,
    addressee=(
        line("The Director of Immigration"),
        line("Immigration Department"),
        line("Immigration Headquarters"),
        line("61 Po Yap Road, Tseung Kwan O"),
        line("New Territories, Hong Kong"),
    ),
    salutation=line("Dear Sir or Madam"),
    subject=line(
        "{scheme}, Category A: application of {name}",
        scheme=line("Top Talent Pass Scheme"),
        name="CHAN\u00a0Tai\u00a0Man\u00a0陳大文",
    ),
    paragraphs=PARAGRAPHS,
    closing=line("Yours faithfully"),
    enclosures=(line("Checklist"), line("Eligibility worksheet"), line("Index of exhibits"), line("Exhibits")),
)
LETTERHEAD = Letterhead(
    name="Lantau Fong Consultants Limited",
    name_zh="嵐山方氏顧問有限公司",
    address="香港皇后大道中88號1203室\n+852 5550 0123 · ttps@lantau-fong.example",
    reference="LF 2026/118",
)
PLAN = PackPlan(
    scheme="ttps",
    purpose="entry",
    day=DAY,
    route="A",
    language="en",
    letter_language="en",
    title=line("Top Talent Pass Scheme, Category A"),
    people=(APPLICANT, SPOUSE, CHILD),
    sections=SECTIONS,
    exhibits=tuple(exhibit(*paper) for paper in PAPERS),
    checklist=CHECKLIST,
    assessment=ASSESSMENT,
    income=INCOME,
    income_cites=INCOME_CITES,
    letter=LETTER,
    claims=(),
    slots=(),
    warnings=(),
)


def numbered(plan: PackPlan, front: int) -> Numbers:
    """Where everything stands when the pages before the first divider are ``front`` many."""
    page = front + 1
    dividers: dict[str, int] = {}
    exhibits: dict[str, int] = {}
    for each in plan.exhibits:
        if each.section not in dividers:
            dividers[each.section] = page
            page += 1
        exhibits[each.number] = page
        page += each.page_count
    return Numbers(total=page - 1, index=front, exhibits=exhibits, dividers=dividers)


def changed(plan: PackPlan, **fields: object) -> PackPlan:
    """The plan with some fields of its own or of its letter changed (``letter_…``)."""
    own = {name: value for name, value in fields.items() if not name.startswith("letter_")}
    letter = {name.removeprefix("letter_"): value for name, value in fields.items() if name.startswith("letter_")}
    return msgspec.structs.replace(plan, letter=msgspec.structs.replace(plan.letter, **letter), **own)
