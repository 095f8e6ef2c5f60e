"""Turns the evidence taken in into numbered exhibits, and says what the checklist says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from talentpack.core.answers import Answers
from talentpack.core.dates import PartialDate, partial
from talentpack.core.exhibits import Exhibit, Filed, Sheaf, number
from talentpack.core.lines import N_, Line, line
from talentpack.core.papers import Intake
from talentpack.core.plan import ChecklistRow, Slot
from talentpack.core.problems import refuse
from talentpack.core.proofs import APPLICANT, ProofRow, is_foreign, targets_of
from talentpack.core.ranges import pages_of
from talentpack.core.rules import ProofRule, Rules

# Evidence that serves no known proof comes last, as "other papers".
OTHER = "G"


def exhibits_of(
    answers: Answers, rows: tuple[ProofRow, ...], rules: Rules, taken: Mapping[str, Intake], cleaned: Path
) -> tuple[Exhibit, ...]:
    """The exhibits in order. ``taken`` is what was taken in, ``cleaned`` the folder of cleaned copies by key.

    Raises Refused (``evidence.pages``) when page ranges name a page that is not there.
    """
    return number(_filed(answers, rows, rules, taken, cleaned))


def numbers_of(answers: Answers, rows: tuple[ProofRow, ...], rules: Rules) -> dict[str, str]:
    """The number each paper will have, by evidence id; no file need be read for that."""
    return {each.paper.evidence: each.number for each in exhibits_of(answers, rows, rules, {}, Path())}


def cleaned_path(folder: Path, key: str, suffix: str = ".pdf") -> Path:
    """Where the cleaned copy of ``e1/file`` stands."""
    return folder / (key.replace("/", "-") + suffix)


def _filed(
    answers: Answers, rows: tuple[ProofRow, ...], rules: Rules, taken: Mapping[str, Intake], cleaned: Path
) -> Iterator[Filed]:
    for position, each in enumerate(answers.ids("evidence")):
        row = next((row for row in rows if each in row.evidence), None)
        target = row.target if row else _first_target(answers, each)
        rule = row.rule if row else _rule(rules, answers.text(f"evidence/{each}/proof"), target)
        yield Filed(
            evidence=each,
            proof=rule.id if rule else "",
            section=rule.section if rule else OTHER,
            slot=rule.slot if rule else "",
            title=_title(answers, each, row.title if row else _plain_title(rule)),
            date=_date(answers, each),
            sheaves=tuple(_sheaves(answers, each, taken, cleaned)),
            order=rule.order if rule else 0,
            person=_person(answers, target),
            record=_record(answers, target),
            taken=position,
        )


def _rule(rules: Rules, proof: str, target: str) -> ProofRule | None:
    """The rule a paper was filed under though the case does not want it; the dependants' rules are their own."""
    per_dependant = target.startswith("dependant/")
    named = [rule for rule in rules.proofs if rule.id == proof]
    return next((rule for rule in named if (rule.per == "dependant") is per_dependant), None)


def _first_target(answers: Answers, evidence: str) -> str:
    named = targets_of(answers, evidence)
    return named[0] if named else APPLICANT


def _plain_title(rule: ProofRule | None) -> Line:
    if rule is None:
        return line(N_("Paper"))
    unnamed = line(N_("(not named yet)"))
    return Line(
        template=rule.title.template,
        context=rule.title.context,
        values={"payer": unnamed, "employer": unnamed, "title": unnamed, "surname": unnamed},
    )


def _title(answers: Answers, evidence: str, default: Line) -> Line:
    own = answers.text(f"evidence/{evidence}/title")
    title = line(N_("{title}"), title=own) if own else default
    if is_foreign(answers.text(f"evidence/{evidence}/language")) and answers.text(f"evidence/{evidence}/translation"):
        return line(N_("{title}, with translation"), title=title)
    return title


def _date(answers: Answers, evidence: str) -> PartialDate | None:
    text = answers.text(f"evidence/{evidence}/date")
    return partial(text) if text else None


def _sheaves(answers: Answers, evidence: str, taken: Mapping[str, Intake], cleaned: Path) -> Iterator[Sheaf]:
    for field in ("file", "translation"):
        key = f"{evidence}/{field}"
        if key in taken:
            yield _sheaf(answers, evidence, field, taken[key], cleaned)


def _sheaf(answers: Answers, evidence: str, field: str, intake: Intake, cleaned: Path) -> Sheaf:
    key = f"{evidence}/{field}"
    name = answers.text(f"evidence/{key}")
    chosen = answers.text(f"evidence/{evidence}/pages") if field == "file" else ""
    rotate = answers.get(f"evidence/{evidence}/rotate") if field == "file" else None
    return Sheaf(
        path=str(cleaned_path(cleaned, key)),
        name=Path(name).name,
        sha256=intake.sha256,
        size=intake.size,
        pages=_pages(chosen, len(intake.pages), name),
        rotate={int(page): int(str(turn)) for page, turn in rotate.items()} if isinstance(rotate, dict) else {},
        outline=intake.outline,
        flags=tuple(flag.code for flag in intake.flags),
        picture=str(cleaned_path(cleaned, key, PICTURE_SUFFIX[intake.picture_kind])) if intake.picture else "",
    )


PICTURE_SUFFIX = {"jpeg": ".jpg", "png": ".png", "": ""}


def _pages(text: str, count: int, name: str) -> tuple[int, ...]:
    try:
        return pages_of(text, count)
    except ValueError:
        raise refuse(
            "evidence.pages",
            line(N_("{file} has {n} pages; the pages named are {pages}."), file=name, n=count, pages=text),
            line(N_("Name pages of the file as it was taken in, for example 1-3,5, each once.")),
            name,
        ) from None


def _person(answers: Answers, target: str) -> int:
    ids = answers.ids("dependant")
    listed, _, record = target.partition("/")
    return ids.index(record) + 1 if listed == "dependant" and record in ids else 0


def _record(answers: Answers, target: str) -> int:
    listed, _, record = target.partition("/")
    ids = answers.ids(listed)
    return ids.index(record) if record in ids else 0


def checklist_of(rows: tuple[ProofRow, ...], exhibits: tuple[Exhibit, ...]) -> tuple[ChecklistRow, ...]:
    """The checklist's rows, with the exhibit numbers of the evidence of each."""
    return tuple(
        ChecklistRow(
            person=row.person,
            proof=row.rule.id,
            title=row.title,
            state=row.state,
            required=row.required,
            exhibits=tuple(exhibit.number for exhibit in exhibits if exhibit.paper.evidence in row.evidence),
            note=row.why or (row.rule.accepts if row.state == "missing" else None),
        )
        for row in rows
    )


def slots_of(rows: tuple[ProofRow, ...], exhibits: tuple[Exhibit, ...], rules: Rules) -> tuple[Slot, ...]:
    """The places of the online form that this case uses, person by person."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.rule.slot and row.state not in ("not_applicable", "maybe"):
            numbers = found.setdefault((row.person, row.rule.slot), [])
            numbers += [
                exhibit.number
                for exhibit in exhibits
                if exhibit.paper.evidence in row.evidence and exhibit.number not in numbers
            ]
    return tuple(_slot(person, rules, slot, numbers) for (person, slot), numbers in found.items())


def _slot(person: str, rules: Rules, slot: str, numbers: list[str]) -> Slot:
    rule = rules.slots[slot]
    return Slot(
        person=person,
        id=slot,
        title=rule.title,
        formats=rule.formats,
        max_bytes=rule.max_bytes,
        max_files=rule.max_files,
        exhibits=tuple(numbers),
    )
