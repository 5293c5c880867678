"""From match to match."""

import pytest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.timetable.finding import go_on


@pytest.mark.parametrize(
    ("now", "place", "words"),
    [((0, 0), (1, 2), "1 of 2 here."), ((1, 2), (3, 0), "2 of 2 here."), ((3, 0), (1, 2), "1 of 2 here.")],
)
def test_one_goes_on_to_the_next_and_after_the_last_to_the_first(
    now: tuple[int, int], place: tuple[int, int], words: str, qtbot: QtBot
) -> None:
    view = QTableWidget(4, 4)
    qtbot.addWidget(view)
    view.setCurrentCell(*now)
    said = go_on(view, [(1, 2), (3, 0)], "d1")
    assert (said, view.currentRow(), view.currentColumn()) == (words, *place)


def test_without_a_match_one_stays(qtbot: QtBot) -> None:
    view = QTableWidget(4, 4)
    qtbot.addWidget(view)
    view.setCurrentCell(2, 2)
    assert (go_on(view, [], "d1"), view.currentRow()) == ("“d1” is not in this view.", 2)
