"""Widgets side by side, in as many rows as they need."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.flow_layout import FlowLayout


def test_a_row_ends_where_there_is_no_room(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    layout = FlowLayout(top)
    for _number in range(3):
        box = QWidget()
        box.setFixedSize(40, 10)
        layout.addWidget(box)
    assert [layout.heightForWidth(width) for width in (130, 129, 84)] == [10, 25, 40]
    layout.setGeometry(QRect(0, 0, 90, 50))
    places = [layout.itemAt(n).geometry().topLeft().toTuple() for n in range(3)]
    assert places == [(0, 0), (45, 0), (0, 15)]
    assert (layout.minimumSize().toTuple(), layout.count(), layout.itemAt(3)) == ((40, 10), 3, None)
    taken = layout.takeAt(0)
    assert (taken.geometry().width(), layout.count(), layout.takeAt(5)) == (40, 2, None)
