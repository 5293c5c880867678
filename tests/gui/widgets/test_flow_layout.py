"""Widgets side by side, in as many rows as they need."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.flow_layout import FlowLayout, WrappingRow


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


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """A field that takes what is left, and two buttons of 100 pixels."""
    found = QWidget()
    qtbot.addWidget(found)
    layout = WrappingRow(found)
    field = QWidget()
    field.setMinimumSize(60, 20)
    layout.addWidget(field, 1)
    layout.addStretch()
    for _button in range(2):
        button = QWidget()
        button.setFixedSize(100, 30)
        layout.addWidget(button)
    found.show()
    return found


@pytest.mark.parametrize(
    ("width", "places"),
    [
        (500, [(295, 0), (400, 0)]),
        (280, [(75, 0), (180, 0)]),
        (220, [(120, 0), (120, 35)]),
        (110, [(10, 25), (10, 60)]),
    ],
    ids=["room", "just room", "two rows", "a row each"],
)
def test_a_row_fills_its_width_and_goes_on_in_another(row: QWidget, width: int, places: list[tuple[int, int]]) -> None:
    row.resize(width, 200)
    field, *buttons = [one.geometry() for one in row.findChildren(QWidget)]
    assert [(one.x(), one.y(), one.width()) for one in buttons] == [(*place, 100) for place in places]
    assert field.width() >= 60


def test_what_is_hidden_takes_no_room(row: QWidget) -> None:
    row.resize(500, 200)
    row.findChildren(QWidget)[1].hide()
    assert row.findChildren(QWidget)[2].geometry().right() == 499
    assert row.layout().heightForWidth(500) == 30


def test_rows_that_wrap_ask_for_the_height_they_take(row: QWidget) -> None:
    layout = row.layout()
    heights = []
    for width in (500, 220, 110):
        row.resize(width, 200)
        heights.append(layout.minimumSize().height())
    assert heights == [30, 65, 90]
