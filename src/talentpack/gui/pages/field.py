"""A question on the page: its words, its error, its editor, and the way of what is typed to the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from talentpack.core.lines import N_, Line, line
from talentpack.core.problems import Problem, Refused
from talentpack.gui.fields.editor import Editor, Place
from talentpack.gui.fields.kinds import editor_for
from talentpack.gui.pages.head import Head
from talentpack.gui.widgets.laying import lay_out_now

_DRAFT_MS = 400
_CHOSEN = ("choice", "yes_no", "country")


class Field(QObject):
    """``head`` and ``editor`` stand in the page one above the other; ``shown`` is whether the answers ask for it.

    What is typed is handed to the desk after a pause, unfinished or not; only when the field is left is it told what
    is wrong, and then the desk is told that there is no answer: what is wrong must not stand for what was there before.
    """

    erred = Signal()
    """The error was raised, changed or cleared."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.error: Line | None = None
        self.shown = True
        self._handing = False
        self._asked = False
        # The editor before its head: Tab goes to the box, then to why it is asked.
        self.editor: Editor = editor_for(place, parent)
        self.head = Head(place, parent)
        self.head.label.setBuddy(self.editor.buddy)
        self._pause = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._pause.timeout.connect(self._draft)
        self.editor.typed.connect(self._typed)
        self.editor.chosen.connect(self.choose)
        self.editor.left.connect(self.leave)
        self.editor.paused.connect(self.settle)
        self.refresh()
        self._name()

    @property
    def address(self) -> str:
        return self.place.address

    def refresh(self) -> None:
        """Shows what the desk holds, unless that is what stands there, or is being written."""
        if self._handing or self.editor.composing:
            return
        value = self.place.desk.answers.get(self.address)
        if self._wrong_or(value) != value or not self._busy:
            self._pause.stop()
            self._raise(None)
            self.editor.put(value)

    def settle(self) -> None:
        """Hands in what a pause still holds back."""
        if self._pause.isActive():
            self._draft()

    def leave(self) -> None:
        """The field is done with: what comes next is undone by itself."""
        self.choose()
        self.place.desk.rest()

    def choose(self) -> None:
        """Hands in what stands there, and says what is wrong with it."""
        self._pause.stop()
        problem = self._hand_in()
        if problem is not None:
            self._handing = True
            self.place.desk.answer(self.address, None, going_on=True)
            self._handing = False
            self._raise(problem)
        elif not self.editor.composing:
            self._raise_line(missing_line(self.place) if self._asked and self._missing() else None)
            self.editor.put(self.place.desk.answers.get(self.address))
        if self.editor.whole:
            self.place.desk.rest()

    def check(self) -> Line | None:
        """Raises everything: what is wrong, and what is missing."""
        self.settle()
        self._asked = True
        if self.error is None and self._missing():
            self._raise_line(missing_line(self.place))
        return self.error

    def focus(self) -> None:
        self.editor.buddy.setFocus()

    @property
    def _busy(self) -> bool:
        """Whether the person is in the field, or left something wrong there."""
        return self.error is not None or any(box.hasFocus() for box in self.editor.boxes)

    def _wrong_or(self, value: object) -> object:
        """What the desk would hold of what stands there; for a wrong text nothing, which is what it was told."""
        try:
            return self.place.desk.session.canonical(self.address, self.editor.raw())
        except Refused:
            return None

    def _missing(self) -> bool:
        question = self.place.question
        return not question.optional and self.place.desk.answers.get(self.address) is None

    def _typed(self) -> None:
        self._raise(None)
        self._pause.start()

    def _draft(self) -> None:
        self._pause.stop()
        self._hand_in()

    def _hand_in(self) -> Problem | None:
        try:
            raw = self.editor.raw()
        except Refused as refused:
            return refused.problems[0]
        self._handing = True
        problem = self.place.desk.answer(self.address, raw, going_on=True)
        self._handing = False
        return problem

    def _raise(self, problem: Problem | None) -> None:
        self._raise_line(None if problem is None else _said(problem))

    def _raise_line(self, error: Line | None) -> None:
        if error == self.error:
            return
        self.error = error
        self.head.show_error("" if error is None else self.place.words.say(error))
        self.editor.mark(error is not None)
        self._name()
        lay_out_now(self.head)
        self.erred.emit()

    def _name(self) -> None:
        self.editor.named(self.place.label, self.head.description)


def missing_line(place: Place) -> Line:
    """What is said of an answer that is wanted and not there."""
    label = place.question.label
    if place.question.kind == "yes_no":
        return line(N_("{label} Choose yes or no."), label=label)
    if place.question.kind in _CHOSEN:
        return line(N_("{label} must be chosen."), label=label)
    return line(N_("{label} must be entered."), label=label)


def _said(problem: Problem) -> Line:
    """What is wrong and what to do, as one."""
    return line(N_("{before} {after}"), before=problem.what, after=problem.remedy)
