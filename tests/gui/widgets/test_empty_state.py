"""The one thing to do next, in place of an empty list."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.empty_state import EmptyState


def test_says_what_to_do_next_and_asks_for_it(qtbot: QtBot) -> None:
    found = EmptyState("No company yet.", "Import…", "upload")
    qtbot.addWidget(found)
    label = found.findChild(QLabel)
    assert label is not None
    assert (label.text(), found.action.text(), found.action.objectName()) == ("No company yet.", "Import…", "primary")
    with qtbot.waitSignal(found.clicked):
        found.action.click()
