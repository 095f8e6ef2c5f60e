"""The checklist: every document wanted of every person, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from talentpack.core.lines import N_, Day, Line, Several, line
from talentpack.core.plan import ChecklistRow, PackPlan, ProofState
from talentpack.documents.heads import person_heads
from talentpack.documents.marks import Target
from talentpack.documents.para import Para
from talentpack.documents.rows import Column, Group, Row, table
from talentpack.documents.runs import Span
from talentpack.documents.setting import Setting, person_of
from talentpack.documents.sheet import FRAME, note_strips, title_strips
from talentpack.documents.strips import Page, Strip, paginate, spaced
from talentpack.documents.styles import CELL, CELL_GREY, CELL_STRONG, HEAD, NOTE, TICK

COLUMNS = (Column(0, 16), Column(18, 50), Column(72, 222), Column(302, 100), Column(404, 64, right=True))

STATES: dict[ProofState, str] = {
    "attached": N_("Attached"),
    "missing": N_("Missing"),
    "maybe": N_("Not decided yet"),
    "needs_translation": N_("Needs a translation"),
    "needs_certificate": N_("Needs a certificate"),
    "incomplete": N_("Incomplete"),
    "unusable": N_("Unusable"),
    "not_applicable": N_("Not applicable"),
}
# What is not in order, as the lead paragraph counts it: one, and several.
_COUNTS: dict[ProofState, tuple[str, str]] = {
    "missing": (N_("{n} is missing"), N_("{n} are missing")),
    "maybe": (N_("{n} is not decided yet"), N_("{n} are not decided yet")),
    "needs_translation": (N_("{n} needs a translation"), N_("{n} need a translation")),
    "needs_certificate": (N_("{n} needs a certificate"), N_("{n} need a certificate")),
    "incomplete": (N_("{n} is incomplete"), N_("{n} are incomplete")),
    "unusable": (N_("{n} is unusable"), N_("{n} are unusable")),
}


def set_checklist(plan: PackPlan, setting: Setting) -> tuple[Page, ...]:
    """The checklist's pages without their foot, in the official order."""
    words = setting.words
    strips = title_strips(words.text(N_("Checklist of documents")), words.say(lead(plan)), setting)
    heads = (N_("Exhibit"), N_("Document"), N_("State"), N_("Pages"))
    head = Row(((), *(setting.label(each, HEAD) for each in heads)))
    strips += spaced(table(COLUMNS, head, _groups(plan, setting), setting.fonts), 21)
    return paginate([*strips, *_explained(setting)], FRAME)


def lead(plan: PackPlan) -> Line:
    """How many documents apply and how they stand."""
    rows = [row for row in plan.checklist if row.state != "not_applicable" and _counts(row)]
    states = [state for state in STATES if any(row.state == state for row in rows)]
    counted = tuple(_counted(state, sum(row.state == state for row in rows)) for state in states)
    day = Day(date=plan.day)
    if not rows:
        return line(N_("As the file stood on {day}. No document applies yet."), day=day)
    if states == ["attached"]:
        return Line(
            template=N_("As the file stood on {day}. The {n} document that applies is in order."),
            plural=N_("As the file stood on {day}. The {n} documents that apply are all in order."),
            values={"day": day, "n": len(rows)},
        )
    return Line(
        template=N_("As the file stood on {day}. One document applies: {states}."),
        plural=N_("As the file stood on {day}. Of the {n} documents that apply, {states}."),
        values={"day": day, "n": len(rows), "states": Several(items=counted)},
    )


def _counts(row: ChecklistRow) -> bool:
    """Something only advised counts once it is there."""
    return row.required or row.state == "attached"


def _counted(state: ProofState, count: int) -> Line:
    one, several = _COUNTS.get(state, (N_("{n} is in order"), N_("{n} are in order")))
    return Line(template=one, plural=several, values={"n": count})


def _groups(plan: PackPlan, setting: Setting) -> Iterator[Group]:
    for ref, rows in groupby(plan.checklist, key=lambda row: row.person):
        person = person_of(plan, ref)
        set_rows = tuple(_row(row, plan, setting) for row in rows)
        if person is None:
            yield Group(set_rows)
            continue
        head, again = person_heads(person, setting)
        yield Group(set_rows, (head,), (again,))


def _row(row: ChecklistRow, plan: PackPlan, setting: Setting) -> Row:
    note = setting.say(row.note, NOTE) if row.note else ()
    return Row(
        (
            setting.cell(_mark(row), TICK if row.state != "not_applicable" else CELL),
            tuple(exhibit_link(number, setting) for number in row.exhibits),
            (*setting.say(row.title), *note),
            _state(row, setting),
            tuple(_pages(number, plan, setting) for number in row.exhibits),
        )
    )


def _mark(row: ChecklistRow) -> str:
    return {"attached": "☑", "not_applicable": "–"}.get(row.state, "☐")


def _state(row: ChecklistRow, setting: Setting) -> tuple[Para, ...]:
    """Regular for what is in order, grey for what does not apply, bold for what is still to be done."""
    if row.state == "attached":
        return setting.label(STATES["attached"])
    if row.state in ("not_applicable", "maybe"):
        return setting.label(STATES[row.state], CELL_GREY)
    if row.state == "missing" and not row.required:
        return setting.label(N_("Advised, not attached"))
    return setting.label(STATES[row.state], CELL_STRONG)


def exhibit_link(number: str, setting: Setting) -> Para:
    return Para((Span(number, CELL, Target(number)),), setting.chinese)


def _pages(number: str, plan: PackPlan, setting: Setting) -> Para:
    exhibit = next(each for each in plan.exhibits if each.number == number)
    text = setting.pages(setting.numbers.exhibits.get(number, 0), exhibit.page_count)
    return Para((Span(text, CELL, Target(number)),), setting.chinese)


def _explained(setting: Setting) -> list[Strip]:
    text = N_(
        "☑ attached and in order; ☐ still to be done; – does not apply to this case. "
        "The list follows the order of the Immigration Department's own; it cannot say that a file is complete."
    )
    return note_strips(setting.text(setting.words.text(text), NOTE), setting)
