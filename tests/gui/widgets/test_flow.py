from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talentpack.gui.style import Style
from talentpack.gui.widgets.boxes import Chip
from talentpack.gui.widgets.flow import Flow

GAP = 8


def test_what_does_not_fit_goes_to_the_next_row(style: Style, qtbot: QtBot) -> None:
    flow = Flow(GAP)
    qtbot.addWidget(flow)
    chips = [Chip(style, "Twelve letters") for _ in range(3)]
    flow.put(chips)
    wide = chips[0].sizeHint().width()
    flow.resize(2 * wide + GAP, 200)
    flow.show()
    QApplication.processEvents()
    first, second, third = (chip.geometry() for chip in chips)
    assert second.left() == first.right() + 1 + GAP
    assert second.top() == first.top()
    assert third.left() == first.left()
    assert third.top() == first.bottom() + 1 + GAP
    assert flow.heightForWidth(flow.width()) == third.bottom() + 1
    flow.resize(3 * wide + 2 * GAP, 200)
    assert chips[2].y() == chips[0].y()
