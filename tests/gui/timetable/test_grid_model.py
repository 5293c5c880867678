"""The grid as a model: its texts, its cards, what is found in it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.moves import Grade
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.layouts import Cell, TimetableLayout

ONE = Meeting(id=1, delegation_id=1, counterpart_id=2, slot_id=1, table_id=1)
TWO = Meeting(id=2, delegation_id=3, counterpart_id=4, slot_id=1, table_id=1)


@pytest.fixture
def model(qtbot: QtBot) -> GridModel:
    """A meeting, a conflict of two, an absence, and an empty cell."""
    found = GridModel(lambda meeting: f"<b>Card {meeting.id}</b>", lambda meeting: f"Señor {meeting.id}")
    cells = {
        (0, 0): Cell("D1", meeting=ONE),
        (0, 1): Cell("D1", meeting=ONE, also=(TWO,)),
        (1, 0): Cell("Away", barred=True),
    }
    found.show_layout(TimetableLayout(rows=["09:00", "09:25"], columns=["Table\n1", "Table 2"], cells=cells))
    return found


def test_cells_show_their_text(model: GridModel) -> None:
    assert [model.index(*place).data() for place in ((0, 0), (1, 0), (1, 1))] == ["D1", "Away", ""]


def test_a_cell_is_read_with_its_headings(model: GridModel) -> None:
    model.grades[1, 1] = Grade.WARY
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(*place).data(role) for place in ((0, 0), (0, 1), (1, 0), (1, 1))] == [
        "09:00, Table 1: Señor 1",
        "09:00, Table 2: Señor 1; Señor 2",
        "09:25, Table 1: Away",
        "09:25, Table 2: free: possible, but",
    ]


def test_names_that_look_like_markup_are_shown_as_they_are(model: GridModel) -> None:
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "&lt;b&gt;Card 1&lt;/b&gt;"
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) is None


def test_headings_are_those_of_the_layout(model: GridModel) -> None:
    assert [model.headerData(n, Qt.Orientation.Vertical) for n in range(3)] == ["09:00", "09:25", None]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Table\n1"
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None


def test_a_meeting_is_found_where_it_is_shown_first(model: GridModel) -> None:
    assert [model.place_of(key) for key in (1, 2, 3)] == [(0, 0), (0, 1), None]


@pytest.mark.parametrize(
    ("words", "places"), [(["senor"], [(0, 0), (0, 1)]), (["away"], [(1, 0)]), (["senor", "2"], []), (["x"], [])]
)
def test_cells_with_all_words_are_found_in_order(
    model: GridModel, words: list[str], places: list[tuple[int, int]]
) -> None:
    assert model.places_with(words) == places


def test_a_grid_of_the_same_shape_keeps_what_is_selected(model: GridModel) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.grades[0, 0] = Grade.FREE
    model.show_layout(TimetableLayout(rows=["09:00", "09:25"], columns=["Table\n1", "Table 2"]))
    assert (resets, model.grades, model.cells) == ([], {}, {})
    model.show_layout(TimetableLayout(rows=["09:00"], columns=["Table 2"]))
    assert (resets, model.rowCount(), model.columnCount()) == ([1], 1, 1)


def test_the_same_headings_are_found_again_else_the_first(model: GridModel) -> None:
    assert model.headings(model.index(1, 1)) == ("09:25", "Table 2")
    assert model.headings(model.index(5, 5)) is None
    assert model.place_under("09:25", "Table 2") == (1, 1)
    assert model.place_under("10:00", "Table 2") == (0, 1)
    model.show_layout(TimetableLayout())
    assert model.place_under("09:25", "Table 2") is None
