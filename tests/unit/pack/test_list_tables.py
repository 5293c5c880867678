"""Tables at the foot of a page."""

import pytest
from reportlab.platypus import Paragraph

from missionplanner.pack.list_tables import ListTable, LongListTable
from missionplanner.pack.style import CELL, register_fonts

register_fonts()


def _table(kind: type[ListTable] | type[LongListTable], texts: list[str]) -> ListTable | LongListTable:
    rows = [[Paragraph(text, CELL)] for text in ["Head", *texts]]
    table = kind(rows, colWidths=[200], repeatRows=1, splitInRow=1)
    table.wrap(200, 10_000)
    return table


@pytest.mark.parametrize("kind", [ListTable, LongListTable])
@pytest.mark.parametrize("number", [4, 9])
def test_no_row_stands_alone_on_the_last_page(kind: type[ListTable], number: int) -> None:
    found = set()
    for height in range(10, 400):
        parts = _table(kind, [f"Row {n}" for n in range(number)]).split(200, height)
        found.add(tuple(part._nrows - 1 for part in parts))
    assert [parts for parts in found if len(parts) == 2 and parts[1] == 1 and parts[0] > 2] == []
    assert (number - 2, 2) in found


def test_a_row_is_not_begun_where_its_page_ends() -> None:
    long = "word " * 60
    cuts = [_table(LongListTable, [long, "Short"]).split(200, height) for height in range(30, 60)]
    assert cuts == [[]] * len(cuts)


def test_a_row_higher_than_a_page_is_parted() -> None:
    parts = _table(LongListTable, ["word " * 900, "Short"]).split(200, 300)
    assert [part._nrows - 1 for part in parts] == [1, 2]


def test_of_three_rows_the_last_may_go_on() -> None:
    table = _table(ListTable, ["One", "Two", "Three"])
    parts = table.split(200, sum(table._rowHeights) - 1)
    assert [part._nrows - 1 for part in parts] == [2, 1]
