"""Tables written out and read back by the importer: every text as it was, and none alive on the way."""

import csv
import io
import tempfile

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from missionplanner.exchange.decoding import repaired
from missionplanner.exchange.files import Source, read
from missionplanner.exchange.spreadsheets import csv_bytes, csv_text, typed, workbook
from tests.builders import HOSTILE
from tests.unit.domain.test_formulas import TEXTS, lives

HEADINGS = ("id", "name", "description", "city")
CELLS = st.one_of(TEXTS, st.sampled_from([text[:2000] for text in HOSTILE])).filter(
    lambda text: repaired(text) == text  # what was decoded wrongly is repaired, and that is reported
)


def kept(text: str) -> str:
    """A text as a csv holds it: line ends are one character, zeros and lone surrogates nothing that a file can hold."""
    return text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
@example([("x;+1+cmd|' /C calc'!A0", "-2+3")])
@example([(" blank", "'=1")])
@example([("=0'", "")] * 4)
def test_importer_reads_every_text_back_as_it_was(texts: list[tuple[str, str]]) -> None:
    # A cell whose lines look like rows of the table is taken for rows that a mark out of place swallowed, and reported.
    assume(not any(len(text.splitlines()) > 1 and text.count(",") > 1 for pair in texts for text in pair))
    rows = [(number, one, two, "Puebla") for number, (one, two) in enumerate(texts)]
    found = read(Source("companies.csv", csv_bytes(HEADINGS, rows)))[0].rows
    wanted = [HEADINGS, *((str(number), kept(one), kept(two), city) for number, one, two, city in rows)]
    assert [row.cells for row in found] == wanted


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
@example([("a", 'x;"=1+1')])
@example([("", "0;- A")])
@example([("0;- A&", "1+cmd|'/C calc'!A0")])
def test_no_cell_lives_whichever_separator_is_guessed(texts: list[tuple[str, str]]) -> None:
    written = csv_text(HEADINGS, [(number, one, two, -5) for number, (one, two) in enumerate(texts)])
    for separator in ",;\t|":
        source = io.StringIO(written.replace("\0", ""), newline="")
        for row in csv.reader(source, delimiter=separator):
            assert [cell for cell in row if lives(cell)] == []


def test_headings_are_texts_too() -> None:
    assert csv_text(["=1", "b;@c"], [[None, 1.5]]) == "'=1,\"b;'@c\"\r\n,1.5\r\n"


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
    text = csv_text(["Heading"], [[cell]])
    row = list(csv.reader(io.StringIO(text)))[1]
    assert row[0] == cell or not row[0].lstrip(" ").startswith(("=", "-", "@"))
    assert typed(tuple(row)) == (cell,)


def test_nothing_of_a_workbook_gets_into_temporary_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/no folder at all")
    assert workbook({"Companies": (["name"], [["D1"]] * 3)}).startswith(b"PK")
