"""What a screen reader meets: every control has a name, on every page."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from talentpack.gui.application import Application

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
}


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything visible below a node."""
    if node.state().invisible:
        return
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from tree(child)


def named(node: QAccessibleInterface) -> bool:
    if node.text(QAccessible.Text.Name).strip():
        return True
    return any(relation for _, relation in node.relations(QAccessible.RelationFlag.Label))


def unnamed(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    found = [node for node in tree(root) if node.role() in CONTROLS]
    assert len(found) > 3
    return [f"{node.role()} {node.object()}" for node in found if not named(node) and not _inside_combo(node)]


def _inside_combo(node: QAccessibleInterface) -> bool:
    """A combo's own list and line are its parts."""
    parent = node.parent()
    return parent is not None and parent.isValid() and parent.role() == QAccessible.Role.ComboBox


def test_home_names_every_control(application: Application) -> None:
    assert unnamed(application.window) == []


def test_every_page_names_every_control_and_makes_it_large_enough(application: Application) -> None:
    application.open_example()
    case = application.window.case
    assert case is not None
    for page in case.desk.pages:
        case.go(page.id)
        assert unnamed(application.window) == [], page.id
        assert too_small(application.window) == [], page.id
    case.show_findings()
    application.window.resize(700, 800)
    assert unnamed(application.window) == []


def too_small(window: QWidget) -> list[str]:
    """What can be pressed and is under 24 pixels."""
    shown = (each for each in window.findChildren(QWidget) if each.isVisible() and each.focusPolicy())
    return [
        f"{each.accessibleName()} {each.size().toTuple()}" for each in shown if min(each.width(), each.height()) < 24
    ]


def test_calls_that_return_nothing_lose_no_reference(application: Application) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference to None a call and ends the process after about 7,000."""
    label = QLabel(application.window)
    before = sys.getrefcount(None)
    for number in range(300):
        label.setText(str(number))
    assert before - sys.getrefcount(None) < 50
