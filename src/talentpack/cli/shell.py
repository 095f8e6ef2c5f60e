"""What every command shares: the language, problems as one ``error:`` line each, the exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn, ParamSpec

import click

from talentpack import assets
from talentpack.app.language import system_language
from talentpack.app.words import LANGUAGES, CatalogueWords, words_for
from talentpack.cli.wrap import cells
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused

P = ParamSpec("P")

DIFFERS, REFUSED, INTERRUPTED = 1, 2, 130
_LANGUAGE = "talentpack.language"


class WrongUsage(click.ClickException):
    """What click finds wrong with the arguments, on one line like every other problem."""

    exit_code = REFUSED

    def __init__(self, error: click.UsageError) -> None:
        path = error.ctx.command_path if error.ctx else "talentpack"
        super().__init__(f"{_sentence(' '.join(error.format_message().split()))} See {path} --help.")

    def show(self, file: Any = None) -> None:
        click.echo(f"error: {self.message}", file=file, err=file is None)


class Shell(click.Group):
    """A group whose commands end with one line on standard error: 2 when refused, 130 when interrupted."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):  # a name the terminal cannot show must not end the program
                stream.reconfigure(errors="backslashreplace")
        with _told_plainly():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with _told_plainly():
            return super().invoke(ctx)


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise WrongUsage(error) from None
    except KeyboardInterrupt:
        stopped = line(N_("Stopped; nothing was changed."))
        click.echo("\n" + say(click.get_current_context()).say(stopped), err=True)
        raise SystemExit(INTERRUPTED) from None


def _language(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.meta[_LANGUAGE] = value


lang = click.option(
    "--lang",
    type=click.Choice(list(LANGUAGES)),
    expose_value=False,
    callback=_language,
    help="Language of what is printed.",
)


def _home(context: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta[_HOME] = value


_HOME = "talentpack.home"
home = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    expose_value=False,
    callback=_home,
    help="Where the program keeps its cases.",
)


def home_of(context: click.Context) -> Path | None:
    """The folder asked for with ``--home``; None: the usual one."""
    folder: Path | None = context.meta.get(_HOME)
    return folder


def say(context: click.Context) -> CatalogueWords:
    """The words of the language asked for, else the system's."""
    return words_for(context.meta.get(_LANGUAGE) or system_language(), assets.resources())


def command(function: Callable[P, None]) -> Callable[P, None]:
    """``--lang`` and ``--home`` on every command, and problems as one line each on standard error."""

    @lang
    @home
    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            function(*args, **kwargs)
        except Refused as refused:
            _refuse(refused)

    return run


def _refuse(refused: Refused) -> NoReturn:
    words = say(click.get_current_context())
    for problem in refused.problems:
        said = f"{_sentence(words.say(problem.what))} {_sentence(words.say(problem.remedy))}"
        click.echo(f"error: {' '.join(said.split())}", err=True)
    raise SystemExit(REFUSED)


def _sentence(text: str) -> str:
    if text.endswith((".", "。", "?", "？", "!", "！")):
        return text
    return text + ("。" if cells(text[-1:]) > 1 else ".")
