"""The command line: the same use cases as the window. Names and output are those of vocabulary.md."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn, ParamSpec

import click

from talentpack import __version__, assets
from talentpack.app.language import system_language
from talentpack.app.words import LANGUAGES, CatalogueWords, words_for
from talentpack.cli.progress import drive
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused

P = ParamSpec("P")

DIFFERS, REFUSED, INTERRUPTED = 1, 2, 130
_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(path_type=Path)


def _language(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.find_root().obj = value


def _say(context: click.Context) -> CatalogueWords:
    return words_for(context.find_root().obj or system_language(), assets.resources())


def _command(function: Callable[P, None]) -> Callable[P, None]:
    """``--lang`` on every command, and problems as one line each on standard error."""

    @click.option(
        "--lang",
        type=click.Choice(list(LANGUAGES)),
        expose_value=False,
        callback=_language,
        help="Language of what is printed.",
    )
    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except Refused as refused:
            _refuse(refused)

    return run


def _refuse(refused: Refused) -> NoReturn:
    words = _say(click.get_current_context())
    for problem in refused.problems:
        click.echo(f"error: {_sentence(words.say(problem.what))} {_sentence(words.say(problem.remedy))}", err=True)
    raise SystemExit(REFUSED)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "。", "?", "？", "!")) else text + "."


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="talentpack")
@click.option("--lang", type=click.Choice(list(LANGUAGES)), expose_value=False, callback=_language)
def main() -> None:
    """Prepares a submission under Hong Kong's Top Talent Pass Scheme. Nothing leaves this computer."""


@main.command()
@click.argument("file", type=_FILE)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Read the rules as of this day.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@_command
def check(context: click.Context, file: Path, on: Any, as_json: bool) -> None:
    """Assess the answers in FILE by the rules of the day."""
    from talentpack.app import opening, report
    from talentpack.cli import told

    words = _say(context)
    opened = opening.open_file(file, _now, _day(on))
    assessment, rows = opening.check(opened)
    if as_json:
        _print_json(report.assessment_json(assessment, rows, opened.answers, words))
        return
    for text in told.told(assessment, rows, opened.answers, words):
        click.echo(text)


@main.command()
@click.argument("file", type=_FILE)
@click.option("-o", "--output", "target", type=_FOLDER, required=True, help="The folder the pack goes into.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Read the rules as of this day.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@_command
def build(context: click.Context, file: Path, target: Path, on: Any, as_json: bool) -> None:
    """Build the pack of FILE into a folder, verify it, and put it in place."""
    _build(_say(context), file, target, _day(on), as_json=as_json)


def _build(words: CatalogueWords, file: Path, target: Path, on: date | None, *, as_json: bool) -> None:
    from talentpack.app import exporting, opening

    opened = opening.open_file(file, _now, on)
    answer = drive(exporting.export(opened, target), words, quiet=as_json)
    if as_json:
        warnings = [{"code": each.code, "ref": each.ref, "text": words.say(each.text)} for each in answer.warnings]
        _print_json({"files": list(answer.files), "pages": answer.pages, "warnings": warnings})
        return
    for each in answer.warnings:
        click.echo(f"note: {words.say(each.text)}")
    done = line(
        N_("The pack is ready and verified: {n} pages in {bundle}."), n=answer.pages, bundle=str(target / "Bundle.pdf")
    )
    click.echo(words.say(done))


@main.command()
@click.argument("directory", type=_FOLDER)
@click.pass_context
@_command
def verify(context: click.Context, directory: Path) -> None:
    """Check a finished pack against its manifest: exit 0 all true, 1 something differs, 2 not a pack."""
    from talentpack.app import exporting

    words = _say(context)
    answer = drive(exporting.verify_pack(directory), words, quiet=True)
    for found in answer.differences:
        click.echo(words.say(found.text))
    if answer.differences:
        raise SystemExit(DIFFERS)
    click.echo(words.say(line(N_("All true: every file, page, bookmark, stamp and link is as the manifest says."))))


@main.command()
@click.argument("files", type=_FILE, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
@click.pass_context
@_command
def probe(context: click.Context, files: tuple[Path, ...], as_json: bool) -> None:
    """Look at evidence files, each in a process of its own, and print a line a file."""
    from talentpack.app import probing

    words = _say(context)
    for file in files:
        seen = drive(probing.probe(file), words, quiet=True)
        click.echo(
            json.dumps(probing.as_json(seen, words), ensure_ascii=False) if as_json else probing.told(seen, words)
        )


@main.command()
@click.option("-o", "--output", "target", type=_FOLDER, default=Path("talentpack-demo"), show_default=True)
@click.pass_context
@_command
def demo(context: click.Context, target: Path) -> None:
    """Build the pack of a fictitious example case."""
    words = _say(context)
    _build(words, assets.resources() / "samples" / "a-income" / "answers.toml", target, None, as_json=False)
    click.echo(words.say(line(N_("Open {path} first; everybody in it is invented."), path=str(target / "Bundle.pdf"))))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
@_command
def doctor(context: click.Context, as_json: bool) -> None:
    """Versions, places, and an audit of the rules and of how fresh they are."""
    from talentpack.app import checkup

    words = _say(context)
    found = checkup.examine(_now().date())
    if as_json:
        _print_json(checkup.as_json(found, words))
    else:
        for text in checkup.told(found, words):
            click.echo(text)
    if found.problems:
        raise SystemExit(DIFFERS)


def _now() -> datetime:
    return datetime.now().astimezone()


def _day(on: Any) -> date | None:
    return on.date() if on else None


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
