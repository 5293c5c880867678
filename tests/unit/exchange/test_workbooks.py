"""Cells of workbooks as texts."""

from missionplanner.exchange import workbooks
from tests.unit.exchange.workbook_parts import xlsb, xlsx


def test_sheets_come_with_their_names_and_rows() -> None:
    found = workbooks.read("f.xlsx", xlsx({"One": [["a", "b"]], "Two": [["c"]]}, hidden=("Two",), hidden_rows=(1,)))
    assert [(sheet.name, sheet.hidden, sheet.rows, sheet.hidden_rows) for sheet in found] == [
        ("One", False, [("a", "b")], frozenset({1})),
        ("Two", True, [("c",)], frozenset({1})),
    ]


def test_a_binary_workbook_has_the_same() -> None:
    (sheet,) = workbooks.read("f.xlsb", xlsb([["a", "é"]]))
    assert sheet.rows == [("a", "é")]
