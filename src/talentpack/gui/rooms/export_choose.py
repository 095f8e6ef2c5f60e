"""Before the pack is made: what it will hold, in which languages, and where it goes."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem
from talentpack.core.questions import Page
from talentpack.gui import icons
from talentpack.gui.desk import Desk
from talentpack.gui.fields.boxes import LineBox
from talentpack.gui.pages.rows import Rows
from talentpack.gui.rooms.paper_block import Choose, Labelled
from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Card, Note, Rule
from talentpack.gui.widgets.buttons import Button, LinkButton
from talentpack.gui.widgets.text import Text

LETTER, OTHERS = "pack/letter_language", "pack/language"
_LANGUAGE = "en"

_PARTS = (
    ("file", N_("Bundle"), N_("One PDF: letter, checklist, worksheet, index, every exhibit stamped and linked")),
    (
        "folder",
        N_("Files for the online form"),
        N_("One folder a person, sorted by its places; what is over a limit is told"),
    ),
    ("folder", N_("Evidence folder"), N_("One PDF an exhibit")),
    ("pencil", N_("Cover letter to edit"), N_("The letter as a Word document")),
)


class Choices(QWidget):
    """Tells with ``see`` that the open lines are wanted, with ``ask_folder`` that a folder is."""

    see = Signal()
    ask_folder = Signal()

    def __init__(self, desk: Desk, style: Style, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.design = desk, style
        text = desk.words.text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(18))
        self.told = Note(style, "", "", tone="", icon="noted")
        self.open_note = Note(style, " ", text(N_("You can make the pack now. The checklist will show what is open.")), tone="amber", icon="advice", link=text(N_("See them")))  # fmt: skip
        self.open_note.link.clicked.connect(self.see)
        self.problem = Note(style, " ", " ", tone="red", icon="problem")
        for note in (self.told, self.problem, self.open_note):
            note.hide()
            column.addWidget(note)
        column.addLayout(self._parts())
        self.letter, self.others = self._language(LETTER), self._language(OTHERS)
        column.addLayout(self._languages())
        column.addLayout(self._where())
        self.more = LinkButton(style, text(N_("Addressee and consultant…")))
        self.more.clicked.connect(self._show_more)
        self.rows = Rows(_without_languages(page), "", desk, style)
        self.rows.hide()
        column.addWidget(self.more)
        column.addWidget(self.rows)
        column.addStretch(1)
        desk.changed.connect(self.rows.take)
        desk.settling.connect(self.rows.settle)

    def refresh(self, open_lines: int) -> None:
        """Shows the languages as answered, and how many lines of the final check are open."""
        answers = self.desk.answers
        others = answers.text(OTHERS) or _LANGUAGE
        self.others.put(others)
        self.letter.put(answers.text(LETTER) or others)
        self.open_note.setVisible(bool(open_lines))
        one, other = N_("{n} line of the final check is open"), N_("{n} lines of the final check are open")
        self.open_note.title.setText(self.desk.words.say(Line(template=one, plural=other, values={"n": open_lines})))

    @property
    def folder(self) -> Path | None:
        """Where the pack goes; None while nothing is written there."""
        text = self.box.text().strip()
        return Path(text).expanduser() if text else None

    def tell(self, said: Line | None) -> None:
        """Good to know, above everything; None: nothing."""
        self.told.setVisible(said is not None)
        if said is not None:
            self.told.title.setText(self.desk.words.say(said))
            self.told.title.show()
            self.told.setAccessibleName(self.told.title.text())

    def refuse(self, problems: tuple[Problem, ...]) -> None:
        """Why no pack was made: a folder's problem at the folder, any other above everything."""
        say = self.desk.words.say
        folder = next((each for each in problems if each.code.startswith("publish.")), None)
        said = say(line(N_("{before} {after}"), before=folder.what, after=folder.remedy)) if folder else ""
        self._show_error(said)
        others = [each for each in problems if each is not folder]
        self.problem.setVisible(bool(others))
        self.problem.title.setText(self.desk.words.text(N_("The pack was not put in place")))
        self.problem.title.show()
        lines = [say(line(N_("{before} {after}"), before=each.what, after=each.remedy)) for each in others]
        self.problem.text.setText("\n".join(lines))
        self.problem.text.show()
        self.problem.setAccessibleName(f"{self.problem.title.text()}. {self.problem.text.text()}")

    def _show_error(self, said: str) -> None:
        self.error.setText(said)
        self.error.setVisible(bool(said))
        self.box.setAccessibleDescription(said)
        self.box.setProperty("wrong", bool(said))
        self.box.style().unpolish(self.box)
        self.box.style().polish(self.box)

    def _parts(self) -> QVBoxLayout:
        style, text = self.design, self.desk.words.text
        column = QVBoxLayout()
        column.setSpacing(style.px(8))
        column.addWidget(Text(style, "head", text(N_("What is made"))))
        card = Card(style, (18, 4))
        card.column.setSpacing(0)
        for place, (icon, name, what) in enumerate(_PARTS):
            if place:
                card.column.addWidget(Rule())
            card.column.addWidget(PartRow(style, icon, text(name), text(what)))
        column.addWidget(card)
        return column

    def _language(self, address: str) -> Choose:
        question = self.desk.forms.question(address)
        if question is None:
            raise KeyError(address)
        combo = Choose("", [(choice.id, self.desk.words.say(choice.label)) for choice in question.choices])
        combo.removeItem(0)
        combo.picked.connect(self._put_letter if address == LETTER else self._put_others)
        return combo

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.design.px(20))
        for address, combo in ((LETTER, self.letter), (OTHERS, self.others)):
            question = self.desk.forms.question(address)
            label = self.desk.words.say(question.label) if question else ""
            row.addWidget(Labelled(self.design, label, combo), 1)
        return row

    def _where(self) -> QVBoxLayout:
        style, text = self.design, self.desk.words.text
        self.box = LineBox()
        self.box.setAccessibleName(text(N_("Where")))
        label = Text(style, "label", text(N_("Where")))
        label.setBuddy(self.box)
        self.error = Text(style, "body", colour="red", wrap=True)
        self.error.hide()
        choose = Button(style, text(N_("Choose…")))
        choose.clicked.connect(self.ask_folder)
        across = QHBoxLayout()
        across.setSpacing(style.px(10))
        across.addWidget(self.box, 1)
        across.addWidget(choose)
        column = QVBoxLayout()
        column.setSpacing(style.px(4))
        column.addWidget(label)
        column.addWidget(self.error)
        column.addLayout(across)
        hint = text(N_("An earlier pack in this folder stays as it is until the new one is verified."))
        column.addWidget(Text(style, "hint", hint, colour="muted", wrap=True))
        return column

    def _show_more(self) -> None:
        self.more.hide()
        self.rows.show()
        first = next(iter(self.rows.shown), None)
        if first is not None:
            first.focus()

    def _put_letter(self, language: str) -> None:
        self.desk.answer(LETTER, language)

    def _put_others(self, language: str) -> None:
        self.desk.answer(OTHERS, language)


class PartRow(QWidget):
    """What a part of the pack is, in two lines."""

    def __init__(self, style: Style, icon: str, name: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, style.px(9), 0, style.px(9))
        row.setSpacing(style.px(12))
        sign = QLabel()
        sign.setPixmap(icons.picture(style, icon))
        words = QVBoxLayout()
        words.setSpacing(style.px(2))
        words.addWidget(Text(style, "label", name))
        words.addWidget(Text(style, "hint", what, colour="muted", wrap=True))
        row.addWidget(sign)
        row.addLayout(words, 1)


def _without_languages(page: Page) -> Page:
    shown = (LETTER.replace("/", "."), OTHERS.replace("/", "."))
    return replace(page, questions=tuple(each for each in page.questions if each.id not in shown))
