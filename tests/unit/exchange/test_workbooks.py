"""Cells of workbooks as texts."""

import io
import zipfile

from missionplanner.exchange import bounds, workbooks
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


def test_the_blank_rows_below_many_sheets_of_libreoffice_are_no_cells() -> None:
    blank = (
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("content.xml", f"<table:table>{blank}</table:table>" * 20)
    assert bounds.check("many.ods", out.getvalue()) == {}
