"""The form of drawn hours."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets import hours_form
from missionplanner.gui.widgets.day_blocks import DrawnHours
from missionplanner.gui.widgets.form import RecordDialog

BLOCK = DrawnHours(1, 540, 720, key=3)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({"first": "9:30", "slot_minutes": "30"}, DrawnHours(1, 570, 720, 30, 5, 3)),
        ({}, None),
        ({"last": "9:05"}, None),
    ],
)
def test_times_and_slots_are_typed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: dict[str, str], expected: DrawnHours | None
) -> None:
    def accept(dialog: RecordDialog) -> int:
        dialog.form.fill(typed)
        return 1

    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(RecordDialog, "exec", accept)
    assert hours_form.ask_hours(parent, BLOCK) == expected
