"""Sheets of one layout, hidden sheets, and what is said of them."""

from missionplanner.exchange import columns, sheets
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row

HEAD = ("Company", "City", "E-mail")


def sheet(name: str, *rows: tuple[str, ...], hidden: bool = False) -> SourceSheet:
    return SourceSheet(name, tuple(Row(number, cells) for number, cells in enumerate(rows, 1)), True, hidden)


TORONTO = sheet("Toronto", HEAD, ("Maple Inc.", "Toronto", "m@m.ca"))
LAVAL = sheet(
    "Laval",
    ("List of Laval",),
    (),
    ("COMPANY", "City", "E-mail"),
    ("Bois inc.", "Laval", "b@b.ca"),
    ("Lac ltée", "Laval", "l@l.ca"),
)
OTHER = sheet("Hotels", ("Hotel", "Stars"), ("Grand", "5"))
OLD = sheet("2024", HEAD, ("Old Inc.", "Toronto", "o@o.ca"), hidden=True)
EVERYTHING = [TORONTO, LAVAL, OTHER, OLD]


def test_hidden_sheets_are_offered_only_by_name() -> None:
    assert sheets.offered(EVERYTHING, "") == [TORONTO, LAVAL, OTHER]
    assert sheets.offered(EVERYTHING, "2024") == EVERYTHING
    assert sheets.offered([OLD], "") == [OLD]


def test_sheets_of_one_layout_and_hidden_ones_are_reported() -> None:
    table = columns.choose([TORONTO])
    found = sheets.left_out(EVERYTHING, table)
    assert [issue.code for issue in found] == ["other_sheets", "hidden_sheets"]
    assert ("Laval" in found[0].text, "Hotels" in found[0].text, "2024" in found[1].text) == (True, False, True)
    assert sheets.has_others(EVERYTHING, table)
    assert not sheets.has_others([TORONTO, OTHER, OLD], table)


def test_all_sheets_of_one_layout_are_read_as_one() -> None:
    (whole,) = sheets.offered([TORONTO, LAVAL, OLD], sheets.ALL)
    table = columns.choose([whole])
    assert [(row.number, row.cells[0]) for row in table.rows] == [(2, "Maple Inc."), (6, "Bois inc."), (7, "Lac ltée")]
    assert [issue.code for issue in whole.findings] == ["counted_on"]
    assert [issue.code for issue in sheets.left_out([TORONTO, LAVAL, OLD], table)] == ["hidden_sheets"]


def test_a_sheet_that_is_called_all_is_that_sheet() -> None:
    named = sheet("all", HEAD, ("A Inc.", "x", "a@a.ca"))
    assert sheets.offered([named, TORONTO], sheets.ALL) == [named, TORONTO]


def test_lists_with_other_columns_are_named() -> None:
    longer = sheet("Ottawa", (*HEAD, "Phone"), ("Pin Inc.", "Ottawa", "p@p.ca", "613 555 0134"))
    found = sheets.left_out([TORONTO, longer, OTHER], columns.choose([TORONTO]))
    assert [(issue.code, "Ottawa" in issue.text, "Hotels" in issue.text) for issue in found] == [
        ("other_layouts", True, False)
    ]


def test_the_other_lists_of_an_own_workbook_are_not_named() -> None:
    own = sheet("companies", ("name", "side", "status", "city"), ("Pin Inc.", "delegation", "applied", "Ottawa"))
    delegates = sheet(
        "delegates", ("company", "side", "given_name", "email"), ("Pin Inc.", "delegation", "Jo", "j@p.ca")
    )
    assert sheets.left_out([own, delegates], columns.choose([own])) == []
