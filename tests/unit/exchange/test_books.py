"""Workbooks for people: real values and links, nothing alive, ready to be filtered and printed."""

import io
import re
from datetime import UTC, date, datetime, time
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from missionplanner.exchange import books, workbooks
from missionplanner.exchange.books import BookColumn, BookSheet, Cell, SheetBook
from tests.builders import HOSTILE


def part(content: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(content)) as parts:
        return parts.read(name).decode()


def one(*cells: Cell, kind: str = "text", **more: object) -> bytes:
    columns = [BookColumn(f"H{place}", kind) for place in range(len(cells))]
    return books.content(SheetBook([BookSheet("Sheet", columns, [cells], **more)]))  # type: ignore[arg-type]


def test_values_are_what_they_are() -> None:
    values = ("text", 12, 1.5, date(2026, 2, 16), time(9, 30), datetime(2026, 2, 16, 9, 30, tzinfo=UTC), None, "007")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(one(*values))).get_sheet_by_index(0).to_python()
    assert rows[1] == ["text", 12.0, 1.5, date(2026, 2, 16), time(9, 30), datetime(2026, 2, 16, 9, 30), "", "007"]


def test_what_is_read_again_is_known_before() -> None:
    values = (*HOSTILE, "a\nb", 12, -1.5, date(2026, 2, 16), time(9, 30), datetime(2026, 2, 16, 9, 30), True, None)
    found = workbooks.read("x.xlsx", one(*values))[0].rows[1]
    assert list(found) == [books.read_again(value) for value in values]


def test_addresses_are_links_and_other_texts_are_not() -> None:
    web = one("alba.mx", "http://x.ca/a?b=1", "internal:Sheet!A1", "external:c:\\x", "file:///etc/passwd", kind="web")
    links = re.findall(r'Target="([^"]*)"', part(web, "xl/worksheets/_rels/sheet1.xml.rels"))
    assert links == ["https://alba.mx", "http://x.ca/a?b=1"]
    mail = one("z@alba.mx", "z@alba.mx?bcc=all@x.ca", "no address", kind="mail")
    assert re.findall(r'Target="([^"]*)"', part(mail, "xl/worksheets/_rels/sheet1.xml.rels")) == ["mailto:z@alba.mx"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_comes_alive(text: str) -> None:
    content = books.content(
        SheetBook([BookSheet(text, [BookColumn(text, "web")], [[text]], mark=text, marks=[text])], text)
    )
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert ("<f>" in sheet, "<hyperlink" in sheet) == (False, False)
    shown = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert shown[1][1] == books.read_again(text)


def test_names_of_sheets_are_short_and_each_once() -> None:
    assert books.names(["a/b", "A B", "x" * 40, "x" * 40, "'", "History", ""]) == [
        "a b", "A B 2", "x" * 31, "x" * 29 + " 2", "-", "History 2", "- 2",
    ]  # fmt: skip


def test_a_sheet_is_ready_to_be_used_and_printed() -> None:
    sheet = part(one("a", "b", mark="mark", marks=["uid"]), "xl/worksheets/sheet1.xml")
    for wanted in (
        '<pane xSplit="2" ySplit="1"', 'hidden="1"', '<autoFilter ref="A1:C2"/>', 'orientation="landscape"',
        'fitToHeight="0"', '<pageSetUpPr fitToPage="1"/>', "&amp;RPage &amp;P of &amp;N", 'paperSize="9"',
    ):  # fmt: skip
        assert wanted in sheet, wanted
    assert "Print_Titles" in part(one("a"), "xl/workbook.xml")


def test_a_grid_is_wrapped_and_not_filtered() -> None:
    content = one("a\nb", is_grid=True)
    assert 'ht="30"' in part(content, "xl/worksheets/sheet1.xml")
    assert "<autoFilter" not in part(content, "xl/worksheets/sheet1.xml")
    assert 'wrapText="1"' in part(content, "xl/styles.xml")


def test_paper_and_titles_are_as_the_country_has_them() -> None:
    book = SheetBook([BookSheet("S", [BookColumn("H")], [["x"]], title="A & B")], "Mission", letter_paper=True)
    sheet = part(books.content(book), "xl/worksheets/sheet1.xml")
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' not in sheet
    assert "&amp;L&amp;BMission – A &amp;&amp; B" in sheet


def test_colours_are_pale_enough_to_read_on() -> None:
    assert books.pale("#000000") == "#c7c7c7"
    content = one("a", tints=[["#3d6fb4"]])
    assert "FFD4DFEE" in part(content, "xl/styles.xml")


def test_columns_are_as_wide_as_what_is_in_them_within_bounds() -> None:
    content = one("x", "y" * 20, "z" * 300)
    widths = [float(found) for found in re.findall(r'width="([\d.]+)"', part(content, "xl/worksheets/sheet1.xml"))]
    assert [round(width) for width in widths] == [8, 23, 35]


def test_what_no_page_has_room_for_is_not_printed() -> None:
    wide = one(*["x" * 40] * 8)
    assert "Sheet!$A$1:$F$2" in part(wide, "xl/workbook.xml")
    assert "Print_Area" not in part(one("a", "b"), "xl/workbook.xml")
    assert "Print_Area" not in part(one(*["x" * 40] * 8, is_grid=True), "xl/workbook.xml")


def test_a_long_text_at_the_edge_is_wrapped_and_no_other() -> None:
    styles = part(one("x" * 100, "y"), "xl/styles.xml"), part(one("y", "x" * 100), "xl/styles.xml")
    # The heading is always wrapped.
    assert [found.count('wrapText="1"') for found in styles] == [1, 2]
    assert 'ht="60"' in part(one("y", "x" * 100), "xl/worksheets/sheet1.xml")


def test_numbers_stand_right_under_their_headings_and_off_the_edge() -> None:
    styles = part(one(12, "a"), "xl/styles.xml")
    assert '<alignment horizontal="right" vertical="top" indent="1"' in styles
    sheet = part(one(12, "a"), "xl/worksheets/sheet1.xml")
    first, second = re.findall(r'<c r="[AB]1" s="(\d+)"', sheet)
    assert first != second


def test_a_day_of_many_slots_is_on_large_paper() -> None:
    for cells, letter, paper in ((20, True, "3"), (20, False, "8"), (2, False, "9")):
        columns = [BookColumn("H", width=18)] * cells
        book = SheetBook([BookSheet("S", columns, [["x"] * cells], is_grid=True)], letter_paper=letter)
        assert f'paperSize="{paper}"' in part(books.content(book), "xl/worksheets/sheet1.xml")
