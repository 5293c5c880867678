"""The screen of companies over the small mission, and cells chosen in its table."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QApplication

from missionplanner.gui import settings
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.widgets.cells import CellTable
from tests.gui.conftest import ScreenShower

CellChooser = Callable[[range, str], None]
"""What the fixture `choose_cells` is."""


@pytest.fixture(autouse=True)
def _usual_columns(qapp: QApplication) -> None:
    settings.write("company_columns", [])


@pytest.fixture
def screen(show_screen: ScreenShower) -> CompaniesScreen:
    found = show_screen(CompaniesScreen)
    assert isinstance(found, CompaniesScreen)
    return found


def column(table: CellTable, name: str) -> int:
    """The place of the column that edits a field."""
    return next(place for place, one in enumerate(table.rows.columns) if one.edits == name)


@pytest.fixture
def choose_cells(screen: CompaniesScreen) -> CellChooser:
    """Selects the cells of one column in a range of rows."""

    def choose(rows: range, name: str) -> None:
        table = screen.table
        place = column(table, name)
        block = QItemSelection(table.rows.index(rows[0], place), table.rows.index(rows[-1], place))
        table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        index = table.rows.index(rows[0], place)
        table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    return choose
