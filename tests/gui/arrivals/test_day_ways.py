"""The ways to go on with a day, offered."""

from pytestqt.qtbot import QtBot

from missionplanner.gui.arrivals.day_ways import DayWaysDialog
from missionplanner.jobs.people.day_choices import DayChoice
from missionplanner.jobs.people.day_repairs import DayWay


def test_ways_are_listed_and_the_chosen_one_is_read_in_full(qtbot: QtBot) -> None:
    ways = [DayWay((DayChoice("One", frozenset({1, 2}), 1, 3),)), DayWay((DayChoice("Two"), DayChoice("three")))]
    dialog = DayWaysDialog("AC1 is late", ways)
    qtbot.addWidget(dialog)
    rows = dialog.table.rows
    assert [[rows.text(row, column) for column in range(3)] for row in range(2)] == [
        ["One.", "3", "3"], ["Two; three.", "0", "0"],
    ]  # fmt: skip
    assert (dialog.words.text(), dialog.chosen) == ("One.", ways[0])
    dialog.table.selectRow(1)
    assert dialog.chosen == ways[1]
    dialog.table.clearSelection()
    assert (dialog.chosen, dialog.accept_button.isEnabled()) == (None, False)
