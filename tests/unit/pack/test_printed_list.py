"""A list as a printed table: no word of it is cut up where there is room for all."""

from pathlib import Path

from reportlab.lib.units import mm

from missionplanner.pack.column_widths import room_of_words
from missionplanner.pack.printed_list import PrintedList, _widths, render
from missionplanner.pack.style import CELL, CELL_BOLD, register_fonts
from tests.unit.pack.making import flowing_text

HEADINGS = ("Entreprise", "Rencontres", "Site web")
ROWS = (("Acadian", "12", "https://www.a-long-address.example/of/a/company"), ("Internationalisation", "3", ""))


def test_headings_and_words_are_whole_where_there_is_room() -> None:
    register_fonts()
    content = PrintedList("Liste", "Mission", HEADINGS, ROWS, (300, 40, 160))
    found = _widths(content, 250 * mm)
    heads = [room_of_words((text,), (CELL_BOLD.fontName, CELL_BOLD.fontSize)) for text in HEADINGS]
    words = room_of_words((row[0] for row in ROWS), (CELL.fontName, CELL.fontSize))
    assert [wide >= head for wide, head in zip(found, heads, strict=True)] == [True] * 3
    assert (found[0] >= words, sum(found) <= 250 * mm) == (True, True)


def test_columns_keep_their_shares_where_no_word_needs_more() -> None:
    register_fonts()
    content = PrintedList("List", "", ("A", "B"), (("a", "b"),), (100, 300))
    assert [round(wide) for wide in _widths(content, 400)] == [100, 300]


def test_a_column_has_at_least_a_fourth_of_the_widest() -> None:
    register_fonts()
    content = PrintedList("List", "", ("A", "B"), (("a", "b"),), (1, 400))
    assert [round(wide) for wide in _widths(content, 500)] == [100, 400]


def test_a_list_is_printed_with_its_headings(tmp_path: Path) -> None:
    text = flowing_text(render(PrintedList("Liste", "Mission", HEADINGS, ROWS, (300, 40, 160)), False), tmp_path)
    assert [word for word in (*HEADINGS[:2], "Acadian", "Internationalisation") if word not in text] == []
