"""The view of the grid: its zoom, its keys, the cells that are seen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from missionplanner.gui.timetable.grid import GridView
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.layouts import TimetableLayout

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(qtbot: QtBot) -> GridView:
    """Forty rows and columns, of which some are seen."""
    model = GridModel(lambda _meeting: "", lambda _meeting: "")
    names = [f"{n}" for n in range(40)]
    model.show_layout(TimetableLayout(rows=names, columns=names))
    found = GridView(model)
    qtbot.addWidget(found)
    found.resize(800, 400)
    found.show()
    return found


def test_zoom_stays_within_half_and_twice_the_usual_size(grid: GridView) -> None:
    sizes = []
    for step in (grid.zoom_in, grid.zoom_out, grid.usual_zoom):
        for _n in range(20):
            step()
        sizes.append((grid.zoom, grid.horizontalHeader().defaultSectionSize()))
    assert sizes == [(2.0, 340), (0.5, 85), (1.0, 170)]


@pytest.mark.parametrize(
    ("key", "zoom"), [(Qt.Key.Key_Plus, 1.2), (Qt.Key.Key_Equal, 1.2), (Qt.Key.Key_Minus, 0.9), (Qt.Key.Key_0, 1.0)]
)
def test_keys_zoom(grid: GridView, qtbot: QtBot, key: Qt.Key, zoom: float) -> None:
    qtbot.keyClick(grid, key, CONTROL)
    assert grid.zoom == zoom


def test_a_zoom_between_two_steps_is_the_nearer(grid: GridView) -> None:
    grid.set_zoom(1.13)
    assert grid.zoom == 1.2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_enters_the_cell(grid: GridView, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(grid.entered_cell, timeout=100):
        qtbot.keyClick(grid, key)


def test_commands_come_before_the_keys_of_the_view(grid: GridView, qtbot: QtBot) -> None:
    keys: list[int] = []

    def take(event: QKeyEvent) -> bool:
        keys.append(event.key())
        return event.key() == Qt.Key.Key_Down

    grid.take_key = take
    grid.go_to((5, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert (grid.currentIndex().row(), keys) == (5, [Qt.Key.Key_Down])
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    assert grid.currentIndex().row() == 4


def test_another_current_cell_is_emitted(grid: GridView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.stepped, timeout=100):
        grid.go_to((2, 3))
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 3)


def test_the_seen_cells_begin_at_the_corner(grid: GridView) -> None:
    seen = grid.seen()
    assert seen[0] == (0, 0)
    assert 0 < len(seen) < 200
    grid.go_to((39, 39))
    assert grid.seen()[-1] == (39, 39)


def test_a_small_grid_is_seen_whole(qtbot: QtBot) -> None:
    model = GridModel(lambda _meeting: "", lambda _meeting: "")
    model.show_layout(TimetableLayout(rows=["1"], columns=["1", "2"]))
    grid = GridView(model)
    qtbot.addWidget(grid)
    grid.resize(900, 400)
    grid.show()
    assert grid.seen() == [(0, 0), (0, 1)]


def test_a_point_of_the_screen_is_in_a_cell(grid: GridView) -> None:
    inside = grid.viewport().mapToGlobal(grid.visualRect(grid.model().index(1, 1)).center())
    assert grid.place_at(inside) == (1, 1)
    assert grid.place_at(grid.viewport().mapToGlobal(QPoint(-5, 5))) is None


def test_carrying_to_an_edge_scrolls(grid: GridView, qtbot: QtBot) -> None:
    area = grid.viewport().rect()
    grid.push_edge(grid.viewport().mapToGlobal(area.bottomRight()))
    qtbot.waitUntil(lambda: grid.verticalScrollBar().value() > 0, timeout=2000)
    grid.push_edge(grid.viewport().mapToGlobal(area.center()))
    assert not grid._scrolling.isActive()
    grid.push_edge(None)
    assert not grid._scrolling.isActive()
