"""Long work told step by step: a moving line on a terminal, one plain line a stage elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Generator, Mapping
from contextlib import closing
from types import MappingProxyType
from typing import TextIO, TypeVar

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
    with closing(running):
        if quiet:
            return _silently(running)
        terminal = sys.stdout
        return _moving(running, words) if terminal.isatty() else _plainly(running, words, terminal)


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
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[detail]}"), TimeElapsedColumn())
    with Progress(*columns) as bars:
        stage, bar = "", bars.add_task("", detail="")
        while True:
            try:
                step = next(running)
            except StopIteration as stop:
                bars.update(bar, completed=1, total=1, detail="")
                result: T = stop.value
                return result
            if step.label in STAGES:
                if step.label != stage:
                    bars.update(bar, completed=1, total=1, detail="")
                    stage, bar = step.label, bars.add_task(words.text(STAGES[step.label]), detail="")
                bars.update(bar, completed=step.done, total=step.total or None, detail=step.detail)
