"""The one thing to do next, in place of an empty list."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.empty_state import EmptyState


def test_says_what_to_do_next_above_a_button(qtbot: QtBot) -> None:
    button = make_button("Import…", "upload", primary=True)
    found = EmptyState("No company yet.", button)
    qtbot.addWidget(found)
    label = found.findChild(QLabel)
    assert label is not None
    assert (label.text(), found.button) == ("No company yet.", button)
    assert found.isAncestorOf(button)
