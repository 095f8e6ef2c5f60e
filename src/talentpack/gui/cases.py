"""Cases as the window opens and shows them; loaded with the first one, long after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from talentpack import assets
from talentpack.app.opening import open_file
from talentpack.app.programme import programme
from talentpack.app.session import Session
from talentpack.app.world import load
from talentpack.core.words import Words
from talentpack.gui.desk import Desk
from talentpack.gui.jobs import Jobs
from talentpack.gui.messages import Messages
from talentpack.gui.style import Style
from talentpack.gui.window.case import CaseView
from talentpack.gui.window.programme import ProgrammeCard

EXAMPLE = ("samples", "a-income", "answers.toml")


@dataclass(frozen=True)
class Cases:
    """Each gives the desk of one case; ``owner`` is what the desk lives with."""

    words: Words
    now: Callable[[], datetime]
    owner: QObject

    def new(self, folder: Path) -> Desk:
        """Kept nowhere until it is saved."""
        session = Session(load(), self.now)
        session.open({"scheme": "ttps", "purpose": "entry"})
        return self._desk(session, None, folder)

    def read(self, path: Path) -> Desk:
        """From an answers file, which is kept up to date. Raises Refused with what is wrong with it."""
        return self._desk(open_file(path, self.now).session, path, path.parent)

    def example(self) -> Desk:
        """Kept nowhere: the one we ship stays as it is."""
        path = assets.resources().joinpath(*EXAMPLE)
        return self._desk(open_file(path, self.now).session, None, path.parent)

    def _desk(self, session: Session, path: Path | None, folder: Path) -> Desk:
        return Desk(session, self.words, self.now, path, folder, Jobs(self.owner), self.owner)


def view(desk: Desk, style: Style, messages: Messages) -> CaseView:
    return CaseView(desk, style, messages)


def card(words: Words, style: Style, day: date) -> tuple[QWidget, date]:
    """What Home says of the programme, and the day its oldest source was read."""
    facts = programme(load(), day)
    return ProgrammeCard(facts, words, style), facts.checked
