"""What is done with papers: attached, replaced, removed, assigned to proofs."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget

from talentpack.app.final_check import proof_address
from talentpack.core.lines import N_, line
from talentpack.core.problems import Problem
from talentpack.core.proofs import ProofRow
from talentpack.core.values import Plain
from talentpack.gui.desk import Desk
from talentpack.gui.messages import Messages
from talentpack.gui.rooms.proof_detail import proof_options


class Attached(NamedTuple):
    """``key`` is the last new paper's in the list, empty for none; ``refused`` what could not be taken."""

    key: str
    refused: tuple[Problem, ...]


class Filing:
    """The acts of the evidence room on the desk. ``room`` is where menus open."""

    def __init__(self, desk: Desk, messages: Messages, room: QWidget) -> None:
        self._desk = desk
        self._messages = messages
        self._room = room

    def row(self, key: str) -> ProofRow | None:
        """The proof of a key of the list; None for a paper's."""
        return next((row for row in self._desk.rows if proof_address(row) == key), None)

    def attach(self, files: tuple[Path, ...], row: ProofRow | None) -> Attached:
        """Attaches files to a proof, or to none yet; what is no file is refused in words."""
        given: dict[str, Plain] = {"proof": row.rule.id, "for": [row.target]} if row else {}
        key = ""
        for file in files:
            if not file.is_dir():
                new = self._desk.attach({"file": self._desk.name_of(file), **given})
                self._desk.take(f"{new}/file")
                key = f"evidence/{new}"
        return Attached(key, tuple(_folder(file) for file in files if file.is_dir()))

    def ask_file(self, key: str) -> None:
        """Has another file chosen for ``e1/file`` or ``e1/translation``."""
        files = self._messages.ask_open_files(line(N_("Choose the file")))
        evidence, _, part = key.partition("/")
        if files:
            self._desk.edit_evidence(evidence, {part: self._desk.name_of(files[0])})
            self._desk.take(key)

    def remove(self, key: str) -> None:
        """Takes away a paper, or only its translation."""
        evidence, _, part = key.partition("/")
        if part == "translation":
            self._desk.edit_evidence(evidence, {"translation": None, "certified_by": None})
        else:
            self._desk.remove("evidence", evidence)

    def ask_proof(self, evidence: str) -> None:
        """A menu of the proofs; those the paper serves are ticked, and may be several of one kind."""
        menu = QMenu(self._room)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, said in proof_options(self._desk):
            action = QAction(said.replace("&", "&&"), menu)
            action.setCheckable(True)
            row = self.row(key)
            action.setChecked(row is not None and evidence in row.evidence)
            action.setData((evidence, key))
            menu.addAction(action)
        menu.triggered.connect(self._chosen)
        menu.popup(QCursor.pos())

    def assign(self, evidence: str, key: str) -> None:
        """To this proof alone."""
        row = self.row(key)
        if row is not None:
            self._give(evidence, row.rule.id, [row.target])

    def toggle(self, evidence: str, key: str) -> None:
        """To this proof too, or no longer; a proof of another kind takes the paper over."""
        row = self.row(key)
        if row is None:
            return
        same = [each for each in self._desk.rows if each.rule.id == row.rule.id and evidence in each.evidence]
        others: list[Plain] = [each.target for each in same if each != row]
        self._give(evidence, row.rule.id, others if row in same else [*others, row.target])

    def _chosen(self, action: QAction) -> None:
        self.toggle(*action.data())

    def _give(self, evidence: str, proof: str, targets: list[Plain]) -> None:
        fields: dict[str, Plain | None] = {"proof": proof, "for": targets} if targets else {"proof": None, "for": None}
        self._desk.edit_evidence(evidence, fields)


def _folder(path: Path) -> Problem:
    what = line(N_("{name} is a folder"), name=path.name)
    return Problem(code="evidence.folder", what=what, remedy=line(N_("Choose the files inside it.")), ref=path.name)
