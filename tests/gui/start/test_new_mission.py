"""What a mission needs to begin with."""

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.start.new_mission import NewMissionDialog
from tests.builders import EXAMPLE


@pytest.fixture
def dialog(qtbot: QtBot) -> NewMissionDialog:
    found = NewMissionDialog()
    qtbot.addWidget(found)
    for name, text in (("name", "Mission to Peru"), ("host_country", "Pérou"), ("stops", "Lima; ; Arequipa "),
                       ("time_zone", "America/Lima"), ("sectors", "Mining; Water"), ("organiser", "Us")):  # fmt: skip
        found.form.editors[name].setText(text)  # type: ignore[attr-defined]
    found.form.set_values({**found.form.values(), "starts": date(2027, 3, 1), "ends": date(2027, 3, 5)})
    return found


def test_a_mission_is_as_it_was_asked_for(dialog: NewMissionDialog) -> None:
    wanted = dialog.wanted
    mission = wanted.mission
    assert (mission.name, mission.home_country, mission.host_country, mission.organiser) == (
        "Mission to Peru", "Canada", "Peru", "Us",
    )  # fmt: skip
    assert (mission.starts, mission.ends) == (date(2027, 3, 1), date(2027, 3, 5))
    assert [(stop.name_en, stop.time_zone, stop.starts) for stop in wanted.stops] == [
        ("Lima", "America/Lima", date(2027, 3, 1)),
        ("Arequipa", "America/Lima", date(2027, 3, 1)),
    ]
    assert wanted.sectors == ("Mining", "Water")


def test_it_is_accepted_once_it_is_right(dialog: NewMissionDialog) -> None:
    dialog.ok.click()
    assert dialog.result() == 1


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [("name", " ", "This is needed."), ("time_zone", "Lima", "This is no time zone.")],
)
def test_a_mission_that_lacks_something_is_not_accepted(
    dialog: NewMissionDialog, name: str, text: str, problem: str
) -> None:
    dialog.form.editors[name].setText(text)  # type: ignore[attr-defined]
    dialog.ok.click()
    assert (dialog.result(), dialog.form._notes[name].text()) == (0, problem)


def test_a_mission_does_not_end_before_it_starts(dialog: NewMissionDialog) -> None:
    dialog.form.set_values({**dialog.form.values(), "ends": date(2027, 2, 1)})
    dialog.ok.click()
    assert (dialog.result(), dialog.form._notes["ends"].text()) == (0, "The mission ends before it starts.")


def test_the_example_needs_nothing(qtbot: QtBot) -> None:
    dialog = NewMissionDialog(example=True)
    qtbot.addWidget(dialog)
    assert (dialog.example, dialog.form.isHidden()) == (EXAMPLE, True)
    dialog.ok.click()
    assert dialog.result() == 1
    dialog.template.setCurrentIndex(0)
    assert (dialog.example, dialog.form.isHidden()) == ("", False)


def test_enter_makes_the_mission(dialog: NewMissionDialog) -> None:
    dialog.show()
    assert [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()] == ["Make the mission…"]
