"""A small invented case with its front pages and evidence, made without any of the program's own documents."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from PIL import Image
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from talentpack.core.exhibits import Filed, Sheaf, number
from talentpack.core.findings import Assessment
from talentpack.core.lines import Cite, Claim, Line, Money, Number, line
from talentpack.core.papers import OutlineEntry
from talentpack.core.plan import ClaimCited, Letter, Numbers, PackPlan, Person, Slot
from talentpack.pack.layout import lay_out
from talentpack.pack.stamp_font import cut
from talentpack.pack.write import Ready

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FONT = cut((FONTS / "SourceSans3-600.ttf").read_bytes())
DAY = date(2026, 11, 22)
RECIPE = 'scheme = "ttps"\n'
A4 = (595.28, 841.89)


class PlainWords:
    """English, without a catalogue."""

    language = "en"

    def say(self, sentence: Line) -> str:
        values = {name: self._value(value) for name, value in sentence.values.items()}
        return re.sub(r"{(\w+)}", lambda match: values[match[1]], sentence.template)

    def _value(self, value) -> str:
        if isinstance(value, Line):
            return self.say(value)
        return str(value.value) if isinstance(value, Number) else str(value)


@dataclass(frozen=True)
class Leaf:
    kind: str
    section: str = ""


@dataclass(frozen=True)
class Area:
    leaf: int
    rect: tuple[float, float, float, float]
    exhibit: str = ""
    page: int | None = None
    section: str = ""


@dataclass(frozen=True)
class Front:
    pdf: bytes
    leaves: tuple[Leaf, ...]
    areas: tuple[Area, ...]


def paper_pdf(path: Path, name: str, pages: int, size=A4) -> None:
    """Pages that say what they are, so that their order can be read back."""
    canvas = _canvas(path, size)
    for page in range(1, pages + 1):
        canvas.setFont("SamplesInter", 12)
        canvas.setFillGray(0.9)
        canvas.rect(0, 0, *size, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.drawString(60, size[1] - 80, f"{name} original page {page}")
        canvas.showPage()
    canvas.save()


def front_pdf(leaves, numbers: Numbers) -> bytes:
    target = io.BytesIO()
    canvas = _canvas(target, A4)
    for leaf in leaves:
        canvas.setFont("SamplesInter", 12)
        canvas.drawString(132, 700, f"{leaf.kind} {leaf.section} of {numbers.total}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _canvas(target, size) -> Canvas:
    registerFont(TTFont("SamplesInter", str(FONTS / "Inter-400.ttf")))
    name = str(target) if isinstance(target, Path) else target
    return Canvas(name, pagesize=size, invariant=1, initialFontName="SamplesInter")


def set_front(exhibits, numbers: Numbers) -> Front:
    """Two leaves of letter, one of everything else; the dividers come first, to show that order is not trusted."""
    sections = list(dict.fromkeys(exhibit.section for exhibit in exhibits))
    leaves = [Leaf("divider", section) for section in sections]
    kinds = ("letter", "letter", "checklist", "worksheet", "index", "portal")
    leaves += [Leaf(kind) for kind in kinds]
    at = {leaf.kind: place for place, leaf in reversed(list(enumerate(leaves)))}
    areas = [
        Area(at["index"], (60, 700 - 18 * row, 528, 716 - 18 * row), exhibit.number)
        for row, exhibit in enumerate(exhibits)
    ]
    areas.append(Area(at["letter"], (132, 500, 200, 515), exhibits[-1].number, exhibits[-1].page_count))
    areas.append(Area(at["checklist"], (132, 500, 200, 515), section=sections[-1]))
    areas.append(Area(at["portal"], (0, 0, 9, 9), exhibits[0].number))
    return Front(front_pdf(leaves, numbers), tuple(leaves), tuple(areas))


def filed(title: str, section: str, sheaves, *, person=0, proof="income_proof", taken=0) -> Filed:
    return Filed(
        evidence=f"evidence/{title}",
        proof=proof,
        section=section,
        slot=proof,
        title=line(title),
        date=None,
        sheaves=tuple(sheaves),
        order=taken,
        person=person,
        record=0,
        taken=taken,
    )


def sheaf(folder: Path, name: str, count: int, **fields) -> Sheaf:
    path = folder / f"{name}.pdf"
    paper_pdf(path, name, count)
    fields = {"pages": tuple(range(1, count + 1))} | fields
    return Sheaf(path=str(path), name=f"{name}.pdf", sha256=f"{len(name):064x}", size=path.stat().st_size, **fields)


def photograph(folder: Path) -> Sheaf:
    picture = folder / "photo.jpg"
    Image.new("RGB", (350, 450), (90, 120, 160)).save(picture, "JPEG")
    return sheaf(folder, "photo", 1, picture=str(picture))


def sample_plan(folder: Path, **changes) -> PackPlan:
    outline = (
        OutlineEntry(title="Report", level=0, page=2),
        OutlineEntry(title="Left out", level=1, page=4),
        OutlineEntry(title="Below it", level=2, page=5),
        OutlineEntry(title="Notes", level=0, page=1),
    )
    exhibits = number(
        (
            filed("Photograph", "A", [photograph(folder)], proof="photo"),
            filed("Passport of Malaysia", "A", [sheaf(folder, "passport", 2)], proof="travel_document", taken=1),
            filed(
                "Audited accounts: 2025",
                "B",
                [
                    sheaf(folder, "accounts", 5, pages=(5, 1, 2), rotate={1: 90}, outline=outline),
                    sheaf(folder, "translation", 1),
                ],
            ),
            filed("Passport of Malaysia", "F", [sheaf(folder, "spouse", 2)], person=1, proof="travel_document"),
            filed("Marriage certificate", "F", [sheaf(folder, "marriage", 1)], person=1, proof="relationship", taken=1),
            filed("Passport of Malaysia", "F", [sheaf(folder, "child", 1)], person=2, proof="travel_document"),
        )
    )
    income = Claim(
        address="income/r1/amount",
        value=Money(amount=Decimal("1680000.00"), currency="HKD"),
        cites=(Cite(exhibit="B1", page=2),),
    )
    whole = Claim(address="applicant/birth_date", value="x", cites=(Cite(exhibit="A2"),))
    plan = PackPlan(
        scheme="ttps",
        purpose="entry",
        day=DAY,
        route="A",
        language="en",
        letter_language="en",
        title=line("Top Talent Pass Scheme, Category A"),
        people=(
            Person(ref="applicant", role=line("Applicant"), name="CHAN Tai Man", name_zh="陳大文"),
            Person(ref="dependant/r1", role=line("Spouse"), name="LAU Mei Ling", name_zh="劉美玲"),
            Person(ref="dependant/r2", role=line("Child"), name="CHAN Wing Lam"),
        ),
        sections={"A": line("Identity and travel"), "B": line("Income"), "F": line("Dependants")},
        exhibits=exhibits,
        checklist=(),
        assessment=Assessment(scheme="ttps", purpose="entry", on=DAY, rules_since=DAY, rules_checked=DAY, routes=()),
        income=None,
        income_cites={},
        letter=Letter(
            name="CHAN Tai Man",
            name_zh="陳大文",
            sender=(),
            letterhead=None,
            date=DAY,
            addressee=(),
            salutation=line("Dear Sir or Madam"),
            subject=line("Application"),
            paragraphs=(),
            closing=line("Yours faithfully"),
            enclosures=(),
        ),
        claims=(
            ClaimCited(claim=income, label=line("Income"), pinned=True),
            ClaimCited(claim=whole, label=line("Born"), pinned=False),
        ),
        slots=(
            slot("photo", ("A1",), formats=("JPEG",), max_files=1),
            slot("travel_document", ("A2",)),
            slot("income_proof", ("B1",)),
            slot("travel_document", ("F1.1",), person="dependant/r1"),
        ),
        warnings=(),
    )
    return _replaced(plan, changes)


def slot(name: str, exhibits, *, person="applicant", formats=("PDF", "JPEG"), max_bytes=5_000_000, max_files=5) -> Slot:
    return Slot(
        person=person,
        id=name,
        title=line(name.replace("_", " ").capitalize()),
        formats=formats,
        max_bytes=max_bytes,
        max_files=max_files,
        exhibits=exhibits,
    )


def ready(plan: PackPlan, recipe: str = RECIPE) -> Ready:
    layout = lay_out(plan.exhibits, lambda numbers: set_front(plan.exhibits, numbers))
    return Ready(plan, PlainWords(), layout, b"docx", FONT, recipe, lambda _files: layout.front.pdf)


def finished(steps):
    """Runs long work to its end; the steps and the result."""
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as end:
            return seen, end.value


def _replaced(plan: PackPlan, changes) -> PackPlan:
    fields = {name: getattr(plan, name) for name in plan.__struct_fields__}
    return PackPlan(**(fields | changes))
