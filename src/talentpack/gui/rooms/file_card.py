"""A file of the evidence: its name and tools, what the reader said of it, its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from talentpack.app.final_check import WORTH_A_LOOK
from talentpack.app.paper_pages import kept, pins_of, turn_of
from talentpack.core.lines import N_, Line, line
from talentpack.core.papers import REMOVED_CODES, Flag, Intake, flag_line
from talentpack.gui import icons
from talentpack.gui.desk import Desk
from talentpack.gui.fields.boxes import LineBox
from talentpack.gui.rooms.page_tools import PageTools, PinBoxes
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Card, Chip, Note, Rule
from talentpack.gui.widgets.buttons import LinkButton, ToolButton
from talentpack.gui.widgets.flow import Flow
from talentpack.gui.widgets.text import Elided, Text
from talentpack.gui.widgets.thumbs import Thumb, Thumbs

_TRIVIAL = ("picture", "rotated", "no_text")
KILO, MEGA = 1_000, 1_000_000


class Name(QWidget):
    """The name row, which turns into a line to write in."""

    renamed = Signal(str)

    def __init__(self, style: Style, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Elided(style, "label")
        self.facts = Text(style, "hint", colour="muted")
        self._box = LineBox()
        self._box.setAccessibleName(label)
        self._box.hide()
        self._box.returnPressed.connect(self._take)
        self._box.editingFinished.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.px(8))
        row.addWidget(self.shown)
        row.addWidget(self.facts)
        row.addWidget(self._box, 1)
        row.addStretch(1)

    def edit(self) -> None:
        self._box.setText(self.shown.text())
        self._show_box(True)
        self._box.selectAll()
        self._box.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._box.isHidden():
            self._show_box(False)
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        if not self._box.isHidden() and not self._box.composing:
            self._show_box(False)
            self.renamed.emit(self._box.text())

    def _show_box(self, shown: bool) -> None:
        self._box.setVisible(shown)
        self.shown.setVisible(not shown)
        self.facts.setVisible(not shown)


class FileCard(Card):
    """The file under ``key`` (``e1/file``). A translation has pages to look at, but no tools of its own."""

    replace_asked = Signal(str)
    remove_asked = Signal(str)
    assign_asked = Signal()

    def __init__(self, desk: Desk, style: Style, key: str, parent: QWidget | None = None) -> None:
        super().__init__(style, (16, 10), parent)
        self.desk, self.design, self.key = desk, style, key
        self.evidence, _, self.part = key.partition("/")
        self._chips_of: tuple[Flag, ...] | None = None
        self.column.setSpacing(style.px(6))
        words = desk.words
        self.name = Name(style, words.text(N_("Name in the bundle")))
        self.name.renamed.connect(self._rename)
        self.column.addLayout(self._name_row(style))
        self.reading = self._reading_row(style)
        self.refusal = Note(style, "", "", tone="amber", icon="advice", link=words.text(N_("Leave it out")))
        self.refusal.link.clicked.connect(self._remove)
        self.chips = Flow(style.px(8))
        self.thumbs = Thumbs(style, self._draw, words.text(N_("Pages")))
        self.thumbs.chosen.connect(self._chosen)
        self.rule = Rule()
        self.tools = PageTools(desk, style, self.evidence)
        self.pins = PinBoxes(desk, style, self.evidence)
        for part in (self.reading, self.refusal, self.chips, self.thumbs, self.rule, self.tools, self.pins):
            self.column.addWidget(part)
        self.refresh()

    def _name_row(self, style: Style) -> QHBoxLayout:
        text = self.desk.words.text
        row = QHBoxLayout()
        row.setSpacing(style.px(4))
        sign = QLabel()
        sign.setPixmap(icons.picture(style, "file"))
        row.addWidget(sign)
        row.addWidget(self.name, 1)
        if self.part == "file":
            row.addWidget(self._tool("pencil", text(N_("Rename")), self.name.edit))
            row.addWidget(self._tool("folder", text(N_("Assign to another proof")), self.assign_asked.emit))
        row.addWidget(self._tool("swap", text(N_("Replace the file")), self._replace))
        row.addWidget(self._tool("trash", text(N_("Remove")), self._remove))
        return row

    def _tool(self, icon: str, name: str, do: Callable[[], None]) -> ToolButton:
        tool = ToolButton(self.design, icon, name)
        tool.clicked.connect(do)
        return tool

    def _reading_row(self, style: Style) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, style.px(6), 0, style.px(6))
        row.setSpacing(style.px(12))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedHeight(style.px(6))
        bar.setAccessibleName(self.desk.words.text(N_("Looking at the file")))
        stop = LinkButton(style, self.desk.words.text(N_("Cancel")))
        stop.clicked.connect(self._stop)
        row.addWidget(Text(style, "hint", self.desk.words.text(N_("Looking at it…")), colour="muted"))
        row.addWidget(bar, 1)
        row.addWidget(stop)
        return box

    def refresh(self) -> None:
        """Shows the file as the case and the reader have it now."""
        intake, refusal = self.desk.intake(self.key), self.desk.refusal(self.key)
        ready = intake is not None and intake.verdict == "ready"
        self._show_name(intake if ready else None)
        self.reading.setVisible(self.desk.taking(self.key))
        reason = intake.reason if intake is not None and not ready else refusal[0].what if refusal else None
        self.refusal.setVisible(reason is not None)
        if reason is not None:
            self._refuse(reason)
        for part in (self.thumbs, self.rule, self.tools):
            part.setVisible(ready)
        own = self.part == "file"
        self.rule.setVisible(ready and own)
        self.tools.setVisible(ready and own)
        self.pins.setVisible(False)
        if own:
            self.pins.refresh()
        self._show_chips(intake.flags if ready and intake is not None else ())
        if ready and intake is not None:
            self.thumbs.put(self._thumbs(intake))
            self.tools.choose(self.thumbs.page, len(intake.pages))

    def _show_name(self, intake: Intake | None) -> None:
        words, answers = self.desk.words, self.desk.answers
        file = Path(answers.text(f"evidence/{self.key}")).name
        title = answers.text(f"evidence/{self.evidence}/title") if self.part == "file" else ""
        self.name.shown.setText(title or file)
        self.name.shown.setAccessibleDescription(file)
        facts: list[str] = []
        if self.part == "translation":
            facts.append(words.text(N_("Translation")))
        if intake is not None:
            facts += [words.say(pages_line(len(intake.pages))), words.say(size_line(intake.size))]
        self.name.facts.setText(" · ".join(facts))

    def _refuse(self, reason: Line) -> None:
        file = Path(self.desk.answers.text(f"evidence/{self.key}")).name
        said = self.desk.words.say(line(N_("{file} cannot be used"), file=file))
        self.refusal.title.setText(said)
        self.refusal.title.show()
        self.refusal.text.setText(self.desk.words.say(reason))
        self.refusal.text.show()
        self.refusal.setAccessibleName(f"{said}. {self.refusal.text.text()}")

    def _show_chips(self, flags: tuple[Flag, ...]) -> None:
        told = tuple(flag for flag in flags if flag.code not in _TRIVIAL)
        if told != self._chips_of:
            self._chips_of = told
            self.chips.put([self._chip(flag) for flag in told])
        self.chips.setVisible(bool(told))

    def _chip(self, flag: Flag) -> Chip:
        said = self.desk.words.say(flag_line(flag))
        if flag.code in WORTH_A_LOOK:
            return Chip(self.design, said, tone="amber", icon="advice")
        return Chip(self.design, said, icon="met" if flag.code in REMOVED_CODES else "noted")

    def _thumbs(self, intake: Intake) -> tuple[Thumb, ...]:
        count, answers = len(intake.pages), self.desk.answers
        own = self.part == "file"
        pages = kept(answers, self.evidence, count) if own else tuple(range(1, count + 1))
        pinned = {pin.page for pin in pins_of(answers, self.evidence)} if own else set()
        marked = {page for flag in intake.flags if flag.code in WORTH_A_LOOK for page in flag.pages}
        order = (*pages, *(page for page in range(1, count + 1) if page not in pages))
        return tuple(self._thumb(page, page not in pages, pinned, marked) for page in order)

    def _thumb(self, page: int, out: bool, pinned: set[int], marked: set[int]) -> Thumb:
        words = self.desk.words
        said = words.say(line(N_("{page} · Left out"), page=page) if out else line(N_("{page}"), page=page))
        badge = ("pin", "accent") if page in pinned else ("advice", "amber") if page in marked else ("", "")
        facts = [words.say(line(N_("Page {page}"), page=page))]
        facts += [words.text(N_("Left out"))] if out else []
        facts += [words.text(N_("Shows a figure"))] if page in pinned else []
        turn = turn_of(self.desk.answers, self.evidence, page) if self.part == "file" else 0
        return Thumb(page, turn, out, badge, said, ", ".join(facts))

    def _draw(self, page: int, width: int, then: Callable[[QImage], None]) -> None:
        self.desk.pixels(self.key, page, width, then)

    def _chosen(self, page: int) -> None:
        intake = self.desk.intake(self.key)
        if intake is not None and page:
            self.tools.choose(page, len(intake.pages))

    def _rename(self, title: str) -> None:
        file = Path(self.desk.answers.text(f"evidence/{self.key}")).name
        if self.desk.answers.text(f"evidence/{self.evidence}/title") or title.strip() != file:
            self.desk.answer(f"evidence/{self.evidence}/title", title)

    def _replace(self) -> None:
        self.replace_asked.emit(self.key)

    def _remove(self) -> None:
        self.remove_asked.emit(self.key)

    def _stop(self) -> None:
        self.desk.stop_taking(self.key)
        self._remove()


def pages_line(n: int) -> Line:
    return Line(template=N_("{n} page"), plural=N_("{n} pages"), values={"n": n})


def size_line(size: int) -> Line:
    """Decimal units, as file lists show them."""
    if size >= MEGA:
        return line(N_("{size} MB"), size=f"{size / MEGA:.1f}")
    return line(N_("{size} kB"), size=str(max(1, round(size / KILO))))
