"""The area of a sheet of a binary workbook."""

from missionplanner.exchange import binary_cells
from tests.unit.exchange.workbook_parts import xlsb_sheet


def test_the_area_reaches_to_the_last_row_and_column() -> None:
    assert binary_cells.area(xlsb_sheet([["a", "b"], ["c"]])) == 4
    assert binary_cells.area(xlsb_sheet([["a"]], first_row=99)) == 100


def test_what_is_no_sheet_ends() -> None:
    assert binary_cells.area(b"") == 0
    assert binary_cells.area(b"\xff" * 1000) >= 0
