"""Hidden rows in the XML of a sheet."""

import pytest

from missionplanner.exchange import hidden_rows


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        (b'<row r="3" hidden="1"><c/></row>', {3}), (b'<x:row spans="1:2" hidden="true" r="12">', {12}), (b'<row r="3" hidden="0">', set()),
        (b'<col hidden="1"/><row r="4">', set()), (b"<row r='5' ht='3' hidden='1'/>", {5}), (b"<row r='5'/>", set()),
    ],
)  # fmt: skip
def test_rows_of_a_workbook(sheet: bytes, rows: set[int]) -> None:
    assert hidden_rows.find("xl/worksheets/sheet1.xml", sheet) == ({"xl/worksheets/sheet1.xml": rows} if rows else {})


def test_repeated_rows_of_an_open_document_count() -> None:
    content = (
        b'<table:table table:name="A &amp; B"><table:table-row/><table:table-row table:number-rows-repeated="3"/>'
        b'<table:table-row table:visibility="collapse" table:number-rows-repeated="2"/></table:table>'
    )
    assert hidden_rows.find("content.xml", content) == {"A & B": {5, 6}}
