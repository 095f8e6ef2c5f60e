"""Long work told step by step: a moving line on a terminal, one plain line a stage elsewhere."""

from __future__ import annotations

import signal
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from types import FrameType, MappingProxyType
from typing import NoReturn, TextIO, TypeVar

from talentpack.core.lines import N_, line
from talentpack.core.words import Words
from talentpack.worker.protocol import Step

T = TypeVar("T")

# What each stage is called. Steps of other labels are parts of a stage and are not told.
STAGES: Mapping[str, str] = MappingProxyType(
    {
        "take_in": N_("Reading the evidence"),
        "build.bundle": N_("Setting the pages and joining the bundle"),
        "build.letter": N_("Writing the letter"),
        "build.evidence": N_("Writing the evidence folder"),
        "build.portal": N_("Writing the files for the online form"),
        "build.manifest": N_("Writing the manifest"),
        "verify.file": N_("Verifying every file"),
        "verify.pages": N_("Verifying the bundle"),
    }
)


def drive(running: Generator[Step, None, T], words: Words, *, quiet: bool) -> T:
    """Runs a generator to its end and returns its result; interrupted, it is closed and cleans up after itself."""
    with _ended_politely(), closing(running):
        if quiet:
            return _silently(running)
        terminal = sys.stdout
        return _moving(running, words) if terminal.isatty() else _plainly(running, words, terminal)


@contextmanager
def _ended_politely() -> Iterator[None]:
    """A request to end, or a closed terminal, leaves nothing half-written either (Ctrl-C is Python's own business)."""
    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {each: signal.getsignal(each) for each in wanted}
    theirs = [each for each in wanted if before[each] is signal.SIG_DFL]  # nohup ignores SIGHUP: it stays ignored
    for each in theirs:
        signal.signal(each, _leave)
    try:
        yield
    finally:
        for each in theirs:
            signal.signal(each, signal.SIG_DFL)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _silently(running: Generator[Step, None, T]) -> T:
    while True:
        try:
            next(running)
        except StopIteration as stop:
            result: T = stop.value
            return result


def _plainly(running: Generator[Step, None, T], words: Words, out: TextIO) -> T:
    last = ""
    while True:
        try:
            step = next(running)
        except StopIteration as stop:
            result: T = stop.value
            return result
        said = _said(step, words)
        if said and said != last:
            print(said, file=out, flush=True)
            last = said


def _said(step: Step, words: Words) -> str:
    stage = STAGES.get(step.label)
    if stage is None:
        return ""
    if step.label == "take_in":
        template = N_("{stage}: {n} of {total}, {file}")
        return words.say(line(template, stage=line(stage), n=step.done + 1, total=step.total, file=step.detail))
    return words.text(stage)


def _moving(running: Generator[Step, None, T], words: Words) -> T:
    """One line that moves and is gone at the end."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.table import Column

    detail = TextColumn("{task.fields[detail]}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    columns = (
        TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True)),
        BarColumn(24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        detail,
    )
    with Progress(*columns, transient=True) as bars:
        bar = bars.add_task("", detail="", total=None)
        while True:
            try:
                step = next(running)
            except StopIteration as stop:
                result: T = stop.value
                return result
            if stage := STAGES.get(step.label):
                shown = words.text(stage)
                bars.update(
                    bar,
                    description=shown,
                    completed=step.done,
                    total=step.total or None,
                    detail=step.detail if step.label == "take_in" else "",
                )
