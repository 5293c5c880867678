"""Two records beside one another: every field is taken from the left or the right."""

import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.side_by_side import SideBySide, ValueChoice
from missionplanner.jobs.companies.duplicates import FieldDifference


@pytest.fixture
def table(qtbot: QtBot) -> SideBySide:
    """Two fields that differ, the city taken from the right."""
    found = SideBySide("Stays", "Goes")
    qtbot.addWidget(found)
    found.show_differences(
        [FieldDifference("city", "City", "Laval", "Quebec"), FieldDifference("phone", "Phone", "", "1")], ["city"]
    )
    return found


def test_empty_values_are_shown_as_such(table: SideBySide) -> None:
    buttons = [table.cellWidget(row, column) for row in range(2) for column in (1, 2)]
    texts = [button.text() for button in buttons if isinstance(button, QRadioButton)]
    assert texts == ["Laval", "Quebec", "(empty)", "1"]
    assert [table.item(row, 0).text() for row in range(2)] == ["City", "Phone"]


def test_taken_are_the_fields_ticked_at_the_right(table: SideBySide) -> None:
    assert table.taken == {"city"}
    for row, column in ((0, 1), (1, 2)):
        button = table.cellWidget(row, column)
        assert isinstance(button, QRadioButton)
        button.click()
    assert table.taken == {"phone"}


def test_other_differences_take_the_place_of_those_before(table: SideBySide) -> None:
    table.show_differences([], [])
    assert (table.rowCount(), table.taken) == (0, set())


def test_a_long_value_is_shown_whole_in_a_row_as_high_as_it_needs(table: SideBySide) -> None:
    table.resize(500, 400)
    table.show()
    before = table.rowHeight(0)
    table.show_differences([FieldDifference("notes", "Notes", "word " * 40, "x")], [])
    button = table.cellWidget(0, 1)
    assert isinstance(button, QRadioButton)
    assert table.rowHeight(0) == button.heightForWidth(table.columnWidth(1) - 13) + 8
    assert table.rowHeight(0) > 2 * before
    table.resize(1200, 400)
    assert table.rowHeight(0) < 5 * before


def test_an_address_goes_on_in_another_line_and_a_word_does_not(table: SideBySide) -> None:
    values = "https://juniperanimation.example", "Internationalisation"
    table.show_differences([FieldDifference("web", "Web", *values)], [])
    buttons = [table.cellWidget(0, place) for place in (1, 2)]
    parted = [one._parted.split("\u200b") for one in buttons if isinstance(one, ValueChoice)]
    assert parted == [["https:/", "/", "juniperani", "mation.", "example"], ["Internationalisation"]]
