"""The load of tables as a model: sums of all, of days and of slots, and tables in slots."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from missionplanner.domain.table_loads import Share, loads
from missionplanner.gui.timetable.loads_model import CELL, LoadsModel, share_in_words
from tests.builders import DAY
from tests.gui.timetable.overview_plans import plan_of


@pytest.fixture
def model() -> LoadsModel:
    found, plan = LoadsModel(), plan_of()
    found.show_loads(plan.snapshot, loads(plan, 1))
    return found


def test_it_is_a_sound_model(model: LoadsModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_the_first_rows_and_column_are_sums(model: LoadsModel) -> None:
    names = [model.row_name(row) for row in range(model.rowCount())]
    sums = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert list(zip(names, sums, strict=True)) == [
        ("All slots", "3"),
        ("Mon, Feb 16", "3"),
        ("09:00", "2"),
        ("09:25", "0"),
        ("09:50", "1"),
    ]
    assert [[model.index(row, column).data() for column in (1, 2)] for row in (0, 1)] == [["2", "1"], ["2", "1"]]


def test_a_cell_is_used_free_or_away(model: LoadsModel) -> None:
    cells = [model.index(row, 2).data(CELL) for row in (2, 3, 4)]
    assert [(tuple(m.id for m in cell.meetings), cell.is_away) for cell in cells] == [
        ((4,), False),
        ((), True),
        ((), False),
    ]


def test_screen_readers_say_each_cell(model: LoadsModel) -> None:
    places = [(0, 0), (1, 1), (2, 0), (2, 1), (3, 2), (4, 2)]
    said = [model.index(*place).data(Qt.ItemDataRole.AccessibleTextRole) for place in places]
    assert said == [
        "All slots: 3 of 5 in use, 60 %",
        "Mon, Feb 16, Table 1: 2 of 3 in use, 67 %",
        "Mon, Feb 16 09:00: 2 of 2 in use, 100 %",
        "Mon, Feb 16 09:00, Table 1: D1 – C1, Planned",
        "Mon, Feb 16 09:25, Table 2: Not available",
        "Mon, Feb 16 09:50, Table 2: free",
    ]


def test_headings_are_numbers_of_tables(model: LoadsModel) -> None:
    found = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert (found, model.headerData(3, Qt.Orientation.Vertical)) == (["In use", "1", "2"], "09:25")


def test_the_row_of_a_day_is_that_of_its_sum(model: LoadsModel) -> None:
    assert [model.row_of(DAY), model.row_of(DAY.replace(day=1))] == [1, 0]


def test_a_share_is_said_in_words() -> None:
    assert share_in_words(Share(1, 3)) == "1 of 3 in use, 33 %"


def test_without_a_venue_there_is_nothing() -> None:
    assert (LoadsModel().rowCount(), LoadsModel().columnCount()) == (0, 0)
