"""The commands on cases kept by the program. One that changes a case succeeds only once the change is on the disk."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from talentpack.app.places import cases_folder
from talentpack.cli.output import as_day, json_option, now, on_option, print_json, print_line
from talentpack.cli.progress import drive
from talentpack.cli.shell import command, home_of, say
from talentpack.core.answers import to_path
from talentpack.core.lines import N_, Day, Line, line
from talentpack.core.problems import Refused, refuse

if TYPE_CHECKING:
    from talentpack.app.kept import KeptCase
    from talentpack.app.opening import Opened

_PATH = click.Path(path_type=Path)
_case = click.argument("case")


@contextmanager
def kept(context: click.Context, named: str) -> Iterator[KeptCase]:
    """The case somebody names, open and this command's alone."""
    from talentpack.app.cases import find
    from talentpack.app.kept import open_case

    folder = find(cases_folder(home_of(context)), named, now, who())
    with open_case(folder, now, who()) as case:
        yield case
        for warning in case.warnings:
            click.echo(f"warning: {say(context).say(warning.what)} {say(context).say(warning.remedy)}", err=True)


@contextmanager
def opened(context: click.Context, named: Path, on: date | None) -> Iterator[Opened]:
    """The answers file or the case somebody names: a file that is there or is written like one comes first."""
    from talentpack.app import opening

    if named.exists() or named.suffix == ".toml" or len(named.parts) != 1:
        yield opening.open_file(named, now, on)
        return
    with _or_neither(str(named)), kept(context, str(named)) as case:
        yield case.opened(on)


@contextmanager
def _or_neither(named: str) -> Iterator[None]:
    try:
        yield
    except Refused as refused:
        if refused.problems[0].code != "case.unknown":
            raise
        raise refuse(
            "answers.not_there",
            line(N_("There is no answers file and no case {name}."), name=named),
            line(N_("Name a file that is there, or a case as talentpack list shows it.")),
            named,
        ) from refused


def who() -> str:
    """The user's name as the system has it; empty when it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


@click.command()
@click.option(
    "--from", "file", type=_PATH, metavar="FILE", help="Begin with the answers and evidence of an answers file."
)
@click.option("--name", default="", metavar="NAME", help="What to call the case; else it is called by its applicant.")
@click.pass_context
@command
def new(context: click.Context, file: Path | None, name: str) -> None:
    """Begin a case kept by the program, and print its id.

    With --from, every file the answers name is copied in; the originals stay as they are.
    """
    from talentpack.app import cases, opening

    source = opening.open_file(file, now) if file else None
    running = cases.begin(cases_folder(home_of(context)), now, who(), name, source)
    click.echo(drive(running, say(context), quiet=True))


@click.command("list")
@json_option
@click.pass_context
@command
def list_(context: click.Context, as_json: bool) -> None:
    """List the cases kept by the program."""
    from talentpack.app import cases
    from talentpack.cli import cases_told

    found = tuple(cases.listed(cases_folder(home_of(context)), now, who()))
    if as_json:
        print_json([cases_told.listed_json(each, say(context)) for each in found])
        return
    for said in cases_told.listed_lines(found, say(context)):
        click.echo(said)


@click.command()
@_case
@on_option
@json_option
@click.pass_context
@command
def show(context: click.Context, case: str, on: Any, as_json: bool) -> None:
    """Show everything about CASE: answers, evidence, findings, proofs."""
    from talentpack.cli import cases_told

    with kept(context, case) as there:
        if as_json:
            print_json(cases_told.case_json(there, as_day(on), say(context)))
            return
        for said in cases_told.case_lines(there, as_day(on), say(context)):
            click.echo(said)


@click.command("set")
@_case
@click.argument("path", metavar="ID")
@click.argument("value")
@click.pass_context
@command
def set_(context: click.Context, case: str, path: str, value: str) -> None:
    """Answer a question of CASE.

    ID is as in an answers file, for example income[0].amount; the place after the last record begins a new one. VALUE
    is a TOML value; bare words are text.
    """
    from talentpack.app.acts import set_answer

    with kept(context, case) as there:
        address = set_answer(there, path, value)
        _say_answer(there, address)


@click.command()
@_case
@click.argument("path", metavar="ID")
@click.pass_context
@command
def unset(context: click.Context, case: str, path: str) -> None:
    """Take an answer of CASE away, or a whole record such as income[1]."""
    from talentpack.app.acts import unset_answer

    with kept(context, case) as there:
        unset_answer(there, path)


@click.command()
@_case
@click.argument("file", type=_PATH)
@click.option("--proof", required=True, metavar="PROOF", help="What it proves, for example income_proof.")
@click.option(
    "--for", "targets", multiple=True, metavar="RECORD", help="Whom or what it is for, for example income[0]."
)
@click.option("--part", metavar="PART", help="certificate or transcript.")
@click.option("--title", metavar="TITLE", help="Its name in the bundle.")
@click.option("--date", "dated", metavar="DATE", help="The date of the paper.")
@click.option("--language", metavar="CODE", help="Its language, for example en, zh-Hant or ms.")
@click.option("--translation", type=_PATH, metavar="FILE", help="Its translation.")
@click.option("--certified-by", metavar="WHO", help="Who certified the translation, for example sworn.")
@click.option("--pages", metavar="PAGES", help="Which pages, in which order, for example 1-3,5.")
@click.pass_context
@command
def attach(context: click.Context, /, case: str, file: Path, targets: tuple[str, ...], **said: Any) -> None:
    """Take FILE into CASE as evidence.

    It is copied in; the original stays as it is. A file that cannot be used is refused, and the case stays as it was.
    """
    from talentpack.app import acts

    table = {("date" if key == "dated" else key): value for key, value in said.items() if value is not None}
    if targets:
        table["for"] = list(targets)
    with kept(context, case) as there:
        record = drive(acts.attach(there, file, table), say(context), quiet=True)
        click.echo(to_path(there.answers, f"evidence/{record}"))


@click.command()
@_case
@click.argument("paper", metavar="PAPER")
@click.pass_context
@command
def detach(context: click.Context, case: str, paper: str) -> None:
    """Take a paper, such as evidence[0], out of CASE. Undo brings it back."""
    from talentpack.app import acts

    with kept(context, case) as there:
        acts.detach(there, paper)


@click.command()
@_case
@click.pass_context
@command
def undo(context: click.Context, case: str) -> None:
    """Take back the newest act in CASE."""
    with kept(context, case) as there:
        if there.session.undo() is None:
            remedy = line(N_("Opening a case is no act; redo may still bring something back."))
            raise refuse("case.nothing_to_undo", line(N_("There is nothing to undo.")), remedy)
        print_line(line(N_("Undone. talentpack redo brings it back.")), say(context))


@click.command()
@_case
@click.pass_context
@command
def redo(context: click.Context, case: str) -> None:
    """Do again what was undone last in CASE."""
    with kept(context, case) as there:
        if there.session.redo() is None:
            remedy = line(N_("Only what was undone last can be done again, and only until something else is done."))
            raise refuse("case.nothing_to_redo", line(N_("There is nothing to do again.")), remedy)
        print_line(line(N_("Done again.")), say(context))


@click.command()
@_case
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_context
@command
def erase(context: click.Context, case: str, yes: bool) -> None:
    """Remove CASE for good: answers, papers, history, earlier states."""
    from talentpack.app import cases

    words = say(context)
    folder = cases.find(cases_folder(home_of(context)), case, now, who())
    if not yes and sys.stdin.isatty():
        click.confirm(words.say(line(N_("Remove this case and its papers for good?"))), abort=True)
    cases.erase(folder, now, who())
    kept_elsewhere = N_(
        "The case is gone. Copies made by backups or sync programs, packs built from it, and traces on the disk itself"
        " are out of this program's reach."
    )
    print_line(line(kept_elsewhere), words)


@click.command()
@_case
@click.pass_context
@command
def recover(context: click.Context, case: str) -> None:
    """Take a damaged CASE back to its newest earlier state. The damaged file is kept."""
    from talentpack.app import cases

    words = say(context)
    used, aside = cases.recover(cases.find(cases_folder(home_of(context)), case, now, who()), now)
    local = used.at.astimezone()
    told = Line(
        template=N_("The case is as it was on {day} at {time}, after {n} act. Check what you did since then."),
        plural=N_("The case is as it was on {day} at {time}, after {n} acts. Check what you did since then."),
        values={"day": Day(date=local.date()), "time": f"{local:%H:%M}", "n": used.last},
    )
    print_line(told, words)
    if aside:
        print_line(line(N_("The damaged file was kept: {file}"), file=str(aside)), words)


def _say_answer(case: KeptCase, address: str) -> None:
    click.echo(f"{to_path(case.answers, address)} = {_shown(case.answers.get(address))}")


def _shown(value: object) -> str:
    from json import dumps

    return "" if value is None else dumps(value, ensure_ascii=False)


COMMANDS = (new, list_, show, set_, unset, attach, detach, undo, redo, recover, erase)
