"""The heading row, and columns corrected, remembered and kept private."""

import pytest

from missionplanner.errors import UserError
from missionplanner.exchange import columns
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row


def table(*rows: list[str]) -> SourceTable:
    return columns.choose([SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))])


HEADINGS = ["Company", "City", "E-mail", "Wants", "Dietary needs"]
ASKED = table([*HEADINGS, "What do you need?"], ["Maple Inc.", "Toronto", "j@m.example.ca", "x", "nuts", "steel"])


def test_what_is_not_sure_feeds_no_field_until_it_is_answered() -> None:
    column = ASKED.columns[5]
    assert (column.field, column.asked, column.sure) == ("", "seeks", False)
    assert columns.reading(ASKED)[-1] == ["Dietary needs", "dietary"]
    answered = columns.correct(ASKED, {"What do you need?": "seeks"}).columns[5]
    assert (answered.target, answered.sure, answered.confidence) == ("seeks", True, 1.0)
    refused = columns.correct(ASKED, {"What do you need?": ""}).columns[5]
    assert (refused.target, refused.sure) == ("", True)


def test_sensitive_columns_are_never_made_public() -> None:
    with pytest.raises(UserError, match="sensitive"):
        columns.correct(ASKED, {"Dietary needs": "notes"})
    assert columns.correct(ASKED, {"Dietary needs": "access_needs"}).columns[4].field == "access_needs"
    assert columns.read_as_before(ASKED, [["Dietary needs", "seeks"]]).columns[4].field == "dietary"
    assert columns.read_as_before(ASKED, [["Dietary needs", ""]]).columns[4].field == ""


def test_columns_are_read_as_before() -> None:
    again = columns.read_as_before(ASKED, [["What do you need?", "offers"]]).columns[5]
    assert (again.target, again.sure, again.reason.kind) == ("offers", True, "before")


def test_a_very_wide_heading_row_is_read_quickly() -> None:
    width = 16_384
    wide = ["Company", "City", *(f"Field {n}" for n in range(width - 2))]
    found = table(wide, ["Maple Inc.", "Toronto", *("x" for _ in range(width - 2))])
    assert [column.field for column in found.columns[:3]] == ["name", "city", ""]


def test_a_list_of_names_only_is_read() -> None:
    found = table(["Empresa"], ["Grupo Alba"], ["Minera Sonora"])
    assert ([column.field for column in found.columns], len(found.rows)) == (["name"], 2)
    assert len(table(["Companies"], ["Acme Inc."], ["Gamma", "Delta & Co."], ["Bois"]).rows) == 3
    assert [column.field for column in table(["Company", "Town hall"], ["Acme", "y"]).columns] == ["name", ""]
    for rows in (["Acme Inc."], ["Bois inc."]), (["Acme Inc.", "Laval"], ["Bois inc.", "Lévis"]):
        with pytest.raises(UserError, match="heading row"):
            table(*rows)
