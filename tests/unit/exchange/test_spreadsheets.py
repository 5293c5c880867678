"""Tables written out come back as they were."""

import csv
import io

import pytest

from missionplanner.exchange import spreadsheets


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "-5",
        "+1 more",
        "@x",
        "'=1",
        "''-x",
        "'quoted'",
        "a; =b",
        "it's",
        " - x",
        "+1 416 555 0134",
        "'",
        "plain",
    ],
)
def test_cells_that_look_like_formulas_come_back(cell: str) -> None:
    text = spreadsheets.csv_text(["Heading"], [[cell]])
    row = list(csv.reader(io.StringIO(text)))[1]
    assert row[0] == cell or not row[0].lstrip(" ").startswith(("=", "-", "@"))
    assert spreadsheets.typed(tuple(row)) == (cell,)
