"""Rows of long files are read as those of short ones."""

import pytest

from missionplanner.exchange.source_rows import MANY, LongRows, Row, kept, those

ROWS = [Row(1, ("a", "", "Ñ\ud800")), Row(3, ()), Row(4, ("",)), Row(9, ("x\ny", " ")), Row(12, ("", ""))]


def test_rows_come_back_as_they_were() -> None:
    found = LongRows(iter(ROWS))
    assert list(found) == ROWS
    assert [found[place] for place in range(-1, 5)] == [ROWS[-1], *ROWS]
    assert (len(found), len(LongRows(())), bool(LongRows(()))) == (5, 0, False)
    with pytest.raises(IndexError):
        found[5]


def test_a_slice_is_rows_again() -> None:
    found = LongRows(ROWS)[1:4]
    assert isinstance(found, LongRows)
    assert list(found) == ROWS[1:4]
    assert list(found[1:]) == ROWS[2:4]


@pytest.mark.parametrize("rows", [ROWS, LongRows(ROWS), LongRows([Row(0, ()), *ROWS])[1:]], ids=["few", "many", "part"])
def test_rows_are_chosen_by_a_test(rows: list[Row]) -> None:
    found = those(rows, lambda row: len(row.cells) < 3)
    assert list(found) == ROWS[1:]
    assert list(those(found, lambda row: row.filled > 0)) == [ROWS[3]]
    assert type(found) is (LongRows if isinstance(rows, LongRows) else tuple)


def test_only_many_rows_are_kept_as_a_text() -> None:
    assert kept(ROWS) == tuple(ROWS)
    many = [Row(number, ("a",)) for number in range(MANY)]
    assert isinstance(kept(many), LongRows)
    assert list(kept(many)) == many
