"""A person at the keyboard: fills an editor with key strokes, as far as keys can; other scripts by an input method."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from talentpack.core.typed_dates import in_boxes
from talentpack.core.values import Plain
from talentpack.gui.fields.boxes import LineBox, TextBox
from talentpack.gui.fields.choice import ComboEditor
from talentpack.gui.fields.country import CountryEditor
from talentpack.gui.fields.date import DateEditor
from talentpack.gui.fields.editor import Editor
from talentpack.gui.fields.many import ManyEditor
from talentpack.gui.fields.radios import RadiosEditor
from talentpack.gui.fields.university import UniversityEditor


def commit(box: QWidget, text: str) -> None:
    """What an input method does at its end."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(box, event)


def compose(box: QWidget, text: str) -> None:
    """What an input method does while somebody chooses characters."""
    QApplication.sendEvent(box, QInputMethodEvent(text, []))


def write(box: LineBox | TextBox, text: str) -> None:
    """Replaces what stands in a box."""
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    for letter in text:
        if letter == "\n":
            QTest.keyClick(box, Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(box, letter)
        else:
            commit(box, letter)


def leave(editor: Editor) -> None:
    """Tab, from the last box of an editor."""
    box = editor.boxes[-1]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)


def fill(editor: Editor, value: Plain) -> None:
    """Answers a question with a canonical value, the way its kind is answered."""
    done = next(fill for kind, fill in WAYS.items() if isinstance(editor, kind))
    done(editor, value)


def _line(editor: Editor, value: Plain) -> None:
    box = editor.boxes[0]
    assert isinstance(box, LineBox | TextBox)
    write(box, str(value))
    leave(editor)


def _date(editor: Editor, value: Plain) -> None:
    assert isinstance(editor, DateEditor)
    typed = in_boxes(str(value))
    for name, box in editor.parts.items():
        write(box, getattr(typed, name))
    leave(editor)


def _radio(editor: Editor, value: Plain) -> None:
    assert isinstance(editor, RadiosEditor)
    button = next(button for option, button in zip(editor.options, editor.boxes, strict=True) if option.value == value)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def _combo(editor: Editor, value: Plain) -> None:
    """Down from the top until it is there."""
    assert isinstance(editor, ComboEditor)
    box = editor.box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == value:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value


def _country(editor: Editor, value: Plain) -> None:
    assert isinstance(editor, CountryEditor)
    name = editor.place.words.country(str(value))
    write(editor.box, name)
    leave(editor)


def _university(editor: Editor, value: Plain) -> None:
    assert isinstance(editor, UniversityEditor)
    write(editor.box, str(value))
    QTest.keyClick(editor.box, Qt.Key.Key_Escape)
    leave(editor)


def _many(editor: Editor, value: Plain) -> None:
    assert isinstance(editor, ManyEditor)
    assert isinstance(value, list)
    for number, item in enumerate(value):
        if number:
            QTest.mouseClick(editor.more, Qt.MouseButton.LeftButton)
        fill(editor.editors[number], item)


WAYS: Mapping[type[Editor], Callable[[Editor, Plain], None]] = {
    ManyEditor: _many,
    UniversityEditor: _university,
    CountryEditor: _country,
    ComboEditor: _combo,
    RadiosEditor: _radio,
    DateEditor: _date,
    Editor: _line,
}
