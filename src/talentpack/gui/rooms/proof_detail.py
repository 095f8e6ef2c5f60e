"""One proof: what is accepted, the papers attached, and where more are dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from talentpack.app.people import people_of
from talentpack.core.lines import N_, line
from talentpack.core.problems import Problem
from talentpack.core.proofs import ProofRow
from talentpack.gui.desk import Desk
from talentpack.gui.fields.boxes import LineBox
from talentpack.gui.rooms.paper_block import Choose, Labelled, PaperBlock
from talentpack.gui.rooms.proof_lines import bare_title, in_order, record_line, state_words
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Chip, Note
from talentpack.gui.widgets.buttons import LinkButton
from talentpack.gui.widgets.drop_zone import DropZone
from talentpack.gui.widgets.text import Elided, Text


class ProofDetail(QWidget):
    """Shows a proof, or a paper nobody assigned. Everything it wants done it asks for."""

    dropped = Signal(object)
    """Paths for the proof shown."""
    choose_asked = Signal()
    replace_asked = Signal(str)
    remove_asked = Signal(str)
    assign_asked = Signal(str)
    assigned = Signal(str, str)
    """A paper and the key of the proof chosen for it."""
    set_aside = Signal(str)
    """The reason why the proof shown does not apply; empty: it does."""

    def __init__(self, desk: Desk, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.design = desk, style
        self.blocks: dict[str, PaperBlock] = {}
        self._showing = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, style.px(24))
        self._column.setSpacing(style.px(12))
        self._make_head()
        self._papers = QVBoxLayout()
        self._papers.setSpacing(style.px(16))
        self._column.addLayout(self._papers)
        self._make_foot()
        self._column.addStretch(1)

    def _make_head(self) -> None:
        style = self.design
        head = QHBoxLayout()
        head.setSpacing(style.px(10))
        self._number = Text(style, "case", colour="muted", weight=400)
        self._title = Elided(style, "case")
        self._chip_place = QHBoxLayout()
        head.addWidget(self._number)
        head.addWidget(self._title, 1)
        head.addLayout(self._chip_place)
        self._of = Text(style, "hint", colour="muted", wrap=True)
        self._accepts = Text(style, "body", wrap=True)
        top = QVBoxLayout()
        top.setSpacing(style.px(4))
        top.addLayout(head)
        top.addWidget(self._of)
        top.addWidget(self._accepts)
        self._column.addLayout(top)
        options: list[tuple[str, str]] = []
        self.proof = Choose(self.desk.words.text(N_("Choose")), options)
        self.proof.picked.connect(self._assign)
        self._proof_box = Labelled(style, self.desk.words.text(N_("What it proves")), self.proof)
        self._column.addWidget(self._proof_box)

    def _make_foot(self) -> None:
        style, text = self.design, self.desk.words.text
        formats = text(N_("PDF, JPEG, PNG, TIFF, HEIC, AVIF, WebP or GIF, up to 250 MB."))
        button = text(N_("Choose files…"))
        self.large = DropZone(style, text(N_("Drop the paper here")), formats, button, large=True)
        self.small = DropZone(style, text(N_("Drop more files here")), "", button, large=False)
        for zone in (self.large, self.small):
            zone.dropped.connect(self.dropped)
            zone.asked.connect(self.choose_asked)
            self._column.addWidget(zone)
        self._refusals = QVBoxLayout()
        self._refusals.setSpacing(style.px(8))
        self._column.addLayout(self._refusals)
        self.aside = LinkButton(style, text(N_("This paper does not apply…")))
        self.aside.clicked.connect(self._ask_reason)
        self.applies = LinkButton(style, text(N_("It applies after all")))
        self.applies.clicked.connect(self._applies)
        self._reason = LineBox()
        self._reason.editingFinished.connect(self._give_reason)
        self._reason_box = Labelled(style, text(N_("Why it does not apply")), self._reason)
        self._reason_box.hide()
        for part in (self.aside, self.applies, self._reason_box):
            self._column.addWidget(part)

    def show_proof(self, row: ProofRow, number: str) -> None:
        words = self.desk.words
        if self._showing != row.rule.id + row.target:
            self._showing = row.rule.id + row.target
            self.refuse(())
            self._reason_box.hide()
        self._head(number, bare_title(row, words), self._whose(row))
        self._accepts.setText(words.say(line(N_("Accepted: {what}"), what=row.rule.accepts)))
        state = state_words(row)
        self._show_chip(Chip(self.design, words.text(state.chip), tone=state.tone, icon=state.icon))
        self._proof_box.hide()
        self._show_papers(row.evidence)
        aside = row.state == "not_applicable"
        self.large.setVisible(not row.evidence and not aside)
        self.small.setVisible(bool(row.evidence))
        self.aside.setVisible(not row.evidence and not aside and not self._reason_box.isVisible())
        self.applies.setVisible(aside)
        if aside and row.why is not None:
            self._accepts.setText(words.say(line(N_("Does not apply: {why}"), why=row.why)))

    def show_paper(self, evidence: str) -> None:
        """A paper that serves no proof yet, and the proofs it could serve."""
        words, answers = self.desk.words, self.desk.answers
        self._showing = evidence
        self.refuse(())
        name = answers.text(f"evidence/{evidence}/title") or Path(answers.text(f"evidence/{evidence}/file")).name
        self._head("", name, "")
        self._accepts.setText(words.text(N_("Choose what this paper proves.")))
        self._show_chip(Chip(self.design, words.text(N_("Not assigned yet")), tone="amber", icon="advice"))
        self._fill_proofs()
        self._proof_box.show()
        self._show_papers((evidence,))
        for part in (self.large, self.small, self.aside, self.applies, self._reason_box):
            part.hide()

    def refuse(self, problems: tuple[Problem, ...]) -> None:
        """What was dropped and could not be taken, file by file."""
        while self._refusals.count():
            item = self._refusals.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for problem in problems:
            said = self.desk.words.say(problem.what), self.desk.words.say(problem.remedy)
            self._refusals.addWidget(Note(self.design, *said, tone="amber", icon="advice"))

    def _head(self, number: str, title: str, of: str) -> None:
        self._number.setText(number)
        self._number.setVisible(bool(number))
        self._title.setText(title)
        self._of.setText(of)
        self._of.setVisible(bool(of))

    def _whose(self, row: ProofRow) -> str:
        """The record and the person."""
        who = next((each for each in people_of(self.desk.answers, self.desk.forms) if each.ref == row.person), None)
        record = record_line(self.desk, row)
        said = [self.desk.words.say(record) if record else "", who.name if who else ""]
        return " · ".join(each for each in said if each)

    def _show_chip(self, chip: Chip) -> None:
        item = self._chip_place.takeAt(0)
        old = item.widget() if item else None
        if old is not None:
            old.hide()
            old.deleteLater()
        self._chip_place.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)

    def _show_papers(self, wanted: tuple[str, ...]) -> None:
        for gone in [each for each in self.blocks if each not in wanted]:
            block = self.blocks.pop(gone)
            self._papers.removeWidget(block)
            block.hide()
            block.deleteLater()
        for place, each in enumerate(wanted):
            if each in self.blocks:
                self.blocks[each].refresh()
            else:
                self.blocks[each] = self._block(each)
                self._papers.insertWidget(place, self.blocks[each])

    def _block(self, evidence: str) -> PaperBlock:
        block = PaperBlock(self.desk, self.design, evidence)
        block.replace_asked.connect(self.replace_asked)
        block.remove_asked.connect(self.remove_asked)
        block.assign_asked.connect(self.assign_asked)
        return block

    def _fill_proofs(self) -> None:
        self.proof.clear()
        self.proof.addItem(self.desk.words.text(N_("Choose")), "")
        for key, said in proof_options(self.desk):
            self.proof.addItem(said, key)

    def _assign(self, key: str) -> None:
        if key:
            self.assigned.emit(self._showing, key)

    def _ask_reason(self) -> None:
        self.aside.hide()
        self._reason.clear()
        self._reason_box.show()
        self._reason.setFocus()

    def _give_reason(self) -> None:
        if self._reason_box.isVisible() and self._reason.text().strip():
            self._reason_box.hide()
            self.set_aside.emit(self._reason.text())

    def _applies(self) -> None:
        self.set_aside.emit("")


def proof_options(desk: Desk) -> list[tuple[str, str]]:
    """Every proof wanted: its key, and its name with whom or what it is for."""
    people = {each.ref: each.name for each in people_of(desk.answers, desk.forms)}
    found = []
    for row in in_order(desk):
        record = record_line(desk, row)
        about = desk.words.say(record) if record else people.get(row.person, "")
        title = bare_title(row, desk.words)
        said = desk.words.say(line(N_("{proof} · {about}"), proof=title, about=about)) if about else title
        found.append((f"proof/{row.rule.id}/{row.target}", said))
    return found
