"""A paper: its file, the translation under it, and what is said of both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from talentpack.core.lines import N_, Line, Tongue, line
from talentpack.core.proofs import is_foreign
from talentpack.core.questions import Question
from talentpack.gui.desk import Desk
from talentpack.gui.fields.boxes import Combo
from talentpack.gui.rooms.file_card import FileCard, pages_line
from talentpack.gui.style import Style
from talentpack.gui.widgets.buttons import Button
from talentpack.gui.widgets.text import Text

# Languages offered, the commonest of applicants first; any other that stands in the case is offered too.
LANGUAGES = (
    "en", "zh-Hant", "zh-Hans", "ms", "ja", "ko", "th", "vi", "id", "hi", "ta", "ru", "de", "fr", "es", "pt", "it",
    "nl", "pl", "sv", "tr", "ar", "fa", "he", "uk", "kk",
)  # fmt: skip


class Labelled(QWidget):
    """A control under its label."""

    def __init__(self, style: Style, label: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.px(4))
        self.label = Text(style, "label", label)
        self.label.setBuddy(control)
        control.setAccessibleName(label)
        column.addWidget(self.label)
        column.addWidget(control)


class Choose(Combo):
    """A combo of ids with their names; the first row takes the answer away. The arrows open it: none chooses unseen."""

    picked = Signal(str)

    def __init__(self, empty: str, options: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem(empty, "")
        for value, said in options:
            self.addItem(said, value)
        self.activated.connect(self._activated)

    def put(self, value: str, said: str = "") -> None:
        if self.findData(value) < 0:
            self.addItem(said or value, value)
        self.setCurrentIndex(self.findData(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def _activated(self) -> None:
        self.picked.emit(str(self.currentData()))


class PaperBlock(QWidget):
    """The paper ``evidence``. What is asked of it follows from its language and its proof."""

    replace_asked = Signal(str)
    remove_asked = Signal(str)
    assign_asked = Signal(str)

    def __init__(self, desk: Desk, style: Style, evidence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.design, self.evidence = desk, style, evidence
        self.card = self._card("file")
        self.card.assign_asked.connect(self._assign)
        self.translated: FileCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.px(12))
        self._column.addWidget(self.card)
        self._fields = QHBoxLayout()
        self._fields.setSpacing(style.px(16))
        self._column.addLayout(self._fields)
        self.language, self.translation, self.certified, self.part = self._make_fields()
        self.refresh()

    def refresh(self) -> None:
        """Shows the paper as it stands now."""
        wanted = bool(self._answer("translation"))
        if wanted and self.translated is None:
            self.translated = self._card("translation")
            self._column.insertWidget(1, self.translated)
        elif not wanted and self.translated is not None:
            self._column.removeWidget(self.translated)
            self.translated.deleteLater()
            self.translated = None
        self.card.refresh()
        if self.translated is not None:
            self.translated.refresh()
        self._refresh_fields(foreign=is_foreign(self._answer("language")), translated=wanted)

    def reveal(self, name: str) -> QWidget:
        """What takes the focus for one of the paper's answers."""
        found = {"language": self.language, "certified_by": self.certified, "part": self.part}
        return found.get(name, self.translation if name == "translation" else self.card.thumbs)

    def _refresh_fields(self, *, foreign: bool, translated: bool) -> None:
        self.language.put(self._answer("language"), self._tongue(self._answer("language")))
        self.certified.put(self._answer("certified_by"))
        self.part.put(self._answer("part"))
        self._boxes[1].setVisible(foreign or translated)
        self._boxes[2].setVisible(translated)
        self._boxes[3].setVisible(self.desk.answers.text(f"evidence/{self.evidence}/proof") in self._in_parts())
        self.translation.say(self.desk.words.say(self._translation_said()))

    def _translation_said(self) -> Line:
        if self.translated is None:
            return line(N_("Choose a file…"))
        intake = self.desk.intake(self.translated.key)
        if intake is None or intake.verdict != "ready":
            return line(N_("Replace…"))
        return line(N_("{pages}, replace…"), pages=pages_line(len(intake.pages)))

    def _make_fields(self) -> tuple[Choose, Button, Choose, Choose]:
        text, say = self.desk.words.text, self.desk.words.say
        language = Choose(text(N_("Not said")), [(each, self._tongue(each)) for each in LANGUAGES])
        language.picked.connect(self._put_language)
        translation = Button(self.design, "")
        translation.setSizePolicy(language.sizePolicy())
        translation.clicked.connect(self._choose_translation)
        certified, part = (self._question(name) for name in ("certified_by", "part"))
        by = Choose(text(N_("Not said")), [(each.id, say(each.label)) for each in certified.choices])
        by.picked.connect(self._put_certified)
        parts = Choose(text(N_("Not said")), [(each.id, say(each.label)) for each in part.choices])
        parts.picked.connect(self._put_part)
        self._boxes = [
            Labelled(self.design, text(N_("Language of the paper")), language),
            Labelled(self.design, text(N_("Translation")), translation),
            Labelled(self.design, text(N_("Certified by")), by),
            Labelled(self.design, say(part.label), parts),
        ]
        for box in self._boxes:
            self._fields.addWidget(box, 1)
        for box in self._boxes[1:3]:
            # Their places stay free: the language is as wide whether or not a translation is asked for.
            policy = box.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            box.setSizePolicy(policy)
        return language, translation, by, parts

    def _question(self, name: str) -> Question:
        found = self.desk.forms.question(f"evidence/{self.evidence}/{name}")
        if found is None:
            raise KeyError(name)
        return found

    def _in_parts(self) -> set[str]:
        return {rule.id for rule in self.desk.session.world.rules.proofs if rule.parts}

    def _tongue(self, code: str) -> str:
        said = self.desk.words.say(line(N_("{tongue}"), tongue=Tongue(code=code))) if code else ""
        return said[:1].upper() + said[1:]

    def _answer(self, name: str) -> str:
        return self.desk.answers.text(f"evidence/{self.evidence}/{name}")

    def _card(self, part: str) -> FileCard:
        card = FileCard(self.desk, self.design, f"{self.evidence}/{part}")
        card.replace_asked.connect(self.replace_asked)
        card.remove_asked.connect(self.remove_asked)
        return card

    def _assign(self) -> None:
        self.assign_asked.emit(self.evidence)

    def _choose_translation(self) -> None:
        self.replace_asked.emit(f"{self.evidence}/translation")

    def _put_language(self, code: str) -> None:
        self.desk.edit_evidence(self.evidence, {"language": code or None})

    def _put_certified(self, by: str) -> None:
        self.desk.edit_evidence(self.evidence, {"certified_by": by or None})

    def _put_part(self, part: str) -> None:
        self.desk.edit_evidence(self.evidence, {"part": part or None})
