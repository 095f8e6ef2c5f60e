"""The command line: the same use cases as the window. Names and output are those of vocabulary.md."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from talentpack import __version__, assets
from talentpack.app.words import CatalogueWords
from talentpack.cli.cases import COMMANDS, opened
from talentpack.cli.output import as_day, json_option, now, on_option, print_json, print_line, report_json, report_lines
from talentpack.cli.progress import drive
from talentpack.cli.shell import DIFFERS, Shell, command, home, lang, say
from talentpack.cli.wrap import terminal_width, wrapped
from talentpack.core.lines import N_, line

if TYPE_CHECKING:
    from talentpack.app.opening import Opened

_PATH = click.Path(path_type=Path)
OpensWindow = Callable[[str, Callable[[], datetime], bool], int]
"""Shows the window in a language, by a clock, until its first paint or until it is closed; returns the exit status.

`entry` passes in, as the context's object, what loads it: this package knows no window.
"""


@click.group(cls=Shell, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="talentpack")
@lang
@home
def main() -> None:
    """Prepares a submission under Hong Kong's Top Talent Pass Scheme. Nothing leaves this computer.

    Begin with `talentpack demo`, then write your answers into a file (the README shows one), `check` it and `build` it.
    """


@main.command()
@click.argument("file", type=_PATH)
@on_option
@json_option
@click.pass_context
@command
def check(context: click.Context, file: Path, on: Any, as_json: bool) -> None:
    """Assess the answers in FILE, or the case of that name, by the rules of a day.

    Every criterion: outcome, reason, working and source; then the proofs wanted. The day is that of --on, else the
    file's filing date, else today. Exit 0 whatever the verdict.
    """
    words = say(context)
    with opened(context, file, as_day(on)) as case:
        if as_json:
            print_json(report_json(case, words))
            return
        for text in report_lines(case, words):
            click.echo(text)


@main.command()
@click.argument("file", type=_PATH)
@click.option(
    "-o", "--output", "target", type=_PATH, metavar="FOLDER", required=True, help="The folder the pack goes into."
)
@on_option
@json_option
@click.pass_context
@command
def build(context: click.Context, file: Path, target: Path, on: Any, as_json: bool) -> None:
    """Build the pack of the answers in FILE, or of the case of that name.

    It is written beside FOLDER, verified, and only then put in place; whatever fails, an earlier pack there stays as it
    was. FOLDER must be new, empty, or hold an earlier pack and nothing else.
    """
    words = say(context)
    with opened(context, file, as_day(on)) as case:
        _build(words, case, target, as_json=as_json)


def _build(words: CatalogueWords, case: Opened, target: Path, *, as_json: bool) -> None:
    from talentpack.app import exporting

    answer = drive(exporting.export(case, target), words, quiet=as_json)
    if as_json:
        warnings = [{"code": each.code, "ref": each.ref, "text": words.say(each.text)} for each in answer.warnings]
        print_json({"files": list(answer.files), "pages": answer.pages, "warnings": warnings})
        return
    bundle = str(target / "Bundle.pdf")
    print_line(line(N_("The pack is ready and verified: {n} pages in {bundle}."), n=answer.pages, bundle=bundle), words)
    for each in answer.warnings:
        print_line(line(N_("note: {note}"), note=each.text), words, 6)


@main.command()
@click.argument("directory", type=_PATH, metavar="FOLDER")
@click.pass_context
@command
def verify(context: click.Context, directory: Path) -> None:
    """Check a finished pack against its manifest.

    Exit 0: all true. 1: something differs, each thing named. 2: not a pack.
    """
    from talentpack.app import exporting

    words = say(context)
    answer = drive(exporting.verify_pack(directory), words, quiet=not sys.stdout.isatty())
    for found in answer.differences:
        named = found.ref in words.say(found.text)
        print_line(found.text if named else line(N_("{file}: {what}"), file=found.ref, what=found.text), words, 2)
    if answer.differences:
        raise SystemExit(DIFFERS)
    print_line(line(N_("All true: every file, page, bookmark, stamp and link is as the manifest says.")), words)


@main.command()
@click.argument("files", type=_PATH, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
@click.pass_context
@command
def probe(context: click.Context, files: tuple[Path, ...], as_json: bool) -> None:
    """Look at evidence FILES and say what they are.

    A line a file: whether it can be used, its kind, its pages, and what stands out. Each file is opened in a process
    of its own. Exit 0 whatever is found.
    """
    from talentpack.app import probing

    words = say(context)
    for file in files:
        seen = drive(probing.probe(file), words, quiet=True)
        said = json.dumps(probing.as_json(seen, words), ensure_ascii=False) if as_json else probing.told(seen, words)
        click.echo(said)


@main.command()
@click.option(
    "-o", "--output", "target", type=_PATH, metavar="FOLDER", default=Path("talentpack-demo"), show_default=True
)
@click.pass_context
@command
def demo(context: click.Context, target: Path) -> None:
    """Build the pack of an example case, everybody in it invented."""
    words = say(context)
    with opened(context, assets.resources() / "samples" / "a-income" / "answers.toml", None) as case:
        _build(words, case, target, as_json=False)
    print_line(line(N_("Open {path} first; everybody in it is invented."), path=str(target / "Bundle.pdf")), words)


@main.command()
@json_option
@click.pass_context
@command
def doctor(context: click.Context, as_json: bool) -> None:
    """Show versions, places, and whether the rules are sound and fresh."""
    from talentpack.app import checkup

    words = say(context)
    found = checkup.examine(now().date())
    if as_json:
        print_json(checkup.as_json(found, words))
    else:
        for text in checkup.told(found, words):
            click.echo("\n".join(wrapped(text, terminal_width(), 2)))
    if found.problems:
        raise SystemExit(DIFFERS)


@main.command()
@click.option("--until-painted", is_flag=True, help="Close it again right after its first paint.")
@click.pass_context
@command
def window(context: click.Context, until_painted: bool) -> None:
    """Open the window; so does `talentpack` alone."""
    opens: OpensWindow = context.find_root().obj()
    raise SystemExit(opens(say(context).language, now, until_painted))


for each in COMMANDS:
    main.add_command(each)
