"""Rows of a csv with more or fewer cells than there are columns."""

import pytest

from missionplanner.domain.issues import Severity
from missionplanner.exchange import columns, ragged
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row


def found(*rows: list[str], workbook: bool = False) -> list[tuple[int, Severity]]:
    sheet = SourceSheet("S", tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, 1)), workbook)
    return [(issue.row, issue.severity) for issue in ragged.find(columns.choose([sheet]))]


HEAD = ["Entreprise", "Ville", "Courriel", "Notes"]
GOOD = ["Bois inc.", "Lévis", "b@b.ca", ""]


def test_a_row_with_more_cells_than_columns_is_an_error() -> None:
    assert found(HEAD, GOOD, ["Maple", "Inc.", "Toronto", "m@m.ca", "x"]) == [(3, Severity.ERROR)]
    assert found(HEAD, ["Maple", "Inc.", "Toronto", "m@m.ca", "x"]) == [(2, Severity.ERROR)]


def test_a_row_that_breaks_off_is_a_warning_where_others_are_complete() -> None:
    assert found(HEAD, GOOD, GOOD, GOOD, ["Alfa", "Puebla", "a@a.mx"]) == [(5, Severity.WARNING)]
    assert found(HEAD, ["Alfa", "Puebla"], ["Beta", "Puebla"]) == []


@pytest.mark.parametrize("rows", [[GOOD, [*GOOD, ""]], [[*GOOD, "spare"]] * 3])
def test_empty_cells_and_columns_without_headings_are_no_fault(rows: list[list[str]]) -> None:
    assert found(HEAD, *rows) == []


def test_rows_of_workbooks_are_never_ragged() -> None:
    assert found(HEAD, [*GOOD, "x"], workbook=True) == []
