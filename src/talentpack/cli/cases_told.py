"""Cases kept by the program, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from talentpack.app.files import ID
from talentpack.app.summary import Told as ToldAnswers
from talentpack.app.summary import summary
from talentpack.cli.output import report_json, report_lines
from talentpack.cli.told import STATES, VERDICTS
from talentpack.cli.wrap import cells, padded, terminal_width, wrapped
from talentpack.core.answers import Answers, to_path
from talentpack.core.case import Case
from talentpack.core.lines import N_, Day, Line, line
from talentpack.core.values import Plain
from talentpack.core.walk import Walk
from talentpack.core.words import Words

if TYPE_CHECKING:
    from talentpack.app.cases import Listed
    from talentpack.app.kept import KeptCase
    from talentpack.app.opening import Opened
    from talentpack.app.words import CatalogueWords

_SHORT = 8


def listed_json(case: Listed, words: Words) -> dict[str, Any]:
    """What is known of a case without opening it; one that cannot be opened has its ``problem``."""
    if case.summary is None:
        return {"id": case.folder.name, "problem": _why(case, words)}
    return {**asdict(case.summary), "changed": case.summary.changed.isoformat()}


def listed_lines(cases: tuple[Listed, ...], words: Words) -> Iterator[str]:
    """A line a case: the beginning of its id, its name, how it stands, when it was changed."""
    names = [each.summary.name if each.summary else "" for each in cases]
    column = max((cells(name) for name in names), default=0) + 2
    for each, name in zip(cases, names, strict=True):
        start = f"{_beginning(each, cases)}  {padded(name, column)}"
        yield from wrapped(start + _standing(each, words), terminal_width(), 4)


def case_json(case: KeptCase, on: date | None, words: CatalogueWords) -> dict[str, Any]:
    """Answers by path, papers, then what ``check --json`` gives."""
    answers = case.answers
    papers = [
        {"ref": to_path(answers, f"evidence/{each}"), "id": each, **_paper(answers, each)}
        for each in answers.ids("evidence")
    ]
    lists = (*case.session.world.forms.lists(), "not_applicable")
    said = {
        to_path(answers, address): answers.get(address)
        for address in answers
        if address not in lists and not address.startswith("evidence/") and not address.endswith(ID)
    }
    head = {"id": case.id, "name": case.name, "actions": len(case.session.actions)}
    return {**head, "answers": said, "evidence": papers, **report_json(case.opened(on), words)}


def case_lines(case: KeptCase, on: date | None, words: CatalogueWords) -> Iterator[str]:
    """The answers page by page, the papers, then the report."""
    opened, width = case.opened(on), terminal_width()
    yield f"{case.id}  {case.name}".rstrip()
    for text, hang in (*_answers(opened, words), *_papers(opened.answers)):
        yield from wrapped(text, width, hang)
    yield ""
    yield from report_lines(opened, words)


def _answers(opened: Opened, words: Words) -> Iterator[tuple[str, int]]:
    case = Case(opened.answers, opened.day, opened.world.rules, opened.answers.text("route"))
    walk = Walk(opened.world.forms, case, opened.world.yes_no)
    for group in summary(ToldAnswers(walk, case, {})):
        rows = [row for row in group.rows if row.value is not None]
        if rows:
            yield from (("", 0), (words.say(group.title), 2))
        for row in rows:
            said = line(N_("{label}: {value}"), label=row.label, value=row.value or line(""))
            yield f"  {words.say(said)}", 4


def _papers(answers: Answers) -> Iterator[tuple[str, int]]:
    ids = answers.ids("evidence")
    if ids:
        yield "", 0
    for each in ids:
        base = f"evidence/{each}"
        targets = answers.get(f"{base}/for")
        about = ", ".join(to_path(answers, str(target)) for target in targets) if isinstance(targets, list) else ""
        said = (to_path(answers, base), answers.text(f"{base}/file"), answers.text(f"{base}/proof"), about)
        yield "  " + "  ".join(part for part in said if part), 4


def _paper(answers: Answers, record: str) -> dict[str, Plain]:
    """The fields of a paper as an answers file has them: without ids of files, addresses as paths."""
    fields = {name: value for name, value in answers.below(f"evidence/{record}").items() if not name.endswith(ID)}
    targets = fields.get("for")
    if isinstance(targets, list):
        fields["for"] = [to_path(answers, str(each)) for each in targets]
    return fields


def _standing(case: Listed, words: Words) -> str:
    if case.summary is None:
        return _why(case, words)
    routes = [
        words.say(line(N_("{route}: {verdict}"), route=route, verdict=Line(template=VERDICTS[verdict])))
        for route, verdict in case.summary.verdicts.items()
        if verdict in VERDICTS
    ]
    proofs = [f"{words.text(STATES[state])} {n}" for state, n in case.summary.proofs.items() if state in STATES]
    changed = words.say(line(N_("changed {day}"), day=Day(date=case.summary.changed.date())))
    return "; ".join((*routes, ", ".join(proofs), changed) if proofs else (*routes, changed))


def _why(case: Listed, words: Words) -> str:
    return " ".join(words.say(each.what) for each in case.problems)


def _beginning(case: Listed, cases: tuple[Listed, ...]) -> str:
    """As much of an id as tells it from the others."""
    others = [each.folder.name for each in cases if each.folder != case.folder]
    name = case.folder.name
    lengths = range(_SHORT, len(name))
    return next((name[:n] for n in lengths if not any(each.startswith(name[:n]) for each in others)), name)
